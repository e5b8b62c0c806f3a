import { type AgeBand, bandOf, commonBands, formatBand, readAge } from './age.ts';
import { addTo, type Cell, joinValue, Problems, readSex } from './cells.ts';
import type { StandardPopulation } from './standards.ts';

/** One population of a comparison: its events and people on the age bands that data and standard share. */
export interface Group {
  readonly by: Readonly<Record<string, string>>;
  /** All events, of unknown age too. */
  readonly count: number;
  /** All people; null when none are given. */
  readonly population: number | null;
  readonly bands: readonly AgeBand[];
  readonly counts: readonly number[];
  readonly populations: readonly number[];
  readonly weights: readonly number[];
  readonly standard: StandardPopulation;
  readonly unknownAge: number;
  /** False where no rate by age can be made; `problems` says why. */
  readonly standardisable: boolean;
  readonly problems: Problems;
}

export interface StratifyInput {
  readonly by: readonly string[];
  readonly deaths: readonly Cell[];
  /** True when each row of the deaths is one person, so that a bare number is an age and not a band's start. */
  readonly records: boolean;
  /** Left out when the deaths' cells hold the population too. */
  readonly population?: readonly Cell[];
  /** Columns the population knows; a column of `by` it does not know is shared by all its values. */
  readonly populationColumns?: readonly string[];
  readonly standardFor: (oldest: number) => StandardPopulation;
  /** Keep every group of people without events, however many there are. */
  readonly zeros?: boolean;
}

interface Gathered {
  by: Record<string, string>;
  deaths: Placed[];
  population: Placed[];
  problems: Problems;
}
interface Placed {
  readonly band: AgeBand | null;
  readonly count: number;
  readonly rows: number;
}

/**
 * Puts events and people together by the `by` columns and by age. Nothing is lost: events of unknown age stay in `count`;
 * every departure is a problem of its group.
 */
export function stratify(input: StratifyInput): Group[] {
  const both = input.population === undefined;
  const known = input.populationColumns?.map((each) => each.toLowerCase());
  const shared = both || !known ? [] : input.by.filter((column) => !known.includes(column.toLowerCase()));
  const groups = new Map<string, Gathered>();
  const keyOf = (cell: Cell, columns: readonly string[]): string =>
    columns.map((column) => joinValue(column, cell.values[column] ?? '')).join('\u0001');
  const sums = input.by.some((column) => /^(?:sex|gender)$/i.test(column)) ? () => false : bothSexes;
  const group = (key: string, cell: Cell): Gathered => {
    let found = groups.get(key);
    if (!found) {
      const by = Object.fromEntries(input.by.map((column) => [column, (cell.values[column] ?? '').trim()]));
      groups.set(key, (found = { by, deaths: [], population: [], problems: new Problems() }));
    }
    return found;
  };

  const deathAges = agesOf(input.deaths);
  const populationAges = both ? deathAges : agesOf(input.population ?? []);
  const populationBand = bandReader(populationAges.numbers, false);
  const deathBand = both ? populationBand : bandReader(deathAges.numbers, input.records || !coarse(deathAges.numbers));
  const deathSexes = sums(input.deaths);
  for (const cell of input.deaths) {
    const into = group(keyOf(cell, input.by), cell);
    if (deathSexes && readSex(cell.values['sex'] ?? '') === 'both') {
      into.problems.add('sex-total', cell.rows, cell.count);
      continue;
    }
    place(cell, cell.count, deathBand, deathAges.detailed, into.deaths, into.problems, 'deaths');
    // What is wrong with the age was told with the deaths.
    if (both) place(cell, cell.population ?? 0, populationBand, populationAges.detailed, into.population, new Problems(), 'population');
  }
  if (!both) {
    const joint = input.by.filter((column) => !shared.includes(column));
    const targets = new Map<string, Gathered[]>();
    if (shared.length > 0)
      for (const each of groups.values()) {
        const key = joint.map((column) => joinValue(column, each.by[column] ?? '')).join('\u0001');
        addTo(targets, key, each);
      }
    const cells = input.population ?? [];
    const populationSexes = sums(cells);
    for (const cell of cells) {
      const key = keyOf(cell, joint);
      // A population without events is an answer too: its rate is 0. Where columns are shared, only the values met exist.
      const into = shared.length > 0 ? (targets.get(key) ?? []) : [group(key, cell)];
      for (const each of into) {
        if (populationSexes && readSex(cell.values['sex'] ?? '') === 'both') each.problems.add('sex-total', cell.rows, null);
        else place(cell, cell.count, populationBand, populationAges.detailed, each.population, each.problems, 'population');
      }
    }
    for (const each of groups.values()) {
      for (const column of shared) if (!NUMERATOR_ONLY.test(column)) each.problems.add('population-shared', 0, null, column);
    }
  }
  return withoutIdle([...groups.values()], input.zeros === true).map((each) => finish(each, input.standardFor));
}

/**
 * Groups of people without events are rates of 0 and stay, unless they outnumber the rest, as when a file of the world's
 * population meets two countries' deaths: then they go, counted.
 */
function withoutIdle(groups: readonly Gathered[], zeros: boolean): readonly Gathered[] {
  const busy = groups.filter(({ deaths }) => deaths.length > 0);
  const idle = groups.length - busy.length;
  if (zeros || idle <= busy.length + 10 || busy.length === 0) return groups;
  busy[0]?.problems.add('population-unused', 0, null, `${idle} groups`);
  return busy;
}

/** Columns that say something about the event and not about the people at risk. */
const NUMERATOR_ONLY = /^(?:cause|code|icd|icd10|group|edition)$/i;

/** True when a file has rows of both sexes together beside rows of each: adding them all would count everybody twice. */
function bothSexes(cells: readonly Cell[]): boolean {
  let both = false;
  let one = false;
  for (const { values } of cells) {
    if (values['sex'] === undefined) return false;
    const sex = readSex(values['sex']);
    if (sex === 'both') both = true;
    else if (sex !== 'unknown') one = true;
  }
  return both && one;
}

/** The bare numbers among the ages, and whether there is any age beside totals. */
function agesOf(cells: readonly Cell[]): { numbers: number[]; detailed: boolean } {
  const numbers = new Set<number>();
  let detailed = false;
  for (const text of new Set(cells.map(({ values }) => values['age'] ?? ''))) {
    const reading = readAge(text);
    if (reading.kind === 'number') numbers.add(reading.age);
    if (reading.kind === 'number' || reading.kind === 'band') detailed = true;
  }
  return { numbers: [...numbers].sort((one, other) => one - other), detailed };
}

/**
 * True when bare numbers in a file of counts can only be starts of wide bands: evenly more than five years apart.
 * Numbers nearer together fall into the population's bands by themselves.
 */
function coarse(numbers: readonly number[]): boolean {
  const gaps = numbers.slice(1).map((number, at) => number - (numbers[at] ?? 0));
  const wide = gaps.filter((_, at) => (numbers[at] ?? 0) >= 5);
  return wide.length >= 3 && wide.every((gap) => gap > 5 && gap === wide[0]);
}

type BandReader = (text: string) => AgeBand | 'unknown' | 'unreadable' | 'total';

/** Reads an age as a band: a bare number is either a person's age or runs to the next number met in the file, the last one open. */
function bandReader(numbers: readonly number[], points: boolean): BandReader {
  const read = new Map<string, ReturnType<BandReader>>();
  return (text) => {
    let found = read.get(text);
    if (found === undefined) {
      const reading = readAge(text);
      if (reading.kind === 'band') found = reading.band;
      else if (reading.kind === 'number') {
        const start = points ? Math.floor(reading.age) : reading.age;
        found = { start, end: points ? start + 1 : (numbers.find((each) => each > start) ?? Number.POSITIVE_INFINITY) };
      } else found = reading.kind;
      read.set(text, found);
    }
    return found;
  };
}

function place(
  cell: Cell,
  count: number,
  reader: BandReader,
  detailed: boolean,
  into: Placed[],
  problems: Problems,
  what: 'deaths' | 'population',
): void {
  const band = reader(cell.values['age'] ?? '');
  if (typeof band === 'object') {
    into.push({ band, count, rows: cell.rows });
    return;
  }
  if (band === 'total' && detailed) {
    if (what === 'deaths') problems.add('age-total', cell.rows, count);
    else problems.add('age-total', cell.rows, null);
    return;
  }
  if (band === 'unreadable') problems.add('age-unreadable', cell.rows, what === 'deaths' ? count : null, cell.values['age'] ?? '');
  into.push({ band: null, count, rows: cell.rows });
}

function finish({ by, deaths, population, problems }: Gathered, standardFor: StratifyInput['standardFor']): Group {
  const sum = (placed: readonly Placed[]): number => placed.reduce((total, { count }) => total + count, 0);
  const known = withoutOverlaps(population, problems);
  const aged = withoutOverlaps(deaths, problems);
  const count = sum(deaths);
  const unknown = deaths.filter(({ band }) => band === null);
  const unknownAge = sum(unknown);
  const oldest = Math.max(0, ...known.map(({ band }) => band.start));
  const standard = standardFor(oldest);
  const base = { by, count, unknownAge, standard, problems };
  if (population.length === 0) {
    problems.add(
      'population-missing',
      deaths.reduce((rows, each) => rows + each.rows, 0),
      count,
    );
    return { ...base, population: null, bands: [], counts: [], populations: [], weights: [], standardisable: false };
  }
  const people = sum(population);
  if (known.length === 0) {
    problems.add('age-only-total', population.length);
    return { ...base, population: people, bands: [], counts: [], populations: [], weights: [], standardisable: false };
  }
  if (unknown.length > 0 && unknownAge > 0)
    problems.add(
      'age-unknown',
      unknown.reduce((rows, each) => rows + each.rows, 0),
      unknownAge,
    );
  const ageless = population.filter(({ band, count: number }) => band === null && number > 0);
  if (ageless.length > 0) problems.add('population-unknown-age', ageless.length, null);
  // Deaths in bands wider than the population's (or the other way round) join what lies between.
  const { bands, weights, uncovered } = commonBands(standard.starts, standard.weights, [
    ...known.map(({ band }) => band),
    ...aged.filter(({ band }) => known.some((each) => each.band.start < band.end && each.band.end > band.start)).map(({ band }) => band),
  ]);
  if (uncovered > 0) problems.add('age-uncovered', 0, null, `${(100 * (1 - uncovered)).toFixed(1)} % of its weight stays`);
  const counts = bands.map(() => 0);
  const populations = bands.map(() => 0);
  const covered = bands.map(() => false);
  for (const { band, count: number } of known) {
    const at = bandOf(bands, band.start);
    if (at < 0) continue;
    populations[at] = (populations[at] ?? 0) + number;
    covered[at] = true;
  }
  for (const { band, count: number, rows } of aged) {
    const at = bandOf(bands, band.start);
    if (at >= 0 && covered[at]) counts[at] = (counts[at] ?? 0) + number;
    else if (number > 0) problems.add('age-outside', rows, number, formatBand(band));
  }
  const gaps = bands.filter((_, at) => !covered[at]);
  if (gaps.length > 0) problems.add('population-gap', 0, null, gaps.map(formatBand).join(', '));
  bands.forEach((band, at) => {
    if (populations[at] === 0 && (counts[at] ?? 0) > 0) problems.add('population-zero', 0, counts[at] ?? 0, formatBand(band));
  });
  return { ...base, population: people, bands, counts, populations, weights, standardisable: gaps.length === 0 };
}

/**
 * Placed rows that have a band. A band that runs into the next one, as `55-69` before `60-64`, is a slip of the pen where
 * nothing else begins at 55: it is cut at the next start, and said so. Bands that begin together are left for `commonBands` to join.
 */
function withoutOverlaps(placed: readonly Placed[], problems: Problems): (Placed & { readonly band: AgeBand })[] {
  const aged = placed.filter((each): each is Placed & { band: AgeBand } => each.band !== null);
  const ends = new Map<number, Set<number>>();
  for (const { band } of aged) ends.set(band.start, (ends.get(band.start) ?? new Set<number>()).add(band.end));
  const starts = [...ends.keys()].sort((one, other) => one - other);
  const cut = new Map<number, number>();
  starts.forEach((start, at) => {
    const next = starts[at + 1];
    const [end = 0, ...more] = ends.get(start) ?? [];
    if (next === undefined || more.length > 0 || end <= next || end === Number.POSITIVE_INFINITY) return;
    // A person's age within a wide band is no slip: only bands that another one follows at their proper end are.
    if (![...ends.values()].some((each) => each.has(end) && !(each === ends.get(start)))) return;
    cut.set(start, next);
    problems.add('age-overlap', 0, null, `${formatBand({ start, end })} was read as ${formatBand({ start, end: next })}`);
  });
  if (cut.size === 0) return aged;
  return aged.map((each) => ({ ...each, band: { start: each.band.start, end: cut.get(each.band.start) ?? each.band.end } }));
}
