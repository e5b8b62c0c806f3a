import { CleanclaimError, quote } from '../errors.ts';

/**
 * Rows of a file that agree in every column asked for, counted together. Values are the file's own texts; what they mean is
 * read here, so that every reader (a small CSV, DuckDB over Parquet, a request) gives the same answer.
 */
export interface Cell {
  readonly values: Readonly<Record<string, string>>;
  /** Events, or people, of all these rows. */
  readonly count: number;
  /** People at risk, where one file holds both. */
  readonly population?: number | undefined;
  /** Rows of the file behind it. */
  readonly rows: number;
}

/** Something wrong in the data: never dropped in silence, always counted. */
export interface Problem {
  readonly problem: ProblemCode;
  readonly severity: 'error' | 'warning';
  readonly rows: number;
  /** Events or people in those rows, where that can be said. */
  readonly count: number | null;
  readonly what: string;
}

const PROBLEMS = {
  'count-negative': ['error', 'Rows with a negative number were left out'],
  'count-unreadable': ['error', 'Rows whose number cannot be read were left out'],
  'count-missing': ['warning', 'Rows without a number were taken as 0'],
  'row-width': ['error', 'Rows with more or fewer cells than the heading, or with broken quotes, were left out'],
  'row-unreadable': ['error', 'Lines that cannot be read were left out'],
  'age-unknown': ['warning', 'Events of unknown age'],
  'age-unreadable': ['error', 'Ages that cannot be read were taken as unknown'],
  'age-total': ['warning', 'Rows of all ages together were left out, since the ages are there too'],
  'age-only-total': ['warning', 'Only totals of all ages: no standardised rate can be made'],
  'age-overlap': ['warning', 'Age bands overlap'],
  'age-uncovered': ['warning', 'The standard was cut to the ages the data cover and its weights renormalised'],
  'age-outside': ['error', 'Events at ages for which there is no population were left out of the standardised rate'],
  'sex-total': ['warning', 'Rows of both sexes together were left out, since the sexes are there too'],
  'sex-unknown': ['warning', 'Events of unknown sex'],
  'duplicate-stratum': ['warning', 'Rows that name the same stratum again were added up'],
  'population-missing': ['error', 'No population was given for these events: no rate'],
  'reference-missing': ['error', 'The reference has nothing for these events: no ratio'],
  'population-zero': ['error', 'Events where nobody lives: the number of events stood in for the population (SEER*Stat)'],
  'population-unused': ['warning', 'Groups of people without any event in the file are not shown; --zeros shows them'],
  'population-shared': ['warning', 'The population does not know this column: each value was set against the whole population'],
  'population-unknown-age': ['warning', 'People of unknown age count in the crude rate only'],
  'population-gap': ['error', 'An age band between others has no population: no standardised rate'],
  'code-invalid': ['error', 'Codes that have no shape of ICD'],
  'code-missing': ['error', 'Rows without a cause'],
  'code-outside': ['warning', 'Codes that the list has no group for'],
  'list-without-codes': ['error', 'Rows of a short list whose groups are no ICD codes were left out'],
  'editions-mixed': ['error', 'Codes of another edition of ICD, counted with those without shape of this one'],
  subnational: ['warning', 'Rows of parts of a country were left out'],
  'totals-differ': ['warning', 'Rows whose ages do not add up to their total; the ages were used'],
  'few-events': ['warning', 'Fewer than 10 events: OHID gives no rate by Dobson’s method; --ci fay-feuer does'],
} as const satisfies Readonly<Record<string, readonly ['error' | 'warning', string]>>;
export type ProblemCode = keyof typeof PROBLEMS;

/** Problems met so far, each kind once with its rows and events added up. */
export class Problems {
  readonly #met = new Map<ProblemCode, { rows: number; count: number | null; notes: Set<string> }>();

  add(problem: ProblemCode, rows: number, count: number | null = null, note = ''): void {
    const met = this.#met.get(problem) ?? { rows: 0, count: null, notes: new Set<string>() };
    met.rows += rows;
    if (count !== null) met.count = (met.count ?? 0) + count;
    if (note !== '' && met.notes.size < MOST_NOTES) met.notes.add(note);
    this.#met.set(problem, met);
  }

  addAll(problems: readonly Problem[]): void {
    for (const { problem, rows, count, what } of problems) {
      const [, sentence] = PROBLEMS[problem];
      const notes = what.startsWith(`${sentence}: `) ? what.slice(sentence.length + 2, -1).split(', ') : [''];
      notes.forEach((note, at) => this.add(problem, at === 0 ? rows : 0, at === 0 ? count : null, note));
    }
  }

  list(): Problem[] {
    return [...this.#met].map(([problem, { rows, count, notes }]) => {
      const [severity, sentence] = PROBLEMS[problem];
      return { problem, severity, rows, count, what: notes.size > 0 ? `${sentence}: ${[...notes].join(', ')}.` : `${sentence}.` };
    });
  }
}
/** Examples shown of each kind of problem. */
const MOST_NOTES = 8;

const MALE = /^(?:m|male|males|man|men|1|boys?)$/i;
const FEMALE = /^(?:f|female|females|w|woman|women|2|girls?)$/i;
const BOTH = /^(?:b|both|both sexes|total|all|persons?|people|mf|m\+f|3|t|p)$/i;

/** What a sex text says; 1 and 2 as WHO and most registries write them. */
export function readSex(text: string): 'male' | 'female' | 'both' | 'unknown' {
  const plain = text.trim();
  if (MALE.test(plain)) return 'male';
  if (FEMALE.test(plain)) return 'female';
  return BOTH.test(plain) ? 'both' : 'unknown';
}

/** Values by which two files are joined: sexes by meaning, all else without regard to case, spaces or leading zeros of numbers. */
export function joinValue(column: string, text: string): string {
  if (/^(?:sex|gender)$/i.test(column)) return readSex(text);
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return /^\d+(?:\.0+)?$/.test(plain) ? String(Number(plain)) : plain;
}

/** Adds to the list of a key. */
export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Throws `input/invalid` for a number that is no count. For input that no reader of ours has looked at. */
export function requireCells(cells: readonly Cell[], what: string): void {
  for (const { count, population = 0 } of cells) {
    if (!(count >= 0 && population >= 0 && Number.isFinite(count + population)))
      throw new CleanclaimError('input/out-of-range', `${what} holds the number ${quote(String(count))}.`);
  }
}
