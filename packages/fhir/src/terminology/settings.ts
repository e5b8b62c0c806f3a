import { EXTENSION } from './extensions.ts';
import { badRequest, TerminologyError } from './issues.ts';
import { type JsonObject, object, objects, primitive, text, texts } from './json.ts';
import { type Languages, readLanguages } from './languages.ts';
import { SAY } from './messages.ts';
import { splitCanonical } from './versions.ts';

/** Says which version of a code system or value set is used where none is named, instead of the one named, or at all. */
export interface VersionRule {
  readonly parameter: string;
  readonly url: string;
  readonly version: string;
  readonly mode: 'default' | 'force' | 'check';
}

const RULES: Readonly<Record<string, VersionRule['mode']>> = {
  'system-version': 'default',
  'check-system-version': 'check',
  'force-system-version': 'force',
  'default-valueset-version': 'default',
  'check-valueset-version': 'check',
  'force-valueset-version': 'force',
};

/** Settings that are true or false. */
type Flag =
  | 'activeOnly'
  | 'excludeNested'
  | 'excludeNotForUI'
  | 'excludePostCoordinated'
  | 'includeDesignations'
  | 'includeDefinition'
  | 'inferSystem'
  | 'lenient-display-validation'
  | 'valueset-membership-only'
  | 'versionsMatch'
  | 'abstract';
const FLAGS: ReadonlySet<string> = new Set<Flag>([
  'activeOnly',
  'excludeNested',
  'excludeNotForUI',
  'excludePostCoordinated',
  'includeDesignations',
  'includeDefinition',
  'inferSystem',
  'lenient-display-validation',
  'valueset-membership-only',
  'versionsMatch',
  'abstract',
]);

/** The most of one kind of repeating parameter. */
const MOST_REPEATS = 1_000;

/** What a request asks for beside the codes: languages, versions, what to leave out and what to add. */
export class Settings {
  readonly rules: VersionRule[] = [];
  readonly properties: string[] = [];
  /** `system|code` of uses, or `urn:ietf:bcp:47|language`. */
  readonly designations: string[] = [];
  readonly supplements = new Set<string>();
  languages: Languages | undefined;
  headerLanguages: Languages | undefined;
  filter: string | undefined;
  count: number | undefined;
  offset: number | undefined;
  readonly #flags = new Map<Flag, boolean>();

  constructor(parameters: readonly JsonObject[], acceptLanguage?: string) {
    if (acceptLanguage !== undefined) this.headerLanguages = readLanguages(acceptLanguage);
    for (const each of parameters) this.see(each, true);
  }

  flag(name: Flag): boolean {
    return this.#flags.get(name) ?? name === 'abstract';
  }

  /** What was said, undefined where nothing was. */
  said(name: Flag): boolean | undefined {
    return this.#flags.get(name);
  }

  set(name: Flag, value: boolean): void {
    this.#flags.set(name, value);
  }

  /** The languages displays are wanted in: those of the parameter, else of the header. */
  get wanted(): Languages | undefined {
    return this.languages ?? this.headerLanguages;
  }

  /** The languages as messages write them. */
  get writtenLanguages(): string {
    return this.wanted?.ranges.map(({ code, quality }) => (quality === 1 ? code : `${code}; q=${quality}`)).join(', ') ?? '--';
  }

  rulesFor(url: string): readonly VersionRule[] {
    return this.rules.filter((each) => each.url === url);
  }

  /** Takes one parameter; `over` false for what a value set asks for itself, which the request's word goes before. */
  see(parameter: JsonObject, over: boolean): void {
    const name = text(parameter, 'name') ?? '';
    const value = primitive(parameter);
    if (name === 'profile') {
      const nested = object(parameter, 'resource');
      if (nested?.['resourceType'] === 'Parameters') for (const each of objects(nested, 'parameter')) this.see(each, over);
      return;
    }
    if (value === undefined) return;
    const mode = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
    if (mode) this.#rule(name, mode, value);
    else if (FLAGS.has(name)) this.#flag(name as Flag, value, over);
    else this.#value(name, value, over);
  }

  /** What a value set asks of its own expansion. */
  seeValueSet(valueSet: JsonObject): void {
    const compose = object(valueSet, 'compose') ?? {};
    for (const each of objects(compose, 'extension')) {
      if (each['url'] !== EXTENSION.expansionParameter && each['url'] !== EXTENSION.expansionParameterOfTools) continue;
      const parts = new Map(objects(each, 'extension').map((part) => [text(part, 'url'), part]));
      const name = parts.get('name');
      const value = parts.get('value');
      if (name && value) this.see({ ...value, name: primitive(name) }, false);
    }
    for (const property of texts(compose, 'property')) this.#value('property', property, false);
    const language = text(valueSet, 'language');
    if (!this.headerLanguages && language !== undefined) this.headerLanguages = readLanguages(language);
  }

  #rule(parameter: string, mode: VersionRule['mode'], value: string): void {
    const { url, version } = splitCanonical(value);
    if (version === undefined) throw badRequest(`${parameter} takes an address and a version, system|version, not "${value}"`);
    atMost(this.rules, parameter);
    this.rules.push({ parameter, url, version, mode });
  }

  #flag(name: Flag, value: string, over: boolean): void {
    if (!over && this.#flags.has(name)) return;
    if (value !== 'true' && value !== 'false') throw badRequest(`${name} is true or false`);
    this.#flags.set(name, value === 'true');
  }

  #value(name: string, value: string, over: boolean): void {
    switch (name) {
      case 'property':
        atMost(this.properties, name);
        if (!this.properties.includes(value)) this.properties.push(value);
        return;
      case 'designation':
        atMost(this.designations, name);
        this.designations.push(value);
        return;
      case 'useSupplement':
        this.supplements.add(value);
        return;
      case 'displayLanguage':
        if (!over && this.languages) return;
        this.languages = readLanguages(value);
        if (!this.languages)
          throw new TerminologyError(
            { severity: 'error', code: 'processing', detail: 'invalid-display', message: SAY.wrongLanguage(value) },
            400,
          );
        return;
      case 'filter':
        if (over || this.filter === undefined) this.filter = value;
        return;
      case 'count':
      case 'offset':
        if (over || this[name] === undefined) this[name] = wholeNumber(name, value);
        return;
      case 'exclude-system':
        throw badRequest("The parameter 'exclude-system' is not supported by this system", 'not-supported');
      default:
    }
  }
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw badRequest(`${name} is a whole number from 0`);
  return Number(value);
}

function atMost(list: readonly unknown[], name: string): void {
  if (list.length >= MOST_REPEATS) throw badRequest(`More than ${MOST_REPEATS} parameters ${name}`, 'too-costly');
}
