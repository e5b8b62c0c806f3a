import type { OperationContext } from '@cleanclaim/core';
import { CleanclaimError } from '@cleanclaim/core/errors';
import { type SmrRow, statisticsSmr } from '@cleanclaim/core/statistics';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { confidenceOf, flag, numberFlag } from './flags.ts';
import { cellsOf, hasSexes, readInputs, requireCounts } from './inputs.ts';
import { readTogether } from './read.ts';
import { type Column, number, pair, showRows } from './show.ts';

/** Standardised mortality ratios against a reference population. */
export async function smr(given: Given, output: Output, context: OperationContext): Promise<number> {
  const path = flag(given, 'reference');
  if (path === undefined)
    throw new CleanclaimError(
      'usage/missing-argument',
      'Name the population to compare with: --reference FILE (columns age, deaths, population).',
    );
  const inputs = await readInputs(given, output);
  const reference = await readTogether(
    [path],
    { by: [], roles: ['age', 'sex'], measure: 'count', withPopulation: true, filter: true },
    given,
    output,
  );
  if (!reference.hasPopulation) throw new CleanclaimError('table/no-column', 'The reference has no column of population.');
  requireCounts(reference, 'The reference');
  inputs.deaths.problems.addAll(reference.problems.list());
  const asked = flag(given, 'ci');
  const rows = statisticsSmr.run(
    {
      ...cellsOf(inputs, given),
      reference: [...reference.cells],
      match: hasSexes(inputs.deaths) && hasSexes(inputs.population ?? inputs.deaths) && hasSexes(reference) ? ['sex'] : [],
      per: numberFlag(given, 'per') ?? 100_000,
      confidence: confidenceOf(given),
      ...(asked === 'exact' || asked === 'byar' ? { ci: asked } : {}),
    },
    context,
  );
  return showRows(rows, inputs.by, SMR_COLUMNS, inputs.deaths.problems.list(), output, {
    given,
    title: 'Standardised ratios against a reference',
    figures: [],
    methods: [
      `Indirect standardisation; limits of the observed count: ${rows[0]?.method ?? 'none'}.`,
      'Formulas and sources: docs/statistics.md.',
    ],
  });
}

const SMR_COLUMNS: readonly Column<SmrRow>[] = [
  { name: 'observed', value: (row) => row.observed, shown: (row) => number(row.observed) },
  { name: 'expected', value: (row) => row.expected, shown: (row) => number(row.expected) },
  { name: 'smr', value: (row) => row.smr, shown: (row) => number(row.smr, 3) },
  { name: 'low', value: (row) => pair(row.ci, 0), shown: (row) => number(pair(row.ci, 0), 3) },
  { name: 'high', value: (row) => pair(row.ci, 1), shown: (row) => number(pair(row.ci, 1), 3) },
  { name: 'method', value: (row) => row.method },
  { name: 'indirectRate', value: (row) => row.indirectRate, shown: (row) => number(row.indirectRate) },
];
