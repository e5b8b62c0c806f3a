import { type Found, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { stay } from '../support/example-claim.ts';
import { COVERED_DAYS, STATEMENT_AND_ADMISSION } from '../support/institutional-cites.ts';
import { type BilledStay, billedStay } from '../support/stay.ts';

const COVERED = '80';
const NOT_COVERED = '81';
const COINSURANCE = '82';
const LIFETIME_RESERVE = '83';
const DAYS: ReadonlySet<string> = new Set([COVERED, NOT_COVERED, COINSURANCE, LIFETIME_RESERVE]);

/** As many lifetime reserve days as Medicare gives in a life, and coinsurance days of a nursing stay in one spell. */
const MOST: Readonly<Record<string, number>> = { [LIFETIME_RESERVE]: 60, [COINSURANCE]: 80 };

export default rule({
  id: 'form/covered-days',
  title: 'Covered and non-covered days against the days of the stay (value codes 80 to 83)',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  from: ALWAYS,
  needs: [],
  cites: [COVERED_DAYS, STATEMENT_AND_ADMISSION],

  on: 'claim',
  check(claim) {
    const values = claim.claim.values;
    const stayed = values && billedStay(claim);
    if (!stayed) return undefined;
    const found: Found[] = [];
    const days = new Map<string, number>();
    values.forEach(({ code, amount }, at) => {
      const kind = code?.trim() ?? '';
      if (!DAYS.has(kind)) return;
      const count = wholeDays(amount);
      if (count === undefined) found.push(unreadable(kind, at));
      else days.set(kind, (days.get(kind) ?? 0) + count);
    });
    if (found.length === 0 && days.size > 0) addWrong(days, stayed, found);
    return found.length === 0 ? undefined : found;
  },

  examples: [
    { name: 'three days of three', claim: withDays(['80', '3']), finds: 0 },
    { name: 'two covered and one not', claim: withDays(['80', '2.00'], ['81', '1']), finds: 0 },
    { name: 'four covered days of three', claim: withDays(['80', '4']), finds: 1 },
    { name: 'two of three, and nothing said of the third', claim: withDays(['80', '2']), finds: 1 },
    {
      name: 'four of a patient who is still there',
      claim: { ...withDays(['80', '4']), dischargeStatus: '30', billType: '0112' },
      finds: 0,
    },
    {
      name: 'counted from the first day of the statement, before the admission',
      claim: { ...withDays(['80', '3'], ['81', '2']), statement: { from: '2026-02-27', to: '2026-03-04' } },
      finds: 0,
    },
    {
      name: 'admitted and discharged on one day, counted as none',
      claim: { ...withDays(['80', '0']), admission: '2026-03-04', statement: { from: '2026-03-04', to: '2026-03-04' } },
      finds: 0,
    },
    { name: 'more days with coinsurance than are covered', claim: withDays(['80', '3'], ['82', '4']), finds: 1 },
    { name: 'an amount that is no number of days', claim: withDays(['80', '3.50']), finds: 1 },
    { name: 'other value codes', claim: withDays(['01', '850.00']), finds: 0 },
    { name: 'none', claim: stay('2026-03-04', ['I10']), finds: 0 },
  ],
});

function wholeDays(amount: string | undefined): number | undefined {
  const written = /^(\d{1,5})(?:\.0{1,2})?$/.exec(amount?.trim() ?? '');
  return written ? Number(written[1]) : undefined;
}

function unreadable(kind: string, at: number): Found {
  return {
    at: `/values/${at}/amount`,
    message: `Value code ${kind} counts days, and its amount is not a whole number of them.`,
    why: 'Covered, non-covered, coinsurance and lifetime reserve days are whole days, written before the decimal point.',
    fix: 'Enter the number of days, such as 3.',
  };
}

function addWrong(days: ReadonlyMap<string, number>, stayed: BilledStay, found: Found[]): void {
  const [covered, not] = [days.get(COVERED), days.get(NOT_COVERED)];
  const sum = (covered ?? 0) + (not ?? 0);
  // A stay of one day counts as a day or, where the patient goes on elsewhere the same day, as none.
  const may = new Set([stayed.days, stayed.statementDays, ...(stayed.from === stayed.to ? [0, 1] : [])]);
  if ((covered !== undefined || not !== undefined) && !may.has(sum))
    found.push({
      at: '/values',
      message: `Value codes 80 and 81 count ${sum} ${sum === 1 ? 'day' : 'days'}, and the stay from ${stayed.from} to ${stayed.to} has ${stayed.days}.`,
      why: 'Covered and non-covered days together are the days of the bill, without the day of discharge; payers return a claim where they are not.',
      fix: 'Correct the days or the dates; where the patient is still there (status 30), the last day counts.',
    });
  for (const [kind, what] of [
    [COINSURANCE, 'coinsurance'],
    [LIFETIME_RESERVE, 'lifetime reserve'],
  ] as const) {
    const count = days.get(kind) ?? 0;
    if (count <= Math.min(covered ?? Infinity, MOST[kind] ?? Infinity)) continue;
    found.push({
      at: '/values',
      message: `Value code ${kind} counts ${count} ${what} days, more than ${covered !== undefined && count > covered ? `the ${covered} covered days` : `the ${MOST[kind]} there are`}.`,
      why: 'Days with coinsurance and lifetime reserve days are among the covered days.',
      fix: 'Correct the days.',
    });
  }
}

function withDays(...values: readonly (readonly [code: string, amount: string])[]) {
  return stay('2026-03-04', ['I10'], { values: values.map(([code, amount]) => ({ code, amount })) });
}
