import * as z from 'zod/mini';
import { CleanclaimError, quote } from '../errors.ts';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import { formatBand, readAge } from '../statistics/age.ts';
import { type Cell, joinValue, Problems, readSex, requireCells } from '../statistics/cells.ts';
import { causeList, type CauseList, Classifier, userCauseList } from '../statistics/causes/cause-list.ts';
import { otherEdition, plainCode } from '../statistics/causes/code-range.ts';
import { icd10Blocks } from '../statistics/causes/icd10-blocks.ts';
import { icd10Chapters } from '../statistics/causes/icd10-chapters.ts';
import { ccsrList } from '../statistics/causes/ccsr-list.ts';
import { icd11Chapters } from '../statistics/causes/icd11-chapters.ts';
import { nchs113, nchs39 } from '../statistics/causes/nchs-lists.ts';
import { ue1List } from '../statistics/causes/ue1-list.ts';
import { whoMorbidityList } from '../statistics/causes/who-morbidity-list.ts';
import { whoMortalityList2, whoMortalityList3, whoMortalityList4 } from '../statistics/causes/who-mortality-lists.ts';
import { whoMortalityList1 } from '../statistics/causes/who-mortality-list-1.ts';
import { operation } from './operation.ts';
import { byInput, cellsInput, problemOutput } from './statistics-input.ts';

export const CAUSE_LISTS = [
  'icd10-chapters',
  'icd10-blocks',
  'who-1',
  'who-2',
  'who-3',
  'who-4',
  'who-morbidity',
  'nchs-113',
  'nchs-39',
  'ue1',
  'icd10cm-chapters',
  'icd10cm-blocks',
  'ccsr-inpatient',
  'ccsr-outpatient',
  'icd11-chapters',
] as const;
export type CauseListId = (typeof CAUSE_LISTS)[number];

const input = z.object({
  /** Values: `cause` (the underlying one), perhaps `contributing` (codes with spaces between), and the `by` columns. */
  cells: cellsInput,
  by: byInput,
  list: z.union([
    z.enum(CAUSE_LISTS),
    z.object({
      id: z.string(),
      groups: z.array(z.object({ group: z.string(), codes: z.string(), title: z.optional(z.string()), kind: z.optional(z.string()) })),
    }),
  ]),
  /** Starts of the age bands to show when `by` has age; ages as written when left out. */
  ages: z.optional(z.array(z.number()).check(z.maxLength(200))),
  /** Also count every death that mentions the group anywhere. */
  mentions: z.optional(z.boolean()),
  /** Groups without deaths too. */
  zeros: z.optional(z.boolean()),
});

const row = z.object({
  by: z.record(z.string(), z.string()),
  list: z.string(),
  group: z.string(),
  title: z.string(),
  codes: z.string(),
  /** True for a row that sums up others. */
  total: z.boolean(),
  /** By underlying cause. */
  count: z.number(),
  /** Deaths that mention the group anywhere on the certificate, each once. */
  mentions: z.optional(z.number()),
  /** Of all deaths of the same `by`, those without a usable code too. */
  share: z.nullable(z.number()),
  /** Place among the groups that are ranked; equal counts share one. Null for totals, remainders and ill-defined causes. */
  rank: z.nullable(z.number()),
  problems: z.optional(z.array(problemOutput)),
});
export type TabulateRow = z.infer<typeof row>;

/** Deaths or cases by the groups of a cause list; what no group takes has rows of its own, so that all rows add up. */
export const statisticsTabulate = operation({
  id: 'statistics.tabulate',
  title: 'Tabulate by cause',
  input,
  output: z.array(row),
  failures: ['input/invalid', 'input/out-of-range', 'input/empty'],
  examples: [
    {
      says: 'Three deaths by chapter',
      input: {
        cells: [
          { values: { cause: 'I21.9' }, count: 2, rows: 2 },
          { values: { cause: 'C34' }, count: 1, rows: 1 },
        ],
        list: 'icd10-chapters',
      },
    },
  ],
  run(asked, { data, today }): TabulateRow[] {
    requireCells(asked.cells, 'The file');
    const list = typeof asked.list === 'string' ? namedList(asked.list, data, today) : userCauseList(asked.list.id, asked.list.groups);
    const ranges = list.groups.reduce((sum, group) => sum + group.ranges.length, 0);
    if (typeof asked.list !== 'string' && ranges > MOST_RANGES)
      throw new CleanclaimError(
        'input/out-of-range',
        `The list has ${ranges} ranges; lists of more than ${MOST_RANGES} are read from a file.`,
        '/list',
      );
    if (asked.zeros && asked.cells.length * list.groups.length > MOST_ROWS)
      throw new CleanclaimError(
        'input/out-of-range',
        'Groups without deaths of so many rows make too long an answer; leave out zeros.',
        '/zeros',
      );
    return tabulate(asked.cells, new Classifier(list), asked);
  },
});

const MOST_RANGES = 20_000;
const MOST_ROWS = 1_000_000;

/** A list by its name. Throws `input/unknown-edition` where it needs ICD-10-CM and no edition covers the day. */
export function namedList(id: CauseListId, data: Data, on: Day): CauseList {
  switch (id) {
    case 'icd10-chapters':
      return icd10Chapters();
    case 'icd10-blocks':
      return icd10Blocks();
    case 'who-1':
      return whoMortalityList1();
    case 'who-2':
      return whoMortalityList2();
    case 'who-3':
      return whoMortalityList3();
    case 'who-4':
      return whoMortalityList4();
    case 'who-morbidity':
      return whoMorbidityList();
    case 'nchs-113':
      return nchs113();
    case 'nchs-39':
      return nchs39();
    case 'ccsr-inpatient':
      return ccsrList('inpatient', data, on);
    case 'ccsr-outpatient':
      return ccsrList('outpatient', data, on);
    case 'icd11-chapters':
      return icd11Chapters();
    case 'ue1':
      return ue1List();
    case 'icd10cm-chapters':
    case 'icd10cm-blocks':
      return icd10cmList(id, data, on);
  }
}

function icd10cmList(id: 'icd10cm-chapters' | 'icd10cm-blocks', data: Data, on: Day): CauseList {
  const icd = data.icd10cm(on);
  if (!icd) throw new CleanclaimError('input/unknown-edition', `No ICD-10-CM edition is installed for ${on}.`);
  const chapters = id === 'icd10cm-chapters';
  const levels = new Map<string, { title: string; first: string; last: string }>();
  for (const at of icd.rows()) {
    const code = icd.code(at);
    if (code.length > 3) continue;
    for (const level of chapters ? [icd.chapter(at)] : icd.blocks(at)) {
      if (!level) continue;
      const found = levels.get(level.id);
      if (found) found.last = code;
      else levels.set(level.id, { title: level.title, first: code, last: code });
    }
  }
  const rows = [...levels].map(([name, { title, first, last }]) => [name, title, `${first}-${last}`] as const);
  const holds = (one: (typeof rows)[number], other: (typeof rows)[number]): boolean => {
    const [outer, inner] = [levels.get(one[0]), levels.get(other[0])];
    return one !== other && outer !== undefined && inner !== undefined && outer.first <= inner.first && inner.last <= outer.last;
  };
  return causeList(
    { id, title: `${chapters ? 'Chapters' : 'Blocks'} of ICD-10-CM, ${icd.edition.id}`, source: `ICD-10-CM ${icd.edition.id}` },
    rows.map((each) => [...each, rows.some((other) => holds(each, other)) ? ('total' as const) : undefined] as const),
  );
}

interface Tally {
  by: Record<string, string>;
  all: number;
  readonly counts: number[];
  readonly mentions: number[];
  outside: number;
  /** In a sum of the list, and in none of the groups it sums up: N16 lies in N00–N98, but not in N00–N15 or N17–N98. */
  sumOnly: number;
  invalid: number;
  missing: number;
  readonly problems: Problems;
}

export function tabulate(
  cells: readonly Cell[],
  classifier: Classifier,
  options: Pick<z.infer<typeof input>, 'by' | 'ages' | 'mentions' | 'zeros'>,
): TabulateRow[] {
  const by = options.by ?? [];
  const { list } = classifier;
  const bandName = options.ages ? ageNamer(options.ages) : undefined;
  const bySex = by.some((column) => /^(?:sex|gender)$/i.test(column));
  const sexes = new Set(bySex ? [] : cells.map(({ values }) => (values['sex'] === undefined ? 'none' : readSex(values['sex']))));
  const doubled = sexes.has('both') && (sexes.has('male') || sexes.has('female'));
  const tallies = new Map<string, Tally>();
  for (const cell of cells) {
    const shown = by.map((column) => {
      const text = (cell.values[column] ?? '').trim();
      return column.toLowerCase() === 'age' && bandName ? bandName(text) : text;
    });
    const key = shown.map((text, at) => joinValue(by[at] ?? '', text)).join('\u0001');
    let tally = tallies.get(key);
    if (!tally) {
      const zeros = (): number[] => Array.from({ length: list.groups.length }, () => 0);
      tally = {
        by: Object.fromEntries(by.map((column, at) => [column, shown[at] ?? ''])),
        all: 0,
        counts: zeros(),
        mentions: zeros(),
        outside: 0,
        sumOnly: 0,
        invalid: 0,
        missing: 0,
        problems: new Problems(),
      };
      tallies.set(key, tally);
    }
    if (doubled && readSex(cell.values['sex'] ?? '') === 'both') tally.problems.add('sex-total', cell.rows, cell.count);
    else count(cell, tally, classifier, options.mentions === true);
  }
  return [...tallies.values()].flatMap((tally) => rowsOf(tally, list, options));
}

function count(cell: Cell, tally: Tally, classifier: Classifier, mentions: boolean): void {
  const code = cell.values['cause'] ?? '';
  const found = classifier.classify(code);
  tally.all += cell.count;
  if (found.kind === 'groups') {
    for (const group of found.groups) tally.counts[group] = (tally.counts[group] ?? 0) + cell.count;
    if (found.groups.every((group) => classifier.list.groups[group]?.total)) {
      tally.sumOnly += cell.count;
      tally.problems.add('code-outside', cell.rows, cell.count, quote(code));
    }
  } else {
    tally[found.kind] += cell.count;
    const edition = found.kind === 'invalid' ? editionBeside(code, classifier.list) : undefined;
    if (edition) tally.problems.add('editions-mixed', cell.rows, cell.count, `${edition} ${quote(code)}`);
    else tally.problems.add(`code-${found.kind}`, cell.rows, cell.count, found.kind === 'missing' ? '' : quote(code));
  }
  if (!mentions) return;
  const groups = new Set(found.kind === 'groups' ? found.groups : []);
  for (const other of (cell.values['contributing'] ?? '').split(/[\s,;|/]+/)) {
    if (other === '') continue;
    const also = classifier.classify(other);
    if (also.kind === 'groups') for (const group of also.groups) groups.add(group);
  }
  for (const group of groups) tally.mentions[group] = (tally.mentions[group] ?? 0) + cell.count;
}

/** The edition of a code that is none of the list's. */
function editionBeside(code: string, list: CauseList): string | undefined {
  return list.edition === 'icd11' && plainCode(code) !== null ? 'ICD-10' : otherEdition(code);
}

function rowsOf(
  tally: Tally,
  list: CauseList,
  options: { readonly mentions?: boolean | undefined; readonly zeros?: boolean | undefined },
): TabulateRow[] {
  const { by, all, counts } = tally;
  const ranked = counts.filter((number, at) => list.groups[at]?.rankable === true && number > 0).sort((one, other) => other - one);
  const share = (number: number): number | null => (all > 0 ? number / all : null);
  const problems = tally.problems.list();
  const rows: TabulateRow[] = [
    {
      by,
      list: list.id,
      group: 'all',
      title: 'All causes',
      codes: '',
      total: true,
      count: all,
      ...(options.mentions ? { mentions: all } : {}),
      share: share(all),
      rank: null,
      ...(problems.length > 0 ? { problems } : {}),
    },
  ];
  list.groups.forEach((group, at) => {
    const number = counts[at] ?? 0;
    const mentions = tally.mentions[at] ?? 0;
    if (number === 0 && mentions === 0 && !options.zeros) return;
    rows.push({
      by,
      list: list.id,
      group: group.id,
      title: group.title,
      codes: group.codes,
      total: group.total,
      count: number,
      ...(options.mentions ? { mentions } : {}),
      share: share(number),
      rank: group.rankable && number > 0 ? ranked.indexOf(number) + 1 : null,
    });
  });
  for (const [id, title, number] of [
    ['outside-list', 'Codes the list has no group for', tally.outside],
    ['sum-only', 'In a sum of the list, but in none of its groups', tally.sumOnly],
    ['invalid-code', 'No shape of an ICD code', tally.invalid],
    ['no-code', 'No cause given', tally.missing],
  ] as const) {
    if (number > 0)
      rows.push({ by, list: list.id, group: id, title, codes: '', total: false, count: number, share: share(number), rank: null });
  }
  return rows;
}

/** Names the band of an age text by the bands' starts; what has no age is `unknown`. A band that spans two keeps its own name. */
function ageNamer(starts: readonly number[]): (text: string) => string {
  const sorted = [...starts].sort((one, other) => one - other);
  const bands = sorted.map((start, at) => ({ start, end: sorted[at + 1] ?? Number.POSITIVE_INFINITY }));
  return (text) => {
    const reading = readAge(text);
    if (reading.kind === 'total') return 'all';
    if (reading.kind !== 'band' && reading.kind !== 'number') return 'unknown';
    const start = reading.kind === 'band' ? reading.band.start : reading.age;
    const band = bands.find((each) => each.start <= start && start < each.end);
    if (!band) return `under ${sorted[0] ?? 0}`;
    return reading.kind === 'band' && reading.band.end > band.end ? formatBand(reading.band) : formatBand(band);
  };
}
