import { quote } from '../../errors.ts';
import { type Cell, type Problem, Problems } from '../cells.ts';
import { plainCode } from '../causes/code-range.ts';
import { findColumn, type Mapping, noColumn } from './columns.ts';
import { readNumber } from './number.ts';

export interface ReadRequest {
  /** Columns to keep apart, by the user's names. */
  readonly by: readonly string[];
  /** Roles wanted when the file has them: age, sex, cause, contributing … */
  readonly roles: readonly string[];
  /** The number in each row: deaths or people. Without such a column each row is one. */
  readonly measure: 'count' | 'population' | 'weight' | 'rate';
  /** Take the population too where the file has it. */
  readonly withPopulation?: boolean;
  /** Columns of `by` that may be missing here. */
  readonly mayMiss?: (column: string) => boolean;
  /** Only rows whose cause this takes; rows without a cause column are refused. */
  readonly causeFilter?: (code: string) => boolean;
  readonly map?: Mapping;
  /** For engines that join: codes with the number of their kind; codes of one kind may be counted together. */
  readonly alike?: () => Iterable<readonly [code: string, kind: number]>;
  /** For the same: starts of bands into which ages may be counted together. */
  readonly ages?: readonly number[];
  readonly onRows?: (count: number) => void;
}

export interface GatheredCells {
  readonly cells: readonly Cell[];
  /** False when a column held the number of events. */
  readonly records: boolean;
  /** Columns of `by` that the file has. */
  readonly known: readonly string[];
  /** Role or name to the file's heading, to be shown. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly hasPopulation: boolean;
  readonly problems: readonly Problem[];
}

export interface Layout {
  readonly keys: readonly (readonly [name: string, column: string])[];
  readonly measure: string | undefined;
  readonly population: string | undefined;
  readonly known: readonly string[];
  readonly mapping: Record<string, string>;
}

/** Finds the columns a request needs; what it finds is shown to the user. */
export function layoutOf(columns: readonly string[], request: ReadRequest): Layout {
  const map = request.map ?? {};
  const mapping: Record<string, string> = {};
  const keys = new Map<string, string>();
  const known: string[] = [];
  for (const name of request.by) {
    const column = findColumn(columns, name, map);
    if (column === undefined) {
      if (request.mayMiss?.(name)) continue;
      throw noColumn(quote(name), columns);
    }
    keys.set(name, column);
    known.push(name);
    mapping[name] = column;
  }
  const taken = new Set(keys.values());
  const measure = findColumn(columns, request.measure, map, taken);
  if (measure === undefined && request.measure !== 'count') throw noColumn(request.measure, columns);
  if (measure !== undefined) mapping[request.measure] = measure;
  for (const role of request.roles) {
    const column = findColumn(columns, role, map);
    // A role that is a column of `by` under another name is read twice, once for each use.
    if (column === undefined) continue;
    keys.set(role, column);
    taken.add(column);
    mapping[role] = column;
  }
  const population = request.withPopulation ? findColumn(columns, 'population', map, new Set([...taken, measure ?? ''])) : undefined;
  if (population !== undefined) mapping['population'] = population;
  return { keys: [...keys], measure, population, known, mapping };
}

interface Gathering {
  readonly values: Record<string, string>;
  count: number;
  population: number;
  rows: number;
}

/**
 * Counts together the rows of a table that agree in every column asked for. Numbers that are negative or unreadable and rows of
 * another width are left out and counted in `problems`. Throws `table/no-column` where a column needed is not there.
 */
export class CellGatherer {
  readonly problems: Problems;
  readonly #layout: Layout;
  readonly #keys: readonly (readonly [name: string, column: number])[];
  readonly #measure: number;
  readonly #population: number;
  readonly #cause: number;
  readonly #identity: readonly number[];
  readonly #filter: ReadRequest['causeFilter'];
  readonly #seen: Set<string> | undefined;
  readonly #cells = new Map<string, Gathering>();
  #rows = 0;

  /** `strata`: rows of counts that agree in every other column name one stratum twice, and are told. */
  constructor(columns: readonly string[], request: ReadRequest, options: { readonly problems?: Problems; readonly strata?: boolean } = {}) {
    this.problems = options.problems ?? new Problems();
    this.#layout = layoutOf(columns, request);
    const at = (column: string | undefined): number => (column === undefined ? -1 : columns.indexOf(column));
    this.#keys = this.#layout.keys.map(([name, column]) => [name, at(column)] as const);
    this.#measure = at(this.#layout.measure);
    this.#population = at(this.#layout.population);
    this.#cause = this.#keys.find(([name]) => name === 'cause')?.[1] ?? -1;
    this.#filter = request.causeFilter;
    if (this.#filter && this.#cause < 0) throw noColumn('cause', columns);
    this.#identity = columns.map((_, column) => column).filter((column) => column !== this.#measure && column !== this.#population);
    // Rows of one person each may well be alike.
    this.#seen = this.#measure >= 0 && options.strata !== false ? new Set<string>() : undefined;
  }

  /** Takes rows; null is one that could not be read, told as `unreadable`. */
  add(rows: readonly (readonly string[] | null)[], unreadable: 'row-width' | 'row-unreadable' = 'row-width'): void {
    for (const row of rows) {
      this.#rows++;
      if (row === null) {
        this.problems.add(unreadable, 1);
        continue;
      }
      if (this.#filter && !this.#filter(row[this.#cause] ?? '')) continue;
      const count = amount(this.#measure < 0 ? '1' : (row[this.#measure] ?? ''), this.problems);
      const people = this.#population < 0 ? 0 : amount(row[this.#population] ?? '', this.problems);
      if (count === undefined || people === undefined) continue;
      if (this.#seen && this.#seen.size < MOST_SEEN) {
        const name = this.#identity.map((column) => row[column] ?? '').join('\u0001');
        if (this.#seen.has(name)) this.problems.add('duplicate-stratum', 1, count);
        else this.#seen.add(name);
      }
      const key = this.#keys.map(([, column]) => row[column] ?? '').join('\u0001');
      const cell = this.#cells.get(key);
      if (cell) {
        cell.count += count;
        cell.population += people;
        cell.rows++;
      } else
        this.#cells.set(key, {
          values: Object.fromEntries(this.#keys.map(([name, column]) => [name, row[column] ?? ''])),
          count,
          population: people,
          rows: 1,
        });
    }
  }

  result(): GatheredCells {
    const hasPopulation = this.#population >= 0;
    return {
      cells: [...this.#cells.values()].map(({ population, ...cell }) => (hasPopulation ? { ...cell, population } : cell)),
      records: this.#measure < 0,
      known: this.#layout.known,
      mapping: this.#layout.mapping,
      rows: this.#rows,
      hasPopulation,
      problems: this.problems.list(),
    };
  }
}
/** Strata remembered to find doubles; files of counts are far smaller. */
const MOST_SEEN = 2_000_000;

function amount(text: string, problems: Problems): number | undefined {
  const number = readNumber(text);
  if (number === null) {
    problems.add('count-missing', 1);
    return 0;
  }
  if (number === undefined) {
    problems.add('count-unreadable', 1, null, quote(text));
    return undefined;
  }
  if (number < 0) {
    problems.add('count-negative', 1, number);
    return undefined;
  }
  return number;
}

/** True for codes in the ranges; what has no shape of a code is not. */
export function filterOf(inside: (code: string) => boolean): (text: string) => boolean {
  return (text) => {
    const code = plainCode(text);
    return code !== null && inside(code);
  };
}
