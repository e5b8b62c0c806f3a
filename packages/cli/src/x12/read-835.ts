import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { isDay } from '@cleanclaim/core/day';
import {
  type ExplainedClaim,
  type ExplainedPayment,
  type ExplainOptions,
  explainPayment,
  type PaidLine,
  type Payment,
  PaymentReader,
  readContract,
} from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import { readText } from '../inputs.ts';
import { openData } from '../open-data.ts';
import type { Output } from '../output.ts';
import { companionOf } from './companions.ts';
import { readTold } from './read-told.ts';
import { readSentClaims } from './sent-claims.ts';

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
  'payerControl',
  'memberId',
  'reversal',
  'sentClaim',
  'sentBy',
  'sentLine',
  'differences',
  'underpaid',
  'next',
  'category',
  'preventable',
  'until',
  'daysLeft',
];

/** Payments in plain words: one answer a file; CSV has a row a line, for posting. Exit 1 when the file or its sums are wrong. */
export async function readPayments(paths: readonly string[], given: Given, output: Output): Promise<number> {
  const options = await explainOptions(given);
  return readTold<ExplainedPayment>(paths, given, output, {
    holds: '835',
    list: 'payments',
    columns: COLUMNS,
    reader: (tell) => new PaymentReader((payment) => tell(explainPayment(payment, options))),
    isBad: () => false,
    show,
    writeRows,
  });
}

async function explainOptions(given: Given): Promise<ExplainOptions> {
  const { claims, contract, received } = given.flags;
  const companion = await companionOf(given);
  return {
    today: isDay(received) ? received : given.today,
    data: openData(given),
    ...(typeof claims === 'string' ? { sent: await readSentClaims(claims) } : {}),
    ...(companion?.limits ? { limits: { ...companion.limits, source: `${companion.name}, ${companion.source}` } } : {}),
    ...(typeof contract === 'string' ? { expected: readContract(parsed(contract, await readText(contract)), quote(contract)) } : {}),
  };
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CleanclaimError('input/not-json', `${quote(path)} is not JSON.`);
  }
}

function writeRows(path: string, payments: readonly ExplainedPayment[], output: Output): void {
  for (const payment of payments) {
    for (const claim of payment.claims) {
      const rows: readonly (PaidLine | undefined)[] = claim.lines.length > 0 ? claim.lines : [undefined];
      rows.forEach((line, at) => {
        output.answer(
          claim,
          () => '',
          () => row(path, payment, claim, line, at),
        );
      });
    }
  }
}

function row(path: string, payment: ExplainedPayment, claim: ExplainedClaim, line: PaidLine | undefined, at: number): unknown[] {
  const { charged, allowed, paid, patientShare, adjustments, remarks, balanced } = line ?? claim;
  const sentLine = claim.sent?.lines[at] ?? null;
  const [next] = claim.next;
  const own = claim.sent?.differences.filter((each) => each.line === null || each.line === sentLine) ?? [];
  return [
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
    claim.payerControl ?? '',
    claim.patient?.memberId ?? '',
    claim.reversal,
    claim.sent?.claim ?? '',
    claim.sent?.by ?? '',
    sentLine ?? '',
    own.map(({ what, sent, paid: other }) => `${what} ${sent ?? 'none'} / ${other ?? 'none'}`).join('; '),
    claim.underpaid.find((each) => each.line === at + 1)?.short ?? '',
    claim.next.map(({ step, amount }) => `${step} ${amount}`).join('; '),
    next?.category ?? '',
    next?.preventable ?? '',
    next?.until?.on ?? '',
    next?.until?.daysLeft ?? '',
  ];
}

function show(payment: ExplainedPayment, output: Output): string {
  const { balance } = payment;
  const lines = [
    output.bold(
      `${payment.payer} pays ${payment.payee} ${payment.nothing ? 'nothing' : `${payment.amount} by ${payment.method}`}${payment.date === null ? '' : ` on ${payment.date}`}`,
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
  for (const { claim, correction, net } of payment.corrections)
    lines.push(
      correction === null ? `  claim ${claim} is taken back: ${net}` : `  claim ${claim} is taken back and paid anew: ${net} in the end`,
    );
  for (const claim of payment.claims) lines.push('', ...showClaim(claim, output));
  lines.push(...showCodes(payment));
  return lines.join('\n');
}

/** The user's own lists, named with their edition: their words are not ours. */
function showCodes({ codes }: ExplainedPayment): string[] {
  if (codes.length === 0) return [];
  const editions = [...new Set(codes.map(({ list, edition }) => `${list} ${edition}`))];
  return [
    '',
    `In your lists (${editions.join(', ')}):`,
    ...codes.map(
      ({ list, code, text, ended }) =>
        `  ${list.toUpperCase()} ${code}: ${text ?? 'not in the list'}${ended === null ? '' : ` (ended ${ended})`}`,
    ),
  ];
}

function showClaim(claim: ExplainedClaim, output: Output): string[] {
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
  lines.push(...showSent(claim, output));
  for (const { code, expected, allowed, short } of claim.underpaid)
    lines.push(output.paint('yellow', `  ! ${code}: allowed ${allowed}, the contract says ${expected} (${short} short)`));
  for (const { step, amount, how, category, preventable, until } of claim.next) {
    const kind = category === null ? '' : ` [${category}; preventable: ${preventable ?? 'unknown'}]`;
    lines.push(output.paint('cyan', `  → ${step} ${amount}: ${how}${kind}`));
    if (until) lines.push(output.paint('cyan', `    ${daysLeft(until.daysLeft)}: until ${until.on} (${until.source})`));
  }
  return lines;
}

function showSent({ sent }: ExplainedClaim, output: Output): string[] {
  if (sent === undefined) return [];
  if (sent === null) return [output.paint('yellow', '  ! no claim sent has this number, nor this member, day and charge')];
  const how = sent.by === 'control' ? 'by its number' : 'by member, day and charge';
  return [
    `  answers claim ${sent.claim} (found ${how})`,
    ...sent.differences.map(({ what, line, sent: one, paid }) =>
      output.paint(
        'yellow',
        `  ! ${line === null ? '' : `line ${line}, `}${what}: sent ${one ?? 'none'}, in the payment ${paid ?? 'none'}`,
      ),
    ),
  ];
}

function daysLeft(days: number): string {
  if (days < 0) return `${-days} day${days === -1 ? '' : 's'} too late`;
  return `${days} day${days === 1 ? '' : 's'} left`;
}

function adjustment({ group, reason, says, amount, groupSays }: Payment['claims'][number]['adjustments'][number]): string {
  return `${group}-${reason} ${amount}: ${says ?? 'not in our list of reasons'} (${groupSays ?? 'unknown group'})`;
}
