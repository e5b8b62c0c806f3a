import type { OperationContext } from '@cleanclaim/core';
import { CleanclaimError } from '@cleanclaim/core/errors';
import { type BirthRow, statisticsBirths } from '@cleanclaim/core/statistics';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { listFlag, numberFlag } from './flags.ts';
import { type Column, number, pair, showRows } from './show.ts';
import { amount, pick, smallTable } from './small-table.ts';

const BIRTH_ROLES = ['stillbirths', 'infant', 'neonatal', 'earlyNeonatal', 'postneonatal', 'maternal'] as const;

/** Infant, neonatal, perinatal and maternal mortality from a table of births and deaths. */
export async function births(given: Given, output: Output, context: OperationContext): Promise<number> {
  const by = listFlag(given, 'by');
  const table = await smallTable(given, ['liveBirths', ...by], BIRTH_ROLES);
  if (!table.some((row) => BIRTH_ROLES.some((role) => row[role] !== undefined)))
    throw new CleanclaimError('table/no-column', 'There is no column of infant, neonatal or maternal deaths, nor of stillbirths.');
  const confidence = numberFlag(given, 'confidence');
  const rows = statisticsBirths.run(
    {
      rows: table.map((row) => ({
        by: pick(row, by),
        liveBirths: amount(row['liveBirths'], 'live births'),
        ...Object.fromEntries(BIRTH_ROLES.filter((role) => row[role] !== undefined).map((role) => [role, amount(row[role], role)])),
      })),
      ...(confidence === undefined ? {} : { confidence }),
    },
    context,
  );
  return showRows(rows, by, BIRTH_COLUMNS, [], output, {
    given,
    title: 'Infant and maternal mortality',
    figures: [],
    methods: rows[0] ? [`${rows[0].method}.`] : [],
  });
}

const BIRTH_COLUMNS: readonly Column<BirthRow>[] = [
  { name: 'measure', value: (row) => row.measure },
  { name: 'deaths', value: (row) => row.deaths, shown: (row) => number(row.deaths) },
  { name: 'births', value: (row) => row.births, shown: (row) => number(row.births) },
  { name: 'rate', value: (row) => row.rate, shown: (row) => number(row.rate, 2) },
  { name: 'low', value: (row) => pair(row.rateCi, 0), shown: (row) => number(pair(row.rateCi, 0), 2) },
  { name: 'high', value: (row) => pair(row.rateCi, 1), shown: (row) => number(pair(row.rateCi, 1), 2) },
  { name: 'per', value: (row) => row.per, shown: (row) => `${number(row.per)} ${row.below}` },
  { name: 'method', value: (row) => row.method },
];
