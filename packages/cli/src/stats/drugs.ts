import type { OperationContext } from '@cleanclaim/core';
import { CleanclaimError } from '@cleanclaim/core/errors';
import { type DrugRow, statisticsDrugs } from '@cleanclaim/core/statistics';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { listFlag } from './flags.ts';
import { readTogether } from './read.ts';
import { type Column, number, showRows } from './show.ts';

/** Deaths by drug poisoning, opioids and intent. */
export async function drugs(given: Given, output: Output, context: OperationContext): Promise<number> {
  const by = listFlag(given, 'by');
  const read = await readTogether(
    given.words.slice(1),
    { by, roles: ['cause', 'contributing', 'year'], measure: 'count', filter: false },
    given,
    output,
  );
  if (!read.cells.every((cell) => cell.values['cause'] !== undefined))
    throw new CleanclaimError('table/no-column', 'There is no column of underlying causes (ICD codes).');
  if (!read.cells.every((cell) => cell.values['contributing'] !== undefined))
    output.hint('There is no column of contributing causes, so no drug can be named: only drugPoisoning is counted.');
  const rows = statisticsDrugs.run({ cells: [...read.cells], by }, context);
  return showRows(rows, by, drugColumns(rows), read.problems.list(), output, {
    given,
    title: 'Deaths by drug poisoning',
    figures: [],
    methods: rows[0] ? [`${rows[0].method}.`] : [],
  });
}

function drugColumns(rows: readonly DrugRow[]): readonly Column<DrugRow>[] {
  const opioids = [...new Set(rows.flatMap((row) => Object.keys(row.opioids)))];
  const intents = [...new Set(rows.flatMap((row) => Object.keys(row.intents)))];
  const counted = (name: string, value: (row: DrugRow) => number | null): Column<DrugRow> => ({
    name,
    value,
    shown: (row) => number(value(row)),
  });
  return [
    counted('deaths', (row) => row.deaths),
    counted('drugPoisoning', (row) => row.drugPoisoning),
    counted('drugNamed', (row) => row.drugNamed),
    counted('opioid', (row) => row.opioid),
    ...opioids.map((name) => counted(name, (row) => row.opioids[name] ?? 0)),
    ...intents.map((name) => counted(name, (row) => row.intents[name] ?? 0)),
  ];
}
