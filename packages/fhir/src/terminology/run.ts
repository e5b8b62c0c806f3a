import type { CodeSystem, ContentMode } from './code-system.ts';
import { type IssueList, TerminologyError } from './issues.ts';
import { type JsonObject, objects, primitive, text } from './json.ts';
import type { Library } from './library.ts';
import { SAY } from './messages.ts';
import type { Settings } from './settings.ts';
import { EXTENSION } from './extensions.ts';
import { canonical, isMoreDetailed, matchesVersion, splitCanonical } from './versions.ts';

/** Concepts that one request may look at: some tens of the largest code system's, a few seconds of work. */
const MOST_WORK = 4_000_000;

/** One request on its way: where it finds things, what it asks for, and what it has used. */
export class Run {
  readonly library: Library;
  readonly settings: Settings;
  readonly required: Set<string>;
  readonly used = new Set<string>();
  /** Version rules that decided something, for the expansion to name. */
  readonly decided = new Map<string, { readonly parameter: string; readonly value: string }>();
  readonly now: string;
  /** What was found out once in this request, by whoever did. */
  readonly memory = new Map<string, unknown>();
  #work = 0;

  constructor(library: Library, settings: Settings, now: string) {
    this.library = library;
    this.settings = settings;
    this.required = new Set(settings.supplements);
    this.now = now;
  }

  /** Counts work. Throws TerminologyError when the request costs too much. */
  spend(count = 1): void {
    this.#work += count;
    if (this.#work > MOST_WORK)
      throw new TerminologyError(
        { severity: 'error', code: 'too-costly', message: { id: '', text: 'The request looks at too many concepts' } },
        422,
      );
  }

  /** The version to use, by the request's rules: a forced one, else the one named, else the default, else the one checked for. */
  versionFor(url: string, named: string | undefined): string | undefined {
    const rules = this.settings.rulesFor(url);
    let version = named;
    const forced = rules.filter(({ mode }) => mode === 'force');
    const [first] = forced;
    if (first) {
      const other = forced.find((each) => each.version !== first.version);
      if (other)
        throw new TerminologyError(
          {
            severity: 'error',
            code: 'exception',
            detail: 'version-error',
            message: SAY.severalVersionRules(url, first.version, other.version),
          },
          400,
        );
      version = this.#decide(first.parameter, url, first.version);
    }
    for (const mode of ['default', 'check'] as const) {
      const rule = version === undefined ? rules.find((each) => each.mode === mode) : undefined;
      if (rule) version = this.#decide(rule.parameter, url, rule.version);
    }
    return version;
  }

  #decide(parameter: string, url: string, version: string): string {
    const value = `${url}|${version}`;
    this.decided.set(`${parameter} ${value}`, { parameter, value });
    return version;
  }

  /** As the library's, in the version by the request's rules and with the supplements that it asks for. */
  codeSystem(url: string, named: string | undefined, content?: readonly ContentMode[]): CodeSystem | undefined {
    return this.library.codeSystem(url, this.versionFor(url, named), {
      supplements: this.required,
      ...(content ? { content } : {}),
    });
  }

  /** Holds a version against the request's `check-` rules: an issue, or, without a list, an error. */
  checkVersion({ url, version }: CodeSystem, issues?: IssueList, at?: string): void {
    for (const rule of this.settings.rulesFor(url)) {
      if (rule.mode !== 'check' || matchesVersion(rule.version, version) || isMoreDetailed(rule.version, version)) continue;
      const issue = {
        severity: 'error' as const,
        code: 'exception',
        detail: 'version-error' as const,
        message: SAY.versionNotAllowed(url, version ?? '', rule.version),
        ...(at === undefined ? {} : { at }),
      };
      if (!issues) throw new TerminologyError(issue, 400);
      issues.add(issue);
    }
  }

  /** A reference to a value set with the version by the request's rules. */
  pinned(reference: string): string {
    const { url, version } = splitCanonical(reference);
    return reference.startsWith('#') ? reference : canonical(url, this.versionFor(url, version));
  }

  /** Supplements that a value set needs. */
  require(valueSet: JsonObject): void {
    for (const each of objects(valueSet, 'extension')) {
      const named = each['url'] === EXTENSION.supplement ? primitive(each) : undefined;
      if (named !== undefined) this.required.add(named);
    }
  }

  /** Throws TerminologyError when a supplement that is needed was found in no code system. */
  demandSupplements(): void {
    const missing = [...this.required].filter((each) => !this.used.has(each));
    if (missing.length > 0)
      throw new TerminologyError(
        { severity: 'error', code: 'not-found', detail: 'not-found', message: SAY.supplementMissing(missing) },
        422,
      );
  }
}

/** What `make` gave the first time in this request. */
export function remembered<Value>(run: Run, key: string, make: () => Value): Value {
  if (!run.memory.has(key)) run.memory.set(key, make());
  return run.memory.get(key) as Value;
}

/** A resource's `url|version`. */
export function referenceOf(resource: JsonObject): string {
  return canonical(text(resource, 'url') ?? '', text(resource, 'version'));
}
