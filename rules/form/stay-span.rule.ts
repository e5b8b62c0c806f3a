import { type Found, frequencyOf, isDay, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { institutionalForm } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';
import { STATEMENT_AND_ADMISSION } from '../support/institutional-cites.ts';

export default rule({
  id: 'form/stay-span',
  title: 'The days of the statement against the type of bill',
  severity: 'warning',
  stage: 'stable',
  types: ['institutional'],
  from: ALWAYS,
  needs: [],
  cites: [institutionalForm('form locator 4'), institutionalForm('form locator 6'), STATEMENT_AND_ADMISSION],

  on: 'claim',
  check(view) {
    if (!view.inpatient) return undefined;
    const { admission, discharge, statement } = view.claim;
    const frequency = frequencyOf(view.claim);
    const [from, to] = [statement?.from, statement?.to];
    const found: Found[] = [];
    if (isDay(from) && isDay(admission)) {
      const whole = frequency === '1';
      if ((whole || frequency === '2') && from > admission)
        found.push({
          at: '/statement/from',
          status: 'review',
          message: `The statement begins on ${from}, after the admission on ${admission}, and the type of bill says that it begins with the stay (frequency ${frequency}).`,
          why: `Frequency ${whole ? '1 is a bill from admission to discharge' : '2 is the first of several bills of a stay'}; one of later days alone goes on (3) or ends (4) a series.`,
          fix: 'Correct the first day or the frequency; it may stay where cover began during the stay.',
        });
      if ((frequency === '3' || frequency === '4') && from <= admission)
        found.push({
          at: '/statement/from',
          status: 'review',
          message: `The statement begins on ${from}, with the stay, and the type of bill says that an earlier bill has those days (frequency ${frequency}).`,
          why: 'Frequencies 3 and 4 go on and end a series of bills; each bills days of its own.',
          fix: 'Use frequency 1 for the whole stay or 2 for the first bill of it, or correct the first day.',
        });
    }
    if ((frequency === '1' || frequency === '4') && isDay(to) && isDay(discharge) && to !== discharge)
      found.push({
        at: '/statement/to',
        message: `The statement ends on ${to}, and the patient was discharged on ${discharge}.`,
        why: `A bill with frequency ${frequency} ends on the day of discharge.`,
        fix: 'Correct the day that is wrong, or bill the stay in a series (frequency 2, 3 and 4).',
      });
    return found.length === 0 ? undefined : found;
  },

  examples: [
    { name: 'from admission to discharge', claim: stay('2026-03-04', ['I10']), finds: 0 },
    { name: 'with tests before the admission', claim: spanning('0111', '2026-02-27', '2026-03-04'), finds: 0 },
    { name: 'a whole stay that begins too late', claim: spanning('0111', '2026-03-02', '2026-03-04'), finds: 1 },
    { name: 'a last bill of the whole stay', claim: spanning('0114', '2026-03-01', '2026-03-04'), finds: 1 },
    { name: 'a last bill of the last days', claim: spanning('0114', '2026-03-03', '2026-03-04'), finds: 0 },
    { name: 'a whole stay that ends before the discharge', claim: spanning('0111', '2026-03-01', '2026-03-03'), finds: 1 },
    {
      name: 'a first bill of a patient who left later',
      claim: { ...spanning('0112', '2026-03-01', '2026-03-03'), dischargeStatus: '30' },
      finds: 0,
    },
    { name: 'a replacement', claim: { ...spanning('0117', '2026-03-02', '2026-03-04'), originalClaim: 'X1' }, finds: 0 },
  ],
});

function spanning(billType: string, from: string, to: string) {
  return stay('2026-03-04', ['I10'], { billType, statement: { from, to } });
}
