import {
  type Claim,
  CleanclaimError,
  type Diagnosis,
  type InpatientProcedure,
  type Line,
  type OtherPayer,
  type Provider,
  readClaim,
  type ReadClaim,
  isFailure,
} from '@cleanclaim/core';
import { type Coding, codingsOf, type Cursor, take } from './cursor.ts';
import { readCoverage, readInsurer } from './read-coverage.ts';
import { readPerson, readProvider, readTaxonomy } from './read-people.ts';
import { readSupportingInfo } from './read-supporting-info.ts';
import type { Resources } from './resources.ts';
import { ACCIDENT_CODES, CLAIM_TYPES, DIAGNOSIS_TYPES, SYSTEM, TEAM_ROLES, type TeamRole } from './systems.ts';

export type Open<Type> = { -readonly [Key in keyof Type]: Type[Key] };
export type OpenClaim = Open<Omit<Claim, 'diagnoses' | 'procedures' | 'lines'>> & {
  diagnoses: Diagnosis[];
  procedures: InpatientProcedure[];
  lines: Open<Line>[];
};

/** Where parts of the claim stood in FHIR: JSON path of the claim → FHIR path. */
export type FhirOrigins = ReadonlyMap<string, string>;

/** A care team member by its sequence. */
interface Member {
  readonly sequence: number;
  readonly role: TeamRole | undefined;
  readonly provider: Provider | undefined;
  readonly responsible: boolean;
  readonly path: string;
}

/** Reads one FHIR Claim, R4 or R5. Throws CleanclaimError with the FHIR path of what is wrong; what was not read stays unmarked. */
export function readFhirClaim(
  at: Cursor,
  resources: Resources,
): { readonly read: ReadClaim; readonly origins: FhirOrigins; readonly passedOver: readonly string[] } {
  const origins = new Map<string, string>();
  const claim: OpenClaim = { type: readType(at), diagnoses: [], procedures: [], lines: [] };
  // Said by every claim that is sent; a draft, a cancelled one or a question stays unread and is told.
  for (const [name, value] of [
    ['status', 'active'],
    ['use', 'claim'],
  ] as const)
    if (at.get(name)?.value === value) at.use(name);
  at.use('created', 'priority', 'contained');
  const [identifier] = at.list('identifier');
  const id = identifier?.text('value');
  if (id !== undefined) claim.id = id;
  const bill = codingsOf(at.get('subType')).find(({ system }) => system === SYSTEM.typeOfBill);
  if (bill) claim.billType = take(bill);
  readPatient(at, claim, resources);
  readInsurance(at, claim, resources);
  const billing = readProvider(at.get('provider'), resources);
  if (billing) claim.billing = billing;
  const facility = readProvider(at.get('facility'), resources);
  if (facility) claim.facility = facility;
  readDiagnoses(at, claim, resources, origins);
  readProcedures(at, claim, resources, origins);
  readSupportingInfo(at, claim);
  readAround(at, claim);
  const passedOver = readItems(at, claim, readTeam(at, resources), origins);
  const total = at.money('total');
  if (total !== undefined) claim.total = total;
  return { read: checked(claim), origins, passedOver };
}

/** Our own reader has the last word on limits and shapes. */
function checked(claim: OpenClaim): ReadClaim {
  const { diagnoses, procedures, lines, ...rest } = claim;
  const read = readClaim({
    ...said(rest),
    ...(diagnoses.length > 0 ? { diagnoses } : {}),
    ...(procedures.length > 0 ? { procedures } : {}),
    lines,
  });
  if (isFailure(read)) throw new CleanclaimError(read.code, read.message, read.path);
  return read;
}

function readType(at: Cursor): Claim['type'] {
  const codings = codingsOf(at.get('type'));
  for (const [ours, theirs] of Object.entries(CLAIM_TYPES)) {
    const found = codings.find(({ code, system }) => code === theirs && (system === SYSTEM.claimType || system === ''));
    if (!found) continue;
    take(found);
    return ours as Claim['type'];
  }
  // In the United States eye care is billed as any other professional service; FHIR's own word is told as not carried over.
  if (codings.some(({ code }) => code === 'vision')) return 'professional';
  const [other] = codings;
  if (other)
    throw new CleanclaimError(
      'claim/wrong-shape',
      `Claim.type is ${JSON.stringify(other.code.slice(0, 40))}; professional, institutional and oral claims are read.`,
      'Claim.type',
    );
  throw new CleanclaimError('claim/missing-field', 'The Claim has no type.', 'Claim.type');
}

function readPatient(at: Cursor, claim: OpenClaim, resources: Resources): void {
  const patient = resources.follow(at.get('patient'), ['Patient']);
  if (!patient) return;
  claim.patient = readPerson(patient);
  const died = patient.get('deceasedDateTime');
  const day = died && dayOf(died);
  if (day !== undefined) claim.patient = { ...claim.patient, deathDate: day };
  const member = patient
    .list('identifier')
    .find((each) => codingsOf(each.get('type')).some(({ code, system }) => code === 'MB' && system === SYSTEM.identifierType));
  const memberId = member?.text('value');
  if (memberId === undefined) return;
  member?.use('type', 'use', 'system');
  claim.patient = { ...claim.patient, memberId };
}

/** The payer this claim goes to is the focal insurance, else the first; the others are `otherPayers`. */
function readInsurance(at: Cursor, claim: OpenClaim, resources: Resources): void {
  const insurances = at.list('insurance');
  const own = insurances.find((each) => each.get('focal')?.value === true) ?? insurances[0];
  const insurer = readInsurer(at.get('insurer'), resources);
  if (insurer) claim.payer = insurer;
  const others: OtherPayer[] = [];
  for (const each of insurances) {
    each.use('focal', 'sequence');
    const coverage = resources.follow(each.get('coverage'), ['Coverage']);
    if (each === own) readOwn(each, coverage, claim, resources);
    else if (coverage) {
      const { payer, subscriber, memberId } = readCoverage(coverage, resources);
      others.push({ payer, subscriber: { ...subscriber, ...(memberId === undefined ? {} : { memberId }) } });
    }
  }
  if (others.length > 0) claim.otherPayers = others.map(({ payer, subscriber }) => said({ payer, subscriber }));
}

function readOwn(at: Cursor, coverage: Cursor | undefined, claim: OpenClaim, resources: Resources): void {
  const [authorization] = at.list('preAuthRef');
  if (authorization) {
    if (typeof authorization.value !== 'string') throw authorization.wrong('text');
    authorization.use();
    claim.priorAuthorization = authorization.value;
  }
  if (!coverage) return;
  const { payer, subscriber, memberId } = readCoverage(coverage, resources);
  claim.payer = { ...payer, ...claim.payer };
  claim.subscriber = subscriber;
  // As from an 837: the number on the insurance card is the patient's, unless the file has another for the patient.
  if (memberId === undefined || claim.patient?.memberId === memberId) return;
  if (claim.patient?.memberId === undefined) claim.patient = { ...claim.patient, memberId };
  else claim.subscriber = { ...subscriber, memberId };
}

/** Without fields that hold nothing: a resource that is there and says nothing a claim knows is no field of the claim. */
function said<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => typeof value !== 'object' || value === null || Object.keys(value as object).length > 0),
  ) as Partial<Fields>;
}

/** In order of `sequence`; pointers of items are places in that order. */
function bySequence(list: readonly Cursor[]): readonly { readonly at: Cursor; readonly sequence: number }[] {
  const seen = new Map<number, string>();
  return list
    .map((at) => {
      const sequence = at.whole('sequence');
      if (sequence === undefined)
        throw new CleanclaimError('claim/missing-field', `The element ${at.path} has no sequence.`, `${at.path}.sequence`);
      const before = seen.get(sequence);
      if (before !== undefined)
        throw new CleanclaimError(
          'claim/wrong-shape',
          `The elements ${before} and ${at.path} have the same sequence ${sequence}.`,
          `${at.path}.sequence`,
        );
      seen.set(sequence, at.path);
      return { at, sequence };
    })
    .toSorted((one, other) => one.sequence - other.sequence);
}

function readDiagnoses(at: Cursor, claim: OpenClaim, resources: Resources, origins: Map<string, string>): void {
  for (const { at: each } of bySequence(at.list('diagnosis'))) {
    const condition = resources.follow(each.get('diagnosisReference'), ['Condition']);
    const codings = codingsOf(each.get('diagnosisCodeableConcept') ?? condition?.get('code'));
    const coding =
      codings.find(({ system }) => system === SYSTEM.icd10cm) ?? codings.find(({ system }) => system === SYSTEM.icd9cm) ?? codings[0];
    if (!coding) throw new CleanclaimError('claim/missing-field', `The diagnosis ${each.path} has no code in the file.`, each.path);
    each.get('diagnosisCodeableConcept')?.use('text');
    const diagnosis: Open<Diagnosis> = { code: known(coding, [SYSTEM.icd10cm, SYSTEM.icd9cm]) };
    const types = each.list('type').flatMap(codingsOf);
    for (const [kind, [, code]] of Object.entries(DIAGNOSIS_TYPES)) {
      const found = types.find((type) => type.code === code);
      if (!found || diagnosis.kind !== undefined) continue;
      take(found);
      diagnosis.kind = kind as NonNullable<Diagnosis['kind']>;
    }
    const present = codingsOf(each.get('onAdmission'))[0];
    if (present) diagnosis.poa = take(present).toUpperCase();
    origins.set(`/diagnoses/${claim.diagnoses.length}`, each.path);
    claim.diagnoses.push(diagnosis);
  }
}

/** A code of a system we know; of another, the code is kept and its system told as not carried over. */
function known(coding: Coding, systems: readonly string[]): string {
  if (systems.includes(coding.system) || coding.system === '') return take(coding);
  coding.at.use('code', 'display');
  return coding.code;
}

function readProcedures(at: Cursor, claim: OpenClaim, resources: Resources, origins: Map<string, string>): void {
  for (const { at: each } of bySequence(at.list('procedure'))) {
    const performed = resources.follow(each.get('procedureReference'), ['Procedure']);
    const codings = codingsOf(each.get('procedureCodeableConcept') ?? performed?.get('code'));
    const coding = codings.find(({ system }) => system === SYSTEM.icd10pcs) ?? codings[0];
    if (!coding) throw new CleanclaimError('claim/missing-field', `The procedure ${each.path} has no code in the file.`, each.path);
    const date = each.get('date');
    const on = date && dayOf(date);
    origins.set(`/procedures/${claim.procedures.length}`, each.path);
    claim.procedures.push({ code: known(coding, [SYSTEM.icd10pcs, SYSTEM.icd10cm]), ...(on === undefined ? {} : { on }) });
  }
}

/** The day of a date, or of a dateTime; the time of day then stays unread. */
export function dayOf(at: Cursor): string | undefined {
  if (typeof at.value !== 'string') throw at.wrong('a day');
  if (at.value.length <= 10) at.use();
  return at.value.slice(0, 10);
}

/** Period, accident, referral, the claim before. */
function readAround(at: Cursor, claim: OpenClaim): void {
  const period = at.get('billablePeriod');
  if (period) {
    const start = period.get('start');
    const end = period.get('end');
    const from = start && dayOf(start);
    const to = end && dayOf(end);
    claim.statement = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  }
  const accident = at.get('accident');
  if (accident) {
    const on = accident.text('date');
    const codings = codingsOf(accident.get('type'));
    const coding = codings.find(({ code }) => Object.values(ACCIDENT_CODES).includes(code));
    const word = coding ? undefined : accident.get('type')?.text('text');
    const kind = coding ? Object.entries(ACCIDENT_CODES).find(([, code]) => code === take(coding))?.[0] : word;
    const state = accident.get('locationAddress')?.text('state');
    accident.use('_date');
    claim.accident = {
      ...(on === undefined ? {} : { on }),
      ...(kind === undefined ? {} : { kind }),
      ...(state === undefined ? {} : { state }),
    };
  }
  const referral = at.get('referral')?.get('identifier')?.text('value');
  if (referral !== undefined) claim.referral = referral;
  const [related] = at.list('related');
  const original = related?.get('reference')?.text('value') ?? related?.get('claim')?.get('identifier')?.text('value');
  if (original !== undefined) {
    claim.originalClaim = original;
    const prior = codingsOf(related?.get('relationship')).find(({ code }) => code === 'prior');
    if (prior) take(prior);
  }
}

function readTeam(at: Cursor, resources: Resources): readonly Member[] {
  return bySequence(at.list('careTeam')).map(({ at: each, sequence }) => {
    const role = readRole(codingsOf(each.get('role')));
    // Nothing of a member without a field of the claim is carried over, so nothing of it is read.
    const provider = role === undefined ? undefined : readProvider(each.get('provider'), resources);
    const taxonomy =
      role === undefined ? undefined : (readTaxonomy(each.oneOrMany('qualification')) ?? readTaxonomy(each.oneOrMany('specialty')));
    return {
      sequence,
      role,
      provider: provider && { ...provider, ...(taxonomy === undefined ? {} : { taxonomy }) },
      responsible: each.boolean('responsible') === true,
      path: each.path,
    };
  });
}

function readRole(codings: readonly Coding[]): TeamRole | undefined {
  for (const [role, [x12, , code]] of Object.entries(TEAM_ROLES)) {
    const found = codings.filter((coding) => (coding.system === SYSTEM.x12Entity ? coding.code === x12 : coding.code === code));
    if (found.length === 0) continue;
    for (const coding of found) take(coding);
    return role as TeamRole;
  }
  // Who performed what the claim is for, by other names.
  const other = codings.find(({ code }) => code === 'primary' || code === 'performing');
  if (!other) return undefined;
  take(other);
  return 'rendering';
}

/** Reads the lines and who served them; gives the paths of care team members that the claim has no place left for. */
function readItems(at: Cursor, claim: OpenClaim, team: readonly Member[], origins: Map<string, string>): readonly string[] {
  const items = bySequence(at.list('item'));
  const places = new Map(bySequence(at.list('diagnosis')).map(({ sequence }, place) => [sequence, place + 1]));
  const diagnosisPlaces: Places = { bySequence: places, counted: [...places].every(([sequence, place]) => sequence === place) };
  const named = items.map(({ at: item }) => sequences(item, 'careTeamSequence'));
  const rendering = new Map(team.filter(({ role }) => role === 'rendering').map((member) => [member.sequence, member]));
  const whole = renderingOfAll([...rendering.values()], named);
  const seated = new Set<Member>();
  for (const member of team) {
    if (member.role === undefined || !member.provider || (member.role === 'rendering' && member !== whole)) continue;
    if (claim[member.role] !== undefined) continue;
    claim[member.role] = member.provider;
    seated.add(member);
    origins.set(`/${member.role}`, member.path);
  }
  items.forEach(({ at: item }, index) => {
    const line = readItem(item, diagnosisPlaces);
    const own = (named[index] ?? []).map((sequence) => rendering.get(sequence)).find((member) => member?.provider && member !== whole);
    if (own?.provider) {
      line.rendering = own.provider;
      seated.add(own);
    }
    origins.set(`/lines/${index}`, item.path);
    claim.lines.push(line);
  });
  return team.filter((member) => member.provider && !seated.has(member)).map(({ path }) => path);
}

/** Who rendered the claim as a whole: whoever is called responsible, else a member that every item names, else one that none does. */
function renderingOfAll(rendering: readonly Member[], named: readonly (readonly number[])[]): Member | undefined {
  const uses = new Map<number, number>();
  for (const list of named) for (const sequence of new Set(list)) uses.set(sequence, (uses.get(sequence) ?? 0) + 1);
  const known = rendering.filter(({ provider }) => provider !== undefined);
  return (
    known.find(({ responsible }) => responsible) ??
    known.find(({ sequence }) => uses.get(sequence) === named.length) ??
    known.find(({ sequence }) => !uses.has(sequence))
  );
}

function sequences(item: Cursor, name: string): readonly number[] {
  return item.list(name).map((each) => {
    if (typeof each.value !== 'number' || !Number.isInteger(each.value)) throw each.wrong('a whole number');
    each.use();
    return each.value;
  });
}

const PROCEDURES = [SYSTEM.cpt, SYSTEM.hcpcs, SYSTEM.cdt];

function readItem(item: Cursor, diagnosisPlaces: Places): Open<Line> {
  const line: Open<Line> = {};
  const service = item.get('productOrService');
  const codings = codingsOf(service);
  const coding =
    PROCEDURES.map((wanted) => codings.find(({ system }) => system === wanted)).find((found) => found !== undefined) ??
    codings.find(({ system }) => system !== SYSTEM.ndc);
  // An institutional line may have a revenue code alone, and FHIR R4 wants something here.
  if (coding?.system === SYSTEM.absent) take(coding);
  else if (coding) line.code = known(coding, PROCEDURES);
  const description = service?.text('text');
  if (description !== undefined) line.description = description;
  const modifiers = item.list('modifier').flatMap((each) => {
    const found = codingsOf(each)[0];
    return found ? [known(found, [SYSTEM.cpt, SYSTEM.hcpcs])] : [];
  });
  if (modifiers.length > 0) line.modifiers = modifiers;
  const revenue = codingsOf(item.get('revenue'))[0];
  if (revenue) line.revenue = known(revenue, [SYSTEM.revenue]);
  readServiced(item, line);
  const pos = codingsOf(item.get('locationCodeableConcept'))[0];
  if (pos) line.pos = known(pos, [SYSTEM.placeOfService]);
  readQuantity(item, line);
  const charge = item.money('net');
  if (charge !== undefined) line.charge = charge;
  readUnitPrice(item, line);
  const pointers = item.list('diagnosisSequence').map((each) => readPointer(each, diagnosisPlaces));
  if (pointers.length > 0) line.pointers = pointers;
  readMouth(item, line);
  readDrug(item, line);
  return line;
}

/** Diagnoses by their sequence: places from 1. */
interface Places {
  readonly bySequence: ReadonlyMap<number, number>;
  /** Sequences are the places themselves. */
  readonly counted: boolean;
}

/** A pointer past the last diagnosis is kept, for the rules to report, where sequences count from 1; else nobody can tell what it means. */
function readPointer(at: Cursor, { bySequence: places, counted }: Places): number {
  const { value } = at;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw at.wrong('a whole number');
  const place = places.get(value) ?? (counted ? value : undefined);
  if (place === undefined) throw new CleanclaimError('claim/wrong-shape', `${at.path} names no diagnosis of the claim.`, at.path);
  at.use();
  return place;
}

function readServiced(item: Cursor, line: Open<Line>): void {
  const date = item.get('servicedDate');
  const day = date && dayOf(date);
  if (day !== undefined) line.from = day;
  const period = item.get('servicedPeriod');
  const start = period?.get('start');
  const end = period?.get('end');
  if (start) line.from = dayOf(start) ?? '';
  if (end) line.to = dayOf(end) ?? '';
}

function readQuantity(item: Cursor, line: Open<Line>): void {
  const quantity = item.get('quantity');
  const value = quantity?.number('value');
  if (!quantity || value === undefined) return;
  const unit = quantity.get('code')?.value ?? quantity.get('unit')?.value;
  if (unit === 'min') line.minutes = value;
  // Anaesthesia is one service however long it takes.
  line.units = unit === 'min' ? 1 : value;
  if (unit === 'd') line.unit = 'days';
  if (unit === undefined || unit === 'min' || unit === 'd' || unit === '1') quantity.use('code', 'unit', 'system');
}

/** A price a unit says nothing new where units times price is the charge. */
function readUnitPrice(item: Cursor, line: Open<Line>): void {
  const price = item.peekMoney('unitPrice');
  const net = item.peekMoney('net');
  const units = line.units ?? 1;
  if (price !== undefined && net !== undefined && Number.isInteger(units) && price * units === net) item.use('unitPrice');
}

function readMouth(item: Cursor, line: Open<Line>): void {
  // One concept in R4, a list with its sites in R5.
  const [site] = item.oneOrMany('bodySite');
  const concept = site?.list('site')[0]?.get('concept') ?? site;
  const tooth = codingsOf(concept)[0];
  if (tooth) line.tooth = known(tooth, [SYSTEM.tooth]);
  const surfaces = [...item.list('subSite'), ...(site?.list('subSite') ?? [])]
    .flatMap((each) => codingsOf(each).slice(0, 1))
    .map((each) => known(each, [SYSTEM.surface]));
  if (surfaces.length > 0) line.surfaces = surfaces.join('');
}

function readDrug(item: Cursor, line: Open<Line>): void {
  const own = codingsOf(item.get('productOrService')).find(({ system }) => system === SYSTEM.ndc);
  if (own) line.ndc = { code: take(own) };
  const detail = item.list('detail').find((each) => codingsOf(each.get('productOrService')).some(({ system }) => system === SYSTEM.ndc));
  const drug = codingsOf(detail?.get('productOrService')).find(({ system }) => system === SYSTEM.ndc);
  if (!detail || !drug) return;
  detail.use('sequence');
  const quantity = detail.get('quantity');
  const value = quantity?.number('value');
  const unit = quantity?.text('unit');
  line.ndc = { code: take(drug), ...(value === undefined ? {} : { quantity: value }), ...(unit === undefined ? {} : { unit }) };
}
