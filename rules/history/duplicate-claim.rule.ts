import { type ClaimView, type Found, type LineView, type PastClaim, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { DUPLICATE_CLAIMS } from '../support/cites.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';
import { ASSISTANT, DISTINCT, hasAny } from '../support/modifiers.ts';
import { SITES } from '../support/ncci-pair.ts';
import { REPEATED, sameButModifiers, sameModifiers, sameService } from '../support/same-service.ts';
import { otherLines, placeOf, sameBiller, sameProviderOf, type Service } from '../support/service-line.ts';
import { spoken } from '../support/spoken.ts';

/** Modifiers that tell a service from one that looks like it: another site, a separate service, another part or role. */
const TELLS_APART: ReadonlySet<string> = new Set([...REPEATED, ...DISTINCT, ...SITES, ...ASSISTANT, '26', 'TC', '62', '66']);

export default rule({
  id: 'history/duplicate-claim',
  title: 'A claim or line that another claim holds already',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: ['history'],
  cites: [DUPLICATE_CLAIMS],

  on: 'claim',
  check(claim, { history }) {
    if (!history) return undefined;
    const others = otherLines(claim, history.claims).filter((each) => sameBiller(claim.claim.billing, each.claim.claim.billing) !== 'no');
    if (others.length === 0) return undefined;
    for (const { past } of others) if (past && repeats(claim, past)) return [wholeClaim(claim, past)];
    return claim.lines.flatMap((line) => lineFound({ line, claim }, others) ?? []);
  },

  examples: [
    { name: 'the same claim under another number', claim: lines({}), history: [earlier({})], finds: 1, codes: ['G0108'] },
    { name: 'one of its lines', claim: lines({}, { code: 'G0109' }), history: [earlier({})], finds: 1 },
    { name: 'with another charge: to be looked at', claim: lines({ charge: '75.00' }), history: [earlier({})], finds: 1 },
    { name: 'the other side', claim: lines({ modifiers: ['LT'] }), history: [earlier({ modifiers: ['RT'] })], finds: 0 },
    { name: 'repeated on purpose', claim: lines({ modifiers: ['76'] }), history: [earlier({})], finds: 0 },
    { name: 'another day', claim: lines({}), history: [earlier({ from: '2026-03-03' })], finds: 0 },
    { name: 'the claim itself', claim: lines({}), history: [lines({})], finds: 0 },
    { name: 'a replacement of it', claim: { ...lines({}), frequency: '7', originalClaim: 'ICN-1' }, history: [earlier({})], finds: 0 },
    { name: 'to another payer', claim: lines({}), history: [{ ...earlier({}), payer: { id: 'EX002' } }], finds: 0 },
    {
      name: 'by another practitioner of the group, in another specialty',
      claim: { ...lines({}), rendering: { npi: '1558598797', taxonomy: '207Q00000X' } },
      history: [{ ...earlier({}), rendering: { npi: '1987654328', taxonomy: '208600000X' } }],
      finds: 0,
    },
    {
      name: 'a hospital stay twice',
      claim: stay('2026-03-14', ['J18.9']),
      history: [{ ...stay('2026-03-14', ['J18.9']), id: 'A-99' }],
      finds: 1,
    },
    { name: 'two stays', claim: stay('2026-03-14', ['J18.9']), history: [{ ...stay('2026-03-20', ['J18.9']), id: 'A-99' }], finds: 0 },
  ],
});

/** True when each line of the claim stands on the other one too. */
function repeats(claim: ClaimView, past: PastClaim): boolean {
  if (!sameSpan(claim, past.view)) return false;
  return claim.lines.every((line) =>
    past.view.lines.some((other) => isExact({ line, claim }, { line: other, claim: past.view, past }) && !tellsApart(line, other)),
  );
}

/** Hospital claims of one kind of bill and one span of days; others are compared by their lines. */
function sameSpan(claim: ClaimView, other: ClaimView): boolean {
  if (claim.type !== 'institutional') return true;
  const [one, two] = [claim.claim, other.claim];
  const bill = (text: string | undefined): string =>
    text
      ?.trim()
      .replace(/^0(?=\d{3}$)/, '')
      .slice(0, 2) ?? '';
  const spans = claim.on === other.on && one.statement?.from === two.statement?.from && one.statement?.to === two.statement?.to;
  return spans && bill(one.billType) === bill(two.billType);
}

/** Date, code, modifiers, place, who, units and charge: what Medicare compares, and units. */
function isExact(one: Service, other: Service): boolean {
  const [a, b] = [one.line, other.line];
  return sameService(a, b) && a.charge === b.charge && a.line.units === b.line.units && sameProviderOf(one, other) !== 'no';
}

function tellsApart(one: LineView, other: LineView): boolean {
  if (hasAny(one, REPEATED) || hasAny(other, REPEATED)) return true;
  const only = (here: LineView, there: LineView): boolean =>
    here.modifiers.some((modifier) => TELLS_APART.has(modifier) && !there.modifiers.includes(modifier));
  return only(one, other) || only(other, one);
}

function wholeClaim(claim: ClaimView, { name }: PastClaim): Found {
  return {
    at: '/lines',
    codes: [...new Set(claim.lines.map(({ code }) => code).filter((code) => code !== ''))],
    message: `The claim repeats ${name} line for line.`,
    why: 'Payers deny an exact duplicate of a claim they have, paid or pending (CARC 18, group OA), and cannot be asked to let it through.',
    fix: `Do not send it. To correct ${name}, send a replacement (frequency 7 with the payer's number of it), or to Medicare Part B ask for a reopening.`,
  };
}

/** The line of another claim that a line repeats: an exact one where there is one, else one that is like it. */
function lineFound(own: Service, others: readonly Service[]): Found | undefined {
  const { line } = own;
  // Hospital lines without a procedure code are sums by department: alike, they may still be two.
  if (line.code === '' || line.from === undefined) return undefined;
  let like: Service | undefined;
  for (const other of others) {
    if (!sameButModifiers(line, other.line) || tellsApart(line, other.line) || sameProviderOf(own, other) === 'no') continue;
    if (isExact(own, other)) return repeated(own, other, true);
    like ??= other;
  }
  return like && repeated(own, like, false);
}

function repeated({ line, claim }: Service, other: Service, exact: boolean): Found {
  const certain = exact && claim.type !== 'institutional';
  const difference = sameModifiers(line.modifiers, other.line.modifiers) ? 'charge or units' : 'its modifiers';
  return {
    at: line.path,
    codes: [line.code],
    severity: certain ? 'error' : 'warning',
    status: certain ? 'fail' : 'review',
    message: exact
      ? `Line ${line.n} repeats ${placeOf(other)}: ${spoken(line.code)} on ${line.from ?? ''}.`
      : `Line ${line.n} is like ${placeOf(other)} but for ${difference}: ${spoken(line.code)} on ${line.from ?? ''}.`,
    why: exact
      ? 'Payers deny a line that they have from another claim as a duplicate (CARC 18, group OA).'
      : 'Payers hold a service of one provider and day that looks like another, until somebody has looked at it (CARC 18).',
    fix: 'Take the line off if it is the same service; else add the modifier that tells the two apart, such as 76, 77, 91, 59, RT or LT.',
  };
}

function lines(...changes: Parameters<typeof exampleLine>[2][]) {
  return visit('2026-03-04', ['I10'], { lines: changes.map((change) => exampleLine('2026-03-04', 1, change)) });
}

function earlier(changes: Parameters<typeof exampleLine>[2]) {
  return { ...lines(changes), id: 'A-99' };
}
