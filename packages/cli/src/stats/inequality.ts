import type { OperationContext } from '@cleanclaim/core';
import { INEQUALITY_SCALES, INEQUALITY_VALUES, type InequalityRow, statisticsInequality } from '@cleanclaim/core/statistics';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { choiceFlag, listFlag, numberFlag } from './flags.ts';
import { type Column, number, pair, percent, showRows } from './show.ts';
import { amount, pick, smallTable } from './small-table.ts';

/** Slope and relative index of inequality from a table of groups between worst-off and best-off. */
export async function inequality(given: Given, output: Output, context: OperationContext): Promise<number> {
  const by = listFlag(given, 'by');
  const table = await smallTable(given, ['rank', 'population', 'value', ...by], ['low', 'high', 'standardError']);
  const scale = choiceFlag(given, 'scale', INEQUALITY_SCALES);
  const values = choiceFlag(given, 'values', INEQUALITY_VALUES);
  const confidence = numberFlag(given, 'confidence');
  const sets = new Map<string, { by: Record<string, string>; groups: Record<'rank' | 'population' | 'value', number>[] }>();
  for (const row of table) {
    const own = pick(row, by);
    const set = sets.get(JSON.stringify(own)) ?? { by: own, groups: [] };
    sets.set(JSON.stringify(own), set);
    set.groups.push({
      rank: amount(row['rank'], 'rank'),
      population: amount(row['population'], 'population'),
      value: amount(row['value'], 'value'),
      ...Object.fromEntries(
        (['low', 'high', 'standardError'] as const)
          .filter((role) => (row[role] ?? '') !== '')
          .map((role) => [role, amount(row[role], role)]),
      ),
    });
  }
  const rows = statisticsInequality.run(
    {
      sets: [...sets.values()],
      ...(scale === undefined ? {} : { scale }),
      ...(values === undefined ? {} : { values }),
      ...(confidence === undefined ? {} : { confidence }),
    },
    context,
  );
  return showRows(rows, by, INEQUALITY_COLUMNS, [], output, {
    given,
    title: 'Slope and relative index of inequality',
    figures: [],
    methods: rows[0] ? [`${rows[0].method}.`] : [],
  });
}

const INEQUALITY_COLUMNS: readonly Column<InequalityRow>[] = [
  { name: 'groups', value: (row) => row.groups },
  { name: 'population', value: (row) => row.population, shown: (row) => number(row.population) },
  { name: 'slopeIndex', value: (row) => row.slopeIndex, shown: (row) => number(row.slopeIndex, 3) },
  { name: 'slopeLow', value: (row) => pair(row.slopeCi, 0), shown: (row) => number(pair(row.slopeCi, 0), 3) },
  { name: 'slopeHigh', value: (row) => pair(row.slopeCi, 1), shown: (row) => number(pair(row.slopeCi, 1), 3) },
  { name: 'relativeIndex', value: (row) => row.relativeIndex, shown: (row) => number(row.relativeIndex, 3) },
  { name: 'relativeLow', value: (row) => pair(row.relativeCi, 0), shown: (row) => number(pair(row.relativeCi, 0), 3) },
  { name: 'relativeHigh', value: (row) => pair(row.relativeCi, 1), shown: (row) => number(pair(row.relativeCi, 1), 3) },
  { name: 'confidence', value: (row) => row.confidence, shown: (row) => percent(row.confidence) },
];
