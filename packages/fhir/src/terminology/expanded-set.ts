import type { CodeSystem, Concept } from './code-system.ts';
import type { ExpansionNotes } from './expansion-notes.ts';
import type { JsonObject } from './json.ts';

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

/** A value set whose codes are known, as another one that names it sees it. */
export interface ExpandedSet {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly notes: ExpansionNotes;
  /** Why not all codes are listed. */
  readonly unclosed: readonly string[];
  /** How many codes there are; undefined where a search stopped before the last. */
  readonly total: number | undefined;
  /** Whether it has a code of a system; versions count where it tells them apart. */
  has(system: VersionOfSystem, code: string): boolean;
}

/** A code system in a version. */
export interface VersionOfSystem {
  readonly url: string;
  readonly version: string | undefined;
}
