import { type ClaimView, day, daysBetween, type Found, frequencyOf, isDay, type LineView, type PastClaim, rule } from '@cleanclaim/core';
import { stay } from '../support/example-claim.ts';
import { PAYMENT_WINDOW } from '../support/manual-cites.ts';
import { mayBeMedicare } from '../support/medicare.ts';
import { sameBiller } from '../support/service-line.ts';
import { spoken } from '../support/spoken.ts';
import { careOf } from '../support/stay.ts';

/** Condition code: what is not diagnostic has nothing to do with the admission. */
const UNRELATED = '51';
/** Diagnostic departments, whose services are part of the stay whatever they were for. */
const DIAGNOSTIC = /^0(?:254|255|3[0125]\d|34[13]|37[12]|40\d|46\d|471|48[1239]|53\d|6[12]\d|7[34]\d|918|92\d)$/;
/** Ambulance, and dialysis, stay apart. */
const LEFT_OUT = /^0(?:54|8[2-8])\d$/;

/** Days before the admission, by taxonomy: one for psychiatric, rehabilitation, long-term and children's hospitals, none for critical access. */
const WINDOWS: readonly (readonly [taxonomy: string, days: number | undefined])[] = [
  ['282NC0060', undefined],
  ['282NC2000', 1],
  ['282E', 1],
  ['283Q', 1],
  ['283X', 1],
];
const THREE_DAYS = 3;
const VOID = '8';

export default rule({
  id: 'history/payment-window',
  title: 'Outpatient services of a hospital in the days before it admits the patient',
  severity: 'warning',
  stage: 'stable',
  payers: ['medicare'],
  types: ['institutional'],
  from: day('2015-10-01'),
  needs: ['history'],
  cites: PAYMENT_WINDOW,

  on: 'claim',
  check(claim, { history }) {
    const care = careOf(claim);
    if (!history || (care !== '11' && care !== '13') || frequencyOf(claim.claim) === VOID) return undefined;
    for (const past of history.claims) {
      const { view } = past;
      if (careOf(view) !== (care === '11' ? '13' : '11') || !mayBeMedicare(view)) continue;
      if (sameBiller(claim.claim.billing, view.claim.billing) !== 'yes') continue;
      const [inpatient, outpatient] = care === '11' ? [claim, view] : [view, claim];
      const line = inWindow(inpatient, outpatient);
      if (line) return found(line, inpatient, past, care === '11');
    }
    return undefined;
  },

  examples: [
    { name: 'a visit two days before the stay', claim: visitOn('2026-02-27', '0510'), history: [admitted('A-99')], finds: 1 },
    { name: 'four days before', claim: visitOn('2026-02-25', '0510'), history: [admitted('A-99')], finds: 0 },
    { name: 'the stay, with the visit billed before', claim: admitted(), history: [visitOn('2026-02-27', '0510', 'A-99')], finds: 1 },
    {
      name: 'a visit that had nothing to do with it',
      claim: { ...visitOn('2026-02-27', '0510'), conditionCodes: ['51'] },
      history: [admitted('A-99')],
      finds: 0,
    },
    {
      name: 'a laboratory test that is said to have had nothing to do with it',
      claim: { ...visitOn('2026-02-27', '0300'), conditionCodes: ['51'] },
      history: [admitted('A-99')],
      finds: 1,
    },
    { name: 'an ambulance', claim: visitOn('2026-02-28', '0540'), history: [admitted('A-99')], finds: 0 },
    {
      name: 'another hospital',
      claim: { ...visitOn('2026-02-27', '0510'), billing: { npi: '1987654328', taxId: '987654321' } },
      history: [admitted('A-99')],
      finds: 0,
    },
    {
      name: 'two days before a psychiatric stay',
      claim: visitOn('2026-02-27', '0510'),
      history: [{ ...admitted('A-99'), billing: { npi: '1234567893', taxonomy: '283Q00000X', taxId: '123456789' } }],
      finds: 0,
    },
    { name: 'no stay', claim: visitOn('2026-02-27', '0510'), history: [], finds: 0 },
  ],
});

/** The first line of an outpatient bill that the stay takes in. */
function inWindow({ claim: { admission, billing } }: ClaimView, outpatient: ClaimView): LineView | undefined {
  const taxonomy = billing?.taxonomy ?? '';
  const own = WINDOWS.find(([prefix]) => taxonomy.startsWith(prefix));
  const days = own ? own[1] : THREE_DAYS;
  if (days === undefined || !isDay(admission)) return undefined;
  const unrelated = outpatient.claim.conditionCodes?.some((code) => code.trim() === UNRELATED) ?? false;
  return outpatient.lines.find(({ from, line: { revenue = '' } }) => {
    if (from === undefined || from > admission || daysBetween(from, admission) > days || LEFT_OUT.test(revenue)) return false;
    return !unrelated || DIAGNOSTIC.test(revenue);
  });
}

function found(line: LineView, inpatient: ClaimView, past: PastClaim, isStay: boolean): Found {
  const { admission = '' } = inpatient.claim;
  const service = line.code === '' ? `revenue code ${spoken(line.line.revenue ?? '')}` : line.code;
  return {
    at: isStay ? '/lines' : line.path,
    ...(line.code === '' ? {} : { codes: [line.code] }),
    status: 'review',
    message: isStay
      ? `An outpatient bill, ${past.name}, has ${service} on ${line.from ?? ''}, within the days before this admission on ${admission} that belong to the stay.`
      : `Line ${line.n} (${service}) on ${line.from ?? ''} is within the days before the admission on ${admission} of ${past.name} that belong to the stay.`,
    why: "Medicare pays what a hospital did in the three days before it admitted the patient (one day for psychiatric, rehabilitation, long-term and children's hospitals) with the stay, and takes back what it paid apart.",
    fix: isStay
      ? `Bill the services on this stay, from the day of the first of them, and void or replace ${past.name}; those that are not diagnostic and had nothing to do with the admission may stay there with condition code 51.`
      : `Bill the services on ${past.name}; those that are not diagnostic and had nothing to do with the admission may be billed here with condition code 51.`,
  };
}

function admitted(id = 'example') {
  return stay('2026-03-04', ['I10'], {
    id,
    payer: { id: '12302', kind: 'medicare' },
    patient: { birthDate: '1950-06-15', sex: 'female' as const, memberId: '1EG4TE5MK73' },
  });
}

function visitOn(from: string, revenue: string, id = 'example') {
  return {
    ...admitted(id),
    billType: '0131',
    admission: from,
    discharge: from,
    statement: { from, to: from },
    lines: [{ revenue, code: 'G0463', from, units: 1, charge: '60.00' }],
    total: '60.00',
  };
}
