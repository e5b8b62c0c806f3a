import {
  type Claim,
  CleanclaimError,
  type Day,
  type Diagnosis,
  formatMoney,
  type Line,
  type OtherPayer,
  parseMoney,
  type Payer,
  type Provider,
  type Subscriber,
} from '@cleanclaim/core';
import { lostFields } from './lost-fields.ts';
import { readFhirValue } from './read-fhir.ts';
import {
  ACCIDENT_CODES,
  CLAIM_TYPES,
  DATA_ABSENT,
  DIAGNOSIS_TYPES,
  NAMED_FACTS,
  RELATION_CODES,
  STAY_FACTS,
  SYSTEM,
  TEAM_ROLES,
  type TeamRole,
} from './systems.ts';
import { uuidOf } from './uuid.ts';
import { addressOf, type JsonObject, listed, personName, present, telecomOf } from './write-parts.ts';

export type { Json } from './write-parts.ts';
export type FhirVersion = 'r4' | 'r5';

export interface WrittenFhir {
  /** A Bundle of type collection: the Claim and the resources it refers to. */
  readonly bundle: JsonObject;
  /** JSON paths of the claim's fields that FHIR has no place for, or that would read differently: they are not in the Bundle. */
  readonly lost: readonly string[];
}

/**
 * A claim as a FHIR Claim in a Bundle. `created` is the day it is made, which FHIR asks for. What is written is read
 * back and compared, so that nothing is lost in silence: see `lost`.
 */
export function writeFhir(claim: Claim, version: FhirVersion, created: Day): WrittenFhir {
  const bundle = new Writer(claim, version, created).bundle();
  const [entry] = readFhirValue(bundle);
  if (!entry || 'failure' in entry) {
    const why = entry?.failure;
    throw new CleanclaimError(
      why?.code ?? 'claim/wrong-shape',
      `The claim cannot be written as FHIR. ${why?.message ?? ''}`.trim(),
      why?.path ?? '',
    );
  }
  return { bundle, lost: lostFields(claim, entry.read.claim) };
}

class Writer {
  readonly #claim: Claim;
  readonly #r5: boolean;
  readonly #created: Day;
  readonly #entries: JsonObject[] = [];
  readonly #team: JsonObject[] = [];

  constructor(claim: Claim, version: FhirVersion, created: Day) {
    this.#claim = claim;
    this.#r5 = version === 'r5';
    this.#created = created;
  }

  bundle(): JsonObject {
    const resource = this.#resource();
    const self = { fullUrl: this.#url('claim'), resource };
    return { resourceType: 'Bundle', type: 'collection', entry: [self, ...this.#entries] };
  }

  #resource(): JsonObject {
    const claim = this.#claim;
    const patient = this.#patient();
    const payer = this.#add('payer', this.#payer(claim.payer ?? {}));
    const billing = this.#party('billing', claim.billing ?? {}, 'Organization');
    const facility = claim.facility && this.#party('facility', claim.facility, 'Location');
    const memberId = claim.subscriber?.memberId ?? claim.patient?.memberId;
    const coverage = this.#coverage(
      '',
      claim.payer ?? {},
      { ...claim.subscriber, ...(memberId === undefined ? {} : { memberId }) },
      patient,
      payer,
    );
    // The team is numbered as roles and then lines meet it.
    this.#roles();
    const items = claim.lines.map((line, at) => this.#item(line, at));
    return present({
      resourceType: 'Claim',
      identifier: claim.id === undefined ? undefined : [{ value: claim.id }],
      status: 'active',
      type: concept(SYSTEM.claimType, CLAIM_TYPES[claim.type]),
      subType: claim.billType === undefined ? undefined : concept(SYSTEM.typeOfBill, claim.billType),
      use: 'claim',
      patient,
      billablePeriod: claim.statement && present({ start: claim.statement.from, end: claim.statement.to }),
      created: this.#created,
      insurer: payer,
      provider: billing,
      priority: concept(SYSTEM.priority, 'normal'),
      related:
        claim.originalClaim === undefined
          ? undefined
          : [{ relationship: concept(SYSTEM.related, 'prior'), reference: { value: claim.originalClaim } }],
      referral: claim.referral === undefined ? undefined : { identifier: { value: claim.referral } },
      facility,
      careTeam: listed(this.#team),
      supportingInfo: listed(this.#supportingInfo()),
      diagnosis: listed((claim.diagnoses ?? []).map((diagnosis, at) => writeDiagnosis(diagnosis, at))),
      procedure: listed(
        (claim.procedures ?? []).map(({ code, on, date }, at) =>
          present({ sequence: at + 1, date: on ?? date, procedureCodeableConcept: concept(SYSTEM.icd10pcs, code) }),
        ),
      ),
      insurance: [
        present({
          sequence: 1,
          focal: true,
          coverage,
          preAuthRef: claim.priorAuthorization === undefined ? undefined : [claim.priorAuthorization],
        }),
        ...(claim.otherPayers ?? []).map((other, at) => this.#otherInsurance(other, at + 2, patient)),
      ],
      accident: this.#accident(),
      item: listed(items),
      total: money(claim.total),
    });
  }

  /** A resource of its own in the Bundle; the reference to it. */
  #add(name: string, resource: JsonObject): JsonObject {
    const fullUrl = this.#url(name);
    this.#entries.push({ fullUrl, resource });
    return { reference: fullUrl };
  }

  #url(name: string): string {
    return `urn:uuid:${uuidOf(`${this.#claim.type} ${this.#claim.id ?? ''} ${name}`)}`;
  }

  #patient(): JsonObject {
    const { patient = {} } = this.#claim;
    return this.#add(
      'patient',
      present({
        resourceType: 'Patient',
        identifier: patient.memberId === undefined ? undefined : [{ type: concept(SYSTEM.identifierType, 'MB'), value: patient.memberId }],
        name: personName(patient.name),
        telecom: telecomOf(patient.phone),
        gender: patient.sex,
        birthDate: patient.birthDate,
        deceasedDateTime: patient.deathDate,
        address: addressOf(patient.address),
      }),
    );
  }

  #otherInsurance({ payer = {}, subscriber = {} }: OtherPayer, sequence: number, patient: JsonObject): JsonObject {
    const name = `insurance ${sequence} `;
    const insurer = this.#add(`${name}payer`, this.#payer(payer));
    return { sequence, focal: false, coverage: this.#coverage(name, payer, subscriber, patient, insurer) };
  }

  #payer(payer: Payer): JsonObject {
    const address = addressOf(payer.address);
    return present({
      resourceType: 'Organization',
      identifier: payer.id === undefined ? undefined : [{ value: payer.id }],
      name: payer.name,
      // R5 keeps an organization's address with its contacts.
      ...(this.#r5 ? { contact: address && [present({ address: address[0] })] } : { address }),
    });
  }

  /** `name` tells the coverages of several payers apart. */
  #coverage(name: string, { kind, filing, order }: Payer, subscriber: Subscriber, patient: JsonObject, payer: JsonObject): JsonObject {
    const { memberId } = subscriber;
    const relation = subscriber.relation === undefined ? undefined : RELATION_CODES[subscriber.relation];
    const about = present({
      name: personName(subscriber.name),
      telecom: telecomOf(subscriber.phone),
      gender: subscriber.sex,
      birthDate: subscriber.birthDate,
      address: addressOf(subscriber.address),
    });
    const holder =
      Object.keys(about).length === 0 ? undefined : this.#add(`${name}subscriber`, { resourceType: 'RelatedPerson', patient, ...about });
    return this.#add(
      `${name}coverage`,
      present({
        resourceType: 'Coverage',
        status: 'active',
        ...(this.#r5 ? { kind: 'insurance' } : {}),
        type:
          kind === undefined && filing === undefined
            ? undefined
            : present({ coding: filing === undefined ? undefined : [{ system: SYSTEM.x12Filing, code: filing }], text: kind }),
        subscriber: holder,
        subscriberId: memberId === undefined ? undefined : this.#r5 ? [{ value: memberId }] : memberId,
        beneficiary: patient,
        relationship: relation && {
          coding: [
            { system: SYSTEM.x12Relation, code: relation[0] },
            { system: SYSTEM.relation, code: relation[1] },
          ],
        },
        ...(this.#r5 ? { insurer: payer } : { payor: [payer] }),
        class: this.#group(subscriber),
        order: order !== undefined && order > 0 ? order : undefined,
      }),
    );
  }

  /** The group by its number; by its name alone it is a plan, as a class needs a value. */
  #group({ group, groupName }: Subscriber): readonly JsonObject[] | undefined {
    const value = group ?? groupName;
    if (value === undefined) return undefined;
    const type = concept(SYSTEM.coverageClass, group === undefined ? 'plan' : 'group');
    return [present({ type, value: this.#r5 ? { value } : value, name: groupName })];
  }

  /** A provider as the resource its name fits: a person is a Practitioner. `usual` is for one without a name. */
  #party(name: string, provider: Provider, usual: 'Organization' | 'Practitioner' | 'Location'): JsonObject {
    const person = typeof provider.name === 'object' && provider.name !== null;
    const resourceType = person ? 'Practitioner' : provider.name === undefined || usual === 'Location' ? usual : 'Organization';
    const address = addressOf(provider.address);
    const telecom = telecomOf(provider.phone);
    const taxonomy = provider.taxonomy === undefined ? undefined : concept(SYSTEM.taxonomy, provider.taxonomy);
    const identifier = [
      ...(provider.npi === undefined ? [] : [{ system: SYSTEM.npi, value: provider.npi }]),
      ...(provider.taxId === undefined ? [] : [{ system: provider.taxIdKind === 'ssn' ? SYSTEM.ssn : SYSTEM.ein, value: provider.taxId }]),
    ];
    const practitioner = resourceType === 'Practitioner';
    const organization = resourceType === 'Organization';
    return this.#add(
      name,
      present({
        resourceType,
        identifier: listed(identifier),
        ...(practitioner
          ? { name: personName(provider.name), address, telecom, qualification: taxonomy && [{ code: taxonomy }] }
          : { name: provider.name as string | undefined, type: taxonomy && [taxonomy] }),
        // R5 keeps how to reach an organization or a place with its contacts.
        ...(practitioner
          ? {}
          : this.#r5
            ? {
                ...(organization ? {} : { address: address?.[0] }),
                contact: address || telecom ? [present({ address: organization ? address?.[0] : undefined, telecom })] : undefined,
              }
            : { address: organization ? address : address?.[0], telecom }),
      }),
    );
  }

  #roles(): void {
    for (const role of Object.keys(TEAM_ROLES) as TeamRole[]) {
      const provider = this.#claim[role];
      if (provider) this.#join(role, role, provider, role === 'rendering');
    }
  }

  /** The sequence of a new member of the care team. */
  #join(name: string, role: TeamRole, provider: Provider, responsible: boolean): number {
    const [x12, system, code] = TEAM_ROLES[role];
    const sequence = this.#team.length + 1;
    this.#team.push(
      present({
        sequence,
        provider: this.#party(name, provider, 'Practitioner'),
        responsible: responsible ? true : undefined,
        role: { coding: [{ system: SYSTEM.x12Entity, code: x12 }, ...(system === undefined ? [] : [{ system, code }])] },
      }),
    );
    return sequence;
  }

  #supportingInfo(): JsonObject[] {
    const claim = this.#claim;
    const facts: JsonObject[] = [];
    const add = (category: JsonObject, fact: JsonObject): void => void facts.push({ sequence: facts.length + 1, category, ...fact });
    const info = concept(SYSTEM.information, 'info');
    if (claim.admission !== undefined || claim.discharge !== undefined)
      add(concept(SYSTEM.c4bbInformation, 'admissionperiod'), { timingPeriod: present({ start: claim.admission, end: claim.discharge }) });
    for (const [field, [category, system]] of Object.entries(STAY_FACTS)) {
      const code = claim[field as keyof typeof STAY_FACTS];
      if (code !== undefined) add(concept(SYSTEM.c4bbInformation, category), { code: concept(system, code) });
    }
    if (claim.medicalRecord !== undefined)
      add(concept(SYSTEM.c4bbInformation, 'medicalrecordnumber'), { valueString: claim.medicalRecord });
    if (claim.onset !== undefined) add(concept(SYSTEM.information, 'onset'), { timingDate: claim.onset });
    for (const code of claim.conditionCodes ?? []) add(info, { code: concept(SYSTEM.condition, code) });
    for (const { code = '', on, from, to } of claim.occurrences ?? []) {
      const span = from !== undefined || to !== undefined;
      const timing = span ? { timingPeriod: present({ start: from, end: to }) } : present({ timingDate: on });
      add(info, { code: concept(span ? SYSTEM.span : SYSTEM.occurrence, code), ...timing });
    }
    for (const { code = '', amount } of claim.values ?? []) {
      const value = decimal(amount);
      add(info, present({ code: concept(SYSTEM.value, code), valueQuantity: value === undefined ? undefined : { value } }));
    }
    for (const name of NAMED_FACTS) {
      const value = textAt(claim, name);
      if (value !== undefined) add({ text: name }, { valueString: value });
    }
    return facts;
  }

  #accident(): JsonObject | undefined {
    const { accident } = this.#claim;
    if (!accident) return undefined;
    const code = ACCIDENT_CODES[accident.kind ?? ''];
    return present({
      date: accident.on,
      // FHIR wants a day; the claim does not know it.
      _date: accident.on === undefined ? { extension: [{ url: DATA_ABSENT, valueCode: 'unknown' }] } : undefined,
      type: code !== undefined ? concept(SYSTEM.accident, code) : accident.kind === undefined ? undefined : { text: accident.kind },
      locationAddress: accident.state === undefined ? undefined : { state: accident.state },
    });
  }

  #item(line: Line, at: number): JsonObject {
    const team = line.rendering && this.#join(`line ${at + 1} rendering`, 'rendering', line.rendering, false);
    const timed = line.minutes !== undefined;
    const unit = timed
      ? { unit: 'min', system: SYSTEM.units, code: 'min' }
      : line.unit === 'days'
        ? { unit: 'd', system: SYSTEM.units, code: 'd' }
        : {};
    const amount = line.minutes ?? line.units;
    const tooth = line.tooth === undefined ? undefined : concept(SYSTEM.tooth, line.tooth);
    const surfaces = [...(line.surfaces ?? '')].map((letter) => concept(SYSTEM.surface, letter));
    return present({
      sequence: at + 1,
      careTeamSequence: team === undefined ? undefined : [team],
      diagnosisSequence: listed((line.pointers ?? []).map(pointerNumber).filter((pointer) => pointer !== undefined)),
      revenue: line.revenue === undefined ? undefined : concept(SYSTEM.revenue, line.revenue),
      productOrService: this.#service(line),
      modifier: listed((line.modifiers ?? []).map((modifier) => concept(/^\d{2}$/.test(modifier) ? SYSTEM.cpt : SYSTEM.hcpcs, modifier))),
      ...(line.from !== undefined && line.to === undefined
        ? { servicedDate: line.from }
        : { servicedPeriod: line.to === undefined ? undefined : present({ start: line.from, end: line.to }) }),
      locationCodeableConcept: line.pos === undefined ? undefined : concept(SYSTEM.placeOfService, line.pos),
      quantity: amount === undefined ? undefined : { value: amount, ...unit },
      net: money(line.charge),
      ...(this.#r5
        ? {
            bodySite:
              tooth || surfaces.length > 0 ? [present({ site: [tooth ? { concept: tooth } : {}], subSite: listed(surfaces) })] : undefined,
          }
        : { bodySite: tooth, subSite: listed(surfaces) }),
      detail: line.ndc?.code === undefined ? undefined : [drug(line.ndc)],
    });
  }

  /** R4 wants a service on every item; a line with a revenue code alone says that it has none. */
  #service({ code, description }: Line): JsonObject | undefined {
    const text = description === undefined ? {} : { text: description };
    if (code !== undefined) return { coding: [{ system: procedureSystem(code, this.#claim.type), code }], ...text };
    return this.#r5
      ? description === undefined
        ? undefined
        : text
      : { coding: [{ system: SYSTEM.absent, code: 'not-applicable' }], ...text };
  }
}

/** The text at a place of the claim such as `declared.release`. */
function textAt(claim: Claim, place: string): string | undefined {
  let at: unknown = claim;
  for (const step of place.split('.'))
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[step] : undefined;
  return typeof at === 'string' && at !== '' ? at : undefined;
}

function writeDiagnosis({ code, kind, poa }: Diagnosis, at: number): JsonObject {
  const type = kind === undefined ? undefined : DIAGNOSIS_TYPES[kind];
  return present({
    sequence: at + 1,
    diagnosisCodeableConcept: concept(SYSTEM.icd10cm, code),
    type: type && [concept(type[0], type[1])],
    onAdmission: poa === undefined ? undefined : concept(SYSTEM.presentOnAdmission, poa),
  });
}

/** A drug beside the service that gave it. */
function drug({ code = '', quantity, unit }: NonNullable<Line['ndc']>): JsonObject {
  const value = typeof quantity === 'string' ? Number(quantity) : quantity;
  return present({
    sequence: 1,
    productOrService: concept(SYSTEM.ndc, code),
    quantity: value === undefined && unit === undefined ? undefined : present({ value: Number.isFinite(value) ? value : undefined, unit }),
  });
}

/** HCPCS Level II begins with a letter, CDT with a D on dental claims, CPT with a digit. */
function procedureSystem(code: string, type: Claim['type']): string {
  if (type === 'dental' && /^D\d{4}$/i.test(code)) return SYSTEM.cdt;
  return /^[A-Z]/i.test(code) ? SYSTEM.hcpcs : SYSTEM.cpt;
}

function pointerNumber(pointer: number | string): number | undefined {
  const number =
    typeof pointer === 'string' && /^\s*[A-L]\s*$/i.test(pointer) ? pointer.trim().toUpperCase().charCodeAt(0) - 64 : Number(pointer);
  return Number.isInteger(number) ? number : undefined;
}

function concept(system: string, code: string): JsonObject {
  return { coding: [{ system, code }] };
}

function money(text: string | undefined): JsonObject | undefined {
  const value = decimal(text);
  return value === undefined ? undefined : { value, currency: 'USD' };
}

/** At most 15 digits, which a JSON number carries exactly. */
function decimal(text: string | undefined): number | undefined {
  const amount = text === undefined ? undefined : parseMoney(text);
  return amount === undefined ? undefined : Number(formatMoney(amount));
}
