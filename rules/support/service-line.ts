import { type ClaimView, type Day, type LineView, type PastClaim, type Provider, samePayer } from '@cleanclaim/core';

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
