import {
  type Bypassed,
  type ClaimView,
  type Context,
  daysBetween,
  type Found,
  type LineView,
  type NotChecked,
  rule,
} from '@cleanclaim/core';
import { feeExample, medicareLines } from '../support/fee-example.ts';
import { FEE_SCHEDULE_BEGINS, feeRow } from '../support/fee-row.ts';
import { ASSISTANT, firstOf, hasAny, isVisit, sameProvider, weight, whose } from '../support/service-line.ts';
import { practitionerManual, relativeValueFile } from '../support/table-cites.ts';

/** Days after the operation that its payment covers. */
const DAYS_AFTER: Readonly<Record<string, number>> = { '000': 0, '010': 10, '090': 90 };

/** Lines that are no operation of this claim's practitioner: care after or before it alone, and assistance. */
const NOT_THE_SURGEON = new Set(['55', '56', ...ASSISTANT]);

/** Modifiers that take a visit out of the package, by when it was. FT: critical care unrelated to the operation. */
const OPENS = {
  'same-day-minor': new Set(['25', 'FT']),
  'before-major': new Set(['57', 'FT']),
  after: new Set(['24', 'FT']),
} as const;
/** Operations told of one line: one whose period nothing opens denies it. */
const MOST_OPERATIONS = 5;
/** Modifiers that say why there is another operation: planned, an unplanned return, unrelated. */
const ANOTHER_OPERATION = new Set(['58', '78', '79']);

export default rule({
  id: 'mpfs/global-period',
  title: 'A visit or operation within the global period of an operation on the claim',
  severity: 'error',
  stage: 'stable',
  types: ['professional'],
  from: FEE_SCHEDULE_BEGINS,
  needs: ['mpfs-rvu'],
  cites: [relativeValueFile('global surgery'), practitionerManual('40 Surgeons and global surgery')],

  on: 'claim',
  check(claim, context) {
    if (claim.lines.length < 2) return undefined;
    let operations: Operation[] | undefined;
    let outcomes: (Found | Bypassed | NotChecked)[] | undefined;
    for (const operation of claim.lines) {
      if (operation.from === undefined || hasAny(operation, NOT_THE_SURGEON)) continue;
      const global = feeRow(operation, context)?.global ?? '';
      if (global === 'YYY') (outcomes ??= []).push(CONTRACTOR_DECIDES);
      const after = DAYS_AFTER[global];
      if (after !== undefined) (operations ??= []).push({ operation, global, after });
    }
    if (!operations) return outcomes;
    outcomes ??= [];
    for (const other of claim.lines) addWithin(operations, other, outcomes, context);
    return outcomes;
  },

  exampleTables: {
    'mpfs-rvu': [
      feeExample('G0104', { global: '000' }),
      feeExample('G0105', { global: '010' }),
      feeExample('G0106', { global: '090' }),
      feeExample('G0107', { global: 'YYY' }),
      feeExample('G0402'),
      feeExample('G0108'),
    ],
  },
  examples: [
    {
      name: 'a visit on the day of a minor procedure',
      claim: medicareLines({ code: 'G0402' }, { code: 'G0104' }),
      finds: 1,
      codes: ['G0402', 'G0104'],
    },
    { name: 'a separate visit', claim: medicareLines({ code: 'G0402', modifiers: ['25'] }, { code: 'G0104' }), finds: 0 },
    {
      name: 'the visit that decided on major surgery',
      claim: medicareLines({ code: 'G0402', modifiers: ['57'] }, { code: 'G0106' }),
      finds: 0,
    },
    { name: '25 where 57 belongs', claim: medicareLines({ code: 'G0402', modifiers: ['25'] }, { code: 'G0106' }), finds: 1 },
    { name: '57 where 25 belongs', claim: medicareLines({ code: 'G0402', modifiers: ['57'] }, { code: 'G0105' }), finds: 1 },
    { name: 'the day before major surgery', claim: medicareLines({ code: 'G0402', from: '2026-03-03' }, { code: 'G0106' }), finds: 1 },
    { name: 'the day before minor surgery', claim: medicareLines({ code: 'G0402', from: '2026-03-03' }, { code: 'G0105' }), finds: 0 },
    { name: 'the tenth day after', claim: medicareLines({ code: 'G0402', from: '2026-03-14' }, { code: 'G0105' }), finds: 1 },
    { name: 'the eleventh', claim: medicareLines({ code: 'G0402', from: '2026-03-15' }, { code: 'G0105' }), finds: 0 },
    {
      name: 'an unrelated visit',
      claim: medicareLines({ code: 'G0402', from: '2026-03-14', modifiers: ['24'] }, { code: 'G0105' }),
      finds: 0,
    },
    {
      name: 'the ninetieth day after major surgery',
      claim: medicareLines({ code: 'G0402', from: '2026-06-02' }, { code: 'G0106' }),
      finds: 1,
    },
    { name: 'the ninety-first', claim: medicareLines({ code: 'G0402', from: '2026-06-03' }, { code: 'G0106' }), finds: 0 },
    { name: 'another operation in the period', claim: medicareLines({ code: 'G0106' }, { code: 'G0104', from: '2026-03-20' }), finds: 1 },
    {
      name: 'an unplanned return',
      claim: medicareLines({ code: 'G0106' }, { code: 'G0104', from: '2026-03-20', modifiers: ['78'] }),
      finds: 0,
    },
    { name: 'two operations of one day', claim: medicareLines({ code: 'G0106' }, { code: 'G0104' }), finds: 0 },
    {
      name: 'the operation alone, with care after it by another',
      claim: medicareLines({ code: 'G0106', modifiers: ['54'] }, { code: 'G0402', from: '2026-03-20' }),
      finds: 0,
    },
    { name: 'a service that is no visit', claim: medicareLines({ code: 'G0108' }, { code: 'G0104' }), finds: 0 },
    {
      name: 'a visit to another specialty',
      claim: medicareLines(
        { code: 'G0402', rendering: { npi: '1558598797', taxonomy: '207Q00000X' } },
        { code: 'G0106', rendering: { npi: '1987654328', taxonomy: '208600000X' } },
      ),
      finds: 0,
    },
  ],
});

const CONTRACTOR_DECIDES: NotChecked = {
  notChecked: 'For a procedure of the claim the contractor decides whether a global period applies (YYY).',
  install: 'Ask the Medicare contractor of the region.',
};

interface Operation {
  readonly operation: LineView;
  readonly global: string;
  /** Days after it that are covered. */
  readonly after: number;
}

function addWithin(operations: readonly Operation[], other: LineView, outcomes: (Found | Bypassed | NotChecked)[], context: Context): void {
  let told = 0;
  for (const operation of operations) {
    const outcome = judge(operation, other, context);
    if (!outcome) continue;
    outcomes.push(outcome);
    if (++told === MOST_OPERATIONS) return;
  }
}

function judge(surgery: Operation, other: LineView, context: Context): Found | Bypassed | undefined {
  const { operation, global, after } = surgery;
  if (other === operation || other.code === '' || other.from === undefined || operation.from === undefined) return undefined;
  const days = other.from === operation.from ? 0 : daysBetween(operation.from, other.from);
  if (days < (global === '090' ? -1 : 0) || days > after) return undefined;
  // After 54 somebody else gives the care that follows.
  if (days > 0 && operation.modifiers.includes('54')) return undefined;
  const provider = sameProvider(operation, other, context.claim);
  if (provider === 'no') return undefined;
  const doubt = provider === 'unknown';
  if (isVisit(other.code)) return visitWithin(surgery, other, days, doubt, context.claim);
  if (days <= 0 || hasAny(other, NOT_THE_SURGEON)) return undefined;
  const next = feeRow(other, context)?.global;
  return next !== undefined && next in DAYS_AFTER ? operationWithin(surgery, other, days, doubt, context.claim) : undefined;
}

function visitWithin(
  { operation, global, after }: Operation,
  visit: LineView,
  days: number,
  doubt: boolean,
  claim: ClaimView,
): Found | Bypassed {
  const when = days > 0 ? 'after' : global === '090' ? 'before-major' : 'same-day-minor';
  const codes = [visit.code, operation.code];
  const opened = firstOf(visit, OPENS[when]);
  if (opened !== undefined) return { codes, bypassed: `modifier ${opened} on line ${visit.n}` };
  const wanted = when === 'after' ? '24' : when === 'before-major' ? '57' : '25';
  const other = when === 'before-major' ? '25' : when === 'same-day-minor' ? '57' : undefined;
  const swapped = other !== undefined && visit.modifiers.includes(other);
  const place = days === 0 ? 'on the day of' : days < 0 ? 'on the day before' : `${days} ${days === 1 ? 'day' : 'days'} after`;
  return {
    at: `${visit.path}/modifiers`,
    codes,
    ...weight(claim, doubt || swapped ? 'warning' : 'error', doubt || swapped),
    message: swapped
      ? `The visit ${visit.code} on line ${visit.n} carries modifier ${other}; ${place} ${operation.code}, which has a global period of ${global}, modifier ${wanted} is the one that counts.`
      : `The visit ${visit.code} on line ${visit.n} is ${place} ${operation.code} on line ${operation.n} and part of its global period (${global}).`,
    why: `The payment of an operation covers the surgeon's visits ${global === '090' ? 'from the day before' : 'of the day'}${after > 0 ? ` to ${after} days after` : ''} (CARC 97).${whose(claim)}`,
    fix: `${FIX[when]} Else take line ${visit.n} off.`,
  };
}

const FIX = {
  'same-day-minor': 'If the record shows a significant visit separate from the procedure, add modifier 25.',
  'before-major': 'If the decision for surgery was made at this visit, add modifier 57.',
  after: 'If the visit had nothing to do with the operation, add modifier 24 and the diagnosis that shows it.',
} as const;

function operationWithin(
  { operation, global }: Operation,
  other: LineView,
  days: number,
  doubt: boolean,
  claim: ClaimView,
): Found | Bypassed {
  const codes = [other.code, operation.code];
  const opened = firstOf(other, ANOTHER_OPERATION);
  if (opened !== undefined) return { codes, bypassed: `modifier ${opened} on line ${other.n}` };
  return {
    at: `${other.path}/modifiers`,
    codes,
    ...weight(claim, doubt ? 'warning' : 'error', doubt),
    message: `${other.code} on line ${other.n} is ${days} ${days === 1 ? 'day' : 'days'} after ${operation.code} on line ${operation.n}, within its global period (${global}), without modifier 58, 78 or 79.`,
    why: `Another procedure within the period is denied unless a modifier says that it was planned or more extensive (58), an unplanned return to the operating room (78) or unrelated (79) (CARC 97).${whose(claim)}`,
    fix: 'Add the one of the three that the record bears out.',
  };
}
