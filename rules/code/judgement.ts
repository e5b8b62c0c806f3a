import {
  type CodeChoice,
  type CodeExplanation,
  type Context,
  type Day,
  type DiagnosisView,
  explainCode,
  type Found,
  type Icd10cmEdition,
  type Row,
  type SeventhChoice,
} from '@cleanclaim/core';

/** Why a diagnosis code cannot stand on the claim, on the first day of its lines on which it cannot. */
export interface Judgement {
  readonly on: Day;
  readonly explanation: Exclude<CodeExplanation, { status: 'billable' }>;
}

/** False for a code that may stand on the claim on its day: none of the rules about single codes has anything to say of it. */
export function isIncomplete(icd: Icd10cmEdition, row: Row): boolean {
  return !icd.billable(row);
}

const judged = new WeakMap<DiagnosisView, Judgement | null>();

/**
 * Judges a diagnosis code on every day it is billed for: the dates of the lines that point to it, the claim's day
 * when none does, discharge for inpatients. Undefined when the code is right on all of them. Each of the rules about
 * single codes reports one kind of answer, so that one bad code has one finding.
 */
export function judge(diagnosis: DiagnosisView, context: Context): Judgement | undefined {
  const { claim, icd } = context;
  const { codeSystem = 'icd10cm' } = diagnosis.diagnosis;
  if (codeSystem !== 'icd10cm') return undefined;
  if (icd.billable(diagnosis.row) && (claim.inpatient || onlyOn(diagnosis, claim.on))) return undefined;
  let judgement = judged.get(diagnosis);
  if (judgement === undefined) judged.set(diagnosis, (judgement = judgeDays(diagnosis, context)));
  return judgement ?? undefined;
}

function onlyOn(diagnosis: DiagnosisView, on: Day | undefined): boolean {
  for (const line of diagnosis.lines) if (line.from !== undefined && line.from !== on) return false;
  return true;
}

function judgeDays(diagnosis: DiagnosisView, { claim, data }: Context): Judgement | null {
  const table = data.icd10cmTable();
  if (!table || claim.on === undefined) return null;
  const dates = claim.inpatient ? [] : diagnosis.lines.map((line) => line.from).filter((from) => from !== undefined);
  const days = dates.length === 0 ? [claim.on] : [...new Set(dates)].sort();
  let undecided: Judgement | null = null;
  for (const on of days) {
    const explanation = explainCode(table, diagnosis.diagnosis.code, on);
    if (explanation.status === 'billable') continue;
    if (explanation.status !== 'no-edition') return { on, explanation };
    undecided ??= { on, explanation };
  }
  return undecided;
}

/** Up to this many choices are offered as a change one click away. */
const MOST_SUGGESTIONS = 16;
const MOST_LISTED = 8;

/** Replaces the code of a diagnosis. */
export function replaceCode(diagnosis: DiagnosisView, code: string) {
  return [{ op: 'replace', path: `${diagnosis.path}/code`, value: code }] as const;
}

/** The choices as suggestions, where they are complete codes and few. */
export function suggest(diagnosis: DiagnosisView, choices: readonly (CodeChoice | SeventhChoice)[]): Pick<Found, 'suggestions'> {
  const complete = choices.filter((each) => !('billable' in each) || each.billable);
  if (complete.length === 0 || complete.length > MOST_SUGGESTIONS) return {};
  return {
    suggestions: complete.map((each) => ({
      when: `the record supports ${each.code}: ${'meaning' in each ? each.meaning : (each.display ?? 'see the tabular list')}`,
      patch: replaceCode(diagnosis, each.code),
    })),
  };
}

/** `S82.101A (initial encounter for closed fracture), S82.101B (…) and 14 more`. */
export function listed(choices: readonly (CodeChoice | SeventhChoice)[]): string {
  const shown = choices.slice(0, MOST_LISTED).map((each) => {
    const words = 'meaning' in each ? each.meaning : each.display;
    return words ? `${each.code} (${words})` : each.code;
  });
  const rest = choices.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
