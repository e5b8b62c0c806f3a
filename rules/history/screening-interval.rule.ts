import { day, rule } from '@cleanclaim/core';
import { medicareLines } from '../support/fee-example.ts';
import { type Interval, tooSoon, tooSoonFound } from '../support/interval.ts';
import { SCREENING_INTERVALS } from '../support/table-cites.ts';

/** Screening colonoscopies of patients at high and at average risk; sigmoidoscopy; barium enemas in place of either. */
const COLONOSCOPIES: readonly string[] = ['G0105', 'G0121'];
const SIGMOIDOSCOPIES: readonly string[] = ['G0104', 'G0106'];
const STOOL_TESTS: readonly string[] = ['G0328', '82270'];
const GLAUCOMA: readonly string[] = ['G0117', 'G0118'];

const yearly = (...after: readonly string[]): readonly Interval[] => [{ after, months: 11 }];

/** Pelvic examinations and smears are paid each year at high risk, else every second: only what is too soon for either is told. */
const LIMITS: Readonly<Record<string, readonly Interval[]>> = {
  G0105: [{ after: [...COLONOSCOPIES, 'G0120'], months: 23 }],
  G0121: [
    { after: COLONOSCOPIES, months: 119 },
    { after: SIGMOIDOSCOPIES, months: 47 },
  ],
  G0104: [
    { after: SIGMOIDOSCOPIES, months: 47 },
    { after: ['G0121'], months: 119 },
  ],
  G0328: yearly(...STOOL_TESTS),
  '82270': yearly(...STOOL_TESTS),
  '77067': yearly('77067'),
  G0117: yearly(...GLAUCOMA),
  G0118: yearly(...GLAUCOMA),
  G0102: yearly('G0102'),
  G0103: yearly('G0103'),
  G0101: yearly('G0101'),
  Q0091: yearly('Q0091'),
  G0444: yearly('G0444'),
};

/** A colonoscopy after a stool test that found something has no interval since 2023; KX says that it is one. */
const FOLLOW_ON = 'KX';

export default rule({
  id: 'history/screening-interval',
  title: 'A screening that Medicare does not pay again yet',
  severity: 'warning',
  stage: 'stable',
  payers: ['medicare'],
  types: ['professional', 'institutional'],
  from: day('2018-01-01'),
  needs: ['history'],
  cites: SCREENING_INTERVALS,

  on: 'line',
  check(line, { history }) {
    const limits = history && Object.hasOwn(LIMITS, line.code) ? LIMITS[line.code] : undefined;
    if (!history || !limits || line.modifiers.includes(FOLLOW_ON)) return undefined;
    const found = tooSoon(line, limits, history);
    return found && { ...tooSoonFound(line, found), status: 'review' };
  },

  examples: [
    {
      name: 'a colonoscopy at average risk after five years',
      claim: on('2026-03-04', 'G0121'),
      history: [past('2021-03-04', 'G0121')],
      finds: 1,
    },
    { name: 'ten years and a month after', claim: on('2026-04-04', 'G0121'), history: [past('2016-03-04', 'G0121')], finds: 0 },
    { name: 'at high risk after two years', claim: on('2026-03-04', 'G0105'), history: [past('2024-03-04', 'G0105')], finds: 0 },
    { name: 'at high risk after one year', claim: on('2026-03-04', 'G0105'), history: [past('2025-03-04', 'G0105')], finds: 1 },
    {
      name: 'a mammography in the eleventh month after',
      claim: on('2026-03-04', '77067'),
      history: [past('2025-04-04', '77067')],
      finds: 1,
    },
    {
      name: 'a mammography in the twelfth month after',
      claim: on('2026-03-04', '77067'),
      history: [past('2025-03-31', '77067')],
      finds: 0,
    },
    {
      name: 'a colonoscopy after a stool test that found something',
      claim: medicareLines({ from: '2026-03-04', code: 'G0121', modifiers: ['KX'] }),
      history: [past('2021-03-04', 'G0121')],
      finds: 0,
    },
    { name: 'a stool test within the year', claim: on('2026-03-04', 'G0328'), history: [past('2025-09-04', '82270')], finds: 1 },
    { name: 'a glaucoma test within the year', claim: on('2026-03-04', 'G0118'), history: [past('2025-09-04', 'G0117')], finds: 1 },
    { name: 'a prostate test a year after', claim: on('2026-03-04', 'G0103'), history: [past('2025-03-04', 'G0103')], finds: 0 },
    { name: 'a pelvic examination in the second year', claim: on('2026-03-04', 'G0101'), history: [past('2025-03-04', 'G0101')], finds: 0 },
    {
      name: 'the last one was paid by another payer',
      claim: on('2026-03-04', '77067'),
      history: [{ ...past('2025-09-04', '77067'), payer: { id: 'EX002', kind: 'commercial' } }],
      finds: 0,
    },
  ],
});

function on(from: string, code: string) {
  return medicareLines({ from, code });
}

function past(from: string, code: string) {
  return { ...on(from, code), id: 'A-99' };
}
