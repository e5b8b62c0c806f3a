import { type Context, type FeeRow, type Found, type LineView, type Outcomes, parseMoney, rule } from '@cleanclaim/core';
import { feeExample, medicareLines } from '../support/fee-example.ts';
import { FEE_SCHEDULE_BEGINS, feeRow } from '../support/fee-row.ts';
import { firstOf } from '../support/modifiers.ts';
import { sameProvider, sharedDay } from '../support/service-line.ts';
import { relativeValueFile } from '../support/table-cites.ts';

/** One cent: some systems cannot send a line without a charge. */
const COUNTED_ONLY = parseMoney('0.01') ?? 0;

/** The sender says that Medicare does not cover the service, or expects a denial. */
const EXPECTED = new Set(['GY', 'GZ', 'GX', 'GA']);

/** Status codes under which Medicare pays nothing for the line, in our words. */
const UNPAID: Readonly<Record<string, readonly [says: string, why: string, fix: string]>> = {
  B: [
    'is always bundled into other services',
    'Payment for it is part of the payment for the services it goes with, whether or not they are on this claim (CARC 97).',
    'Take the line off; the patient may not be billed for it.',
  ],
  I: [
    'is not valid for Medicare, which has another code for the service',
    'Medicare denies a code of this status and pays the other code (CARC 16 or 181).',
    'Bill the code that Medicare uses for the service, often a G code.',
  ],
  N: [
    'is not covered by Medicare',
    'A service of this status is not covered, and the patient bears it (CARC 96, group PR).',
    'Bill the patient; with modifier GY when a denial is wanted for another payer.',
  ],
  P: [
    'is bundled into a physician service of the day, or excluded from the fee schedule',
    'Medicare makes no separate payment for it under the physician fee schedule (CARC 97).',
    'Take the line off, unless it is billed under another part of Medicare, such as to the contractor for medical equipment.',
  ],
};
for (const status of 'DFGH')
  Object.assign(UNPAID, { [status]: ['was deleted', 'A deleted code or part is not paid.', 'Bill the code in force on the day.'] });

export default rule({
  id: 'mpfs/status',
  title: 'A code that Medicare does not pay under the physician fee schedule',
  severity: 'error',
  stage: 'stable',
  payers: ['medicare'],
  types: ['professional'],
  from: FEE_SCHEDULE_BEGINS,
  needs: ['mpfs-rvu'],
  cites: [relativeValueFile('attachment A, status code')],

  on: 'line',
  check(line, context): Outcomes {
    const row = feeRow(line, context);
    if (row === undefined || row.status === 'A') return undefined;
    const expected = firstOf(line, EXPECTED);
    if (row.status === 'T') return injection(line, context);
    const unpaid = UNPAID[row.status];
    // Bundled services are sent without a charge where they are only counted, such as visits after surgery.
    if (!unpaid || (row.status === 'B' && line.charge !== undefined && line.charge <= COUNTED_ONLY)) return undefined;
    if (expected !== undefined) return { codes: [line.code], bypassed: `modifier ${expected} on line ${line.n}` };
    return found(line, row, unpaid);
  },

  exampleTables: {
    'mpfs-rvu': [
      feeExample('G0108'),
      feeExample('G0109', { status: 'B' }),
      feeExample('G0110', { status: 'I' }),
      feeExample('G0111', { status: 'N' }),
      feeExample('G0112', { status: 'T' }),
      feeExample('G0113', { status: 'X' }),
    ],
  },
  examples: [
    { name: 'an active code', claim: medicareLines({}), finds: 0 },
    { name: 'a bundled code', claim: medicareLines({ code: 'G0109' }), finds: 1, codes: ['G0109'] },
    { name: 'the same without a charge, to be counted', claim: medicareLines({ code: 'G0109', charge: '0.00' }), finds: 0 },
    { name: 'a code Medicare has another for', claim: medicareLines({ code: 'G0110' }), finds: 1 },
    { name: 'a service that is not covered', claim: medicareLines({ code: 'G0111' }), finds: 1 },
    { name: 'the same, billed for a denial', claim: medicareLines({ code: 'G0111', modifiers: ['GY'] }), finds: 0 },
    { name: 'an injection alone', claim: medicareLines({ code: 'G0112' }), finds: 0 },
    { name: 'an injection beside a payable service', claim: medicareLines({ code: 'G0112' }, {}), finds: 1 },
    { name: 'a service paid under another fee schedule', claim: medicareLines({ code: 'G0113' }), finds: 0 },
    { name: 'another payer', claim: { ...medicareLines({ code: 'G0111' }), payer: { id: 'EX001', kind: 'commercial' } }, finds: 0 },
  ],
});

function found(line: LineView, row: FeeRow, [says, why, fix]: readonly [string, string, string]): Found {
  return {
    at: `${line.path}/code`,
    codes: [line.code],
    message: `${line.code} on line ${line.n} ${says} (status ${row.status}).`,
    why,
    fix,
  };
}

/** Status T: paid only where the same provider has nothing else payable under the fee schedule on the day. */
function injection(line: LineView, context: Context): Found | undefined {
  for (const other of context.claim.lines) {
    if (other === line || sharedDay(other, line) === undefined || sameProvider(other, line, context.claim) === 'no') continue;
    const status = feeRow(other, context)?.status;
    if (status !== 'A' && status !== 'R' && status !== 'C') continue;
    return {
      at: `${line.path}/code`,
      codes: [line.code, other.code],
      message: `${line.code} on line ${line.n} is not paid on a day with another payable service, ${other.code} on line ${other.n} (status T).`,
      why: 'Medicare pays a code of this status only when nothing else payable under the fee schedule is billed by the same provider that day (CARC 97).',
      fix: `Take line ${line.n} off.`,
    };
  }
  return undefined;
}
