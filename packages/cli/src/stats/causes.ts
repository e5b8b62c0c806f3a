import {
  type BurdenRow,
  type CauseList,
  CAUSE_LISTS,
  Classifier,
  inRanges,
  layoutOf,
  namedList,
  readRanges,
  type QualityRow,
  statisticsBurden,
  statisticsQuality,
  suppressSmall,
  tabulate as tabulateCells,
  type TabulateRow,
  userCauseList,
} from '@cleanclaim/core/statistics';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { causesFigure, columnsOf, portableSql, readCauseList, readLife, readSmallTable } from '@cleanclaim/stats';
import type { OperationContext } from '@cleanclaim/core';
import type { Given } from '../given.ts';
import { EXIT, type Output } from '../output.ts';
import { flag, listFlag, mappingOf, numberFlag, readTogether } from './read.ts';
import type { Page } from './pages.ts';
import { type Column, number, showRows, writeOut } from './show.ts';

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
  if (threshold !== undefined) rows = suppress(rows, threshold);
  const shown = given.flags['leading'] === true ? ranked(rows) : rows;
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

/** The ranked causes of each group, in their order; what was wrong with the group goes to its first. */
function ranked(rows: readonly TabulateRow[]): TabulateRow[] {
  const places = [...new Set(rows.map((row) => JSON.stringify(row.by)))];
  return places.flatMap((place) => {
    const own = rows.filter((row) => JSON.stringify(row.by) === place);
    const problems = own.flatMap((row) => row.problems ?? []);
    const sorted = own.filter((row) => row.rank !== null).sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
    return sorted.map((row, at) => (at === 0 && problems.length > 0 ? { ...row, problems } : row));
  });
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

type Suppressed = Omit<TabulateRow, 'count' | 'share'> & {
  count: number | null;
  share: number | null;
  suppressed?: 'small' | 'complementary';
};

/** Hides small counts, and with them as many others as it takes that none can be worked out from totals. */
function suppress(rows: TabulateRow[], threshold: number): TabulateRow[] {
  const places = [...new Set(rows.map((row) => JSON.stringify(row.by)))];
  const leaves = [...new Set(rows.filter((row) => !row.total).map((row) => row.group))];
  const find = (place: string, group: string): TabulateRow | undefined =>
    rows.find((row) => row.group === group && JSON.stringify(row.by) === place);
  const state = suppressSmall(
    places.map((place) => leaves.map((group) => find(place, group)?.count ?? 0)),
    { threshold, totals: 'both', sums: sumsOf(rows, leaves) },
  );
  return rows.map((row): TabulateRow => {
    const hidden = row.total
      ? row.count > 0 && row.count < threshold
        ? 'small'
        : 'shown'
      : (state[places.indexOf(JSON.stringify(row.by))]?.[leaves.indexOf(row.group)] ?? 'shown');
    if (hidden === 'shown') return row;
    const covered: Suppressed = { ...row, count: null, share: null, rank: null, suppressed: hidden };
    return covered as unknown as TabulateRow;
  });
}

/** Which groups each sum of the list adds up, as places in `leaves`. */
function sumsOf(rows: readonly TabulateRow[], leaves: readonly string[]): number[][] {
  const rangesOf = (group: string) => readRanges(rows.find((row) => row.group === group)?.codes ?? '');
  const firsts = leaves.map((group) => rangesOf(group)[0]?.first);
  const totals = [...new Set(rows.filter((row) => row.total && row.codes !== '').map((row) => row.group))];
  return totals.map((total) => {
    const ranges = rangesOf(total);
    return firsts.flatMap((first, at) => (first !== undefined && inRanges(first, ranges) ? [at] : []));
  });
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

export async function quality(given: Given, output: Output, context: OperationContext): Promise<number> {
  const by = listFlag(given, 'by');
  const read = await readTogether(given.words.slice(1), { by, roles: ['cause', 'age', 'sex'], measure: 'count' }, given, output);
  if (!read.cells.every((cell) => cell.values['cause'] !== undefined))
    throw new CleanclaimError('table/no-column', 'There is no column of causes (ICD codes).');
  const [unlikely, garbage, expected] = [flag(given, 'unlikely'), flag(given, 'garbage'), numberFlag(given, 'expected')];
  const rows = statisticsQuality.run(
    {
      cells: [...read.cells],
      by,
      ...(expected === undefined ? {} : { expected }),
      ...(unlikely === undefined ? {} : { unlikely: (await readSmallTable(unlikely, ['cause'], [])).map((row) => row['cause'] ?? '') }),
      ...(garbage === undefined
        ? {}
        : {
            garbage: (await readSmallTable(garbage, ['class', 'codes'], [])).map((row) => ({
              class: row['class'] ?? '',
              codes: row['codes'] ?? '',
            })),
          }),
    },
    context,
  );
  const problems = read.problems.list();
  const wrong = rows.some((row) => row.checks.some(({ count, check }) => count > 0 && !/unknown|special/.test(check)));
  if (output.format !== 'table')
    return Math.max(wrong ? EXIT.finding : EXIT.fine, await showRows(rows, by, QUALITY_COLUMNS, problems, output, qualityPage(given)));
  for (const row of rows) output.text(`${say(row)}\n`);
  await writeOut(given, QUALITY_COLUMNS, rows);
  return wrong ? EXIT.finding : EXIT.fine;
}

const qualityPage = (given: Given): Page => ({
  given,
  title: 'Quality of causes of death',
  figures: [],
  methods: ['Grade after Mathers et al. (2005); classes and sources: docs/statistics.md.'],
});

const QUALITY_COLUMNS: readonly Column<QualityRow>[] = [
  { name: 'deaths', value: (row) => row.deaths },
  { name: 'illDefined', value: (row) => row.illDefined.count },
  { name: 'illDefinedShare', value: (row) => row.illDefined.share },
  { name: 'completeness', value: (row) => row.completeness },
  { name: 'grade', value: (row) => row.grade },
  { name: 'why', value: (row) => row.gradeWhy },
];

function say(row: QualityRow): string {
  const where = Object.values(row.by).join(', ');
  const share = (value: number | null): string => (value === null ? '' : ` (${(100 * value).toFixed(1)} %)`);
  return [
    `${where === '' ? '' : `${where}: `}${number(row.deaths)} deaths; grade ${row.grade ?? 'open'}: ${row.gradeWhy}`,
    ...[row.illDefined, ...row.garbage, ...row.checks]
      .filter(({ count }) => count > 0)
      .map((each) => `  ${each.check}: ${number(each.count)}${share(each.share)} ${each.what}${examples(each.examples)}`),
    ...row.notChecked.map((each) => `  ○ not checked: ${each.check}, since ${each.reason}; ${each.install}`),
  ].join('\n');
}

function examples(codes: readonly string[]): string {
  const shown = codes.filter((code) => code !== '').slice(0, 5);
  return shown.length === 0 ? '' : `; for example ${shown.join(', ')}`;
}
