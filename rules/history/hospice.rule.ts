import { type ClaimView, type Day, day, isDay, type LineView, type PastClaim, rule } from '@cleanclaim/core';
import { isVaccination } from '../support/code-kinds.ts';
import { stay } from '../support/example-claim.ts';
import { medicareLines } from '../support/fee-example.ts';
import { HOSPICE_MODIFIERS } from '../support/manual-cites.ts';
import { mayBeMedicare } from '../support/medicare.ts';
import { hasAny } from '../support/modifiers.ts';
import { careOf } from '../support/stay.ts';

/** The attending physician whom the hospice does not pay; a service apart from the terminal illness. */
const SAYS: ReadonlySet<string> = new Set(['GV', 'GW']);
/** Condition code of treatment apart from the terminal illness, on facility claims. */
const APART = '07';
/** What hospices bill. */
const HOSPICE: ReadonlySet<string> = new Set(['81', '82']);

export default rule({
  id: 'history/hospice',
  title: 'A service to a patient of a hospice that does not say why Medicare should pay it apart',
  severity: 'warning',
  stage: 'stable',
  payers: ['medicare'],
  types: ['professional', 'institutional'],
  from: day('2015-10-01'),
  needs: ['history'],
  cites: HOSPICE_MODIFIERS,

  on: 'claim',
  check(claim, { history }) {
    const hospices = history?.claims.filter(({ view }) => mayBeMedicare(view) && HOSPICE.has(careOf(view))) ?? [];
    if (hospices.length === 0 || HOSPICE.has(careOf(claim))) return undefined;
    if (claim.type === 'institutional' && claim.claim.conditionCodes?.some((code) => code.trim() === APART)) return undefined;
    for (const line of claim.lines) {
      if (line.from === undefined || hasAny(line, SAYS) || isVaccination(line.code)) continue;
      const hospice = hospices.find((each) => covers(each, line.from));
      if (hospice) return found(claim, line, hospice);
    }
    return undefined;
  },

  examples: [
    { name: 'a visit during hospice care', claim: medicareLines({}), history: [inHospice()], finds: 1, codes: ['G0108'] },
    { name: 'of the attending physician', claim: medicareLines({ modifiers: ['GV'] }), history: [inHospice()], finds: 0 },
    { name: 'for something else', claim: medicareLines({ modifiers: ['GW'] }), history: [inHospice()], finds: 0 },
    { name: 'a vaccination', claim: medicareLines({ code: 'G0008' }), history: [inHospice()], finds: 0 },
    { name: 'before hospice care', claim: medicareLines({ from: '2026-02-27' }), history: [inHospice()], finds: 0 },
    { name: 'a hospital', claim: hospital(), history: [inHospice()], finds: 1 },
    { name: 'a hospital, for something else', claim: { ...hospital(), conditionCodes: ['07'] }, history: [inHospice()], finds: 0 },
    { name: 'the next bill of the hospice', claim: { ...inHospice(), id: 'example' }, history: [inHospice()], finds: 0 },
    { name: 'no hospice', claim: medicareLines({}), history: [], finds: 0 },
  ],
});

/** On the first and the last day of a bill the patient may have been without hospice care for a part of the day. */
function covers({ view }: PastClaim, on: Day | undefined): boolean {
  const { statement } = view.claim;
  const days = view.lines.flatMap(({ from, to }) => [from, to]).filter((each) => each !== undefined);
  const from = isDay(statement?.from) ? statement.from : days.toSorted()[0];
  const to = isDay(statement?.to) ? statement.to : days.toSorted().at(-1);
  return on !== undefined && from !== undefined && to !== undefined && from < on && on < to;
}

function found({ type }: ClaimView, line: LineView, hospice: PastClaim) {
  const facility = type === 'institutional';
  return {
    at: facility ? '/conditionCodes' : `${line.path}/modifiers`,
    ...(line.code === '' ? {} : { codes: [line.code] }),
    status: 'review' as const,
    message: `Line ${line.n} on ${line.from ?? ''} falls in hospice care that ${hospice.name} bills, and the claim does not say why it is billed apart.`,
    why: 'Medicare leaves what belongs to the terminal illness to the hospice and denies the rest of it (CARC B9).',
    fix: facility
      ? 'Add condition code 07 if the treatment has nothing to do with the terminal illness; else bill the hospice.'
      : 'Add GW if the service has nothing to do with the terminal illness, GV if the patient chose this practitioner as attending and the hospice does not pay; else bill the hospice.',
  };
}

function inHospice() {
  return stay('2026-03-31', ['C34.90'], {
    id: 'A-99',
    payer: { id: '12302', kind: 'medicare' },
    patient: { birthDate: '1950-06-15', sex: 'female' as const, memberId: '1EG4TE5MK73' },
    billing: { npi: '1987654328', taxonomy: '251G00000X', taxId: '987654321' },
    billType: '0813',
    dischargeStatus: '30',
    statement: { from: '2026-03-01', to: '2026-03-31' },
    lines: [{ revenue: '0651', code: 'Q5001', from: '2026-03-01', to: '2026-03-31', units: 31, charge: '6000.00' }],
    total: '6000.00',
  });
}

function hospital() {
  return stay('2026-03-04', ['I10'], {
    payer: { id: '12302', kind: 'medicare' },
    patient: { birthDate: '1950-06-15', sex: 'female', memberId: '1EG4TE5MK73' },
    billType: '0131',
    lines: [{ revenue: '0510', code: 'G0463', from: '2026-03-04', units: 1, charge: '60.00' }],
    total: '60.00',
  });
}
