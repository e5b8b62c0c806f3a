import { codeKey, type Icd10cmTable, keyAfter, keyCharacters, lowerBound, type Pack, type Reference, withoutDot } from '@cleanclaim/core';
import { addRuns, notesOf, type WeighedNote } from '../build/icd10cm/build-icd10cm.ts';
import type { TabularNode } from '../build/icd10cm/read-tabular.ts';
import type { Sections } from '../build/write-pack.ts';
import type { TextAppender } from './text-appender.ts';

/** A tabular list to be joined, and the number its notes release gets. */
export interface AddedNotes {
  readonly chapters: readonly TabularNode[];
  readonly release: number;
}

export interface JoinedRows {
  readonly keys: Float64Array;
  /** New row of each row of the bundled pack. */
  readonly moved: Uint32Array;
}

/** A note of the joined pack: one of the bundled pack, or one that only an added list has. */
interface JoinedNote {
  readonly identity: string;
  releases: number;
  readonly known: number;
  readonly added: WeighedNote | undefined;
}

/** The note sections of the joined pack, and where each note of the bundled pack went. */
export function joinNotes(
  base: Pack,
  table: Icd10cmTable,
  { keys, moved }: JoinedRows,
  lists: readonly AddedNotes[],
  texts: TextAppender,
): { readonly sections: Sections; readonly renumbered: Uint32Array } {
  const holders = baseNotes(base, table, keys.length - table.size, moved);
  const places = new Places(base, table, keys);
  for (const { chapters, release } of lists) {
    for (const [holder, notes] of places.notes(chapters)) addNotes(holders, holder, notes, release);
  }
  const rows = [...holders].sort(([one], [other]) => one - other).flatMap(([holder, list]) => list.map((note) => ({ holder, note })));
  const renumbered = new Uint32Array(base.section('note.kind', 'u8').length);
  rows.forEach(({ note }, at) => {
    if (note.known >= 0) renumbered[note.known] = at;
  });
  return { sections: { ...noteSections(base, rows, texts), ...referenceSections(base, table, { keys, moved }, rows) }, renumbered };
}

function baseNotes(base: Pack, table: Icd10cmTable, grown: number, moved: Uint32Array): Map<number, JoinedNote[]> {
  const holder = base.section('note.holder', 'u32');
  const kind = base.section('note.kind', 'u8');
  const character = base.section('note.character', 'u8');
  const flags = base.section('note.flags', 'u8');
  const text = base.section('note.text', 'u32');
  const releases = base.section('note.releases', 'u8');
  const holders = new Map<number, JoinedNote[]>();
  kind.forEach((_, id) => {
    const old = holder[id] ?? 0;
    const at = old < table.size ? (moved[old] ?? 0) : old + grown;
    const words = table.texts.text(text[id] ?? 0);
    const identity = identityOf(kind[id] ?? 0, character[id] ?? 0, flags[id] ?? 0, words);
    const list = holders.get(at) ?? [];
    list.push({ identity, releases: releases[id] ?? 0, known: id, added: undefined });
    holders.set(at, list);
  });
  return holders;
}

/** A note that is there already gets the release too; another stands after the one printed before it. */
function addNotes(holders: Map<number, JoinedNote[]>, holder: number, notes: readonly WeighedNote[], release: number): void {
  let list = holders.get(holder);
  if (!list) holders.set(holder, (list = []));
  const bit = 1 << release;
  let last = -1;
  for (const note of notes) {
    const identity = identityOf(note.kind, note.character, note.flags, note.text);
    const at = list.findIndex((each) => each.identity === identity && (each.releases & bit) === 0);
    const known = list[at];
    if (known) {
      known.releases |= bit;
      last = at;
    } else list.splice(++last, 0, { identity, releases: bit, known: -1, added: note });
  }
}

/** Texts of the pack have their white space folded. */
function identityOf(kind: number, character: number, flags: number, text: string): string {
  return [kind, character, flags, text.trim().replace(/\s+/g, ' ')].join('\t');
}

/** Finds which level of the joined pack a level of a tabular list is. */
class Places {
  readonly #keys: Float64Array;
  readonly #blocks = new Map<string, number>();
  readonly #chapters: number;

  constructor(base: Pack, table: Icd10cmTable, keys: Float64Array) {
    this.#keys = keys;
    const ids = base.section('block.id', 'u32');
    ids.forEach((text, at) => this.#blocks.set(table.texts.text(text), keys.length + at));
    this.#chapters = keys.length + ids.length;
  }

  /** The notes of every level by holder. Those of a block that the bundled pack draws otherwise stand at each of its categories. */
  *notes(chapters: readonly TabularNode[]): Generator<[holder: number, notes: readonly WeighedNote[]]> {
    for (const node of chapters) {
      if (node.notes.length > 0) {
        const notes = [...notesOf(node)];
        for (const holder of this.#holders(node)) yield [holder, notes];
      }
      yield* this.notes(node.under);
    }
  }

  #holders(node: TabularNode): number[] {
    if (node.tag === 'chapter') return [this.#chapters + Number(node.id) - 1];
    if (node.tag === 'diag') return this.#rows([node]);
    const block = this.#blocks.get(node.id);
    return block === undefined ? this.#rows(node.under) : [block];
  }

  #rows(nodes: readonly TabularNode[]): number[] {
    return nodes.flatMap((node) => {
      if (node.tag !== 'diag') return this.#holders(node);
      const key = codeKey(withoutDot(node.id));
      const row = lowerBound(this.#keys, key);
      return this.#keys[row] === key ? [row] : [];
    });
  }
}

type Rows = readonly { readonly holder: number; readonly note: JoinedNote }[];

function noteSections(base: Pack, rows: Rows, texts: TextAppender): Sections {
  const kind = base.section('note.kind', 'u8');
  const character = base.section('note.character', 'u8');
  const flags = base.section('note.flags', 'u8');
  const text = base.section('note.text', 'u32');
  return {
    'note.holder': ['u32', Uint32Array.from(rows, ({ holder }) => holder)],
    'note.kind': ['u8', Uint8Array.from(rows, ({ note }) => note.added?.kind ?? kind[note.known] ?? 0)],
    'note.text': ['u32', Uint32Array.from(rows, ({ note }) => (note.added ? texts.add(note.added.text) : (text[note.known] ?? 0)))],
    'note.releases': ['u32', Uint32Array.from(rows, ({ note }) => note.releases)],
    'note.flags': ['u8', Uint8Array.from(rows, ({ note }) => note.added?.flags ?? flags[note.known] ?? 0)],
    'note.character': ['u8', Uint8Array.from(rows, ({ note }) => note.added?.character ?? character[note.known] ?? 0)],
  };
}

/** References of bundled notes move with their rows and take in the codes of other years under them; those of added notes are read anew. */
function referenceSections(base: Pack, table: Icd10cmTable, { keys, moved }: JoinedRows, rows: Rows): Sections {
  const start = base.section('note.reference', 'u32');
  const run = base.section('reference.run', 'u32');
  const codes = { keys, characters: Array.from(keys, keyCharacters) };
  const starts = new Uint32Array(rows.length + 1);
  const runs: number[] = [];
  rows.forEach(({ note }, at) => {
    const references: readonly Reference[] = note.added?.references() ?? [];
    for (const reference of references) addRuns(reference, codes, runs);
    if (!note.added) {
      for (let each = start[note.known] ?? 0; each < (start[note.known + 1] ?? 0); each++) {
        const last = table.key[(run[2 * each + 1] ?? 1) - 1] ?? 0;
        runs.push(moved[run[2 * each] ?? 0] ?? 0, lowerBound(keys, keyAfter(keyCharacters(last))));
      }
    }
    starts[at + 1] = runs.length / 2;
  });
  return { 'note.reference': ['u32', starts], 'reference.run': ['u32', Uint32Array.from(runs)] };
}
