import { type CodeSystem, type Concept, hasSupplement } from './code-system.ts';
import type { ExpandedSet } from './expanded-set.ts';
import type { ExpansionNotes } from './expansion-notes.ts';
import { TerminologyError } from './issues.ts';
import { type JsonObject, text, texts } from './json.ts';
import { SAY } from './messages.ts';
import { stateOf } from './resource-code-system.ts';
import { referenceOf, remembered, type Run } from './run.ts';
import { readFilters } from './value-set.ts';
import { canonical } from './versions.ts';

interface Parts {
  readonly run: Run;
  readonly valueSet: JsonObject;
  readonly notes: ExpansionNotes;
  /** Expands a value set that a set names. */
  readonly expand: (valueSet: JsonObject) => ExpandedSet;
}

/** What the sets of a value set's definition are made from: code systems, filters over them, other value sets. Notes what is used. */
export class SetSources {
  /** Why not all codes can be listed. */
  readonly unclosed: string[] = [];
  readonly #run: Run;
  readonly #valueSet: JsonObject;
  readonly #notes: ExpansionNotes;
  readonly #expand: Parts['expand'];

  constructor({ run, valueSet, notes, expand }: Parts) {
    this.#run = run;
    this.#valueSet = valueSet;
    this.#notes = notes;
    this.#expand = expand;
  }

  /** The code system of a set. Throws TerminologyError when it is not known. */
  system(set: JsonObject): CodeSystem {
    const run = this.#run;
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
    this.#notes.addStatus(system.state, reference);
    this.#notes.add('used-codesystem', 'valueUri', reference);
    for (const each of system.supplements) this.#notes.add('used-supplement', 'valueUri', each);
    if (system.content === 'fragment') {
      this.#notes.add('used-fragment', 'valueUri', reference);
      this.unclosed.push(`This extension is based on a fragment of the code system ${url}`);
    }
    return system;
  }

  /** The value sets that a set names, expanded: one named again and again once. Throws TerminologyError when one is not known. */
  imports(set: JsonObject): ExpandedSet[] {
    const run = this.#run;
    return texts(set, 'valueSet').map((each) => {
      run.spend();
      const pinned = run.pinned(each);
      const found = run.library.valueSet(pinned, undefined, this.#valueSet);
      if (!found) {
        const at = pinned.indexOf('|');
        const message = at < 0 ? SAY.unknownImport(pinned) : SAY.unknownImportVersion(pinned.slice(0, at), pinned.slice(at + 1));
        throw new TerminologyError({ severity: 'error', code: 'not-found', detail: 'not-found', message }, 422);
      }
      const expand = (): ExpandedSet => this.#expand(found);
      const expanded = each.startsWith('#') ? expand() : remembered(run, `expansion ${referenceOf(found)}`, expand);
      this.#notes.addStatus(stateOf(found), referenceOf(found));
      if (!each.startsWith('#') && referenceOf(found) !== '') this.#notes.add('used-valueset', 'valueUri', referenceOf(found));
      return expanded;
    });
  }

  /** The concepts that all filters of a set let through; `search` may find the few worth looking at. */
  *filtered(set: JsonObject, system: CodeSystem, place: string, search?: () => Iterable<Concept>): Generator<Concept> {
    const filters = readFilters(set, system, this.#valueSet, place);
    const first = filters.find(({ concepts }) => concepts);
    for (const concept of first?.concepts?.() ?? search?.() ?? system.concepts()) {
      this.#run.spend();
      if (filters.every((each) => each === first || each.matches(concept))) yield concept;
    }
  }
}
