import type { CodeSystem, Concept } from './code-system.ts';
import { Exclusions } from './exclusions.ts';
import type { Entry, ExpandedSet, VersionOfSystem } from './expanded-set.ts';
import { ExpansionNotes } from './expansion-notes.ts';
import { TerminologyError } from './issues.ts';
import { flag, type JsonObject, object, objects, text, texts } from './json.ts';
import { SAY } from './messages.ts';
import { referenceOf, type Run } from './run.ts';
import { SetSources } from './set-sources.ts';
import { TextMatch } from './text-match.ts';
import { circular, latestVersionFirst, refuseLockedDate } from './value-set.ts';

/** How many codes a search of a code system gives at most. */
const MOST_FOUND = 500;
/** How deep value sets may include one another. */
const MOST_IMPORTS_DEEP = 50;

/** The codes of a value set, as its definition says. */
export class Collection implements ExpandedSet {
  readonly run: Run;
  readonly valueSet: JsonObject;
  readonly entries = new Map<string, Entry>();
  readonly roots: Entry[] = [];
  readonly notes: ExpansionNotes;
  total: number | undefined = 0;
  /** The entries are those of the page that is asked for, no others. */
  isPage = false;
  /** False when codes can only be listed one after another. */
  nested: boolean;
  readonly #chain: readonly string[];
  readonly #match: TextMatch | undefined;
  readonly #compose: JsonObject;
  readonly #onlyActive: boolean;
  readonly #most: number;
  readonly #sources: SetSources;
  #exclusions: Exclusions | undefined;
  #byVersion = false;

  constructor(
    run: Run,
    valueSet: JsonObject,
    { chain = [], most = Number.POSITIVE_INFINITY }: { readonly chain?: readonly string[]; readonly most?: number } = {},
  ) {
    this.run = run;
    this.valueSet = valueSet;
    this.notes = new ExpansionNotes(valueSet);
    this.#chain = chain;
    this.#most = most;
    this.#sources = new SetSources({
      run,
      valueSet,
      notes: this.notes,
      expand: (named) => new Collection(run, named, { chain: [...chain, referenceOf(valueSet)] }).collect(),
    });
    this.#compose = object(valueSet, 'compose') ?? {};
    const { settings } = run;
    this.#match = settings.filter === undefined || settings.filter.trim() === '' ? undefined : new TextMatch(settings.filter);
    this.nested = !settings.flag('excludeNested') && (settings.offset ?? 0) === 0;
    this.#onlyActive = settings.flag('activeOnly') || flag(this.#compose, 'inactive') === false;
  }

  /** Finds all codes. Throws TerminologyError when something is missing, circular or too large. */
  collect(): this {
    const { run, valueSet } = this;
    const reference = referenceOf(valueSet);
    if (reference !== '' && this.#chain.includes(reference)) throw circular(reference, this.#chain);
    if (this.#chain.length > MOST_IMPORTS_DEEP) throw tooCostly(reference, `includes value sets more than ${MOST_IMPORTS_DEEP} deep`);
    run.settings.seeValueSet(valueSet);
    run.require(valueSet);
    refuseLockedDate(valueSet, this.#compose);
    const include = objects(this.#compose, 'include');
    const exclude = objects(this.#compose, 'exclude');
    const expansion = object(valueSet, 'expansion');
    if (include.length === 0 && expansion) {
      for (const each of objects(expansion, 'contains')) this.#takeReady(each, undefined);
      this.total = this.entries.size;
      return this;
    }
    this.#byVersion = severalVersions([...include, ...exclude]);
    const eachCode = this.#settleVersionsMatch(include, exclude);
    const key = (system: string, version: string | undefined, code: string): string => this.key(system, version, code);
    const exclusions = (this.#exclusions = new Exclusions(run, this.#sources, { byVersion: this.#byVersion, eachCode, key }));
    exclude.forEach((set, at) => {
      if (isComposed(set)) this.nested = false;
      exclusions.add(set, `exclude[${at}]`);
    });
    const inOrder = include
      .map((set, at) => ({ set, place: `include[${at}]` }))
      .toSorted((one, other) => latestVersionFirst(one.set, other.set));
    if (this.#takePage(include, exclude)) return this;
    for (const { set, place } of inOrder) this.#includeSet(set, place);
    if (this.total !== undefined) this.total = this.entries.size;
    return this;
  }

  /** Where one page of a whole code system is asked for, that page alone is read. */
  #takePage(include: readonly JsonObject[], exclude: readonly JsonObject[]): boolean {
    const { settings } = this.run;
    const { count, offset = 0 } = settings;
    const [only] = include;
    const isPlain = this.#chain.length === 0 && include.length === 1 && exclude.length === 0 && !this.#match && !this.#onlyActive;
    if (!only || count === undefined || !isPlain || settings.flag('excludeNotForUI')) return false;
    if (['concept', 'filter', 'valueSet'].some((name) => only[name] !== undefined)) return false;
    const system = this.run.codeSystem(text(only, 'system') ?? '', text(only, 'version'));
    if (!system?.page || (this.nested && count > system.size)) return false;
    this.#sources.system(only);
    this.nested = false;
    for (const concept of system.page(offset, count)) this.#take(system, concept, undefined);
    this.total = system.size;
    this.isPage = true;
    return true;
  }

  /** Why not all codes are listed. */
  get unclosed(): readonly string[] {
    return this.#sources.unclosed;
  }

  /** Whether two versions of one system are told apart. */
  get namesVersions(): boolean {
    return this.#byVersion;
  }

  key(system: string, version: string | undefined, code: string): string {
    return this.#byVersion && !this.run.settings.flag('versionsMatch') ? `${system}|${version ?? ''}#${code}` : `${system}#${code}`;
  }

  has({ url, version }: VersionOfSystem, code: string): boolean {
    return this.entries.has(this.key(url, version, code));
  }

  /**
   * Where every set is of one system and those taken out are of other versions than those taken in, codes are taken out
   * whatever their version. True when this is so.
   */
  #settleVersionsMatch(include: readonly JsonObject[], exclude: readonly JsonObject[]): boolean {
    if (this.run.settings.said('versionsMatch') !== undefined || exclude.length === 0) return false;
    const [first] = include;
    const all = [...include, ...exclude];
    if (!first || !all.every((set) => text(set, 'system') === text(first, 'system') && text(set, 'version') !== undefined)) return false;
    const versions = new Set(include.map((set) => text(set, 'version')));
    if (exclude.some((set) => versions.has(text(set, 'version')))) return false;
    this.run.settings.set('versionsMatch', true);
    this.notes.add('versionsMatch', 'valueBoolean', true);
    return true;
  }

  #includeSet(set: JsonObject, place: string): void {
    const listed = objects(set, 'concept');
    const filters = objects(set, 'filter');
    if (isComposed(set)) this.nested = false;
    if (text(set, 'system') === undefined) {
      const [first, ...others] = this.#sources.imports(set);
      if (first) this.#takeFrom(first, others);
      return;
    }
    const system = this.#sources.system(set);
    const imports = this.#sources.imports(set);
    const fits = (concept: Concept): boolean => imports.every((each) => each.has(system, concept.code));
    for (const each of listed) {
      const concept = system.find(text(each, 'code') ?? '');
      if (!concept || !fits(concept)) continue;
      const words = [...objects(each, 'designation').map((one) => text(one, 'value') ?? ''), text(each, 'display') ?? ''];
      const values = [...words, ...concept.designations().map(({ value }) => value)];
      if (!this.#match || this.#match.matches(concept.code, values)) this.#take(system, concept, each);
    }
    if (listed.length === 0 && filters.length === 0) this.#takeWhole(system, fits);
    else if (filters.length > 0) this.#takeFiltered(set, system, place, fits);
  }

  #takeWhole(system: CodeSystem, fits: (concept: Concept) => boolean): void {
    if (this.#match) {
      this.nested = false;
      for (const concept of this.#found(system, this.#match)) if (fits(concept)) this.#take(system, concept, undefined);
      return;
    }
    // What is certain to be too large is refused before the work.
    if (
      !this.#exclusions?.ofCodes &&
      !this.#onlyActive &&
      this.#chain.length === 0 &&
      system.size > this.#most &&
      texts(this.#compose, 'valueSet').length === 0
    )
      this.#refuse();
    for (const concept of system.concepts()) if (fits(concept)) this.#take(system, concept, undefined);
  }

  *#found(system: CodeSystem, match: TextMatch): Generator<Concept> {
    if (system.search) {
      yield* this.#search(system.search(match.text, MOST_FOUND));
      return;
    }
    for (const concept of system.concepts()) {
      this.run.spend();
      if (match.matchesConcept(concept)) yield concept;
    }
  }

  /** What a search finds; when it stops at its limit, nobody knows how many there are. */
  *#search(found: Iterable<Concept>): Generator<Concept> {
    let count = 0;
    for (const concept of found) {
      count++;
      yield concept;
    }
    if (count >= MOST_FOUND) this.total = undefined;
  }

  #takeFiltered(set: JsonObject, system: CodeSystem, place: string, fits: (concept: Concept) => boolean): void {
    const match = this.#match;
    // Searching first, a filter has few concepts to look at.
    const search = match && system.search ? () => this.#search(system.search?.(match.text, MOST_FOUND) ?? []) : undefined;
    for (const concept of this.#sources.filtered(set, system, place, search))
      if (fits(concept) && (!match || match.matchesConcept(concept))) this.#take(system, concept, undefined);
  }

  #take(system: CodeSystem, concept: Concept, listed: JsonObject | undefined): void {
    const { run } = this;
    run.spend();
    if (concept.inactive && this.#onlyActive) return;
    if (concept.abstract && run.settings.flag('excludeNotForUI')) return;
    if (this.#exclusions?.has(system.url, system.version, concept.code)) return;
    const key = this.key(system.url, system.version, concept.code);
    if (this.entries.has(key)) {
      this.nested = false;
      return;
    }
    if (this.entries.size >= this.#most) this.#refuse();
    const entry: Entry = {
      system: system.url,
      version: system.version,
      code: concept.code,
      concept,
      of: system,
      listed,
      valueSet: this.valueSet,
      ready: undefined,
      children: [],
    };
    this.entries.set(key, entry);
    if (!this.nested) return;
    const parent = system.hierarchical ? this.#over(system, concept) : undefined;
    (parent?.children ?? this.roots).push(entry);
  }

  /** The nearest entry over a concept. */
  #over(system: CodeSystem, concept: Concept): Entry | undefined {
    const seen = new Set<string>();
    for (let parents = system.parents(concept); parents.length > 0; ) {
      if (parents.length > 1) this.nested = false;
      const [parent] = parents;
      if (!parent || seen.has(parent.code)) return undefined;
      seen.add(parent.code);
      const entry = this.entries.get(this.key(system.url, system.version, parent.code));
      if (entry) return entry;
      parents = system.parents(parent);
    }
    return undefined;
  }

  /** The codes of the first of several value sets that all the others have too. */
  #takeFrom(first: ExpandedSet, others: readonly ExpandedSet[]): void {
    for (const { name, kind, value } of first.notes.all) this.notes.add(name, kind, value);
    this.#sources.unclosed.push(...first.unclosed);
    if (first.total === undefined) this.total = undefined;
    for (const entry of first.entries.values()) {
      this.run.spend();
      const key = this.key(entry.system, entry.version, entry.code);
      if (this.entries.has(key) || this.#exclusions?.has(entry.system, entry.version, entry.code)) continue;
      if (!others.every((each) => each.has({ url: entry.system, version: entry.version }, entry.code))) continue;
      if (this.#onlyActive && entry.concept?.inactive) continue;
      if (this.entries.size >= this.#most) this.#refuse();
      this.entries.set(key, { ...entry, children: [] });
    }
  }

  /** The codes of an expansion that came with the value set. */
  #takeReady(contained: JsonObject, parent: Entry | undefined): void {
    this.run.spend();
    const code = text(contained, 'code');
    const system = text(contained, 'system');
    let over = parent;
    if (code !== undefined && system !== undefined) {
      const version = text(contained, 'version');
      const entry: Entry = {
        system,
        version,
        code,
        concept: undefined,
        of: undefined,
        listed: undefined,
        valueSet: this.valueSet,
        ready: contained,
        children: [],
      };
      this.entries.set(this.key(system, version, code), entry);
      (parent?.children ?? this.roots).push(entry);
      over = entry;
    }
    for (const each of objects(contained, 'contains')) this.#takeReady(each, over);
  }

  #refuse(): never {
    throw tooCostly(referenceOf(this.valueSet), `>${this.#most}`);
  }
}

/** Whether a set is made of more than one whole system or filter: its codes have no order of levels then. */
function isComposed(set: JsonObject): boolean {
  return texts(set, 'valueSet').length > 0 || objects(set, 'concept').length > 0 || objects(set, 'filter').length > 1;
}

function tooCostly(reference: string, size: string): TerminologyError {
  return new TerminologyError({ severity: 'error', code: 'too-costly', message: SAY.tooCostly(reference, size) }, 422);
}

/** Whether sets name one system in different versions. */
function severalVersions(sets: readonly JsonObject[]): boolean {
  const versions = new Map<string, string | undefined>();
  for (const set of sets) {
    const url = text(set, 'system');
    if (url === undefined) continue;
    const version = text(set, 'version');
    if (versions.has(url) && versions.get(url) !== version) return true;
    versions.set(url, version);
  }
  return false;
}

/** The codes of a value set, without pages or words. */
export function collectCodes(run: Run, valueSet: JsonObject): Iterable<Entry> {
  return new Collection(run, valueSet).collect().entries.values();
}
