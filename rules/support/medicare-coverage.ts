import type { Data, Day, KeyedTable, TableRow } from '@cleanclaim/core';
import { withoutDot } from '@cleanclaim/core';

/** The tables of the Medicare Coverage Database that one answer needs. */
export const COVERAGE_SOURCES = [
  'mcd-articles',
  'mcd-article-codes',
  'mcd-article-covered',
  'mcd-article-covered-groups',
  'mcd-article-noncovered',
  'mcd-article-modifiers',
  'mcd-article-contractors',
  'mcd-contractors',
] as const;
type CoverageSource = (typeof COVERAGE_SOURCES)[number];

/** An article of a contractor that lists a procedure. */
export interface Article {
  readonly id: string;
  readonly version: string;
  /** `A52369`. */
  readonly number: string;
  readonly title: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly edition: string;
}

const SEVERAL: Readonly<Record<string, CoveredGroup['several']>> = { '1': 'all', '*': 'starred' };

/** What an article says in words of one group of supporting diagnoses. */
export interface CoveredGroup {
  readonly group: string;
  /** Procedures its paragraph names; none where it speaks of all. */
  readonly codes: readonly string[];
  /** Of which of its diagnoses it asks for more than one, or for an order of them. */
  readonly several: 'none' | 'starred' | 'all';
}

/** A group that lists a diagnosis. */
export interface Listed {
  readonly group: string;
  /** The list marks it with an asterisk, to which a footnote of the group belongs. */
  readonly starred: boolean;
}

/** The articles of one export as rules ask them. */
export class CoverageTables {
  readonly #tables: ReadonlyMap<CoverageSource, KeyedTable>;

  private constructor(tables: ReadonlyMap<CoverageSource, KeyedTable>) {
    this.#tables = tables;
  }

  /** The tables of the export that answers on a day, or the source that is missing. */
  static on(data: Data, day: Day): CoverageTables | CoverageSource {
    const tables = new Map<CoverageSource, KeyedTable>();
    for (const source of COVERAGE_SOURCES) {
      const table = data.table(source, day);
      if (!table) return source;
      tables.set(source, table);
    }
    return new CoverageTables(tables);
  }

  /** The contractor's keys in the export: one for each kind and version of its contract. */
  contractors(number: string): ReadonlySet<string> {
    const table = this.#table('mcd-contractors');
    return new Set(Array.from(table.rowsOf(number.padStart(5, '0')), (row) => table.text('contractor', row)));
  }

  /** The articles of a contractor that list a procedure, whatever their dates. */
  articles(code: string, contractors: ReadonlySet<string>): Article[] {
    const table = this.#table('mcd-article-codes');
    const seen = new Set<string>();
    const found: Article[] = [];
    for (const row of table.rowsOf(code)) {
      const id = table.text('article', row);
      const version = table.text('version', row);
      if (seen.has(`${id}|${version}`)) continue;
      seen.add(`${id}|${version}`);
      const article = this.#article(id, version);
      if (article && this.#isOf(id, version, contractors)) found.push(article);
    }
    return found;
  }

  /** The groups of an article that list a diagnosis as supporting, or as not supporting. */
  groupsOf({ id, version }: Article, list: 'covered' | 'noncovered', code: string): Listed[] {
    const table = this.#table(`mcd-article-${list}`);
    return Array.from(table.rowsOf(`${id}|${version}|${withoutDot(code)}`), (row) => ({
      group: table.text('group', row),
      starred: table.text('asterisk', row) !== '',
    }));
  }

  /** What an article says of its groups of supporting diagnoses; empty where it has none. */
  coveredGroups({ id, version }: Article): CoveredGroup[] {
    const table = this.#table('mcd-article-covered-groups');
    return Array.from(table.rowsOf(`${id}|${version}`), (row: TableRow) => ({
      group: table.text('group', row),
      codes: table.text('codes', row).split(' ').filter(Boolean),
      several: SEVERAL[table.text('several', row)] ?? 'none',
    }));
  }

  modifiers({ id, version }: Article): string[] {
    const table = this.#table('mcd-article-modifiers');
    return [...new Set(Array.from(table.rowsOf(`${id}|${version}`), (row) => table.text('modifier', row)))];
  }

  #article(id: string, version: string): Article | undefined {
    const table = this.#table('mcd-articles');
    const row = table.find(`${id}|${version}`);
    if (row < 0) return undefined;
    const [number, title] = [table.text('number', row), table.text('title', row)];
    return { id, version, number, title, from: table.day('from', row), to: table.day('to', row), edition: table.edition.id };
  }

  #isOf(id: string, version: string, contractors: ReadonlySet<string>): boolean {
    const table = this.#table('mcd-article-contractors');
    for (const row of table.rowsOf(`${id}|${version}`)) if (contractors.has(table.text('contractor', row))) return true;
    return false;
  }

  #table(source: CoverageSource): KeyedTable {
    return this.#tables.get(source) as KeyedTable;
  }
}
