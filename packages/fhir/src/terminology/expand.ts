import { type CodeSystem, type Concept, hasSupplement, type ResourceStatus } from './code-system.ts';
import { EXTENSION } from './extensions.ts';
import { TerminologyError } from './issues.ts';
import { flag, type JsonObject, object, objects, text, texts } from './json.ts';
import { SAY } from './messages.ts';
import { stateOf } from './resource-code-system.ts';
import { referenceOf, remembered, type Run } from './run.ts';
import { TextMatch } from './text-match.ts';
import { circular, readFilters, refuseLockedDate } from './value-set.ts';
import { canonical, compareVersions } from './versions.ts';

/** The most codes that an expansion lists at once where no page is asked for. */
export const MOST_UNPAGED = 1_000;
/** The most codes on one page. */
export const MOST_ON_PAGE = 10_000;
/** How many codes a search of a code system gives at most. */
export const MOST_FOUND = 500;
/** How deep value sets may include one another. */
const MOST_IMPORTS_DEEP = 50;

/** A code of an expansion. */
export interface Entry {
  readonly system: string;
  readonly version: string | undefined;
  readonly code: string;
  readonly concept: Concept | undefined;
  readonly of: CodeSystem | undefined;
  /** How the value set lists it, and which one does. */
  readonly listed: JsonObject | undefined;
  readonly valueSet: JsonObject;
  /** As an expansion that came with the value set has it. */
  readonly ready: JsonObject | undefined;
  readonly children: Entry[];
}

/** A parameter of an expansion: what was asked for and what was used. */
export interface Note {
  readonly name: string;
  readonly kind: string;
  readonly value: string | number | boolean;
}

/** The codes of a value set, as its definition says. */
export class Collection {
  readonly run: Run;
  readonly valueSet: JsonObject;
  readonly entries = new Map<string, Entry>();
  readonly roots: Entry[] = [];
  readonly notes: Note[] = [];
  /** Why not all codes are listed. */
  readonly unclosed: string[] = [];
  /** How many codes there are; undefined where a search stopped before the last. */
  total: number | undefined = 0;
  /** The entries are those of the page that is asked for, no others. */
  isPage = false;
  /** False when codes can only be listed one after another. */
  nested: boolean;
  readonly #chain: readonly string[];
  readonly #match: TextMatch | undefined;
  readonly #compose: JsonObject;
  readonly #onlyActive: boolean;
  readonly #excluded = new Set<string>();
  readonly #excludedSystems = new Set<string>();
  readonly #most: number;
  #byVersion = false;
  #excludesListed = false;

  constructor(
    run: Run,
    valueSet: JsonObject,
    { chain = [], most = Number.POSITIVE_INFINITY }: { readonly chain?: readonly string[]; readonly most?: number } = {},
  ) {
    this.run = run;
    this.valueSet = valueSet;
    this.#chain = chain;
    this.#most = most;
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
    this.#settleVersionsMatch(include, exclude);
    exclude.forEach((set, at) => this.#exclude(set, `exclude[${at}]`));
    const inOrder = include
      .map((set, at) => ({ set, place: `include[${at}]` }))
      .toSorted((one, other) => {
        const a = text(one.set, 'version');
        const b = text(other.set, 'version');
        return one.set['system'] === other.set['system'] && a !== undefined && b !== undefined ? compareVersions(b, a) : 0;
      });
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
    this.#system(only);
    this.nested = false;
    for (const concept of system.page(offset, count)) this.#take(system, concept, undefined);
    this.total = system.size;
    this.isPage = true;
    return true;
  }

  /** Whether two versions of one system are told apart. */
  get namesVersions(): boolean {
    return this.#byVersion;
  }

  key(system: string, version: string | undefined, code: string): string {
    return this.#byVersion && !this.run.settings.flag('versionsMatch') ? `${system}|${version ?? ''}#${code}` : `${system}#${code}`;
  }

  note(name: string, kind: string, value: Note['value']): void {
    if (!this.notes.some((each) => each.name === name && each.value === value)) this.notes.push({ name, kind, value });
  }

  /** Notes that the value set itself is no longer to be used. */
  noteOwnStatus(): void {
    const { standardsStatus } = stateOf(this.valueSet);
    if (standardsStatus === 'deprecated' || standardsStatus === 'withdrawn')
      this.note(`warning-${standardsStatus}`, 'valueUri', referenceOf(this.valueSet));
  }

  /** Notes that something used is not what it was, unless the value set is no better itself. */
  noteStatus(state: ResourceStatus, reference: string): void {
    const own = stateOf(this.valueSet);
    const { standardsStatus } = state;
    const isDraft = own.status === 'draft' || own.standardsStatus === 'draft';
    if (standardsStatus === 'deprecated' || standardsStatus === 'withdrawn') {
      if (own.standardsStatus !== standardsStatus) this.note(`warning-${standardsStatus}`, 'valueUri', reference);
    } else if (state.status === 'retired') {
      if (own.status !== 'retired') this.note('warning-retired', 'valueUri', reference);
    } else if (state.experimental) {
      if (!own.experimental) this.note('warning-experimental', 'valueUri', reference);
    } else if ((state.status === 'draft' || standardsStatus === 'draft') && !isDraft) this.note('warning-draft', 'valueUri', reference);
  }

  /**
   * Where every set is of one system and those taken out are of other versions than those taken in, codes are taken out
   * whatever their version.
   */
  #settleVersionsMatch(include: readonly JsonObject[], exclude: readonly JsonObject[]): void {
    if (this.run.settings.said('versionsMatch') !== undefined || exclude.length === 0) return;
    const [first] = include;
    const all = [...include, ...exclude];
    if (!first || !all.every((set) => text(set, 'system') === text(first, 'system') && text(set, 'version') !== undefined)) return;
    const versions = new Set(include.map((set) => text(set, 'version')));
    if (exclude.some((set) => versions.has(text(set, 'version')))) return;
    this.run.settings.set('versionsMatch', true);
    this.note('versionsMatch', 'valueBoolean', true);
    this.#excludesListed = true;
  }

  #system(set: JsonObject): CodeSystem {
    const { run } = this;
    const url = text(set, 'system') ?? '';
    const named = text(set, 'version');
    const system = run.codeSystem(url, named);
    if (!system) {
      const version = run.versionFor(url, named);
      const message =
        version === undefined ? SAY.unknownSystemToExpand(url) : SAY.unknownVersionToExpand(url, version, run.library.versions(url));
      throw new TerminologyError({ severity: 'error', code: 'not-found', detail: 'not-found', message }, 422, {
        unknownSystem: canonical(url, version),
      });
    }
    run.checkVersion(system);
    for (const each of run.required) if (hasSupplement(system, each)) run.used.add(each);
    const reference = canonical(system.url, system.version);
    this.noteStatus(system.state, reference);
    this.note('used-codesystem', 'valueUri', reference);
    for (const each of system.supplements) this.note('used-supplement', 'valueUri', each);
    if (system.content === 'fragment') {
      this.note('used-fragment', 'valueUri', reference);
      this.unclosed.push(`This extension is based on a fragment of the code system ${url}`);
    }
    return system;
  }

  /** The value sets that a set names, expanded. */
  #imports(set: JsonObject): Collection[] {
    const { run } = this;
    return texts(set, 'valueSet').map((each) => {
      run.spend();
      const pinned = run.pinned(each);
      const found = run.library.valueSet(pinned, undefined, this.valueSet);
      if (!found) {
        const at = pinned.indexOf('|');
        const message = at < 0 ? SAY.unknownImport(pinned) : SAY.unknownImportVersion(pinned.slice(0, at), pinned.slice(at + 1));
        throw new TerminologyError({ severity: 'error', code: 'not-found', detail: 'not-found', message }, 422);
      }
      const chain = [...this.#chain, referenceOf(this.valueSet)];
      const collect = (): Collection => new Collection(run, found, { chain }).collect();
      // One value set imported again and again is expanded once.
      const inner = each.startsWith('#') ? collect() : remembered(run, `expansion ${referenceOf(found)}`, collect);
      this.noteStatus(stateOf(found), referenceOf(found));
      if (!each.startsWith('#') && referenceOf(found) !== '') this.note('used-valueset', 'valueUri', referenceOf(found));
      return inner;
    });
  }

  #includeSet(set: JsonObject, place: string): void {
    const listed = objects(set, 'concept');
    const filters = objects(set, 'filter');
    if (texts(set, 'valueSet').length > 0 || listed.length > 0 || filters.length > 1) this.nested = false;
    if (text(set, 'system') === undefined) {
      const [first, ...others] = this.#imports(set);
      if (first) this.#takeFrom(first, others);
      return;
    }
    const system = this.#system(set);
    const imports = this.#imports(set);
    const fits = (concept: Concept): boolean => imports.every((each) => holds(each, system, concept.code));
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
      this.#excluded.size === 0 &&
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
    for (const concept of this.#filtered(set, system, place)) {
      if (fits(concept) && (!this.#match || this.#match.matchesConcept(concept))) this.#take(system, concept, undefined);
    }
  }

  *#filtered(set: JsonObject, system: CodeSystem, place: string): Generator<Concept> {
    const filters = readFilters(set, system, this.valueSet, place);
    const first = filters.find(({ concepts }) => concepts);
    // Searching first, a filter has few concepts to look at.
    const from =
      !first?.concepts && this.#match && system.search
        ? this.#search(system.search(this.#match.text, MOST_FOUND))
        : (first?.concepts?.() ?? system.concepts());
    for (const concept of from) {
      this.run.spend();
      if (filters.every((each) => each === first || each.matches(concept))) yield concept;
    }
  }

  #take(system: CodeSystem, concept: Concept, listed: JsonObject | undefined): void {
    const { run } = this;
    run.spend();
    if (concept.inactive && this.#onlyActive) return;
    if (concept.abstract && run.settings.flag('excludeNotForUI')) return;
    if (this.#isExcluded(system.url, system.version, concept.code)) return;
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

  #takeFrom(first: Collection, others: readonly Collection[]): void {
    for (const { name, kind, value } of first.notes) this.note(name, kind, value);
    this.unclosed.push(...first.unclosed);
    if (first.total === undefined) this.total = undefined;
    for (const entry of first.entries.values()) {
      this.run.spend();
      const key = this.key(entry.system, entry.version, entry.code);
      if (this.entries.has(key) || this.#isExcluded(entry.system, entry.version, entry.code)) continue;
      if (!others.every((each) => holds(each, { url: entry.system, version: entry.version }, entry.code))) continue;
      if (this.#onlyActive && entry.concept?.inactive) continue;
      if (this.entries.size >= this.#most) this.#refuse();
      this.entries.set(key, { ...entry, children: [] });
    }
  }

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

  #exclude(set: JsonObject, place: string): void {
    const listed = objects(set, 'concept');
    const filters = objects(set, 'filter');
    const references = texts(set, 'valueSet');
    if (references.length > 0 || listed.length > 0 || filters.length > 1) this.nested = false;
    const url = text(set, 'system');
    if (url === undefined) {
      const [first, ...others] = this.#imports(set);
      for (const { system, version, code } of first?.entries.values() ?? []) {
        if (others.every((each) => holds(each, { url: system, version }, code))) this.#excluded.add(this.key(system, version, code));
      }
      return;
    }
    const system = this.#system(set);
    const imports = this.#imports(set);
    const drop = (concept: Concept): void => {
      if (imports.every((each) => holds(each, system, concept.code)))
        this.#excluded.add(this.key(system.url, system.version, concept.code));
    };
    for (const each of listed) {
      const concept = system.find(text(each, 'code') ?? '');
      if (concept) drop(concept);
    }
    if (filters.length > 0) for (const concept of this.#excludedBy(set, system, place)) drop(concept);
    if (listed.length > 0 || filters.length > 0) return;
    if (imports.length === 0 && !this.#excludesListed) {
      const version = text(set, 'version');
      this.#excludedSystems.add(this.#byVersion && version !== undefined ? `${url}|${version}` : url);
      return;
    }
    for (const concept of system.concepts()) {
      this.run.spend();
      drop(concept);
    }
  }

  *#excludedBy(set: JsonObject, system: CodeSystem, place: string): Generator<Concept> {
    const filters = readFilters(set, system, this.valueSet, place);
    const first = filters.find(({ concepts }) => concepts);
    for (const concept of first?.concepts?.() ?? system.concepts()) {
      this.run.spend();
      if (filters.every((each) => each === first || each.matches(concept))) yield concept;
    }
  }

  #isExcluded(system: string, version: string | undefined, code: string): boolean {
    if (this.#excluded.size === 0 && this.#excludedSystems.size === 0) return false;
    return (
      this.#excludedSystems.has(system) ||
      (this.#byVersion && this.#excludedSystems.has(`${system}|${version ?? ''}`)) ||
      this.#excluded.has(this.key(system, version, code))
    );
  }

  #refuse(): never {
    throw tooCostly(referenceOf(this.valueSet), `>${this.#most}`);
  }
}

function tooCostly(reference: string, size: string): TerminologyError {
  return new TerminologyError({ severity: 'error', code: 'too-costly', message: SAY.tooCostly(reference, size) }, 422);
}

/** Whether an expanded value set has a code; versions count where it tells them apart. */
function holds(
  collection: Collection,
  { url, version }: { readonly url: string; readonly version: string | undefined },
  code: string,
): boolean {
  return collection.entries.has(collection.key(url, version, code));
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

/** Extensions that say that an expansion cannot list all codes. */
export function unclosedExtensions({ unclosed }: Collection): JsonObject[] {
  const [reason] = unclosed;
  if (reason === undefined) return [];
  return [
    { url: EXTENSION.unclosed, valueBoolean: true },
    { url: EXTENSION.unclosedReason, valueString: reason },
  ];
}
