import type { Acknowledgment, Answer, ExplainedClaim, ExplainedPayment, X12Finding, X12Report } from '@cleanclaim/x12';
import type { WrittenFile } from '../x12/questions.ts';
import { cut, joined, SHOWN } from './say.ts';

// The short text beside a structured answer about X12. Names and member numbers of patients stay out of it.

export function report({ errors, warnings, interchanges, findings, notChecked }: X12Report): string {
  const sets = interchanges.flatMap(({ groups }) => groups.flatMap(({ transactions }) => transactions.map(({ set }) => set)));
  return joined([
    `${sets.length > 0 ? `Sets: ${[...new Set(sets)].join(', ')}. ` : ''}${errors} errors, ${warnings} warnings.`,
    ...cut(findings.slice(0, SHOWN).map(finding), findings.length),
    notChecked.length > 0 ? `Not checked: ${notChecked.map(({ rule }) => rule).join(', ')}.` : undefined,
  ]);
}

function finding({ severity, rule, message, fix, where }: X12Finding): string {
  return `${severity} ${rule} at segment ${where.segmentNumber}${where.loop === null ? '' : `, loop ${where.loop}`}: ${message} Fix: ${fix}`;
}

export function payments({ payments, findings }: { payments: readonly ExplainedPayment[]; findings: readonly X12Finding[] }): string {
  const lines = payments.flatMap(({ payer, amount, date, trace, balance, claims }) => [
    `${payer} pays ${amount}${date === null ? '' : ` on ${date}`}, trace ${trace}: ${claims.length} claims, ${balance.balanced ? 'balanced' : `NOT balanced (${balance.expected} expected)`}.`,
    ...claims.map(claim),
  ]);
  return joined([...cut(lines.slice(0, 4 * SHOWN), lines.length), wrongFile(findings)]);
}

function claim({ claim: id, statusSays, status, charged, paid, patientShare, next, underpaid }: ExplainedClaim): string {
  const steps = next.map(({ step, amount, how, until }) => `${step} ${amount}${until ? ` by ${until.on}` : ''}: ${how}`);
  const short = underpaid.map(({ code, short: by }) => `${code} is ${by} short of the contract`);
  return [
    `Claim ${id}: ${statusSays ?? `status ${status}`}, charged ${charged}, paid ${paid}, patient owes ${patientShare}.`,
    ...short,
    ...steps,
  ].join(' | ');
}

export function answers({ answers, findings }: { answers: readonly (Acknowledgment | Answer)[]; findings: readonly X12Finding[] }): string {
  const lines = answers.flatMap(answer);
  return joined([...cut(lines.slice(0, 4 * SHOWN), lines.length), wrongFile(findings)]);
}

function answer(each: Acknowledgment | Answer): string[] {
  if (!('kind' in each)) {
    return each.statements.map(({ code, says, about, details }) =>
      [`${each.transaction} of ${each.payer}: ${says ?? `code ${code}`}`, ...about, ...details].join(' · '),
    );
  }
  switch (each.kind) {
    case 'TA1':
      return [`TA1: interchange ${each.control} ${each.result}. ${each.note.says ?? each.note.code}`];
    case '999':
      return [
        `999: group ${each.control} ${each.result}.`,
        ...each.sets.map(({ set, control, result, segments }) => `${set} ${control}: ${result}, ${segments.length} segments with errors.`),
      ];
    case '277CA':
      return each.claims.map(({ claim: id, result, how }) => `Claim ${id}: ${result}. ${how}`);
  }
}

export function acknowledged({ x12 }: { x12: string }): string {
  return x12 === '' ? 'Nothing in the file calls for an answer.' : `Written: ${x12.length} characters of X12 in the structured answer.`;
}

export function written({ x12, errors, findings }: WrittenFile): string {
  return joined([
    `Written: ${x12.length} characters of X12 in the structured answer, ${errors} errors${errors > 0 ? ': add what is missing before it is sent' : ''}.`,
    ...cut(findings.slice(0, SHOWN).map(finding), findings.length),
  ]);
}

function wrongFile(findings: readonly X12Finding[]): string | undefined {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.length > 0 ? `The file itself has ${errors.length} errors: see check_x12.` : undefined;
}
