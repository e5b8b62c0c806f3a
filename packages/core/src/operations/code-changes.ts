import * as z from 'zod/mini';
import { addDays, type Day } from '../day.ts';
import { CleanclaimError } from '../errors.ts';
import { diagnosisChanges, diagnosisPairs } from '../changes/diagnoses.ts';
import { procedureChanges, procedurePairs } from '../changes/procedures.ts';
import { type ChangesOfCodes, type CodeChange, type NotCompared, WHAT } from '../changes/change.ts';
import { tidyCode } from '../text/code-text.ts';
import { editionNamed } from './edition-named.ts';
import { operation, type OperationContext } from './operation.ts';

const named = z.array(z.object({ code: z.string(), display: z.nullable(z.string()) }));

const output = z.object({
  from: z.string(),
  to: z.string(),
  /** Codes that were looked at. */
  codes: z.number(),
  changes: z.array(
    z.object({
      input: z.string(),
      code: z.string(),
      system: z.string(),
      kind: z.enum(['deleted', 'header', 'revised', 'new-under', 'new-beside', 'begins', 'unknown', 'status', 'units', 'pair']),
      /** The code may no longer stand on a claim, or not as it did. */
      breaks: z.boolean(),
      says: z.string(),
      before: z.nullable(z.string()),
      after: z.nullable(z.string()),
      replacedBy: named,
    }),
  ),
  unchanged: z.array(z.string()),
  /** What could not be compared, and what to install. Not the same as unchanged. */
  notCompared: z.array(z.object({ what: z.string(), reason: z.string(), install: z.string() })),
});

/** The form of CPT and HCPCS codes; without a dot some diagnoses have it too, which the code table tells apart. */
const PROCEDURE = /^[0-9A-Z]\d{3}[0-9A-Z]$/;
/** Most codes whose pairs are compared: a list of favourites, not a code book. */
const MOST_PAIRED = 400;
const MOST_CODES = 20_000;

/** What changes between two days for the user's own codes: the yearly job of an office. */
export const codeChanges = operation<{ codes: string[]; from?: string | undefined; to?: string | undefined }, ChangesOfCodes>({
  id: 'editions.changes',
  title: 'What a new edition changes for your own codes',
  input: z.object({
    codes: z.array(z.string()).register(z.globalRegistry, { description: 'Your own codes: diagnoses, procedures, or both.' }),
    from: z.optional(
      z.string().register(z.globalRegistry, { description: 'A day, or an ICD-10-CM edition; the edition before `to` when left out.' }),
    ),
    to: z.optional(z.string().register(z.globalRegistry, { description: 'A day, or an ICD-10-CM edition; the newest when left out.' })),
  }),
  output: output as unknown as z.ZodMiniType<ChangesOfCodes>,
  failures: ['input/invalid', 'input/too-long', 'input/unknown-edition'],
  examples: [{ says: 'Two favourites over October 2026', input: { codes: ['E11.9', 'M72.2'], from: 'FY2026', to: 'FY2027' } }],
  run({ codes, from, to }, context): ChangesOfCodes {
    if (codes.length > MOST_CODES)
      throw new CleanclaimError('input/too-long', `The list has ${codes.length} codes; the limit is ${MOST_CODES}.`, '/codes');
    const days = daysOf(from, to, context);
    const inputs = [...new Map(codes.map((each) => [tidyCode(each), each])).values()].filter((each) => tidyCode(each) !== '');
    const procedures = inputs.filter((each) => PROCEDURE.test(tidyCode(each)) && !isDiagnosis(each, context));
    const diagnoses = inputs.filter((each) => !procedures.includes(each));
    const notCompared: NotCompared[] = [];
    const question = { data: context.data, ...days, notCompared };
    const changes: CodeChange[] = [...diagnosisChanges(diagnoses, question), ...procedureChanges(procedures, question)];
    if (inputs.length <= MOST_PAIRED) changes.push(...diagnosisPairs(diagnoses, question), ...procedurePairs(procedures, question));
    else
      notCompared.push({
        what: 'pairs of your codes',
        reason: `The list has ${inputs.length} codes; pairs are compared for up to ${MOST_PAIRED}.`,
        install: 'Give a shorter list of favourites.',
      });
    const changed = new Set(changes.map(({ input }) => input));
    return {
      from: days.before,
      to: days.after,
      codes: inputs.length,
      changes,
      unchanged: inputs.filter((each) => !changed.has(each) && isCompared(each, diagnoses, notCompared)),
      notCompared,
    };
  },
});

/** A code that no pair of tables could be compared for has not stayed as it was: nobody knows. */
function isCompared(input: string, diagnoses: readonly string[], notCompared: readonly NotCompared[]): boolean {
  const isOpen = (what: string): boolean => notCompared.some((each) => each.what === what);
  if (diagnoses.includes(input)) return !isOpen(WHAT.diagnoses);
  // CPT codes are in the fee schedule alone.
  return !isOpen(WHAT.fees) || (/^[A-Z]/.test(tidyCode(input)) && !isOpen(WHAT.hcpcs));
}

function isDiagnosis(code: string, { data }: OperationContext): boolean {
  const table = data.icd10cmTable();
  return table !== undefined && table.row(tidyCode(code)) >= 0;
}

/** The two days: given as days or editions; else the first day of the newest edition and the day before it. */
function daysOf(from: string | undefined, to: string | undefined, context: OperationContext): { before: Day; after: Day } {
  const newest = context.data.icd10cmTable()?.list.at(-1)?.from;
  if (to === undefined && newest === undefined)
    throw new CleanclaimError('input/unknown-edition', 'No ICD-10-CM edition is installed: name two days.', '/to');
  const after = to === undefined ? (newest as Day) : dayNamed(to, '/to', 'from', context);
  const before = from === undefined ? addDays(after, -1) : dayNamed(from, '/from', 'to', context);
  return { before, after };
}

function dayNamed(name: string, path: string, end: 'from' | 'to', context: OperationContext): Day {
  if (/^\d{4}-\d{2}-\d{2}$/.test(name.trim())) {
    // A day that no edition of ICD-10-CM covers may still be one of the procedure tables.
    const day = name.trim() as Day;
    if (!Number.isNaN(Date.parse(day))) return day;
  }
  const { edition } = editionNamed(name, path, context);
  return (end === 'to' ? (edition.to ?? edition.from) : edition.from) as Day;
}
