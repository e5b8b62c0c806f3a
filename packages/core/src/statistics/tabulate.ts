import { quote } from '../errors.ts';
import { formatBand, readAge } from './age.ts';
import type { CauseList, Classifier } from './causes/cause-list.ts';
import { otherEdition, plainCode } from './causes/code-range.ts';
import { type Cell, joinValue, type Problem, Problems, readSex } from './cells.ts';

export interface TabulateOptions {
  readonly by?: readonly string[] | undefined;
  /** Starts of the age bands to show when `by` has age; ages as written when left out. */
  readonly ages?: readonly number[] | undefined;
  /** Also count every death that mentions the group anywhere. */
  readonly mentions?: boolean | undefined;
  /** Groups without deaths too. */
  readonly zeros?: boolean | undefined;
}

/** A problem as an answer carries it. */
type ToldProblem = Omit<Problem, 'problem'> & { problem: string };

/** One group of the list in one group of `by`. */
export interface TabulateRow {
  by: Record<string, string>;
  list: string;
  group: string;
  title: string;
  codes: string;
  /** True for a row that sums up others. */
  total: boolean;
  /** By underlying cause; null where it is suppressed. */
  count: number | null;
  /** Deaths that mention the group anywhere on the certificate, each once; null where suppressed. */
  mentions?: number | null | undefined;
  /** Of all deaths of the same `by`, those without a usable code too. */
  share: number | null;
  /** Place among the groups that are ranked; equal counts share one. Null for totals, remainders and ill-defined causes. */
  rank: number | null;
  /** Why the count is not shown: it is small, or it would give a small one away. */
  suppressed?: 'small' | 'complementary' | undefined;
  problems?: ToldProblem[] | undefined;
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

/** Deaths or cases by the groups of a list; what no group takes has rows of its own, so that all rows add up. */
export function tabulate(cells: readonly Cell[], classifier: Classifier, options: TabulateOptions): TabulateRow[] {
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

function rowsOf(tally: Tally, list: CauseList, options: Pick<TabulateOptions, 'mentions' | 'zeros'>): TabulateRow[] {
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

/** The ranked causes of each group, in their order; what was wrong with the group goes to its first. */
export function rankedRows(rows: readonly TabulateRow[]): TabulateRow[] {
  const places = [...new Set(rows.map((row) => JSON.stringify(row.by)))];
  return places.flatMap((place) => {
    const own = rows.filter((row) => JSON.stringify(row.by) === place);
    const problems = own.flatMap((row) => row.problems ?? []);
    const sorted = own.filter((row) => row.rank !== null).sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
    return sorted.map((row, at) => (at === 0 && problems.length > 0 ? { ...row, problems } : row));
  });
}
