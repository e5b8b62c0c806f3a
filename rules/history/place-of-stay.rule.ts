import { type Day, day, isDay, type LineView, type PastClaim, rule } from '@cleanclaim/core';
import { isItem, isLaboratory } from '../support/code-kinds.ts';
import { stay } from '../support/example-claim.ts';
import { medicareLines } from '../support/fee-example.ts';
import { PLACE_OF_STAY } from '../support/manual-cites.ts';
import { mayBeMedicare } from '../support/medicare.ts';
import { careOf } from '../support/stay.ts';

/** Where nobody is an inpatient. Hospitals and departments of their own, and transport, are left alone. */
const NOT_A_BED: ReadonlySet<string> = new Set(['11', '12', '13', '14', '19', '20', '22', '32', '33', '49', '50', '72']);
const HOSPITAL = '11';
const NURSING = '21';
const NURSING_HOME = '32';

export default rule({
  id: 'history/place-of-stay',
  title: 'A place of service that does not fit the stay the patient is in',
  severity: 'warning',
  stage: 'stable',
  payers: ['medicare'],
  types: ['professional'],
  from: day('2015-10-01'),
  withCodes: true,
  needs: ['history'],
  cites: PLACE_OF_STAY,

  on: 'line',
  check(line, { history }) {
    const place = line.line.pos?.trim() ?? '';
    if (!history || !NOT_A_BED.has(place) || isItem(line.code) || isLaboratory(line.code)) return undefined;
    const stays = history.claims.filter(({ view }) => mayBeMedicare(view) && within(view.claim, line.from));
    const hospital = stays.find(({ view }) => careOf(view) === HOSPITAL);
    if (hospital) return found(line, hospital, place, 'inpatient of a hospital', '21');
    const nursing = stays.find(({ view }) => careOf(view) === NURSING);
    return nursing && place === NURSING_HOME ? found(line, nursing, place, 'inpatient of a skilled nursing facility', '31') : undefined;
  },

  examples: [
    { name: 'seen in the office during a hospital stay', claim: seen('11'), history: [inBed('0111')], finds: 1, codes: ['G0108'] },
    { name: 'seen in the hospital', claim: seen('21'), history: [inBed('0111')], finds: 0 },
    { name: 'on the day of discharge', claim: seen('11', '2026-03-10'), history: [inBed('0111')], finds: 0 },
    { name: 'in a nursing home during a stay that part A pays', claim: seen('32'), history: [inBed('0211')], finds: 1 },
    { name: 'in the office during it', claim: seen('11'), history: [inBed('0211')], finds: 0 },
    { name: 'in the skilled nursing facility', claim: seen('31'), history: [inBed('0211')], finds: 0 },
    { name: 'an outpatient', claim: seen('11'), history: [inBed('0131')], finds: 0 },
    { name: 'no stay', claim: seen('11'), history: [], finds: 0 },
  ],
});

/** On the days of admission and discharge the patient was elsewhere for a part of the day. */
function within({ admission, discharge, statement }: PastClaim['view']['claim'], on: Day | undefined): boolean {
  const from = isDay(statement?.from) && (!isDay(admission) || statement.from > admission) ? statement.from : admission;
  const to = isDay(statement?.to) ? statement.to : discharge;
  return on !== undefined && isDay(from) && isDay(to) && from < on && on < to;
}

function found(line: LineView, past: PastClaim, place: string, what: string, right: string) {
  return {
    at: `${line.path}/pos`,
    codes: [line.code],
    status: 'review' as const,
    message: `Line ${line.n} on ${line.from ?? ''} has place of service ${place}, on a day on which ${past.name} has the patient as an ${what}.`,
    why: 'Medicare pays services to a patient in such a stay at the facility rate, wherever they were given, and takes back the difference.',
    fix: `Enter place of service ${right}, or the kind of hospital it was; if the patient was no inpatient that day, the other claim is wrong.`,
  };
}

function seen(pos: string, from = '2026-03-05') {
  return medicareLines({ pos, from });
}

function inBed(billType: string) {
  return stay('2026-03-10', ['I10'], {
    id: 'A-99',
    payer: { id: '12302', kind: 'medicare' },
    patient: { birthDate: '1950-06-15', sex: 'female', memberId: '1EG4TE5MK73' },
    billType,
    admission: '2026-03-02',
    statement: { from: '2026-03-02', to: '2026-03-10' },
  });
}
