import { inRanges, type Problems, ue1List, whoMortalityList1 } from '@cleanclaim/core/statistics';
import type { TextRows } from './text-table.ts';
import { type LayoutBand, whoLayout } from './who-layout.ts';

/** Rows of all causes together, or rows of single causes without those that sum up others. */
export type WhoWanted = 'all' | 'causes';

const has = (columns: readonly string[], name: string): boolean => columns.some((column) => column.toLowerCase() === name);

/** True for the WHO Mortality Database's files of deaths (`Morticd10_*`) and of people (`pop`). */
export function isWhoTable(columns: readonly string[]): boolean {
  return has(columns, 'country') && has(columns, 'frmat') && (has(columns, 'deaths1') || has(columns, 'pop1'));
}

const LIST_1 = /^1\d{3}$/;

/**
 * The wide rows of the database as one row for each age: country, year, sex, list, cause, age, and deaths or population.
 * Parts of a country are left out and counted; totals of causes are left out when causes are asked for. Codes of list 101 become
 * the first ICD-10 code of their group. All causes are asked for by `AAA`, `1000` and `CH00`.
 */
export function whoRows(table: TextRows, wanted: WhoWanted, problems: Problems): TextRows {
  const at = (name: string): number => table.columns.findIndex((column) => column.toLowerCase() === name);
  const prefix = at('deaths1') >= 0 ? 'deaths' : 'pop';
  const measure = prefix === 'deaths' ? 'deaths' : 'population';
  const [country, year, sex, frmat, list, cause, admin, part] = [
    'country',
    'year',
    'sex',
    'frmat',
    'list',
    'cause',
    'admin1',
    'subdiv',
  ].map(at) as [number, number, number, number, number, number, number, number];
  const amounts = Array.from({ length: 26 }, (_, column) => at(`${prefix}${column + 1}`));
  const groups = new Map(whoMortalityList1().groups.map((group) => [`1${group.id.slice(2)}`, group]));
  return {
    columns: ['country', 'year', 'sex', 'list', 'cause', 'age', measure],
    async *rows() {
      const own = new ShortList();
      for await (const batch of table.rows()) {
        const rows: (string[] | null)[] = [];
        for (const row of batch) {
          if (row === null) {
            rows.push(null);
            continue;
          }
          const cell = (column: number): string => (column < 0 ? '' : (row[column] ?? '').trim());
          if (cell(admin) !== '' || cell(part) !== '') {
            problems.add('subnational', 1, Number(cell(amounts[0] ?? -1)) || null);
            continue;
          }
          let code = cell(cause);
          if (cause >= 0) {
            if (ALL_CAUSES.has(code) !== (wanted === 'all')) continue;
            if (/^UE1$/i.test(cell(list)) && wanted === 'causes') {
              const layout = whoLayout(cell(frmat));
              const group =
                layout &&
                own.take([cell(country), cell(year), cell(sex), cell(list)], code, layout, (column) => cell(amounts[column - 1] ?? -1));
              if (!group) problems.add('list-without-codes', 1, Number(cell(amounts[0] ?? -1)) || null);
              continue;
            }
            if (LIST_1.test(code)) {
              const group = groups.get(code);
              if (!group || group.total) continue;
              code = group.ranges[0]?.first ?? code;
            }
          }
          const layout = whoLayout(cell(frmat));
          if (!layout) {
            rows.push(null);
            continue;
          }
          checkTotal(layout, amounts, cell, problems);
          for (const { column, age } of layout) {
            const value = cell(amounts[column - 1] ?? -1);
            if (value === '' || (age === 'unknown' && Number(value) === 0)) continue;
            rows.push([cell(country), cell(year), cell(sex), cell(list), code, age, value]);
          }
        }
        yield rows;
      }
      yield own.rows();
    },
  };
}

/**
 * Rows of the short list UE1, whose groups hold each other: of each group only what its parts leave is counted, under the first
 * code that lies in the group and in none of its parts.
 */
class ShortList {
  readonly #groups = ue1List().groups.map((group, _, all) => {
    const parts = all.filter((other) => other !== group && within(other.ranges, group.ranges));
    const nearest = parts.filter((part) => !parts.some((other) => other !== part && within(part.ranges, other.ranges)));
    return {
      id: group.id,
      nearest: nearest.map(({ id }) => id),
      code: firstBeside(
        group.ranges,
        parts.flatMap(({ ranges }) => ranges),
      ),
    };
  });
  readonly #met = new Map<string, { place: readonly string[]; layout: readonly LayoutBand[]; amounts: Map<string, number[]> }>();

  /** Keeps a row; false for a cause that is none of the list. */
  take(place: readonly string[], cause: string, layout: readonly LayoutBand[], value: (column: number) => string): boolean {
    if (!this.#groups.some(({ id }) => id === cause)) return false;
    const key = `${place.join('|')}|${layout.length}`;
    const met = this.#met.get(key) ?? { place, layout, amounts: new Map<string, number[]>() };
    this.#met.set(key, met);
    met.amounts.set(
      cause,
      layout.map(({ column }) => Number(value(column)) || 0),
    );
    return true;
  }

  rows(): string[][] {
    const rows: string[][] = [];
    for (const { place, layout, amounts } of this.#met.values())
      for (const { id, nearest, code } of this.#groups) {
        const own = amounts.get(id);
        if (!own || code === undefined) continue;
        layout.forEach(({ age }, at) => {
          const left = (own[at] ?? 0) - nearest.reduce((sum, part) => sum + (amounts.get(part)?.[at] ?? 0), 0);
          if (left !== 0) rows.push([...place, code, age, String(left)]);
        });
      }
    return rows;
  }
}

type Ranges = Parameters<typeof inRanges>[1];

function within(inner: Ranges, outer: Ranges): boolean {
  return inner.every(({ first, last }) => inRanges(first, outer) && inRanges(last, outer));
}

/** The first category of the ranges that is in none of the others. */
function firstBeside(ranges: Ranges, others: Ranges): string | undefined {
  for (const { first, last } of ranges)
    for (let letter = first.charCodeAt(0); letter <= last.charCodeAt(0); letter++)
      for (let number = 0; number < 100; number++) {
        const code = `${String.fromCharCode(letter)}${String(number).padStart(2, '0')}`;
        if (inRanges(code, ranges) && !inRanges(code, others)) return code;
      }
  return undefined;
}

/** All causes together: AAA in the detailed lists, 1000 in list 101, CH00 in Portugal's short list. */
const ALL_CAUSES: ReadonlySet<string> = new Set(['AAA', '1000', 'CH00']);

function checkTotal(layout: readonly LayoutBand[], amounts: readonly number[], cell: (column: number) => string, problems: Problems): void {
  const total = cell(amounts[0] ?? -1);
  if (total === '' || layout.length < 2) return;
  const sum = layout.reduce((added, { column }) => added + (Number(cell(amounts[column - 1] ?? -1)) || 0), 0);
  if (Math.abs(sum - Number(total)) > 0.5) problems.add('totals-differ', 1, Number(total) - sum);
}
