import { ageInYears, type ClaimView, type Day, day, type Found, type LineView, rule } from '@cleanclaim/core';
import { medicareLines } from '../support/fee-example.ts';
import { claimsManual } from '../support/manual-cites.ts';
import { lineDay } from '../support/service-line.ts';

/** Whom Medicare covers a screening for from a day on; the last entry that has begun holds. */
interface Screening {
  readonly from: Day;
  readonly ages?: readonly [from: number, to: number];
  readonly sex?: 'female' | 'male';
  /** Beginnings of the diagnoses, one of which the line points to. */
  readonly diagnoses?: readonly string[];
}

const COLORECTAL: readonly Screening[] = [
  { from: day('1998-01-01'), ages: [50, 200] },
  { from: day('2023-01-01'), ages: [45, 200] },
];
const LUNG: readonly Screening[] = [
  { from: day('2015-02-05'), ages: [55, 77], diagnoses: ['Z87.891', 'F17.21', 'Z12.2'] },
  { from: day('2022-02-10'), ages: [50, 77], diagnoses: ['Z87.891', 'F17.21', 'Z12.2'] },
];
const PROSTATE: readonly Screening[] = [{ from: day('2000-01-01'), ages: [50, 200], sex: 'male' }];

/** By code; colonoscopy of those at high risk has no age. */
const SCREENINGS: Readonly<Record<string, readonly Screening[]>> = {
  G0104: COLORECTAL,
  G0328: COLORECTAL,
  G0296: LUNG,
  '71271': LUNG,
  G0102: PROSTATE,
  G0103: PROSTATE,
  G0101: [{ from: day('1998-01-01'), sex: 'female' }],
  Q0091: [{ from: day('1998-01-01'), sex: 'female' }],
  G0444: [{ from: day('2011-10-14'), ages: [12, 200] }],
  G0447: [{ from: day('2011-11-29'), diagnoses: ['Z68.3', 'Z68.4', 'E66'] }],
};

export default rule({
  id: 'visit/screening',
  title: 'Screenings that Medicare covers for an age, a sex or a diagnosis',
  severity: 'warning',
  stage: 'draft',
  payers: ['medicare'],
  types: ['professional'],
  from: day('1998-01-01'),
  needs: [],
  cites: [claimsManual('18', 'sections 20 to 220 on single screenings')],

  on: 'line',
  codesBegin: 'GQ7',
  check(line, { claim }) {
    const entries = Object.hasOwn(SCREENINGS, line.code) ? SCREENINGS[line.code] : undefined;
    const on = entries && lineDay(line, claim);
    const screening = on && entries.findLast(({ from }) => from <= on);
    return screening ? judge(line, screening, on, claim) : undefined;
  },

  examples: [
    { name: 'a colorectal test at 46 years', claim: screened('G0328', '1980-01-01'), finds: 0 },
    { name: 'at 40 years', claim: screened('G0328', '1986-01-01'), finds: 1, codes: ['G0328'] },
    { name: 'at 46 years in 2022', claim: screened('G0328', '1976-01-01', '2022-06-01'), finds: 1 },
    { name: 'a prostate test of a woman', claim: screened('G0103', '1950-06-15'), finds: 1 },
    {
      name: 'a lung scan with a history of smoking',
      claim: { ...screened('71271', '1960-01-01'), diagnoses: [{ code: 'Z87.891' }] },
      finds: 0,
    },
    { name: 'a lung scan for another reason', claim: screened('71271', '1960-01-01'), finds: 1 },
    { name: 'another service', claim: screened('G0108', '2015-01-01'), finds: 0 },
  ],
});

function judge(line: LineView, { ages, sex, diagnoses }: Screening, on: Day, claim: ClaimView): Found | undefined {
  const age = claim.birth === undefined ? undefined : ageInYears(claim.birth, on);
  const [youngest, oldest] = ages ?? [0, 200];
  const tooYoungOrOld = age !== undefined && (age < youngest || age > oldest);
  const otherSex = sex !== undefined && claim.sex !== 'unknown' && claim.sex !== sex;
  const pointed = line.diagnoses.map(({ code }) => code);
  const otherReason =
    diagnoses !== undefined && pointed.length > 0 && !pointed.some((code) => diagnoses.some((each) => code.startsWith(each)));
  if (!tooYoungOrOld && !otherSex && !otherReason) return undefined;
  const span = oldest >= 200 ? `from ${youngest} years` : `from ${youngest} to ${oldest} years`;
  const whom = [tooYoungOrOld ? span : '', otherSex ? `for ${sex} patients` : '', otherReason ? `for ${diagnoses.join(', ')}` : ''].filter(
    Boolean,
  );
  return {
    at: `${line.path}/code`,
    codes: [line.code],
    status: 'review',
    message: `Medicare covers ${line.code} of line ${line.n} ${whom.join(' and ')}, which the claim does not show.`,
    why: 'A screening outside the patients it is covered for is denied as not covered, and the patient bears it (CARC 96, 6, 7 or 11).',
    fix: 'Check code, date of birth and pointed diagnosis; a test for a complaint has a code of its own.',
  };
}

function screened(code: string, birthDate: string, from = '2026-03-04') {
  return { ...medicareLines({ code, from }), patient: { birthDate, sex: 'female' as const, memberId: '1EG4TE5MK73' } };
}
