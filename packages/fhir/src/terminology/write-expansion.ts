import type { Concept } from './code-system.ts';
import { Collection } from './collection.ts';
import { type Designation, Designations, PREFERRED_USE } from './designations.ts';
import type { Entry } from './expanded-set.ts';
import type { Note } from './expansion-notes.ts';
import { CONCEPT_PROPERTIES, ECHOED_OF_CONCEPT, ECHOED_OF_DESIGNATION, ECHOED_OF_INCLUDE, EXTENSION } from './extensions.ts';
import { TerminologyError } from './issues.ts';
import { extensionText, type Json, type JsonObject, primitive, text, valueOf } from './json.ts';
import { SAY } from './messages.ts';
import { referenceOf, type Run } from './run.ts';
import { listedDesignations } from './value-set.ts';

/** The most codes that an expansion lists at once where no page is asked for. */
const MOST_UNPAGED = 1_000;
/** The most codes on one page. */
const MOST_ON_PAGE = 10_000;

/** Elements of a value set that its expansion leaves out unless they are asked for. */
const DEFINITION: ReadonlySet<string> = new Set([
  'purpose',
  'compose',
  'description',
  'contact',
  'copyright',
  'publisher',
  'extension',
  'text',
  'contained',
]);

/** Settings that an expansion names where they were given. */
const NAMED = [
  'excludeNested',
  'activeOnly',
  'includeDesignations',
  'includeDefinition',
  'excludeNotForUI',
  'excludePostCoordinated',
  'versionsMatch',
] as const;

/** `ValueSet/$expand`: the codes of a value set, a page at a time. `identifier` names this expansion. */
export function expandValueSet(run: Run, valueSet: JsonObject, identifier: string): JsonObject {
  const { settings } = run;
  const { count } = settings;
  if (count !== undefined && count > MOST_ON_PAGE) settings.count = MOST_ON_PAGE;
  const collection = new Collection(run, valueSet, { most: count === undefined ? MOST_UNPAGED : Number.POSITIVE_INFINITY });
  noteSettings(collection);
  collection.notes.addOwnStatus();
  collection.collect();
  run.demandSupplements();
  for (const { parameter, value } of run.decided.values())
    if (value !== referenceOf(valueSet)) collection.notes.add(parameter, 'valueUri', value);
  const page = new Page(run, collection);
  const contains = page.write();
  const extension = unclosedExtensions(collection);
  const expansion: Record<string, Json> = {
    ...(extension.length > 0 ? { extension } : {}),
    identifier,
    timestamp: run.now,
    ...(collection.total === undefined ? {} : { total: collection.total }),
    ...(settings.offset === undefined ? {} : { offset: settings.offset }),
  };
  for (const { name, kind, value } of page.notes) collection.notes.add(name, kind, value);
  const parameter = collection.notes.all.map(({ name, kind, value }) => ({ name, [kind]: value }));
  if (parameter.length > 0) expansion['parameter'] = parameter;
  if (page.properties.length > 0) expansion['property'] = page.properties;
  if (contains.length > 0) expansion['contains'] = contains;
  const kept = Object.entries(valueSet).filter(
    ([name]) => name !== 'id' && name !== 'expansion' && (settings.flag('includeDefinition') || !DEFINITION.has(name)),
  );
  const owners = new Set([...collection.entries.values()].flatMap(({ of }) => of?.copyright ?? []));
  return { ...Object.fromEntries(kept), ...(owners.size > 0 ? { copyright: [...owners].join('; ') } : {}), expansion };
}

function noteSettings(collection: Collection): void {
  const { settings } = collection.run;
  if (settings.filter !== undefined) collection.notes.add('filter', 'valueString', settings.filter);
  settings.seeValueSet(collection.valueSet);
  if (settings.wanted) collection.notes.add('displayLanguage', 'valueCode', settings.wanted.written);
  for (const each of settings.designations) collection.notes.add('designation', 'valueString', each);
  for (const name of NAMED) {
    const value = settings.said(name);
    if (value !== undefined && (value || name !== 'versionsMatch')) collection.notes.add(name, 'valueBoolean', value);
  }
  if (settings.offset !== undefined) collection.notes.add('offset', 'valueInteger', settings.offset);
  if (settings.count !== undefined) collection.notes.add('count', 'valueInteger', settings.count);
}

/** The part of a collection that an answer lists. */
class Page {
  readonly notes: Note[] = [];
  readonly properties: JsonObject[] = [];
  readonly #run: Run;
  readonly #collection: Collection;

  constructor(run: Run, collection: Collection) {
    this.#run = run;
    this.#collection = collection;
  }

  write(): JsonObject[] {
    const { count, offset = 0 } = this.#run.settings;
    const { entries, roots, nested } = this.#collection;
    if (nested && (count === undefined || count > entries.size)) return roots.map((each) => this.#write(each, true, 0));
    if (this.#collection.isPage) return Array.from(entries.values(), (each) => this.#write(each, false, 0));
    const contains: JsonObject[] = [];
    const end = count === undefined ? Number.POSITIVE_INFINITY : offset + count;
    let at = 0;
    for (const entry of entries.values()) {
      if (at >= end) break;
      if (at++ >= offset) contains.push(this.#write(entry, false, 0));
    }
    return contains;
  }

  #write(entry: Entry, withChildren: boolean, depth: number): JsonObject {
    if (depth > MOST_DEEP)
      throw new TerminologyError(
        {
          severity: 'error',
          code: 'too-costly',
          message: SAY.tooCostly(referenceOf(this.#collection.valueSet), `more than ${MOST_DEEP} deep`),
        },
        422,
      );
    const written: Record<string, Json> = entry.ready ? withoutChildren(entry.ready) : this.#describe(entry);
    if (withChildren && entry.children.length > 0) written['contains'] = entry.children.map((each) => this.#write(each, true, depth + 1));
    return written;
  }

  #describe({ system, version, code, concept, listed, valueSet }: Entry): Record<string, Json> {
    const written: Record<string, Json> = { system };
    if (this.#collection.namesVersions && version !== undefined) written['version'] = version;
    if (!concept) return { ...written, code };
    const { settings } = this.#run;
    const extension = [
      ...concept.extensions().filter(({ url }) => ECHOED_OF_CONCEPT.has(String(url))),
      ...extensionsOf(listed).filter(({ url }) => ECHOED_OF_INCLUDE.has(String(url))),
    ];
    const byUrl = new Map(extension.toReversed().map((each) => [each['url'], each]));
    if (byUrl.size > 0) written['extension'] = [...byUrl.values()].toReversed();
    if (concept.abstract) written['abstract'] = true;
    if (concept.inactive) written['inactive'] = true;
    written['code'] = code;
    const designations = new Designations();
    designations.add(...concept.designations());
    if (listed) designations.add(...listedDesignations(listed, valueSet));
    const display = preferredOf(designations, listed, settings.wanted !== undefined, this.#run);
    if (display) written['display'] = display.value;
    if (settings.flag('includeDesignations')) {
      const others = designations.list.filter((each) => each !== display && this.#isWanted(each) && !isSame(each, display, valueSet));
      for (const { source } of others)
        if (source !== undefined) this.notes.push({ name: 'used-supplement', kind: 'valueUri', value: source });
      if (others.length > 0) written['designation'] = others.map(writeDesignation);
    }
    const property = this.#propertiesOf(concept, listed, settings.properties);
    if (property.length > 0) written['property'] = property;
    return written;
  }

  /** Whether a designation is of the uses and languages that were asked for. */
  #isWanted({ use, language }: Designation): boolean {
    const { designations } = this.#run.settings;
    if (designations.length === 0) return true;
    return designations.some((each) => {
      const at = each.lastIndexOf('|');
      const system = each.slice(0, Math.max(at, 0));
      const code = each.slice(at + 1);
      if (system === 'urn:ietf:bcp:47') return language === code;
      return use !== undefined && use['system'] === system && use['code'] === code;
    });
  }

  #propertiesOf(concept: Concept, listed: JsonObject | undefined, asked: readonly string[]): JsonObject[] {
    const found = new Map<string, JsonObject>();
    const put = (name: string, kind: string, value: Json | undefined): void => {
      if (value === undefined) return;
      const code = this.#declare(name, CONCEPT_PROPERTIES + (name === 'weight' ? 'itemWeight' : name));
      found.set(code, { code, [kind]: value });
    };
    if (concept.status !== undefined && concept.status.toLowerCase() !== 'active' && concept.status !== 'inactive')
      put('status', 'valueCode', concept.status);
    const own = { extension: concept.extensions() };
    const given = listed ?? {};
    put('label', 'valueString', extensionText(given, EXTENSION.valueSetLabel) ?? extensionText(own, EXTENSION.codeSystemLabel));
    put('order', 'valueDecimal', numberOf(given, EXTENSION.valueSetOrder) ?? numberOf(own, EXTENSION.codeSystemOrder));
    put('weight', 'valueDecimal', numberOf(given, EXTENSION.itemWeight) ?? numberOf(own, EXTENSION.itemWeight));
    if (asked.includes('definition')) put('definition', 'valueString', concept.definition());
    const all = asked.includes('*');
    const others = asked.length === 0 ? [] : concept.properties().filter((each) => all || asked.includes(text(each, 'code') ?? ''));
    const repeated = others.map((each) => this.#repeat(each));
    return [...found.values(), ...repeated];
  }

  #repeat(property: JsonObject): JsonObject {
    const name = text(property, 'code') ?? '';
    const value = valueOf(property);
    const uri = this.#uriOf(name);
    return { code: this.#declare(name, uri), ...(value ? { [value.name]: value.value } : {}) };
  }

  #uriOf(name: string): string | undefined {
    for (const { of } of this.#collection.entries.values()) {
      const found = of?.properties.find(({ code }) => code === name);
      if (found) return found.uri;
    }
    return undefined;
  }

  /** Declares a property once and returns the code it goes by. */
  #declare(code: string, uri: string | undefined): string {
    const known = this.properties.find((each) => (uri !== undefined && each['uri'] === uri) || each['code'] === code);
    if (known) return text(known, 'code') ?? code;
    this.properties.push({ code, ...(uri === undefined ? {} : { uri }) });
    return code;
  }
}

/** Levels of nesting of an answer. */
const MOST_DEEP = 100;

/** The display: the value set's own wording where it gives one and no language was asked for. */
function preferredOf(designations: Designations, listed: JsonObject | undefined, asked: boolean, run: Run): Designation | undefined {
  const own = listed && text(listed, 'display');
  if (own !== undefined && !asked) return designations.list.findLast(({ isDisplay, value }) => isDisplay && value === own.trim());
  return designations.preferred(run.settings.wanted);
}

/** A designation that says again what the display says. */
function isSame({ value, language, use }: Designation, display: Designation | undefined, valueSet: JsonObject): boolean {
  const own = text(valueSet, 'language');
  const isOther = language !== undefined && language !== own;
  return !isOther && (use === undefined || use === PREFERRED_USE) && value === display?.value;
}

function writeDesignation({ language, use, value, extension = [] }: Designation): JsonObject {
  const kept = extension.filter(({ url }) => ECHOED_OF_DESIGNATION.has(String(url)));
  return {
    ...(kept.length > 0 ? { extension: kept } : {}),
    ...(language === undefined ? {} : { language }),
    ...(use === undefined ? {} : { use }),
    value,
  };
}

function withoutChildren(contained: JsonObject): Record<string, Json> {
  const { contains: _, ...rest } = contained;
  return rest as Record<string, Json>;
}

function extensionsOf(of: JsonObject | undefined): readonly JsonObject[] {
  return of && Array.isArray(of['extension']) ? (of['extension'] as readonly JsonObject[]) : [];
}

function numberOf(of: JsonObject, url: string): number | undefined {
  const value = extensionsOf(of).find((each) => each['url'] === url);
  const number = value === undefined ? Number.NaN : Number(primitive(value));
  return Number.isFinite(number) ? number : undefined;
}

/** Extensions that say that an expansion cannot list all codes. */
function unclosedExtensions({ unclosed }: Collection): JsonObject[] {
  const [reason] = unclosed;
  if (reason === undefined) return [];
  return [
    { url: EXTENSION.unclosed, valueBoolean: true },
    { url: EXTENSION.unclosedReason, valueString: reason },
  ];
}
