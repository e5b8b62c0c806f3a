import { type Problems, whoMortalityList1 } from '@cleanclaim/core/statistics';
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
              problems.add('list-without-codes', 1, Number(cell(amounts[0] ?? -1)) || null);
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
    },
  };
}

/** All causes together: AAA in the detailed lists, 1000 in list 101, CH00 in Portugal's short list. */
const ALL_CAUSES: ReadonlySet<string> = new Set(['AAA', '1000', 'CH00']);

function checkTotal(layout: readonly LayoutBand[], amounts: readonly number[], cell: (column: number) => string, problems: Problems): void {
  const total = cell(amounts[0] ?? -1);
  if (total === '' || layout.length < 2) return;
  const sum = layout.reduce((added, { column }) => added + (Number(cell(amounts[column - 1] ?? -1)) || 0), 0);
  if (Math.abs(sum - Number(total)) > 0.5) problems.add('totals-differ', 1, Number(total) - sum);
}
