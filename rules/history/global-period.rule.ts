import { type Bypassed, type Context, daysBetween, type Found, type Line, type NotChecked, rule } from '@cleanclaim/core';
import { feeExample, medicareLines } from '../support/fee-example.ts';
import { FEE_SCHEDULE_BEGINS, feeRow, feeTable } from '../support/fee-row.ts';
import { addWithin, CONTRACTOR_DECIDES, DAYS_AFTER, GLOBAL_CITES, NOT_THE_SURGEON, type Operation } from '../support/global-window.ts';
import { hasAny } from '../support/modifiers.ts';
import { otherLines, type Service } from '../support/service-line.ts';

/** Days that an operation can reach: the longest period, and the day before. */
const LONGEST = 90;

export default rule({
  id: 'history/global-period',
  title: 'A visit or operation within the global period of an operation on another claim',
  severity: 'error',
  stage: 'stable',
  types: ['professional'],
  from: FEE_SCHEDULE_BEGINS,
  needs: ['history', 'mpfs-rvu'],
  // A pair denies the visit all the same, and its fix opens both.
  yieldsTo: ['history/ptp-pair'],
  cites: GLOBAL_CITES,

  on: 'claim',
  check(claim, context) {
    if (!context.history) return undefined;
    const others = otherLines(claim, context.history.claims).filter((each) =>
      isNear(
        each,
        claim.lines.map((line) => ({ line, claim })),
      ),
    );
    if (others.length === 0) return undefined;
    const outcomes: (Found | Bypassed | NotChecked)[] = [];
    const own = claim.lines.map((line): Service => ({ line, claim }));
    const earlier = operationsAmong(others, context, outcomes);
    for (const service of own) addWithin(earlier, service, outcomes, context);
    const here = operationsAmong(own, context, outcomes);
    for (const service of others) addWithin(here, service, outcomes, context);
    return outcomes;
  },

  exampleTables: {
    'mpfs-rvu': [
      feeExample('G0104', { global: '000' }),
      feeExample('G0105', { global: '010' }),
      feeExample('G0106', { global: '090' }),
      feeExample('G0402'),
      feeExample('G0108'),
    ],
  },
  examples: [
    {
      name: 'a visit ten days after an operation on an earlier claim',
      claim: on('2026-03-14', { code: 'G0402' }),
      history: [operation('G0105')],
      finds: 1,
      codes: ['G0402', 'G0105'],
    },
    { name: 'eleven days after', claim: on('2026-03-15', { code: 'G0402' }), history: [operation('G0105')], finds: 0 },
    { name: 'ninety days after major surgery', claim: on('2026-06-02', { code: 'G0402' }), history: [operation('G0106')], finds: 1 },
    { name: 'an unrelated visit', claim: on('2026-03-14', { code: 'G0402', modifiers: ['24'] }), history: [operation('G0105')], finds: 0 },
    { name: 'another operation in the period', claim: on('2026-03-20', { code: 'G0104' }), history: [operation('G0106')], finds: 1 },
    { name: 'a planned one', claim: on('2026-03-20', { code: 'G0104', modifiers: ['58'] }), history: [operation('G0106')], finds: 0 },
    { name: 'the visit of the day on another claim', claim: operation('G0104'), history: [visitOnOther()], finds: 1 },
    { name: 'a service that is no visit', claim: on('2026-03-14', { code: 'G0108' }), history: [operation('G0105')], finds: 0 },
    {
      name: 'care after the operation by another practitioner of another group',
      claim: { ...on('2026-03-14', { code: 'G0402' }), billing: { npi: '1982701047' }, rendering: { npi: '1987654328' } },
      history: [operation('G0105')],
      finds: 0,
    },
  ],
});

/** True when a service is so near to one of the claim that a global period can join them. */
function isNear({ line: { from } }: Service, own: readonly Service[]): boolean {
  if (from === undefined) return false;
  return own.some(({ line }) => line.from !== undefined && Math.abs(daysBetween(from, line.from)) <= LONGEST);
}

/** The operations among services. A fee schedule that does not cover the day of one on another claim is said. */
function operationsAmong(services: readonly Service[], context: Context, outcomes: (Found | Bypassed | NotChecked)[]): Operation[] {
  const operations: Operation[] = [];
  for (const service of services) {
    const { line, claim } = service;
    if (line.from === undefined || line.code === '' || hasAny(line, NOT_THE_SURGEON)) continue;
    const place = { ...context, claim };
    if (service.past && !feeTable(line, place)) {
      outcomes.push(NO_EARLIER_SCHEDULE);
      continue;
    }
    const global = feeRow(line, place)?.global ?? '';
    if (global === 'YYY' && service.past) outcomes.push(CONTRACTOR_DECIDES);
    const after = DAYS_AFTER[global];
    if (after !== undefined) operations.push({ service, global, after });
  }
  return operations;
}

const NO_EARLIER_SCHEDULE: NotChecked = {
  notChecked:
    'No physician fee schedule covers the day of a service on another claim within 90 days, so it is not known whether it has a global period.',
  install: 'cleanclaim data add FILE (the relative value file of that day)',
};

function on(from: string, changes: Partial<Line>) {
  return medicareLines({ from, ...changes });
}

function operation(code: string) {
  return { ...medicareLines({ code }), id: 'A-99' };
}

function visitOnOther() {
  return { ...medicareLines({ code: 'G0402' }), id: 'A-98' };
}
