import type { Pack } from '../pack/format.ts';
import type { TextTable } from '../pack/text-table.ts';
import { type Holder, NOTE_KINDS, type NoteKind, type NoteLine } from './notes.ts';

/** References of notes, compiled: runs of rows, each naming the note line it comes from. */
export interface Compiled {
  /** Triples: first row, row after the last, note id. */
  readonly runs: Int32Array;
}

/** Most codes have none of a kind: they share one. */
const NO_REFERENCES: Compiled = { runs: new Int32Array(0) };

/** The notes of all releases, by the number of the row, block or chapter that holds them. */
export class NoteLines {
  readonly #pack: Pack;
  readonly #texts: TextTable;
  readonly #nameHolder: (holder: number) => Holder;
  readonly #lines: (NoteLine | undefined)[] = [];

  constructor(pack: Pack, texts: TextTable, nameHolder: (holder: number) => Holder) {
    this.#pack = pack;
    this.#texts = texts;
    this.#nameHolder = nameHolder;
  }

  /** Ids of the note lines at a holder that a notes release has. */
  at(holder: number, bit: number): number[] {
    const holders = this.#pack.section('note.holder', 'u32');
    const releases = this.#releases();
    let low = 0;
    let high = holders.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((holders[middle] ?? 0) < holder) low = middle + 1;
      else high = middle;
    }
    const ids: number[] = [];
    for (; holders[low] === holder; low++) if ((releases[low] ?? 0) & bit) ids.push(low);
    return ids;
  }

  kind(id: number): NoteKind {
    return NOTE_KINDS[this.#pack.section('note.kind', 'u8')[id] ?? 0] ?? 'notes';
  }

  line(id: number): NoteLine {
    return (this.#lines[id] ??= this.#read(id));
  }

  #read(id: number): NoteLine {
    const character = this.#pack.section('note.character', 'u8')[id] ?? 0;
    return {
      id,
      kind: this.kind(id),
      text: this.#texts.text(this.#pack.section('note.text', 'u32')[id] ?? 0),
      flags: this.#pack.section('note.flags', 'u8')[id] ?? 0,
      character: character === 0 ? null : String.fromCharCode(character),
      holder: this.#nameHolder(this.#pack.section('note.holder', 'u32')[id] ?? 0),
    };
  }

  /** What the notes of one kind (its place in NOTE_KINDS) among `ids` point to. */
  compile(ids: readonly number[], kind: number): Compiled {
    const kinds = this.#pack.section('note.kind', 'u8');
    const starts = this.#pack.section('note.reference', 'u32');
    const runs = this.#pack.section('reference.run', 'u32');
    const triples: number[] = [];
    for (const id of ids) {
      if (kinds[id] !== kind) continue;
      for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at++) triples.push(runs[2 * at] ?? 0, runs[2 * at + 1] ?? 0, id);
    }
    return triples.length === 0 ? NO_REFERENCES : { runs: Int32Array.from(triples) };
  }

  /** Ids of the note lines of a notes release with a reference that takes in `row`, each with the size of its narrowest such run. */
  naming(row: number, release: number): { id: number; width: number }[] {
    const releases = this.#releases();
    const starts = this.#pack.section('note.reference', 'u32');
    const runs = this.#pack.section('reference.run', 'u32');
    const found: { id: number; width: number }[] = [];
    for (let id = 0; id < releases.length; id++) {
      if (!((releases[id] ?? 0) & (1 << release))) continue;
      let width = Number.POSITIVE_INFINITY;
      for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at++) {
        const first = runs[2 * at] ?? 0;
        const after = runs[2 * at + 1] ?? 0;
        if (row >= first && row < after) width = Math.min(width, after - first);
      }
      if (width < Number.POSITIVE_INFINITY) found.push({ id, width });
    }
    return found;
  }

  /** Bit sets of notes releases: bytes while there are at most eight. */
  #releases(): Uint8Array | Uint32Array {
    return this.#pack.section('note.releases', this.#pack.header.sections['note.releases']?.type === 'u32' ? 'u32' : 'u8');
  }
}
