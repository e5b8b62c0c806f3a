import type { OperationContext } from '@cleanclaim/core';
import { type LifeRow, statisticsLife } from '@cleanclaim/core/statistics';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { confidenceOf, flag } from './flags.ts';
import { cellsOf, readInputs } from './inputs.ts';
import { readTogether } from './read.ts';
import { type Column, number, pair, showRows } from './show.ts';

/** A life table, and with `--cause` one without those deaths. */
export async function life(given: Given, output: Output, context: OperationContext): Promise<number> {
  // The whole table first; the deaths of --cause are then taken out of it.
  const inputs = await readInputs(given, output, false);
  const cause =
    flag(given, 'cause') === undefined
      ? undefined
      : await readTogether(given.words.slice(1), { by: inputs.by, roles: ['age', 'sex'], measure: 'count' }, given, output);
  const rows = statisticsLife.run(
    {
      ...cellsOf(inputs, given),
      confidence: confidenceOf(given),
      ...(cause === undefined ? {} : { causeDeaths: [...cause.cells] }),
    },
    context,
  );
  return showRows(rows, inputs.by, lifeColumns(cause !== undefined), inputs.deaths.problems.list(), output, {
    given,
    title: 'Life expectancy',
    figures: [],
    methods: rows[0] ? [`${rows[0].method}.`] : [],
  });
}

function lifeColumns(without: boolean): readonly Column<LifeRow>[] {
  return [
    { name: 'age', value: (row) => row.age },
    { name: 'deaths', value: (row) => row.deaths, shown: (row) => number(row.deaths) },
    { name: 'population', value: (row) => row.population, shown: (row) => number(row.population) },
    { name: 'q', value: (row) => row.q, shown: (row) => number(row.q, 5) },
    { name: 'survivors', value: (row) => row.survivors, shown: (row) => number(row.survivors, 0) },
    { name: 'expectancy', value: (row) => row.expectancy, shown: (row) => number(row.expectancy, 2) },
    { name: 'low', value: (row) => pair(row.expectancyCi, 0), shown: (row) => number(pair(row.expectancyCi, 0), 2) },
    { name: 'high', value: (row) => pair(row.expectancyCi, 1), shown: (row) => number(pair(row.expectancyCi, 1), 2) },
    ...(without
      ? [{ name: 'withoutCause', value: (row: LifeRow) => row.withoutCause, shown: (row: LifeRow) => number(row.withoutCause ?? null, 2) }]
      : []),
    { name: 'withheld', value: (row) => row.withheld, shown: (row) => row.withheld ?? '' },
  ];
}
