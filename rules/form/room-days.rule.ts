import { rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { institutionalForm } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';
import { billedStay, isRoom } from '../support/stay.ts';

export default rule({
  id: 'form/room-days',
  title: 'Days of room and board against the days of the stay',
  severity: 'warning',
  stage: 'stable',
  types: ['institutional'],
  from: ALWAYS,
  needs: [],
  cites: [institutionalForm('form locators 6, 17, 42 and 46')],

  on: 'claim',
  check(claim) {
    const stayed = billedStay(claim);
    if (!stayed) return undefined;
    // A newborn billed with the mother lies in the nursery on the days that she lies in her room.
    const withMother = claim.lines.some(({ line }) => isRoom(line.revenue) && !isNursery(line.revenue));
    let units = 0;
    let first: string | undefined;
    for (const { line, path } of claim.lines) {
      if (!isRoom(line.revenue) || (isNursery(line.revenue) && withMother)) continue;
      if (line.units === undefined) return undefined;
      units += line.units;
      first ??= path;
    }
    if (first === undefined) return undefined;
    const { days, from, to } = stayed;
    if (units === days) return undefined;
    return {
      at: `${first}/units`,
      status: 'review',
      message: `The claim bills ${units} ${units === 1 ? 'day' : 'days'} of room and board; from ${from} to ${to} there are ${days}.`,
      why: 'The day of discharge is not counted, except where a patient stays on (status 30); payers return a claim whose days do not agree.',
      fix: 'Correct the units of the room lines, or the dates; add the line of a leave of absence if there was one.',
    };
  },

  examples: [
    { name: 'three nights', claim: stay('2026-03-04', ['I10']), finds: 0 },
    { name: 'four days for three nights', claim: withRooms(4), finds: 1 },
    { name: 'four days of a patient who stays on', claim: { ...withRooms(4), dischargeStatus: '30', billType: '0112' }, finds: 0 },
    {
      name: 'a room and intensive care',
      claim: stay('2026-03-04', ['I10'], {
        lines: [
          { revenue: '0120', units: 1, charge: '1200.00' },
          { revenue: '0200', units: 2, charge: '2400.00' },
        ],
      }),
      finds: 0,
    },
    {
      name: 'a mother with her newborn in the nursery',
      claim: stay('2026-03-04', ['I10'], {
        lines: [
          { revenue: '0122', units: 3, charge: '3600.00' },
          { revenue: '0171', units: 3, charge: '1800.00' },
        ],
      }),
      finds: 0,
    },
    {
      name: 'a stay without room lines',
      claim: stay('2026-03-04', ['I10'], { lines: [{ revenue: '0300', units: 1, charge: '9.00' }] }),
      finds: 0,
    },
  ],
});

function isNursery(revenue: string | undefined): boolean {
  return revenue?.startsWith('017') ?? false;
}

function withRooms(units: number) {
  return stay('2026-03-04', ['I10'], { lines: [{ revenue: '0120', units, charge: '3600.00' }] });
}
