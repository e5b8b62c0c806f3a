import { type Claim, CleanclaimError, type Diagnosis, isFailure, readClaim, type ReadClaim } from '@cleanclaim/core';
import { codingsOf, type Cursor, take } from './cursor.ts';
import type { FhirOrigins, Open, OpenClaim } from './open-claim.ts';
import { readInsurance } from './read-insurance.ts';
import { readItems } from './read-items.ts';
import { bySequence, dayOf, known, said } from './read-parts.ts';
import { readPerson, readProvider } from './read-people.ts';
import { readSupportingInfo } from './read-supporting-info.ts';
import { readTeam } from './read-team.ts';
import type { Resources } from './resources.ts';
import { ACCIDENT_CODES, CLAIM_TYPES, DIAGNOSIS_TYPES, SYSTEM } from './systems.ts';

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

function readDiagnoses(at: Cursor, claim: OpenClaim, resources: Resources, origins: Map<string, string>): void {
  for (const { at: each } of bySequence(at.list('diagnosis'))) {
    const condition = resources.follow(each.get('diagnosisReference'), ['Condition']);
    const codings = codingsOf(each.get('diagnosisCodeableConcept') ?? condition?.get('code'));
    const coding =
      codings.find(({ system }) => system === SYSTEM.icd10cm) ?? codings.find(({ system }) => system === SYSTEM.icd9cm) ?? codings[0];
    if (!coding) throw new CleanclaimError('claim/missing-field', `The diagnosis ${each.path} has no code in the file.`, each.path);
    each.get('diagnosisCodeableConcept')?.use('text');
    const diagnosis: Open<Diagnosis> = { code: known(coding, [SYSTEM.icd10cm, SYSTEM.icd9cm, SYSTEM.snodent]) };
    if (coding.system === SYSTEM.icd9cm) diagnosis.codeSystem = 'icd9cm';
    else if (coding.system === SYSTEM.snodent) diagnosis.codeSystem = 'snodent';
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
