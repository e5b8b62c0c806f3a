import { day, rule } from '@cleanclaim/core';
import { medicareLines } from '../support/fee-example.ts';
import { type Interval, tooSoon, tooSoonFound } from '../support/interval.ts';
import { WELLNESS_CITES } from '../support/table-cites.ts';

/** G0402: the first examination after enrolment; G0438: the first wellness visit; G0439: those after it. */
const AMONG_THEM: readonly string[] = ['G0402', 'G0438', 'G0439'];
const LIMITS: Readonly<Record<string, readonly Interval[]>> = {
  G0402: [{ after: ['G0402'], months: 'once' }],
  G0438: [
    { after: ['G0438'], months: 'once' },
    { after: AMONG_THEM, months: 11 },
  ],
  G0439: [{ after: AMONG_THEM, months: 11 }],
};

export default rule({
  id: 'history/wellness-visit',
  title: 'A wellness visit that Medicare does not pay again or not yet',
  severity: 'error',
  stage: 'stable',
  payers: ['medicare'],
  types: ['professional', 'institutional'],
  from: day('2011-01-01'),
  needs: ['history'],
  cites: WELLNESS_CITES,

  on: 'line',
  check(line, { history }) {
    const limits = history && LIMITS[line.code];
    const found = limits && tooSoon(line, limits, history);
    return found && tooSoonFound(line, found);
  },

  examples: [
    {
      name: 'the first wellness visit again',
      claim: on('2026-03-04', 'G0438'),
      history: [past('2019-03-04', 'G0438')],
      finds: 1,
      codes: ['G0438'],
    },
    { name: 'the welcome examination again', claim: on('2026-03-04', 'G0402'), history: [past('2019-03-04', 'G0402')], finds: 1 },
    {
      name: 'the next one in the eleventh month after',
      claim: on('2026-03-04', 'G0439'),
      history: [past('2025-04-01', 'G0439')],
      finds: 1,
    },
    { name: 'on the first day of the twelfth', claim: on('2026-04-01', 'G0439'), history: [past('2025-04-30', 'G0438')], finds: 0 },
    { name: 'too soon after the welcome examination', claim: on('2026-03-04', 'G0438'), history: [past('2025-09-04', 'G0402')], finds: 1 },
    { name: 'years after it', claim: on('2026-03-04', 'G0438'), history: [past('2023-09-04', 'G0402')], finds: 0 },
    { name: 'with nothing before', claim: on('2026-03-04', 'G0438'), history: [], finds: 0 },
  ],
});

function on(from: string, code: string) {
  return medicareLines({ from, code });
}

function past(from: string, code: string) {
  return { ...on(from, code), id: 'A-99' };
}
