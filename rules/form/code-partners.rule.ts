import { type Claim, day, type Found, rule } from '@cleanclaim/core';
import { stay } from '../support/example-claim.ts';
import { CONSISTENCY_EDITS } from '../support/institutional-cites.ts';
import { careOf } from '../support/stay.ts';

/** Amounts of payers before Medicare; zero says that one was asked and has not paid. */
const EARLIER_PAYERS: ReadonlySet<string> = new Set(['12', '13', '14', '15', '41', '43', '47']);
/** Accidents, and the day an insurer refused. */
const ACCIDENT_OR_REFUSAL: ReadonlySet<string> = new Set(['01', '02', '03', '04', '24']);

/** Value codes of money that go with value codes of days: lifetime reserve and coinsurance. */
const DAYS_OF: readonly (readonly [money: readonly string[], days: string, what: string])[] = [
  [['08', '10'], '83', 'lifetime reserve days'],
  [['09', '11'], '82', 'coinsurance days'],
];
const BLOOD_DEDUCTIBLE = '06';
const PINTS = '37';
const APPROVED_STAY = 'M0';
const PARTLY_APPROVED = 'C3';
const WAITING_FOR_NURSING = '75';

export default rule({
  id: 'form/code-partners',
  title: 'Occurrence and value codes that ask for another code',
  severity: 'warning',
  stage: 'draft',
  payers: ['medicare'],
  types: ['institutional'],
  from: day('2015-10-01'),
  needs: [],
  cites: [CONSISTENCY_EDITS],

  on: 'claim',
  check(view) {
    const { claim } = view;
    if (!claim.values && !claim.occurrences) return undefined;
    const values = new Map((claim.values ?? []).map(({ code, amount }) => [tidy(code), Number(amount ?? '')]));
    const occurrences = new Set((claim.occurrences ?? []).map(({ code }) => tidy(code)));
    const conditions = new Set((claim.conditionCodes ?? []).map(tidy));
    const found: Found[] = [];
    addValues(values, occurrences, found);
    if (occurrences.has(APPROVED_STAY) && !conditions.has(PARTLY_APPROVED))
      found.push({
        at: '/occurrences',
        message: 'Occurrence span M0 gives the days of a stay that were approved, and condition code C3 does not say that a part was.',
        why: 'M0 goes with C3, partial approval by the quality improvement organisation; alone it is returned.',
        fix: 'Add condition code C3, or take M0 off.',
      });
    const care = careOf(view);
    if (occurrences.has(WAITING_FOR_NURSING) && care !== '' && care !== '11' && care !== '41')
      found.push({
        at: '/occurrences',
        message:
          'Occurrence span 75 gives days in which a hospital patient waited for a nursing bed, and the type of bill is no hospital stay.',
        why: 'The span belongs to type of bill 011x.',
        fix: 'Take it off, or correct the type of bill.',
      });
    return found.length === 0 ? undefined : found;
  },

  examples: [
    { name: 'an accident insurer that has not paid yet', claim: bill({ values: [value('14', '0.00')] }), finds: 1 },
    {
      name: 'the same with the day of the accident',
      claim: bill({ values: [value('14', '0.00')], occurrences: [{ code: '01', on: '2026-02-28' }] }),
      finds: 0,
    },
    { name: 'an insurer that paid', claim: bill({ values: [value('14', '500.00')] }), finds: 0 },
    { name: 'coinsurance without its days', claim: bill({ values: [value('09', '838.00')] }), finds: 1 },
    { name: 'coinsurance with them', claim: bill({ values: [value('09', '838.00'), value('82', '2')] }), finds: 0 },
    { name: 'a blood deductible without pints', claim: bill({ values: [value('06', '100.00')] }), finds: 1 },
    {
      name: 'approved days of a stay that was not approved in part',
      claim: bill({ occurrences: [{ code: 'M0', from: '2026-03-01', to: '2026-03-03' }] }),
      finds: 1,
    },
    {
      name: 'waiting for a bed, in a clinic',
      claim: bill({ billType: '0131', occurrences: [{ code: '75', from: '2026-03-01', to: '2026-03-03' }] }),
      finds: 1,
    },
    { name: 'days alone', claim: bill({ values: [value('80', '3')] }), finds: 0 },
  ],
});

function addValues(values: ReadonlyMap<string, number>, occurrences: ReadonlySet<string>, found: Found[]): void {
  const waiting = [...EARLIER_PAYERS].find((code) => values.get(code) === 0);
  if (waiting !== undefined && ![...ACCIDENT_OR_REFUSAL].some((code) => occurrences.has(code)))
    found.push({
      at: '/values',
      message: `Value code ${waiting} says that an earlier payer has paid nothing, and no occurrence code says since when.`,
      why: 'A zero asks Medicare to pay under condition: it wants the day of the accident (01 to 04) or of the refusal (24).',
      fix: 'Add the occurrence code with its day, or the amount that was paid.',
    });
  for (const [money, days, what] of DAYS_OF) {
    const code = money.find((each) => (values.get(each) ?? 0) > 0);
    if (code !== undefined && !((values.get(days) ?? 0) > 0))
      found.push({
        at: '/values',
        message: `Value code ${code} gives an amount for ${what}, and value code ${days} does not say how many there were.`,
        why: 'Amount and days of one kind stand together.',
        fix: `Add value code ${days} with the number of days, or take ${code} off.`,
      });
  }
  if (values.has(BLOOD_DEDUCTIBLE) && !values.has(PINTS))
    found.push({
      at: '/values',
      message: 'Value code 06 gives the deductible for blood, and value code 37 does not say how many pints were given.',
      why: 'The deductible is reckoned from the pints.',
      fix: 'Add value code 37 with the pints.',
    });
}

function tidy(code: string | undefined): string {
  return code?.trim().toUpperCase() ?? '';
}

function value(code: string, amount: string) {
  return { code, amount };
}

function bill(changes: Partial<Claim>) {
  return stay('2026-03-04', ['I10'], { payer: { id: '12302', kind: 'medicare' }, ...changes });
}
