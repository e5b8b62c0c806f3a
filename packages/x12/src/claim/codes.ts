import type { Claim, Declared, Diagnosis, EquipmentCertification, Patient, Payer, Relation, StatedConditions } from '@cleanclaim/core';

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

/** CLM06, CLM07, CLM08 and OI03, CLM09 and OI06. */
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

/** Qualifiers of diagnoses in HI; those of ICD-9-CM are read, and never written. */
export const DIAGNOSIS_KINDS = words<NonNullable<Diagnosis['kind']>>([
  ['ABK', 'principal'],
  ['ABJ', 'admitting'],
  ['APR', 'reason'],
  ['ABN', 'external'],
  ['ABF', 'other'],
  ['BK', 'principal'],
  ['BJ', 'admitting'],
  ['PR', 'reason'],
  ['BN', 'external'],
  ['BF', 'other'],
]);

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
