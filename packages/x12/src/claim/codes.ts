import type {
  Claim,
  Declared,
  Diagnosis,
  EquipmentCertification,
  FormAnswer,
  InpatientProcedure,
  MemberIdKind,
  Patient,
  Payer,
  PayerProviderRole,
  Relation,
  Rental,
  StatedConditions,
} from '@cleanclaim/core';

/** Codes of the 837 and the words of the claim model, for reading and for writing. */
interface Words<Word extends string> {
  readonly word: (code: string) => Word | undefined;
  readonly code: (word: Word | undefined) => string | undefined;
}

/** Where two codes have one word, the first is written. */
function words<Word extends string>(pairs: readonly (readonly [code: string, word: Word])[]): Words<Word> {
  const byCode = new Map<string, Word>(pairs);
  const byWord = new Map<Word, string>(pairs.toReversed().map(([code, word]) => [word, code]));
  return { word: (code) => byCode.get(code), code: (word) => (word === undefined ? undefined : byWord.get(word)) };
}

/** Data element 1068. */
export const SEXES = words<NonNullable<Patient['sex']>>([
  ['F', 'female'],
  ['M', 'male'],
  ['U', 'unknown'],
]);

/** Data element 1069: what the patient is to the subscriber. */
export const RELATION_CODES = words<Relation>([
  ['18', 'self'],
  ['01', 'spouse'],
  ['19', 'child'],
  ['20', 'employee'],
  ['21', 'unknown'],
  ['39', 'organ-donor'],
  ['40', 'cadaver-donor'],
  ['53', 'life-partner'],
  ['G8', 'other'],
]);

/** Data element 1362. */
export const ACCIDENTS = words<string>([
  ['AA', 'auto'],
  ['EM', 'employment'],
  ['OA', 'other'],
]);

/** CLM06, CLM07, CLM08 and OI03, CLM09 and OI06, CLM10 and OI04. */
export const SIGNATURE = words<NonNullable<Declared['signature']>>([
  ['Y', 'yes'],
  ['N', 'no'],
]);
export const ASSIGNMENT = words<NonNullable<Declared['assignment']>>([
  ['A', 'accepted'],
  ['B', 'laboratory-only'],
  ['C', 'not-accepted'],
]);
export const BENEFITS = words<NonNullable<Declared['benefits']>>([
  ['Y', 'yes'],
  ['N', 'no'],
  ['W', 'not-applicable'],
]);
export const RELEASE = words<NonNullable<Declared['release']>>([
  ['Y', 'signed'],
  ['I', 'informed'],
]);

export const PATIENT_SIGNATURE = words<NonNullable<Declared['patientSignature']>>([['P', 'by-provider']]);

/** Data element 1073 in CRC. */
export const ANSWERS = words<NonNullable<StatedConditions['answer']>>([
  ['Y', 'yes'],
  ['N', 'no'],
]);

/** Data element 1322. */
export const CERTIFICATIONS = words<NonNullable<EquipmentCertification['kind']>>([
  ['I', 'initial'],
  ['R', 'renewal'],
  ['S', 'revised'],
]);

/** BHT06. `CH` is said of what is to be paid. */
export const PURPOSES = words<NonNullable<Claim['purpose']>>([
  ['RP', 'encounter'],
  ['31', 'subrogation'],
]);

/** Data element 66 of an insured person and of a payer; the first is what is meant when nothing is said. */
export const MEMBER_ID_KINDS = words<MemberIdKind>([
  ['MI', 'member'],
  ['II', 'health-identifier'],
]);
export const PAYER_ID_KINDS = words<NonNullable<Payer['idKind']>>([
  ['PI', 'payer'],
  ['XV', 'health-plan'],
]);

/** Data element 594. */
export const RENT_PERIODS = words<NonNullable<Rental['per']>>([
  ['1', 'week'],
  ['4', 'month'],
  ['6', 'day'],
]);

/** FRM02. */
export const FORM_ANSWERS = words<NonNullable<FormAnswer['answer']>>([
  ['Y', 'yes'],
  ['N', 'no'],
  ['W', 'not-applicable'],
]);

/** NM101 of providers. */
export const ROLES = words<PayerProviderRole>([
  ['85', 'billing'],
  ['82', 'rendering'],
  ['DN', 'referring'],
  ['P3', 'primary-care'],
  ['71', 'attending'],
  ['72', 'operating'],
  ['ZZ', 'other-operating'],
  ['DQ', 'supervising'],
  ['DD', 'assistant'],
  ['77', 'facility'],
]);

/** What a provider of a role is mostly. */
export function usualEntity(role: PayerProviderRole | undefined): 'person' | 'organization' {
  return role === 'billing' || role === 'facility' ? 'organization' : 'person';
}

/** Qualifiers of diagnoses in HI, by the code system. */
const DIAGNOSIS_LISTS: readonly (readonly [list: string, kind: NonNullable<Diagnosis['kind']>, system: Diagnosis['codeSystem']])[] = [
  ['ABK', 'principal', undefined],
  ['ABJ', 'admitting', undefined],
  ['APR', 'reason', undefined],
  ['ABN', 'external', undefined],
  ['ABF', 'other', undefined],
  ['BK', 'principal', 'icd9cm'],
  ['BJ', 'admitting', 'icd9cm'],
  ['PR', 'reason', 'icd9cm'],
  ['BN', 'external', 'icd9cm'],
  ['BF', 'other', 'icd9cm'],
  ['TQ', 'other', 'snodent'],
];
const LISTED = new Map(DIAGNOSIS_LISTS.map(([list, kind, system]) => [list, { kind, system }]));
const ICD10CM_LISTS = listsOf(undefined);
const ICD9CM_LISTS = listsOf('icd9cm');

function listsOf(system: Diagnosis['codeSystem']): ReadonlyMap<string, string> {
  return new Map(DIAGNOSIS_LISTS.filter((each) => each[2] === system).map(([list, kind]) => [kind, list]));
}

const PRINCIPAL = LISTED.get('ABK');
const OTHER = LISTED.get('ABF');

/** Kind and code system of the diagnoses in an HI with this qualifier; no system is ICD-10-CM. */
export function diagnosisOf(
  list: string,
): { readonly kind: NonNullable<Diagnosis['kind']>; readonly system: Diagnosis['codeSystem'] } | undefined {
  // Nearly all are these two.
  if (list === 'ABF') return OTHER;
  return list === 'ABK' ? PRINCIPAL : LISTED.get(list);
}

/** Dental terms have one list for all kinds. */
export function diagnosisList(kind: NonNullable<Diagnosis['kind']>, system: Diagnosis['codeSystem']): string {
  if (system === 'snodent') return 'TQ';
  return (system === 'icd9cm' ? ICD9CM_LISTS : ICD10CM_LISTS).get(kind) ?? '';
}

/** HI qualifiers of the principal procedure and of others, by code system. */
const PROCEDURE_LISTS: Readonly<Record<NonNullable<InpatientProcedure['codeSystem']>, readonly [principal: string, other: string]>> = {
  icd10pcs: ['BBR', 'BBQ'],
  icd9cm: ['BR', 'BQ'],
  abc: ['CAH', 'CAH'],
};

export function inpatientList(system: InpatientProcedure['codeSystem'], at: number): string {
  const [principal, other] = PROCEDURE_LISTS[system ?? 'icd10pcs'];
  return at === 0 ? principal : other;
}

/** Order of payers (data element 1138): P is 1, S 2, T 3, A to H the fourth to the eleventh, U unknown. */
const ORDERS = 'UPSTABCDEFGH';

export function orderOf(code: string): number {
  return Math.max(0, code === '' ? 0 : ORDERS.indexOf(code));
}

export function orderCode(order: number): string {
  return ORDERS[order] ?? 'U';
}

/** SBR09 → the word our rules ask payers by; every other plan is commercial, and ZZ says nothing. */
const PAYER_KINDS: ReadonlyMap<string, string> = new Map([
  ['MA', 'medicare'],
  ['MB', 'medicare'],
  ['16', 'medicare'],
  ['MC', 'medicaid'],
  ['CH', 'tricare'],
  ['VA', 'va'],
  ['WC', 'workers-compensation'],
  ['AM', 'auto'],
]);
/** What SBR09 is written as when the claim names only the kind. */
const FILING: ReadonlyMap<string, string> = new Map([
  ['medicare', 'MB'],
  ['medicaid', 'MC'],
  ['tricare', 'CH'],
  ['va', 'VA'],
  ['workers-compensation', 'WC'],
  ['auto', 'AM'],
  ['commercial', 'CI'],
]);
const NOT_SAID = 'ZZ';

export function filingOf(payer: Payer | undefined, type: Claim['type']): string {
  if (payer?.filing !== undefined) return payer.filing;
  const code = FILING.get(payer?.kind ?? '') ?? NOT_SAID;
  return code === 'MB' && type === 'institutional' ? 'MA' : code;
}

/** `kind`, and `filing` where the kind alone would be written as another code. */
export function payerOfFiling(filing: string, type: Claim['type']): Pick<Payer, 'kind' | 'filing'> {
  if (filing === '' || filing === NOT_SAID) return {};
  const kind = PAYER_KINDS.get(filing) ?? 'commercial';
  return filingOf({ kind }, type) === filing ? { kind } : { kind, filing };
}

/** The order a payer has when the claim does not say: the first that no other payer has. */
export function firstFreeOrder(claim: Pick<Claim, 'otherPayers'>): number {
  if (!claim.otherPayers || claim.otherPayers.length === 0) return 1;
  const taken = new Set(claim.otherPayers.map(({ payer }) => payer?.order ?? 0));
  let order = 1;
  while (taken.has(order)) order++;
  return order;
}

/** Number of a line where the claim gives none: the payment names the line by it (REF 6R). */
export function lineControl(claimId: string | undefined, number: number): string {
  return `${(claimId ?? '').slice(0, 24)}-${number}`;
}

/** Revenue codes that stand with a HIPPS code, not a HCPCS code (skilled nursing, home health and rehabilitation payment groups). */
const HIPPS_REVENUE: ReadonlySet<string> = new Set(['0022', '0023', '0024']);

export function procedureList(type: Claim['type'], revenue: string | undefined): string {
  if (type === 'dental') return 'AD';
  return type === 'institutional' && HIPPS_REVENUE.has(revenue ?? '') ? 'HP' : 'HC';
}
