import { type Data, type Day, isDay, type KeyedTable, type SearchedSystem, type TableRow } from '@cleanclaim/core';
import type { CodeSystem, Concept, PropertyDefinition } from '../code-system.ts';
import type { Designation } from '../designations.ts';
import { CONCEPT_PROPERTIES } from '../extensions.ts';
import type { JsonObject } from '../json.ts';
import type { KnownSystem } from '../library.ts';
import { SearchedCodes } from './searched-codes.ts';

/** What makes a code system of an installed table; `key` and `code` are the table's and the system's way to write a code. */
export interface TableDefinition {
  readonly url: string;
  readonly name: string;
  readonly title: string;
  /** The source whose table it is. */
  readonly source: string;
  key(code: string): string;
  code(key: string): string;
  display(table: KeyedTable, row: TableRow): string;
  /** False for a heading. */
  complete(table: KeyedTable, row: TableRow): boolean;
  /** False for a row that is no code. */
  isCode?(table: KeyedTable, row: TableRow): boolean;
  /** Lengths of keys of levels above a key, nearest first; none in a flat system. */
  above?(key: string): readonly string[];
  /** Columns that are told as properties, and what each says. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The name by which it is searched. */
  readonly searched?: SearchedSystem;
  readonly copyright?: string;
}

/** A code system for each installed edition of a table; undefined where none is installed. */
export function tableSystem(definition: TableDefinition, data: Data, today: () => Day): KnownSystem | undefined {
  const editions = data
    .editions()
    .flatMap(({ source, edition }) => (source === definition.source ? [edition] : []))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  if (editions.length === 0) return undefined;
  const opened = new Map<string, TableCodeSystem>();
  const versions = [...new Set(editions.map(({ id }) => id))];
  return {
    url: definition.url,
    name: definition.name,
    title: definition.title,
    versions: () => versions,
    resolve: (written) =>
      versions.find((id) => id === written) ?? (isDay(written) ? data.edition(definition.source, written)?.id : undefined),
    open(version) {
      const current = data.edition(definition.source, today());
      const edition = version === undefined ? (current ?? editions.at(-1)) : editions.find(({ id }) => id === version);
      if (!edition) return undefined;
      const known = opened.get(edition.id);
      if (known) return known;
      // A day on which this edition and no other answers: today, or else the last of its period.
      const day = edition.id === current?.id ? today() : ((edition.to ?? edition['ownFrom'] ?? edition.from) as Day);
      const table = data.table(definition.source, day);
      if (!table || table.edition.id !== edition.id) return undefined;
      const system = new TableCodeSystem(definition, data, table, day);
      opened.set(edition.id, system);
      return system;
    },
  };
}

class TableCodeSystem implements CodeSystem {
  readonly url: string;
  readonly version: string;
  readonly name: string;
  readonly title: string;
  readonly content = 'complete';
  readonly caseSensitive = false;
  readonly language = 'en';
  readonly state = { status: 'active', standardsStatus: undefined, experimental: false };
  readonly properties: readonly PropertyDefinition[];
  readonly filters = [];
  readonly supplements = [];
  readonly valueSet: string;
  readonly copyright: string | undefined;
  readonly hierarchical: boolean;
  /** Left out where the system has no search of its own: then concepts are looked at one by one. */
  readonly search?: NonNullable<CodeSystem['search']>;
  readonly #definition: TableDefinition;
  readonly #table: KeyedTable;
  readonly #day: Day;
  #size: number | undefined;

  constructor(definition: TableDefinition, data: Data, table: KeyedTable, day: Day) {
    this.#definition = definition;
    this.#table = table;
    this.#day = day;
    this.url = definition.url;
    this.name = definition.name;
    this.title = table.edition.title;
    this.version = table.edition.id;
    this.valueSet = `${definition.url}/vs`;
    this.copyright = definition.copyright;
    this.hierarchical = definition.above !== undefined;
    const { searched } = definition;
    if (searched) {
      const codes = new SearchedCodes(data, searched, day);
      this.search = (words, limit) => this.#search(codes, words, limit);
    }
    this.properties = [
      { code: 'billable', type: 'boolean', description: 'Complete: the code may stand on a claim' },
      { code: 'notSelectable', uri: `${CONCEPT_PROPERTIES}notSelectable`, type: 'boolean', description: 'A heading' },
      ...(definition.above ? [{ code: 'parent', uri: `${CONCEPT_PROPERTIES}parent`, type: 'code' }] : []),
      ...(definition.above ? [{ code: 'child', uri: `${CONCEPT_PROPERTIES}child`, type: 'code' }] : []),
      ...Object.entries(definition.columns ?? {}).map(([code, description]) => ({
        code,
        type: table.columns[code]?.kind === 'day' ? 'dateTime' : 'string',
        description,
      })),
    ];
  }

  get size(): number {
    return (this.#size ??= this.#count());
  }

  #count(): number {
    let count = 0;
    for (const _ of this.#rows()) count++;
    return count;
  }

  find(code: string): Concept | undefined {
    const row = this.#table.find(this.#definition.key(code.toUpperCase()));
    return row >= 0 && this.#isCode(row) ? this.#concept(row) : undefined;
  }

  *concepts(): Generator<Concept> {
    for (const row of this.#rows()) yield this.#concept(row);
  }

  *page(offset: number, count: number): Generator<Concept> {
    let at = 0;
    for (const row of this.#rows()) {
      if (at >= offset + count) return;
      if (at++ >= offset) yield this.#concept(row);
    }
  }

  parents(concept: Concept): readonly Concept[] {
    const row = this.#parent(this.#definition.key(concept.code));
    return row < 0 ? [] : [this.#concept(row)];
  }

  children(concept: Concept): readonly Concept[] {
    const { above, key } = this.#definition;
    if (!above) return [];
    const own = key(concept.code);
    const [first, after] = this.#table.beginningWith(own);
    const found: Concept[] = [];
    let last = '';
    for (let row = first; row < after; row++) {
      const at = this.#table.key(row);
      if (at === own || at === last || !this.#isCode(row)) continue;
      last = at;
      const parent = this.#parent(at);
      if (parent >= 0 && this.#table.key(parent) === own) found.push(this.#concept(row));
    }
    return found;
  }

  isUnder(code: Concept, ancestor: Concept): boolean {
    const { key } = this.#definition;
    const wanted = key(ancestor.code);
    for (let at = key(code.code); ; ) {
      const row = this.#parent(at);
      if (row < 0) return false;
      at = this.#table.key(row);
      if (at === wanted) return true;
    }
  }

  *#search(searched: SearchedCodes, words: string, limit: number): Generator<Concept> {
    for (const code of searched.find(words, limit)) {
      const concept = this.find(code);
      if (concept) yield concept;
    }
  }

  #isCode(row: TableRow): boolean {
    return this.#definition.isCode?.(this.#table, row) ?? true;
  }

  /** Rows of codes, of several rows a code the first. */
  *#rows(): Generator<TableRow> {
    let last = '';
    for (let row = 0; row < this.#table.size; row++) {
      const key = this.#table.key(row);
      if (key === last) continue;
      last = key;
      if (this.#isCode(row)) yield row;
    }
  }

  #parent(key: string): TableRow {
    for (const above of this.#definition.above?.(key) ?? []) {
      const row = this.#table.find(above);
      if (row >= 0 && this.#isCode(row)) return row;
    }
    return -1;
  }

  #concept(row: TableRow): Concept {
    return new TableConcept(this.#definition, this.#table, row, this.#day);
  }
}

class TableConcept implements Concept {
  readonly code: string;
  readonly #definition: TableDefinition;
  readonly #table: KeyedTable;
  readonly #row: TableRow;
  readonly #day: Day;

  constructor(definition: TableDefinition, table: KeyedTable, row: TableRow, day: Day) {
    this.#definition = definition;
    this.#table = table;
    this.#row = row;
    this.#day = day;
    this.code = definition.code(table.key(row));
  }

  get display(): string | undefined {
    return this.#definition.display(this.#table, this.#row) || undefined;
  }

  get abstract(): boolean {
    return !this.#definition.complete(this.#table, this.#row);
  }

  /** True where the table says that the code ended before the edition does. */
  get inactive(): boolean {
    if (this.#table.columns['to']?.kind !== 'day') return false;
    const to = this.#table.day('to', this.#row);
    return to !== null && to < this.#day;
  }

  get status(): string | undefined {
    return this.inactive ? 'retired' : undefined;
  }

  definition(): undefined {
    return undefined;
  }

  designations(): readonly Designation[] {
    const { display } = this;
    return display === undefined ? [] : [{ value: display, language: 'en', isDisplay: true }];
  }

  properties(): readonly JsonObject[] {
    const { abstract } = this;
    const told: JsonObject[] = [
      { code: 'billable', valueBoolean: !abstract && !this.inactive },
      { code: 'notSelectable', valueBoolean: abstract },
    ];
    for (const column of Object.keys(this.#definition.columns ?? {})) {
      const kind = this.#table.columns[column]?.kind;
      if (kind === 'day') {
        const value = this.#table.day(column, this.#row);
        if (value !== null) told.push({ code: column, valueDateTime: value });
      } else if (kind === 'text') {
        const value = this.#table.text(column, this.#row);
        if (value !== '') told.push({ code: column, valueString: value });
      }
    }
    return told;
  }

  extensions(): readonly JsonObject[] {
    return [];
  }
}
