import type { CodeSystem, Concept } from './code-system.ts';
import { type JsonObject, objects, text } from './json.ts';
import type { Run } from './run.ts';
import type { SetSources } from './set-sources.ts';

export interface ExclusionOptions {
  /** Two versions of one system are told apart. */
  readonly byVersion: boolean;
  /** A system is taken out code by code: codes of its other versions go with it. */
  readonly eachCode: boolean;
  readonly key: (system: string, version: string | undefined, code: string) => string;
}

/** What a value set takes out: single codes, and whole code systems. */
export class Exclusions {
  readonly #run: Run;
  readonly #sources: SetSources;
  readonly #options: ExclusionOptions;
  readonly #codes = new Set<string>();
  readonly #systems = new Set<string>();

  constructor(run: Run, sources: SetSources, options: ExclusionOptions) {
    this.#run = run;
    this.#sources = sources;
    this.#options = options;
  }

  /** True when single codes are taken out. */
  get ofCodes(): boolean {
    return this.#codes.size > 0;
  }

  /** Takes out what a set says. */
  add(set: JsonObject, place: string): void {
    const listed = objects(set, 'concept');
    const filters = objects(set, 'filter');
    const url = text(set, 'system');
    if (url === undefined) {
      this.#addCommon(set);
      return;
    }
    const system = this.#sources.system(set);
    const imports = this.#sources.imports(set);
    const drop = (concept: Concept): void => {
      if (imports.every((each) => each.has(system, concept.code))) this.#addCode(system, concept.code);
    };
    for (const each of listed) {
      const concept = system.find(text(each, 'code') ?? '');
      if (concept) drop(concept);
    }
    if (filters.length > 0) for (const concept of this.#sources.filtered(set, system, place)) drop(concept);
    if (listed.length > 0 || filters.length > 0) return;
    if (imports.length === 0 && !this.#options.eachCode) {
      const version = text(set, 'version');
      this.#systems.add(this.#options.byVersion && version !== undefined ? `${url}|${version}` : url);
      return;
    }
    for (const concept of system.concepts()) {
      this.#run.spend();
      drop(concept);
    }
  }

  /** The codes that all value sets named have. */
  #addCommon(set: JsonObject): void {
    const [first, ...others] = this.#sources.imports(set);
    for (const { system: url, version, code } of first?.entries.values() ?? [])
      if (others.every((each) => each.has({ url, version }, code))) this.#addCode({ url, version }, code);
  }

  #addCode({ url, version }: Pick<CodeSystem, 'url' | 'version'>, code: string): void {
    this.#codes.add(this.#options.key(url, version, code));
  }

  has(system: string, version: string | undefined, code: string): boolean {
    if (this.#codes.size === 0 && this.#systems.size === 0) return false;
    return (
      this.#systems.has(system) ||
      (this.#options.byVersion && this.#systems.has(`${system}|${version ?? ''}`)) ||
      this.#codes.has(this.#options.key(system, version, code))
    );
  }
}
