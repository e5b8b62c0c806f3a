import { type ClaimView, type Day, type LineView, type PastClaim, type Provider, samePayer, type Severity } from '@cleanclaim/core';

/** The day a line's tables are asked on: its own first day, else the claim's. */
export function lineDay(line: LineView, claim: ClaimView): Day | undefined {
  return line.from ?? claim.on;
}

/** First day that two lines share; undefined when they share none or a date is missing. */
export function sharedDay(one: LineView, other: LineView): Day | undefined {
  if (one.from === undefined || other.from === undefined) return undefined;
  if (one.from === other.from) return one.from;
  const first = one.from > other.from ? one.from : other.from;
  return (one.to ?? one.from) >= first && (other.to ?? other.from) >= first ? first : undefined;
}

/**
 * Whether two lines count as one provider's: the same practitioner, or two of one group and specialty, who "must bill
 * and be paid as though they were a single physician" (Medicare Claims Processing Manual, chapter 12, 30.6.5).
 * `unknown` when two practitioners bill together and the specialty of one is not on the claim.
 */
export function sameProvider(one: LineView, other: LineView, { claim, type }: ClaimView): 'yes' | 'no' | 'unknown' {
  if (type === 'institutional') return 'yes';
  const first: Provider | undefined = one.line.rendering ?? claim.rendering;
  const second: Provider | undefined = other.line.rendering ?? claim.rendering;
  if (first === second || first?.npi === second?.npi) return 'yes';
  if (first?.npi === undefined || second?.npi === undefined) return 'unknown';
  if (first.taxonomy === undefined || second.taxonomy === undefined) return 'unknown';
  return first.taxonomy === second.taxonomy ? 'yes' : 'no';
}

/** A line with the claim it stands on; `past` when that is another claim of the patient. */
export interface Service {
  readonly line: LineView;
  readonly claim: ClaimView;
  readonly past?: PastClaim;
}

/** Where a service stands, in words: `line 2`, or `line 2 of claim A-99`. */
export function placeOf({ line, past }: Service): string {
  return past ? `line ${line.n} of ${past.name}` : `line ${line.n}`;
}

/** Lines of other claims that one payer edits together with those of the claim: claims of one type to the same payer. */
export function otherLines(claim: ClaimView, past: readonly PastClaim[]): readonly Service[] {
  return past.flatMap((each) =>
    each.view.type === claim.type && samePayer(each.view.claim, claim.claim)
      ? each.view.lines.map((line) => ({ line, claim: each.view, past: each }))
      : [],
  );
}

/**
 * Whether two services count as one provider's, on one claim or on two. Across claims: the same practitioner (who renders,
 * else who bills), or two of one group (NPI or tax id of who bills) and one specialty.
 */
export function sameProviderOf(one: Service, other: Service): 'yes' | 'no' | 'unknown' {
  if (one.claim === other.claim) return sameProvider(one.line, other.line, one.claim);
  const group = sameBiller(one.claim.claim.billing, other.claim.claim.billing);
  if (one.claim.type === 'institutional') return group;
  const [first, second] = [rendering(one), rendering(other)];
  if (!first && !second) return group;
  const [npi, otherNpi] = [(first ?? one.claim.claim.billing)?.npi, (second ?? other.claim.claim.billing)?.npi];
  if (npi !== undefined && npi === otherNpi) return 'yes';
  if (group === 'no') return 'no';
  if (npi === undefined || otherNpi === undefined || first?.taxonomy === undefined || second?.taxonomy === undefined) return 'unknown';
  return first.taxonomy === second.taxonomy ? group : 'no';
}

/** Who rendered a service; undefined where that is who bills, or is not said. */
function rendering({ line, claim }: Service): Provider | undefined {
  return line.line.rendering ?? claim.claim.rendering;
}

/** Whether two claims are billed by one provider or group; unknown when they have neither number both. */
export function sameBiller(one: Provider | undefined, other: Provider | undefined): 'yes' | 'no' | 'unknown' {
  const npis = one?.npi !== undefined && other?.npi !== undefined;
  const taxIds = one?.taxId !== undefined && other?.taxId !== undefined;
  if ((npis && one.npi === other.npi) || (taxIds && one.taxId === other.taxId)) return 'yes';
  return npis || taxIds ? 'no' : 'unknown';
}

/** True when the finding is Medicare's own; other payers follow Medicare's edits as their contracts say. */
export function isMedicare({ payer }: ClaimView): boolean {
  return payer === 'medicare' || payer === '';
}

/** How a Medicare edit counts: its own severity for Medicare, a warning to look at for a payer that may follow it. */
export function weight(claim: ClaimView, severity: Severity, review = false): { severity: Severity; status: 'fail' | 'review' } {
  if (isMedicare(claim)) return { severity, status: review ? 'review' : 'fail' };
  return { severity: severity === 'info' ? 'info' : 'warning', status: 'review' };
}

/** The same of an NCCI edit, which Medicaid has in files of its own. */
export function ncciWeight(claim: ClaimView, severity: Severity, review = false): ReturnType<typeof weight> {
  return claim.payer === 'medicaid' ? { severity, status: review ? 'review' : 'fail' } : weight(claim, severity, review);
}

export function ncciWhose(claim: ClaimView): string {
  return claim.payer === 'medicaid' ? ' This is an edit of Medicaid, which a state may have leave to set aside.' : whose(claim);
}

/** A sentence that says whose edit it is, where the payer is another. */
export function whose(claim: ClaimView): string {
  return isMedicare(claim) ? '' : ' This is an edit of Medicare, which many other payers use.';
}

export function hasAny(line: LineView, modifiers: ReadonlySet<string>): boolean {
  for (const modifier of line.modifiers) if (modifiers.has(modifier)) return true;
  return false;
}

/** The line's first modifier of a set. */
export function firstOf(line: LineView, modifiers: ReadonlySet<string>): string | undefined {
  return line.modifiers.find((modifier) => modifiers.has(modifier));
}

/** Modifiers that set a visit apart: unrelated to an operation, significant and separate, decision for surgery. */
export const OF_VISITS: ReadonlySet<string> = new Set(['24', '25', '57']);

/** A distinct service, and the finer forms of it. */
export const DISTINCT: ReadonlySet<string> = new Set(['59', 'XE', 'XS', 'XP', 'XU']);

/** Visits among the G codes of CMS: preventive and wellness visits, hospital clinic, telehealth consultations, FQHC visits, type B emergency. */
const G_VISITS = new Set(
  'G0245 G0246 G0380 G0381 G0382 G0383 G0384 G0402 G0406 G0407 G0408 G0425 G0426 G0427 G0438 G0439 G0463 G0466 G0467 G0468 G0469 G0470 G0508 G0509'.split(
    ' ',
  ),
);

/** Evaluation and management, in the sense of modifiers 24, 25 and 57: CPT's own chapter, its eye visits, and visits among the G codes. */
export function isEvaluation(code: string): boolean {
  if (code.length !== 5) return false;
  if (code.startsWith('G')) return G_VISITS.has(code);
  return (code >= '99202' && code <= '99499') || (code >= '92002' && code <= '92014');
}

/**
 * A visit that the package of an operation may hold: the evaluation codes without counselling, care management and
 * other services that are not visits.
 */
export function isVisit(code: string): boolean {
  return isEvaluation(code) && !(code >= '99366' && code <= '99379') && !(code >= '99401' && code <= '99499');
}

/** A visit of a patient who is new to the practice: office, eye, home and preventive visits of CPT, those before 2021 and 2023 too. */
export function isNewPatientVisit(code: string): boolean {
  if (code.length !== 5) return false;
  if (code === '92002' || code === '92004') return true;
  return (
    (code >= '99201' && code <= '99205') ||
    (code >= '99324' && code <= '99328') ||
    (code >= '99341' && code <= '99345') ||
    (code >= '99381' && code <= '99387')
  );
}

/** Somebody who helps the surgeon: 80, 81, 82 and AS. */
export const ASSISTANT: ReadonlySet<string> = new Set(['80', '81', '82', 'AS']);
