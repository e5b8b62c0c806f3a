import { day, rule } from '@cleanclaim/core';
import { medicareLines } from '../support/fee-example.ts';
import { type Interval, tooSoon, tooSoonFound } from '../support/interval.ts';
import { SCREENING_INTERVALS } from '../support/table-cites.ts';

/** Screening colonoscopies of patients at high and at average risk, sigmoidoscopy, and mammography. */
const COLONOSCOPIES: readonly string[] = ['G0105', 'G0121'];
const LIMITS: Readonly<Record<string, readonly Interval[]>> = {
  G0105: [{ after: COLONOSCOPIES, months: 23 }],
  G0121: [
    { after: COLONOSCOPIES, months: 119 },
    { after: ['G0104'], months: 47 },
  ],
  G0104: [
    { after: ['G0104'], months: 47 },
    { after: COLONOSCOPIES, months: 119 },
  ],
  '77067': [{ after: ['77067'], months: 11 }],
};

export default rule({
  id: 'history/screening-interval',
  title: 'A screening that Medicare does not pay again yet',
  severity: 'warning',
  stage: 'draft',
  payers: ['medicare'],
  types: ['professional', 'institutional'],
  from: day('2018-01-01'),
  needs: ['history'],
  cites: SCREENING_INTERVALS,

  on: 'line',
  check(line, { history }) {
    const limits = history && LIMITS[line.code];
    const found = limits && tooSoon(line, limits, history);
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
