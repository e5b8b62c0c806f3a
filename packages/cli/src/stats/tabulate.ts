import {
  type CauseList,
  CAUSE_LISTS,
  Classifier,
  layoutOf,
  namedList,
  rankedRows,
  suppressRows,
  tabulate as tabulateCells,
  type TabulateRow,
  userCauseList,
} from '@cleanclaim/core/statistics';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { causesFigure, columnsOf, portableSql, readCauseList } from '@cleanclaim/stats';
import type { OperationContext } from '@cleanclaim/core';
import type { Given } from '../given.ts';
import { EXIT, type Output } from '../output.ts';
import { flag, listFlag, mappingOf, numberFlag } from './flags.ts';
import { readTogether } from './read.ts';
import { type Column, number, showRows } from './show.ts';

/** Five-year bands as mortality tables show them. */
const USUAL_AGES = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85];

export async function tabulate(given: Given, output: Output, context: OperationContext): Promise<number> {
  const by = listFlag(given, 'by');
  const asked = flag(given, 'list') ?? 'icd10-chapters';
  const named = CAUSE_LISTS.find((each) => each === asked);
  const mentions = given.flags['mentions'] === true;
  const list = named ? namedList(named, context.data, given.on) : await ownList(asked);
  const classifier = new Classifier(list);
  const icd = named?.startsWith('icd10cm') || named?.startsWith('ccsr') ? context.data.icd10cm(given.on) : undefined;
  const codes = (): string[] => (icd ? [...icd.rows()].map((row) => icd.code(row)) : []);
  const ages = agesOf(given);
  if (given.flags['sql'] === true) return printSql(given, output, by, list, ages);
  const read = await readTogether(
    given.words.slice(1),
    {
      by,
      roles: ['cause', ...(mentions ? ['contributing'] : []), ...(by.some((column) => /^(?:sex|gender)$/i.test(column)) ? [] : ['sex'])],
      measure: 'count',
      ...(mentions ? {} : { alike: () => classifier.alike(codes()) }),
      ...(ages ? { ages } : {}),
    },
    given,
    output,
  );
  if (!read.cells.every((cell) => cell.values['cause'] !== undefined))
    throw new CleanclaimError('table/no-column', 'There is no column of causes (ICD codes).');
  let rows = tabulateCells(read.cells, classifier, { by, mentions, zeros: given.flags['zeros'] === true, ...(ages ? { ages } : {}) });
  const threshold = numberFlag(given, 'suppress');
  if (threshold !== undefined) rows = suppressRows(rows, threshold);
  const shown = given.flags['leading'] === true ? rankedRows(rows) : rows;
  return showRows(shown, by, tabulateColumns(mentions), read.problems.list(), output, {
    given,
    title: `Deaths by cause: ${list.title}`,
    figures: [
      {
        name: 'causes',
        figure: () => causesFigure(rows),
        caption: 'Leading causes; totals, remainders and ill-defined causes are not ranked.',
      },
    ],
    methods: [
      `List: ${list.title} (${list.source}).`,
      'Ranking after NCHS: equal counts share a rank.',
      'Formulas and sources: docs/statistics.md.',
    ],
  });
}

/** The aggregation as SQL for another engine; the first file tells the columns. */
async function printSql(given: Given, output: Output, by: string[], list: CauseList, ages: readonly number[] | undefined): Promise<number> {
  const [path] = given.words.slice(1);
  if (path === undefined) throw new CleanclaimError('usage/missing-argument', 'Name the file whose columns the SQL is for.');
  const layout = layoutOf(await columnsOf(path), { by, roles: ['cause'], measure: 'count', map: mappingOf(given) });
  if (!layout.keys.some(([role]) => role === 'cause'))
    throw new CleanclaimError('table/no-column', 'There is no column of causes (ICD codes).');
  output.text(`-- ${list.title}\n${portableSql('deaths', layout, { list, ...(ages ? { ages } : {}) })}`);
  return EXIT.fine;
}

async function ownList(path: string) {
  const { existsSync } = await import('node:fs');
  if (!existsSync(path))
    throw new CleanclaimError('usage/unreadable-file', `--list ${quote(path)} is neither ${CAUSE_LISTS.join(', ')} nor a file.`);
  const { id, groups } = await readCauseList(path);
  return userCauseList(id, groups);
}

function agesOf(given: Given): number[] | undefined {
  const text = flag(given, 'ages');
  if (text === undefined) return undefined;
  if (text === '5') return USUAL_AGES;
  const starts = text.split(',').map((each) => Number(each.trim()));
  if (starts.some((start) => !Number.isInteger(start) || start < 0))
    throw new CleanclaimError('input/out-of-range', `--ages takes 5 or starts of bands such as 0,15,45,65, not ${quote(text)}.`);
  return starts;
}

function tabulateColumns(mentions: boolean): readonly Column<TabulateRow>[] {
  return [
    { name: 'group', value: (row) => row.group },
    { name: 'title', value: (row) => row.title },
    { name: 'codes', value: (row) => row.codes, shown: (row) => (row.codes.length > 24 ? `${row.codes.slice(0, 23)}…` : row.codes) },
    { name: 'count', value: (row) => row.count, shown: (row) => number(row.count) },
    ...(mentions
      ? [{ name: 'mentions', value: (row: TabulateRow) => row.mentions, shown: (row: TabulateRow) => number(row.mentions ?? null) }]
      : []),
    { name: 'share', value: (row) => row.share, shown: (row) => (row.share === null ? '–' : `${(100 * row.share).toFixed(1)} %`) },
    { name: 'rank', value: (row) => row.rank },
    { name: 'total', value: (row) => row.total, shown: (row) => (row.total ? 'sum' : '') },
  ];
}
