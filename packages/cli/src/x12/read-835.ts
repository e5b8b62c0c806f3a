import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { type PaidClaim, type PaidLine, type Payment, PaymentReader, X12Checker } from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import { readBytes } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output, worstExit } from '../output.ts';

const COLUMNS = [
  'file',
  'trace',
  'date',
  'claim',
  'status',
  'code',
  'modifiers',
  'from',
  'charged',
  'allowed',
  'paid',
  'patientShare',
  'adjustments',
  'remarks',
  'control',
  'balanced',
];

/** Payments in plain words: one answer a file; CSV has a row a line, for posting. Exit 1 when the file or its sums are wrong. */
export async function readPayments(paths: readonly string[], given: Given, output: Output): Promise<number> {
  const statuses: number[] = [];
  output.header(COLUMNS);
  for (const path of paths) {
    const payments: Payment[] = [];
    const checker = new X12Checker({ data: openData(given), follow: new PaymentReader((payment) => payments.push(payment)) });
    for await (const bytes of readBytes(path)) checker.push(bytes);
    const report = checker.report();
    if (payments.length === 0) {
      throw new CleanclaimError(
        'input/unsupported-format',
        `${path === '-' ? 'Standard input' : quote(path)} holds no 835 that can be read: ${report.findings[0]?.message ?? 'it is another transaction'}`,
      );
    }
    statuses.push(report.errors > 0 ? EXIT.finding : EXIT.fine);
    if (output.format === 'csv') writeRows(path, payments, output);
    else
      output.answer({ input: path, payments, findings: report.findings }, () =>
        payments.map((payment) => show(payment, output)).join('\n\n'),
      );
    if (report.errors > 0) output.hint(`The file has errors: cleanclaim x12 check ${path}`);
    await output.flush();
  }
  output.end();
  return worstExit(statuses);
}

function writeRows(path: string, payments: readonly Payment[], output: Output): void {
  for (const payment of payments) {
    for (const claim of payment.claims) {
      const rows: readonly (PaidLine | undefined)[] = claim.lines.length > 0 ? claim.lines : [undefined];
      for (const line of rows) {
        const { charged, allowed, paid, patientShare, adjustments, remarks, balanced } = line ?? claim;
        output.answer(
          claim,
          () => '',
          () => [
            path,
            payment.trace,
            payment.date,
            claim.claim,
            claim.status,
            line?.code ?? '',
            line?.modifiers.join(' ') ?? '',
            line?.from ?? '',
            charged,
            allowed,
            paid,
            patientShare,
            adjustments.map(({ group, reason, amount }) => `${group}-${reason} ${amount}`).join('; '),
            remarks.join(' '),
            line?.control ?? '',
            balanced,
          ],
        );
      }
    }
  }
}

function show(payment: Payment, output: Output): string {
  const { balance } = payment;
  const lines = [
    output.bold(
      `${payment.payer} pays ${payment.payee} ${payment.amount} by ${payment.method}${payment.date === null ? '' : ` on ${payment.date}`}`,
    ),
    `  trace ${payment.trace}, ${payment.claims.length} claim${payment.claims.length === 1 ? '' : 's'}`,
    balance.balanced
      ? output.paint(
          'green',
          `  ✓ balanced: claims ${balance.claimsPaid} less provider adjustments ${balance.providerAdjustments} is ${balance.payment}`,
        )
      : output.paint(
          'red',
          `  ✗ not balanced: claims ${balance.claimsPaid} less provider adjustments ${balance.providerAdjustments} is ${balance.expected}, paid ${balance.payment}`,
        ),
  ];
  for (const each of payment.providerAdjustments) {
    lines.push(
      `  provider adjustment ${each.reason} (${each.says ?? 'no words of ours'}): ${each.amount}, ${each.effect}${each.reference === null ? '' : `, reference ${each.reference}`}`,
    );
  }
  for (const claim of payment.claims) lines.push('', ...showClaim(claim, output));
  return lines.join('\n');
}

function showClaim(claim: PaidClaim, output: Output): string[] {
  const name = claim.patient === null ? '' : `, ${claim.patient.first} ${claim.patient.last}`;
  const pair = claim.pairedWith === null ? '' : ` (its ${claim.pairedWith} is in this payment)`;
  const lines = [
    `${output.bold(`Claim ${claim.claim}`)}${name}: ${claim.statusSays ?? `status ${claim.status}`}${pair}`,
    `  charged ${claim.charged}, allowed ${claim.allowed}, paid ${claim.paid}, patient owes ${claim.patientShare}${claim.balanced ? '' : output.paint('red', ' ✗ does not balance')}`,
  ];
  for (const each of claim.adjustments) lines.push(`  ${adjustment(each)}`);
  for (const line of claim.lines) {
    lines.push(
      `  ${[line.code, ...line.modifiers].join('-')}${line.from === null ? '' : ` on ${line.from}`}: charged ${line.charged}, allowed ${line.allowed}, paid ${line.paid}`,
    );
    for (const each of line.adjustments) lines.push(`    ${adjustment(each)}`);
    if (line.remarks.length > 0) lines.push(`    remark codes ${line.remarks.join(' ')}`);
  }
  if (claim.remarks.length > 0) lines.push(`  remark codes ${claim.remarks.join(' ')}`);
  for (const { step, amount, how } of claim.next) lines.push(output.paint('cyan', `  → ${step} ${amount}: ${how}`));
  return lines;
}

function adjustment({ group, reason, says, amount, groupSays }: Payment['claims'][number]['adjustments'][number]): string {
  return `${group}-${reason} ${amount}: ${says ?? 'not in our list of reasons'} (${groupSays ?? 'unknown group'})`;
}
