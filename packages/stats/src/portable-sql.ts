import { nameOf, textOf } from './sql-text.ts';
import type { CauseList, CodeRange, Layout } from '@cleanclaim/core/statistics';

/**
 * The aggregation as SQL of the standard (CASE, SUM, GROUP BY) for another engine: `by` columns, the group of the list each code
 * lies in, and the starts of age bands, counted together. Sums of the list are left out, since their parts make them.
 * What it cannot do is what the command does besides: it reads no `1,234` as a number and tells nothing of what was wrong.
 */
export function portableSql(
  table: string,
  layout: Layout,
  options: { readonly list?: CauseList; readonly ages?: readonly number[] } = {},
): string {
  const columns = layout.keys.map(([role, heading]) => {
    if (role === 'cause' && options.list) return `${groupCase(nameOf(heading), options.list)} AS cause_group`;
    if (role === 'age' && options.ages) return `${bandCase(nameOf(heading), options.ages)} AS age_from`;
    return nameOf(heading);
  });
  const measure = layout.measure === undefined ? 'COUNT(*)' : `SUM(${nameOf(layout.measure)})`;
  const group = columns.length === 0 ? '' : `\nGROUP BY ${columns.map((_, at) => at + 1).join(', ')}`;
  return `SELECT\n  ${[...columns, `${measure} AS events`].join(',\n  ')}\nFROM ${table}${group};`;
}

/** Dots, spaces and case do not matter. */
function groupCase(column: string, list: CauseList): string {
  const code = `UPPER(REPLACE(REPLACE(${column}, '.', ''), ' ', ''))`;
  const whens = list.groups
    .filter(({ total }) => !total)
    .map(({ id, ranges }) => `    WHEN ${ranges.map((range) => within(code, range)).join(' OR ')} THEN ${textOf(id)}`);
  return `CASE\n${whens.join('\n')}\n    ELSE 'outside-list'\n  END`;
}

function within(code: string, { first, last }: CodeRange): string {
  if (first === last) return `SUBSTRING(${code}, 1, ${last.length}) = ${textOf(last)}`;
  return `(${code} >= ${textOf(first)} AND SUBSTRING(${code}, 1, ${last.length}) <= ${textOf(last)})`;
}

function bandCase(column: string, ages: readonly number[]): string {
  const starts = [...ages].sort((one, other) => one - other);
  const whens = starts.slice(1).map((start, at) => `WHEN ${column} < ${start} THEN ${starts[at]}`);
  return `CASE ${whens.join(' ')} ELSE ${starts.at(-1)} END`;
}
