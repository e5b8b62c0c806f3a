import * as z from 'zod/mini';
import { CleanclaimError } from '../errors.ts';
import { requireCells } from '../statistics/cells.ts';
import { Classifier, userCauseList } from '../statistics/causes/cause-list.ts';
import { CAUSE_LISTS, namedList } from '../statistics/causes/named-lists.ts';
import { suppressRows } from '../statistics/suppress-rows.ts';
import { rankedRows, tabulate, type TabulateRow } from '../statistics/tabulate.ts';
import { operation } from './operation.ts';
import { byInput, cellsInput, problemOutput } from './statistics-input.ts';

const input = z.object({
  /** Values: `cause` (the underlying one), perhaps `contributing` (codes with spaces between), and the `by` columns. */
  cells: cellsInput,
  by: byInput,
  list: z.union([
    z.enum(CAUSE_LISTS),
    z.object({
      id: z.string(),
      groups: z.array(z.object({ group: z.string(), codes: z.string(), title: z.optional(z.string()), kind: z.optional(z.string()) })),
    }),
  ]),
  /** Starts of the age bands to show when `by` has age; ages as written when left out. */
  ages: z.optional(z.array(z.number()).check(z.maxLength(200))),
  /** Also count every death that mentions the group anywhere. */
  mentions: z.optional(z.boolean()),
  /** Groups without deaths too. */
  zeros: z.optional(z.boolean()),
  /** Only the ranked causes, in their order. */
  leading: z.optional(z.boolean()),
  /** Hides counts below this, and what would give them away (CDC WONDER: 10). */
  suppress: z.optional(z.number().check(z.nonnegative())),
});

const row = z.object({
  by: z.record(z.string(), z.string()),
  list: z.string(),
  group: z.string(),
  title: z.string(),
  codes: z.string(),
  /** True for a row that sums up others. */
  total: z.boolean(),
  /** By underlying cause; null where it is suppressed. */
  count: z.nullable(z.number()),
  /** Deaths that mention the group anywhere on the certificate, each once; null where suppressed. */
  mentions: z.optional(z.nullable(z.number())),
  /** Of all deaths of the same `by`, those without a usable code too. */
  share: z.nullable(z.number()),
  /** Place among the groups that are ranked; equal counts share one. Null for totals, remainders and ill-defined causes. */
  rank: z.nullable(z.number()),
  /** Why the count is not shown: it is small, or it would give a small one away. */
  suppressed: z.optional(z.enum(['small', 'complementary'])),
  problems: z.optional(z.array(problemOutput)),
});

/** Deaths or cases by the groups of a cause list; what no group takes has rows of its own, so that all rows add up. */
export const statisticsTabulate = operation({
  id: 'statistics.tabulate',
  title: 'Tabulate by cause',
  input,
  output: z.array(row),
  failures: ['input/invalid', 'input/out-of-range', 'input/empty'],
  examples: [
    {
      says: 'Three deaths by chapter',
      input: {
        cells: [
          { values: { cause: 'I21.9' }, count: 2, rows: 2 },
          { values: { cause: 'C34' }, count: 1, rows: 1 },
        ],
        list: 'icd10-chapters',
      },
    },
  ],
  run(asked, { data, today }): TabulateRow[] {
    requireCells(asked.cells, 'The file');
    const list = typeof asked.list === 'string' ? namedList(asked.list, data, today) : userCauseList(asked.list.id, asked.list.groups);
    const ranges = list.groups.reduce((sum, group) => sum + group.ranges.length, 0);
    if (typeof asked.list !== 'string' && ranges > MOST_RANGES)
      throw new CleanclaimError(
        'input/out-of-range',
        `The list has ${ranges} ranges; lists of more than ${MOST_RANGES} are read from a file.`,
        '/list',
      );
    if (asked.zeros && asked.cells.length * list.groups.length > MOST_ROWS)
      throw new CleanclaimError(
        'input/out-of-range',
        'Groups without deaths of so many rows make too long an answer; leave out zeros.',
        '/zeros',
      );
    const counted = tabulate(asked.cells, new Classifier(list), asked);
    const rows = asked.suppress === undefined ? counted : suppressRows(counted, asked.suppress);
    return asked.leading ? rankedRows(rows) : rows;
  },
});

const MOST_RANGES = 20_000;
const MOST_ROWS = 1_000_000;
