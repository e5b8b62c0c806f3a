import { CleanclaimError } from '@cleanclaim/core/errors';
import { readSex } from '@cleanclaim/core/statistics';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { flag, listFlag } from './flags.ts';
import { type ReadTogether, readTogether } from './read.ts';

/** Columns that say something about the people at risk: a population without them would be set against each part in full. */
const OF_PEOPLE = /^(?:sex|gender|year|place|age)$/i;

interface Inputs {
  readonly deaths: ReadTogether;
  readonly population: ReadTogether | undefined;
  readonly by: string[];
}

/** Deaths and people by age, sex and the columns asked for. */
export async function readInputs(given: Given, output: Output, filter = true, always: readonly string[] = []): Promise<Inputs> {
  const by = [...new Set([...listFlag(given, 'by'), ...always])];
  const paths = given.words.slice(1);
  const separate = flag(given, 'population');
  const roles = ['age', 'sex'];
  const deaths = await readTogether(paths, { by, roles, measure: 'count', withPopulation: separate === undefined, filter }, given, output);
  if (separate === undefined && !deaths.hasPopulation)
    throw new CleanclaimError(
      'usage/missing-argument',
      'The file has no column of population; name a file of people with --population FILE.',
    );
  if (deaths.hasPopulation) requireCounts(deaths, 'The file');
  const population =
    separate === undefined
      ? undefined
      : await readTogether(
          [separate],
          { by, roles, measure: 'population', mayMiss: (column) => !OF_PEOPLE.test(column), filter: false },
          given,
          output,
        );
  if (population) deaths.problems.addAll(population.problems.list());
  return { deaths, population, by };
}

/** Rows that tell their people but no events cannot be one event each. */
export function requireCounts(read: ReadTogether, what: string): void {
  if (read.records) throw new CleanclaimError('table/no-column', `${what} has a column of population but none of deaths or counts.`);
}

/** What the operations of rates take of them. */
export function cellsOf({ deaths, population, by }: Inputs, given: Given) {
  return {
    deaths: [...deaths.cells],
    records: deaths.records,
    ...(population === undefined ? {} : { population: [...population.cells], populationColumns: [...population.known] }),
    by,
    zeros: given.flags['zeros'] === true,
  };
}

/** True when a table tells its people apart by sex in every row. */
export function hasSexes({ cells }: ReadTogether): boolean {
  return cells.every(({ values }) => values['sex'] !== undefined && /^(?:fe)?male$/.test(readSex(values['sex'])));
}
