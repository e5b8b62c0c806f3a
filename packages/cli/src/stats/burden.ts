import type { OperationContext } from '@cleanclaim/core';
import { type BurdenRow, statisticsBurden } from '@cleanclaim/core/statistics';
import { readLife } from '@cleanclaim/stats';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { flag, listFlag, mappingOf, numberFlag } from './flags.ts';
import { readTogether } from './read.ts';
import { type Column, number, showRows } from './show.ts';

/** Years of life lost and lived with disease. */
export async function burden(given: Given, output: Output, context: OperationContext): Promise<number> {
  const by = listFlag(given, 'by');
  const life = flag(given, 'life');
  const people = flag(given, 'population');
  const read = await readTogether(
    given.words.slice(1),
    { by, roles: ['age', 'sex', 'cases', 'disabilityWeight', 'duration'], measure: 'count', withPopulation: people === undefined },
    given,
    output,
  );
  const population =
    people === undefined
      ? undefined
      : await readTogether([people], { by, roles: ['sex'], measure: 'population', filter: false }, given, output);
  if (population) read.problems.addAll(population.problems.list());
  const [discount, until, per] = [numberFlag(given, 'discount'), numberFlag(given, 'until'), numberFlag(given, 'per')];
  const rows = statisticsBurden.run(
    {
      deaths: [...read.cells],
      records: read.records,
      by,
      ...(population === undefined ? {} : { population: [...population.cells] }),
      ...(life === undefined || life === 'who-ghe' ? {} : { life: await readLife(life, mappingOf(given)) }),
      ...(discount === undefined ? {} : { discount }),
      ...(given.flags['age-weights'] === true ? { ageWeighting: 1 } : {}),
      ...(until === undefined ? {} : { until }),
      ...(per === undefined ? {} : { per }),
    },
    context,
  );
  return showRows(rows, by, BURDEN_COLUMNS, read.problems.list(), output, {
    given,
    title: 'Burden of disease',
    figures: [],
    methods: rows[0] ? [`Life standard: ${rows[0].standard}; ${rows[0].method}.`, `Potential years lost before ${rows[0].until}.`] : [],
  });
}

const BURDEN_COLUMNS: readonly Column<BurdenRow>[] = [
  { name: 'deaths', value: (row) => row.deaths, shown: (row) => number(row.deaths) },
  { name: 'yll', value: (row) => row.yll, shown: (row) => number(row.yll) },
  { name: 'yllRate', value: (row) => row.yllRate, shown: (row) => number(row.yllRate) },
  { name: 'yld', value: (row) => row.yld, shown: (row) => number(row.yld) },
  { name: 'daly', value: (row) => row.daly, shown: (row) => number(row.daly) },
  { name: 'pyll', value: (row) => row.pyll, shown: (row) => number(row.pyll) },
  { name: 'until', value: (row) => row.until },
  { name: 'standard', value: (row) => row.standard },
];
