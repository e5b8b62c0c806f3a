import { type Failure, failure, quote } from '../errors.ts';
import {
  MORE_OF_BILLING,
  MORE_OF_CLAIM,
  MORE_OF_DECISION,
  MORE_OF_DECLARED,
  MORE_OF_LINE,
  MORE_OF_OTHER_PAYER,
  MORE_OF_PATIENT,
  MORE_OF_PAYER,
  MORE_OF_PROVIDER,
  MORE_OF_SUBSCRIBER,
} from './claim-parts-shape.ts';
import { MAX_DEPTH } from './measure-json.ts';
import { type Claim, RELATIONS } from './model.ts';
import type { Fields, Kind, OneOf, Shape } from './shape.ts';

/** A field the model does not know, kept as a warning: a misspelt field must not vanish in silence. */
export interface UnknownField {
  /** JSON path in the claim; for a claim that came as FHIR, the FHIR path of the element that was not carried over, such as `Claim.item[0].factor`; for one that came as X12, loop and segment, such as `2300 REF*D9`. */
  readonly path: string;
  /** The field's own name; for X12, the path with what the segment says and its number in the file. */
  readonly name: string;
}

export interface ReadClaim {
  readonly claim: Claim;
  readonly unknown: readonly UnknownField[];
}

/** Most a claim may hold; beyond it something other than a claim was sent. */
export const CLAIM_LIMITS = { diagnoses: 200, lines: 5_000, list: 1_000, text: 1_000, pointer: 20 } as const;

const PROVIDER: Fields = {
  fields: {
    npi: 'text',
    taxonomy: 'text',
    taxId: 'text',
    taxIdKind: { oneOf: ['ein', 'ssn'] },
    name: 'any',
    address: 'any',
    phone: 'text',
    ...MORE_OF_PROVIDER,
  },
};
const BILLING: Fields = { fields: { ...PROVIDER.fields, ...MORE_OF_BILLING } };
const SEX: OneOf = { oneOf: ['female', 'male', 'unknown'] };
const PAYER: Fields = {
  fields: {
    id: 'text',
    name: 'text',
    kind: 'text',
    locality: 'text',
    filing: 'text',
    order: 'number',
    insuranceType: 'text',
    address: 'any',
    ...MORE_OF_PAYER,
  },
};
const SUBSCRIBER: Fields = {
  fields: {
    relation: { oneOf: RELATIONS },
    memberId: 'text',
    group: 'text',
    groupName: 'text',
    name: 'any',
    address: 'any',
    birthDate: 'text',
    sex: SEX,
    phone: 'text',
    ...MORE_OF_SUBSCRIBER,
  },
};
const DECLARED: Fields = {
  fields: {
    signature: { oneOf: ['yes', 'no'] },
    assignment: { oneOf: ['accepted', 'laboratory-only', 'not-accepted'] },
    benefits: { oneOf: ['yes', 'no', 'not-applicable'] },
    release: { oneOf: ['signed', 'informed'] },
    ...MORE_OF_DECLARED,
  },
};
const ATTACHMENT: Fields = { fields: { report: 'text', by: 'text', control: 'text' } };
const ADJUSTMENT: Fields = { fields: { group: 'text', reason: 'text', amount: 'text', quantity: 'number' } };
const OTHER_PAYER: Fields = {
  fields: {
    payer: PAYER,
    subscriber: SUBSCRIBER,
    declared: DECLARED,
    paid: 'text',
    paidOn: 'text',
    nonCovered: 'text',
    patientOwes: 'text',
    adjustments: [ADJUSTMENT],
    claimNumber: 'text',
    ...MORE_OF_OTHER_PAYER,
  },
};
const DECISION: Fields = {
  fields: {
    payer: 'text',
    paid: 'text',
    on: 'text',
    code: 'text',
    modifiers: ['text'],
    units: 'number',
    patientOwes: 'text',
    adjustments: [ADJUSTMENT],
    ...MORE_OF_DECISION,
  },
};

const PLACE: Fields = { fields: { name: 'any', address: 'any' } };
const CONDITIONS: Fields = { fields: { answer: { oneOf: ['yes', 'no'] }, codes: ['text'] } };
const AMBULANCE: Fields = {
  fields: {
    patientWeight: 'quantity',
    reason: 'text',
    miles: 'quantity',
    roundTripPurpose: 'text',
    stretcherPurpose: 'text',
    patients: 'quantity',
    conditions: [CONDITIONS],
    pickUp: PLACE,
    dropOff: PLACE,
  },
};
const EQUIPMENT: Fields = {
  fields: {
    kind: { oneOf: ['initial', 'renewal', 'revised'] },
    months: 'quantity',
    conditions: CONDITIONS,
    revised: 'text',
    therapyBegan: 'text',
    lastCertified: 'text',
  },
};
const REPRICING: Fields = {
  fields: {
    number: 'text',
    adjustedNumber: 'text',
    received: 'text',
    method: 'text',
    allowed: 'text',
    savings: 'text',
    organization: 'text',
    rate: 'text',
    group: 'text',
    groupAmount: 'text',
    revenue: 'text',
    codeList: 'text',
    code: 'text',
    unit: 'text',
    units: 'quantity',
    rejection: 'text',
    compliance: 'text',
    exception: 'text',
  },
};

const LINE: Fields = {
  fields: {
    code: 'text',
    modifiers: ['text'],
    revenue: 'text',
    from: 'text',
    to: 'text',
    pos: 'text',
    units: 'number',
    charge: 'text',
    pointers: ['pointer'],
    rendering: PROVIDER,
    referring: PROVIDER,
    primaryCare: PROVIDER,
    ordering: PROVIDER,
    supervising: PROVIDER,
    operating: PROVIDER,
    otherOperating: PROVIDER,
    assistant: PROVIDER,
    facility: PROVIDER,
    purchased: { fields: { provider: PROVIDER, number: 'text', charge: 'text' } },
    ndc: { fields: { code: 'text', quantity: 'quantity', unit: 'text', prescription: 'text', link: 'text' } },
    minutes: 'number',
    unit: { oneOf: ['days'] },
    nonCovered: 'text',
    tooth: 'text',
    surfaces: 'text',
    teeth: [{ fields: { tooth: 'text', surfaces: 'text' } }],
    areas: ['text'],
    prosthesis: { oneOf: ['initial', 'replacement'] },
    control: 'text',
    note: 'text',
    attachments: [ATTACHMENT],
    decisions: [DECISION],
    description: 'text',
    ambulance: AMBULANCE,
    equipmentCertification: EQUIPMENT,
    repricing: REPRICING,
    ...MORE_OF_LINE,
  },
};

/** The whole claim; `readClaim` checks against it and `claimJsonSchema` describes it. */
export const CLAIM: Fields = {
  needs: ['type', 'lines'],
  fields: {
    type: { oneOf: ['professional', 'institutional', 'dental'] },
    id: 'text',
    medium: { oneOf: ['electronic', 'paper'] },
    payer: PAYER,
    patient: {
      fields: {
        birthDate: 'text',
        deathDate: 'text',
        sex: SEX,
        memberId: 'text',
        name: 'any',
        address: 'any',
        phone: 'text',
        ...MORE_OF_PATIENT,
      },
    },
    subscriber: SUBSCRIBER,
    billing: BILLING,
    rendering: PROVIDER,
    referring: PROVIDER,
    primaryCare: PROVIDER,
    ordering: PROVIDER,
    attending: PROVIDER,
    operating: PROVIDER,
    otherOperating: PROVIDER,
    supervising: PROVIDER,
    assistant: PROVIDER,
    facility: PROVIDER,
    diagnoses: [
      {
        needs: ['code'],
        fields: {
          code: 'text',
          codeSystem: { oneOf: ['icd10cm', 'icd9cm', 'snodent'] },
          kind: { oneOf: ['principal', 'admitting', 'reason', 'external', 'other'] },
          poa: 'text',
        },
      },
    ],
    procedures: [
      { needs: ['code'], fields: { code: 'text', codeSystem: { oneOf: ['icd10pcs', 'icd9cm', 'abc'] }, on: 'text', date: 'text' } },
    ],
    total: 'text',
    onset: 'text',
    accident: { fields: { on: 'text', kind: 'text', otherKind: 'text', state: 'text', country: 'text' } },
    priorAuthorization: 'text',
    referral: 'text',
    patientPaid: 'text',
    medicalRecord: 'text',
    clia: 'text',
    note: 'text',
    declared: DECLARED,
    attachments: [ATTACHMENT],
    frequency: 'text',
    originalClaim: 'text',
    admission: 'text',
    admissionTime: 'text',
    admissionType: 'text',
    admissionSource: 'text',
    discharge: 'text',
    dischargeTime: 'text',
    dischargeStatus: 'text',
    statement: { fields: { from: 'text', to: 'text' } },
    billType: 'text',
    conditionCodes: ['text'],
    occurrences: [{ fields: { code: 'text', on: 'text', from: 'text', to: 'text' } }],
    values: [{ fields: { code: 'text', amount: 'text' } }],
    otherPayers: [OTHER_PAYER],
    missingTeeth: ['text'],
    teethToExtract: ['text'],
    orthodontics: { fields: { months: 'number', monthsLeft: 'number', description: 'text' } },
    ambulance: AMBULANCE,
    spinalManipulation: { fields: { condition: 'text', description: 'text', moreDescription: 'text' } },
    repricing: REPRICING,
    drg: 'text',
    pricing: 'any',
    ...MORE_OF_CLAIM,
    lines: [LINE],
  },
};

/**
 * Reads one claim from parsed JSON. A value of the wrong kind (a number where text belongs, an array for an object)
 * gives a failure with its path; a text that is not a good date, amount or code is left to the rules.
 */
export function readClaim(value: unknown): ReadClaim | Failure {
  const unknown: UnknownField[] = [];
  return checkFields(value, CLAIM, undefined, unknown) ?? { claim: value as Claim, unknown };
}

/** Reads parsed JSON against any shape of this kind: the fields nobody knows, or the first failure with its path. */
export function readFields(value: unknown, shape: Fields): readonly UnknownField[] | Failure {
  const unknown: UnknownField[] = [];
  return checkFields(value, shape, undefined, unknown) ?? unknown;
}

/** The names of the fields that may stand where `path` points: for `/lines/0/unit` those of a line. */
export function claimFields(path: string): readonly string[] {
  let shape: Shape | undefined = CLAIM;
  for (const step of path.split('/').slice(1, -1)) {
    if (shape === undefined || typeof shape === 'string') return [];
    if (isList(shape)) shape = shape[0];
    else shape = 'fields' in shape ? shape.fields[step] : undefined;
  }
  return typeof shape === 'object' && 'fields' in shape ? Object.keys(shape.fields) : [];
}

export function isFailure(read: object): read is Failure {
  return 'recovery' in read;
}

/** Where in the claim the reader is: written out only when there is something to say, which is seldom. */
interface Place {
  readonly above: Place | undefined;
  readonly step: string | number;
}

function write(place: Place | undefined): string {
  return place ? `${write(place.above)}/${escapePointer(String(place.step))}` : '';
}

function checkFields(value: unknown, shape: Fields, place: Place | undefined, unknown: UnknownField[]): Failure | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(place, 'an object', value);
  const object = value as Record<string, unknown>;
  for (const name in object) {
    const field = fieldOf(shape, name);
    const inside = object[name];
    if (field === undefined) unknown.push({ path: write({ above: place, step: name }), name });
    else if (!fits(inside, field)) {
      const trouble = checkShape(inside, field, { above: place, step: name }, unknown);
      if (trouble) return trouble;
    }
  }
  for (const name of shape.needs ?? NO_NAMES) {
    if (Object.hasOwn(object, name)) continue;
    const path = write(place);
    return failure('claim/missing-field', `The ${path === '' ? 'claim' : `entry at ${path}`} has no ${quote(name)}.`, `${path}/${name}`);
  }
  return undefined;
}

/** The shape of a field. What every object inherits (`constructor`, `__proto__`) is none; asking whether a name is its own costs more. */
function fieldOf({ fields }: Fields, name: string): Shape | undefined {
  const field = fields[name];
  return typeof field === 'function' || field === Object.prototype ? undefined : field;
}

const NO_NAMES: readonly string[] = [];

/** Levels that a value of any kind may have: with those of a claim above it, it is within the limit. */
export const ANY_DEPTH = MAX_DEPTH - 8;

/** True for a single value of the right kind; false for anything that has to be looked into. */
function fits(value: unknown, shape: Shape): boolean {
  switch (shape) {
    case 'any':
      return true;
    case 'text':
      return typeof value === 'string' && value.length <= CLAIM_LIMITS.text;
    case 'number':
      return typeof value === 'number';
    case 'quantity':
      return typeof value === 'number' || typeof value === 'string';
    case 'pointer':
      return typeof value === 'number' || (typeof value === 'string' && value.length <= CLAIM_LIMITS.pointer);
    default:
      return false;
  }
}

const WANTED: Readonly<Record<Kind, string>> = {
  any: 'anything',
  text: 'text in quotes',
  number: 'a number without quotes',
  quantity: 'a number',
  pointer: 'a number from 1 or a letter A–L',
};

/** Called where `fits` said no. */
function checkShape(value: unknown, shape: Shape, place: Place, unknown: UnknownField[]): Failure | undefined {
  if (typeof shape === 'string') {
    if (shape !== 'text' || typeof value !== 'string') return wrong(place, WANTED[shape], value);
    const path = write(place);
    return failure('claim/too-large', `The text at ${path} has ${value.length} characters; the limit is ${CLAIM_LIMITS.text}.`, path);
  }
  if (isList(shape)) return checkList(value, shape[0], place, unknown);
  if ('oneOf' in shape) {
    return typeof value === 'string' && shape.oneOf.includes(value) ? undefined : wrong(place, `one of ${shape.oneOf.join(', ')}`, value);
  }
  return checkFields(value, shape, place, unknown);
}

function checkList(value: unknown, shape: Shape, place: Place, unknown: UnknownField[]): Failure | undefined {
  if (!Array.isArray(value)) return wrong(place, 'a list', value);
  const limit = listLimit(place.step);
  if (value.length > limit) {
    const path = write(place);
    return failure('claim/too-large', `The list at ${path} has ${value.length} entries; the limit is ${limit}.`, path);
  }
  for (let at = 0; at < value.length; at++) {
    if (fits(value[at], shape)) continue;
    const trouble = checkShape(value[at], shape, { above: place, step: at }, unknown);
    if (trouble) return trouble;
  }
  return undefined;
}

/** Most entries of a list, by the name of its field. */
export function listLimit(name: string | number): number {
  if (name === 'lines') return CLAIM_LIMITS.lines;
  return name === 'diagnoses' ? CLAIM_LIMITS.diagnoses : CLAIM_LIMITS.list;
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function wrong(place: Place | undefined, wanted: string, value: unknown): Failure {
  const path = write(place);
  const what = path === '' ? 'claim' : `field ${quote(path)}`;
  return failure('claim/wrong-shape', `The ${what} must be ${wanted}; it is ${describe(value)}.`, path);
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text ${quote(value)}`;
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${String(value)}`;
}

/** A name as a step of a JSON Pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.slice(0, 100).replace(/~/g, '~0').replace(/\//g, '~1');
}
