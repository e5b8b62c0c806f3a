import * as z from 'zod/mini';
import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import { beyondIcd10cm } from './beyond-icd10cm.ts';
import { groundOf, knownCode } from './known-code.ts';
import { codeField, dayField } from './fields.ts';
import { onDay } from './on-day.ts';
import { operation } from './operation.ts';

const member = z.object({ code: z.string(), display: z.nullable(z.string()), billable: z.boolean() });
const level = z.object({ id: z.string(), title: z.string() });

const output = z.object({
  input: z.string(),
  status: z.enum(['found', 'unknown', 'no-data']),
  code: z.nullable(z.string()),
  display: z.optional(z.nullable(z.string())),
  billable: z.optional(z.boolean()),
  chapter: z.optional(z.nullable(level)),
  blocks: z.optional(z.array(level)),
  ancestors: z.array(member),
  siblings: z.array(member),
  children: z.array(member),
  edition: z.nullable(z.string()),
  notesAsOf: z.optional(z.string()),
  mayBeSuperseded: z.optional(z.literal(true)),
  fix: z.optional(z.string()),
});
export type TreeAnswer = z.infer<typeof output>;

/** Where a code stands: chapter, blocks, the levels above, its neighbours and what is under it. */
export const tree = operation({
  id: 'codes.tree',
  title: 'The family of a code on a day',
  input: z.object({ code: codeField, on: dayField }),
  output,
  failures: ['input/invalid', 'input/too-long', 'input/not-a-day'],
  examples: [{ says: 'Type 2 diabetes with kidney complications', input: { code: 'E11.2', on: '2026-03-04' } }],
  run({ code, on: onText }, context): TreeAnswer {
    const on = onDay(onText, context);
    const known = knownCode(code, on, context);
    if (known.status !== 'found') {
      return { input: code, ...beyondIcd10cm(code, on, context, 'tree'), ancestors: [], siblings: [], children: [] };
    }
    const { icd, row } = known;
    const parent = icd.parent(row);
    const siblings = parent >= 0 ? icd.children(parent) : categoriesOf(icd, row);
    return {
      input: code,
      status: 'found',
      code: icd.code(row),
      display: icd.display(row),
      billable: icd.billable(row),
      chapter: icd.chapter(row) ?? null,
      blocks: icd.blocks(row),
      ancestors: icd.ancestors(row).map((each) => describe(icd, each)),
      siblings: siblings.filter((each) => each !== row).map((each) => describe(icd, each)),
      children: icd.children(row).map((each) => describe(icd, each)),
      ...groundOf(icd, on, false),
    };
  },
});

function describe(icd: Icd10cmEdition, row: Row) {
  return { code: icd.code(row), display: icd.display(row), billable: icd.billable(row) };
}

/** A category's neighbours are the other categories of its innermost block. */
function categoriesOf(icd: Icd10cmEdition, row: Row): Row[] {
  const [first, after] = icd.blockRun(row);
  const rows: Row[] = [];
  for (let at = first; at < after; at = icd.after(at)) if (icd.inForce(at)) rows.push(at);
  return rows;
}
