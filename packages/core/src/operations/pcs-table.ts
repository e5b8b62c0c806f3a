import * as z from 'zod/mini';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import { CleanclaimError, quote } from '../errors.ts';
import { KEY_SEPARATOR, type KeyedTable } from '../tables/keyed-table.ts';
import { PCS_AXES, PCS_TABLE_LENGTH, type PcsChoice, type PcsRow, PcsTables } from '../tables/pcs-tables.ts';
import { MAX_CODE_INPUT, tidyCode } from '../text/code-text.ts';
import { dayField } from './fields.ts';
import { onDay } from './on-day.ts';
import { operation } from './operation.ts';

const value = z.object({ value: z.string(), label: z.string() });

const output = z.object({
  input: z.string(),
  /** `open`: characters are still to be chosen; `valid`, `invalid`: a complete code, or characters that never go together. */
  status: z.enum(['open', 'valid', 'invalid', 'no-data']),
  /** The seven characters, `_` where none is chosen. */
  code: z.string(),
  /** Per axis what remains possible with the characters chosen on the others, its own choice among them. */
  axes: z.array(z.object({ position: z.number(), name: z.string(), chosen: z.nullable(value), values: z.array(value) })),
  /** The rows of the printed table that hold the choice, once a table is chosen: per axis from the fourth on, what goes together. */
  rows: z.array(z.object({ axes: z.array(z.array(value)) })),
  /** How many complete codes the choice leaves. */
  codes: z.number(),
  /** What the operation is; more of it where the definitions are installed. */
  definition: z.nullable(
    z.object({ operation: z.string(), text: z.string(), explanation: z.optional(z.string()), includes: z.optional(z.array(z.string())) }),
  ),
  /** The official title of a complete code; null where the order file is not installed or does not list it. */
  display: z.nullable(z.string()),
  /** Whether the tables, and the order file, hold a complete code; null while it is not complete or they are not installed. */
  byTable: z.nullable(z.boolean()),
  byOrderFile: z.nullable(z.boolean()),
  editions: z.array(z.string()),
  why: z.optional(z.string()),
  fix: z.optional(z.string()),
});
export type PcsAnswer = z.infer<typeof output>;

const OPEN = '_';
const CHARACTER = /^[0-9A-HJ-NP-Z_]$/;

/**
 * Walks the tables of ICD-10-PCS as one builds a code: which values remain on each axis, what goes together, whether a
 * complete code is valid.
 */
export const pcsTable = operation({
  id: 'codes.pcs',
  title: 'The tables of ICD-10-PCS',
  input: z.object({
    code: z.string().register(z.globalRegistry, {
      description: 'Up to 7 characters of a code, "_" or "?" for one that is not chosen yet: 0DT, 0DT_4. Empty for the sections.',
      maxLength: MAX_CODE_INPUT,
    }),
    on: dayField,
  }),
  output,
  failures: ['input/invalid', 'input/too-long', 'input/not-a-day'],
  examples: [
    { says: 'A table', input: { code: '0DT', on: '2026-03-04' } },
    { says: 'What remains when an approach is chosen first', input: { code: '0DT_4', on: '2026-03-04' } },
    { says: 'A complete code', input: { code: '0DTJ4ZZ', on: '2026-03-04' } },
  ],
  run({ code: input, on: onText }, context): PcsAnswer {
    const on = onDay(onText, context);
    const choice = choiceIn(input);
    const { data } = context;
    const table = data.table('icd10pcs-tables', on);
    const order = data.table('icd10pcs', on);
    const code = choice.map((each) => each ?? OPEN).join('');
    const isComplete = !code.includes(OPEN);
    const row = isComplete && order ? order.find(code) : -1;
    const listed = {
      input,
      code,
      display: row >= 0 && order ? order.text('title', row) : null,
      byOrderFile: isComplete && order ? row >= 0 : null,
    };
    if (!table) {
      const { reason, install } = data.whyMissing('icd10pcs-tables', on);
      const status = listed.byOrderFile === null ? 'no-data' : listed.byOrderFile ? 'valid' : 'invalid';
      const editions = isComplete && order ? [order.edition.id] : [];
      return { ...listed, status, axes: [], rows: [], codes: 0, definition: null, byTable: null, editions, why: reason, fix: install };
    }
    return walk(tablesOf(table), choice, {
      ...listed,
      definitions: data,
      on,
      editions: order ? [table.edition.id, order.edition.id] : [table.edition.id],
    });
  },
});

interface Listed {
  readonly input: string;
  readonly code: string;
  readonly display: string | null;
  readonly byOrderFile: boolean | null;
  readonly editions: readonly string[];
  readonly definitions: Data;
  readonly on: Day;
}

function walk(tables: PcsTables, choice: PcsChoice, { definitions, on, editions, ...listed }: Listed): PcsAnswer {
  const rows = tables.rowsWith(choice);
  const wrong = rows.length === 0 ? tables.firstWrong(choice) : -1;
  // Characters that go together no more are taken back in thought, so that the page can show what would.
  const kept = wrong < 0 ? choice : choice.map((each, axis) => (axis < wrong ? each : undefined));
  const names = (tables.rowsWith(kept)[0] ?? tables.rows[0])?.names ?? [];
  const isComplete = choice.every((each) => each !== undefined);
  const byTable = isComplete ? rows.length > 0 : null;
  const isValid = byTable === true && listed.byOrderFile !== false;
  const table = choice.slice(0, PCS_TABLE_LENGTH);
  const isTable = table.every((each) => each !== undefined);
  return {
    ...listed,
    status: wrong >= 0 || (isComplete && !isValid) ? 'invalid' : isComplete ? 'valid' : 'open',
    axes: Array.from({ length: PCS_AXES }, (_, axis) => {
      // The fourth axis and those after it mean something only within a table.
      const values = axis < PCS_TABLE_LENGTH || isTable ? tables.possible(axis, kept) : [];
      return { position: axis + 1, name: names[axis] ?? '', chosen: values.find((each) => each.value === kept[axis]) ?? null, values };
    }),
    rows: isTable ? rows.map(({ axes }) => ({ axes: axes.slice(PCS_TABLE_LENGTH).map((each) => [...each]) })) : [],
    codes: codesLeft(rows, choice),
    definition: definitionOf(rows[0], isTable, definitions, on),
    byTable,
    editions: [...editions],
    ...explain(tables, choice, wrong, listed.byOrderFile, names),
  };
}

/** Why a choice is wrong, and what would be right in its place. */
function explain(
  tables: PcsTables,
  choice: PcsChoice,
  wrong: number,
  byOrderFile: boolean | null,
  names: readonly string[],
): { why?: string; fix?: string } {
  const code = choice.map((each) => each ?? OPEN).join('');
  if (wrong >= 0) {
    const before = choice
      .slice(0, wrong)
      .map((each) => each ?? OPEN)
      .join('');
    const instead = tables.possible(wrong, choice.slice(0, wrong)).map((each) => each.value);
    const name = (names[wrong] ?? 'character').toLowerCase();
    return {
      why: `No table has ${name} ${choice[wrong]} (character ${wrong + 1})${before === '' ? '' : ` after ${before}`}.`,
      fix: `Choose character ${wrong + 1} among ${instead.join(' ')}.`,
    };
  }
  if (byOrderFile === false)
    return {
      why: `The tables allow ${code}, but the order file of the day does not list it.`,
      fix: 'Install tables and order file of the same release.',
    };
  return {};
}

function choiceIn(input: string): PcsChoice {
  if (input.length > MAX_CODE_INPUT)
    throw new CleanclaimError('input/too-long', `At most ${MAX_CODE_INPUT} characters are looked up.`, '/code');
  const tidy = tidyCode(input).replaceAll('?', OPEN);
  const wrong = [...tidy].find((each) => !CHARACTER.test(each));
  if (wrong !== undefined || tidy.length > PCS_AXES) {
    const why =
      wrong === 'I' || wrong === 'O'
        ? `${quote(input)} has the letter ${wrong}, which ICD-10-PCS does not use: 1 and 0 are digits.`
        : `${quote(input)} is not the beginning of an ICD-10-PCS code: 7 characters, digits and letters, "_" for one not chosen.`;
    throw new CleanclaimError('input/invalid', why, '/code');
  }
  return Array.from({ length: PCS_AXES }, (_, axis) => (tidy[axis] === undefined || tidy[axis] === OPEN ? undefined : tidy[axis]));
}

/** Rows of one table have no code in common: their products add up. */
function codesLeft(rows: readonly PcsRow[], choice: PcsChoice): number {
  return rows.reduce(
    (sum, { axes }) => sum + axes.reduce((product, values, axis) => product * (choice[axis] === undefined ? values.length : 1), 1),
    0,
  );
}

function definitionOf(row: PcsRow | undefined, isTable: boolean, data: Data, on: Day): PcsAnswer['definition'] {
  const operation = row?.axes[2]?.[0]?.label;
  if (!row || !isTable || operation === undefined) return null;
  const table = data.table('icd10pcs-definitions', on);
  const at = table ? table.find([row.table.charAt(0), '3', operation].join(KEY_SEPARATOR)) : -1;
  const text = row.definition || (table && at >= 0 ? table.text('definition', at) : '');
  if (text === '') return null;
  if (!table || at < 0) return { operation, text };
  const explanation = table.text('explanation', at);
  const includes = table.text('includes', at);
  return {
    operation,
    text,
    ...(explanation === '' ? {} : { explanation }),
    ...(includes === '' ? {} : { includes: includes.split('\n') }),
  };
}

const TABLES = new WeakMap<KeyedTable, PcsTables>();

function tablesOf(table: KeyedTable): PcsTables {
  let tables = TABLES.get(table);
  if (!tables) TABLES.set(table, (tables = new PcsTables(table)));
  return tables;
}
