import * as z from 'zod/mini';
import { CleanclaimError } from '../errors.ts';
import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import { replacements } from '../icd10cm/replacements.ts';
import type { Icd10cmTable } from '../icd10cm/table.ts';
import { tidyCode } from '../text/code-text.ts';
import { editionNamed } from './edition-named.ts';
import { operation } from './operation.ts';

const title = z.nullable(z.string());
const replacement = z.array(z.object({ code: z.string(), display: title }));

const output = z.object({
  from: z.string(),
  to: z.string(),
  /** Codes that may stand on a claim in the later edition and could not in the earlier. */
  added: z.array(z.object({ code: z.string(), display: title })),
  /** Codes that could stand on a claim in the earlier edition and cannot in the later, with what took their place. */
  deleted: z.array(z.object({ code: z.string(), display: title, now: z.enum(['header', 'gone']), replacedBy: replacement })),
  revised: z.array(z.object({ code: z.string(), before: title, after: title })),
  /** With a list of the user's own: which of them break, and the fix. */
  breaks: z.array(z.object({ code: z.string(), input: z.string(), why: z.string(), replacedBy: replacement })),
});
export type DiffAnswer = z.infer<typeof output>;

const editionField = z.string().register(z.globalRegistry, {
  description: 'An edition by its id (icd10cm-2026-10), its fiscal year (FY2027), or a day in it.',
});

/** What changed between two editions, and which codes of the user's own list break. */
export const diff = operation({
  id: 'editions.diff',
  title: 'Compare two editions',
  input: z.object({
    from: editionField,
    to: editionField,
    only: z.optional(
      z
        .array(z.string())
        .register(z.globalRegistry, { description: 'Codes of your own list: the answer then names only those that break.' }),
    ),
  }),
  output,
  failures: ['input/invalid', 'input/unknown-edition'],
  examples: [{ says: 'What October 2026 changed', input: { from: 'FY2026', to: 'FY2027' } }],
  run({ from, to, only }, context): DiffAnswer {
    const table = context.data.icd10cmTable();
    const before = editionNamed(from, '/from', context);
    const after = editionNamed(to, '/to', context);
    if (!table) throw new CleanclaimError('input/unknown-edition', 'No ICD-10-CM edition is installed.', '/from');
    const answer = {
      from: before.edition.id,
      to: after.edition.id,
      added: [] as DiffAnswer['added'],
      deleted: [] as DiffAnswer['deleted'],
      revised: [] as DiffAnswer['revised'],
      breaks: [] as DiffAnswer['breaks'],
    };
    if (only) return { ...answer, breaks: only.flatMap((each) => breakOf(each, table, before, after)) };
    for (let row = 0; row < table.size; row++) {
      const was = before.billable(row);
      const is = after.billable(row);
      if (!was && is) answer.added.push({ code: after.code(row), display: after.display(row) });
      else if (was && !is) {
        answer.deleted.push({
          code: before.code(row),
          display: before.display(row),
          now: after.inForce(row) ? 'header' : 'gone',
          replacedBy: named(after, replacements(row, before, after)),
        });
      } else if (was && is && before.display(row) !== after.display(row)) {
        answer.revised.push({ code: after.code(row), before: before.display(row), after: after.display(row) });
      }
    }
    return answer;
  },
});

function breakOf(input: string, table: Icd10cmTable, before: Icd10cmEdition, after: Icd10cmEdition): DiffAnswer['breaks'] {
  const row = table.row(tidyCode(input));
  if (row < 0) return [{ code: tidyCode(input).slice(0, 40), input, why: 'No installed edition has this code.', replacedBy: [] }];
  if (after.billable(row)) return [];
  const why = !before.billable(row)
    ? `It may not stand on a claim in ${before.edition.id} either.`
    : after.inForce(row)
      ? `From ${after.edition.from} it needs more characters.`
      : `It ended; the last day it may be used is the day before ${after.edition.from}.`;
  return [{ code: table.code(row), input, why, replacedBy: named(after, replacements(row, before, after)) }];
}

function named(icd: Icd10cmEdition, rows: readonly Row[]): { code: string; display: string | null }[] {
  return rows.map((row) => ({ code: icd.code(row), display: icd.display(row) }));
}
