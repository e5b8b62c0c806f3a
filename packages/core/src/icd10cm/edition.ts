import type { Day } from '../day.ts';
import type { PackEdition } from '../pack/format.ts';
import type { Block } from './chapters.ts';
import type { CodeDays } from './code-releases.ts';
import type { Compiled } from './note-lines.ts';
import { NOTE_KINDS, type Holder, type NoteKind, type NoteLine } from './notes.ts';
import type { Icd10cmRows, Row } from './rows.ts';

export type { Row } from './rows.ts';

/**
 * ICD-10-CM as in force on one day. All answers about codes are asked here: titles, hierarchy, notes, dates.
 * Codes and notes come from releases of their own; `notesAsOf` says so when the notes are of another release.
 */
export class Icd10cmEdition {
  readonly edition: PackEdition;
  readonly #rows: Icd10cmRows;
  readonly #codeBit: number;
  readonly #noteBit: number;
  readonly #surelyUntil: string | undefined;
  readonly #compiled: Record<number, (Compiled | undefined)[]> = {};
  #noted: Row = -1;
  #notedIds: readonly number[] = [];

  constructor(rows: Icd10cmRows, edition: PackEdition) {
    this.edition = edition;
    this.#rows = rows;
    this.#surelyUntil = edition['surelyUntil'] as string | undefined;
    this.#codeBit = 1 << Number(edition['codes']);
    this.#noteBit = this.hasNotes ? 1 << Number(edition['notes']) : 0;
  }

  /** False for a year added as a code list only: rules that rest on notes are then not checked. */
  get hasNotes(): boolean {
    return this.edition['notes'] !== null;
  }

  /** The release day of the notes when it is not this edition's own; undefined when the notes are this edition's. */
  get notesAsOf(): string | undefined {
    return (this.edition['notesAsOf'] as string | null) ?? undefined;
  }

  /** Number of rows of the table, of all editions: every row is below it. */
  get size(): number {
    return this.#rows.size;
  }

  /** The row of a code written with or without its dot, whether in force or not; -1 when no installed edition has it. */
  row(code: string): Row {
    return this.#rows.row(code);
  }

  code(row: Row): string {
    return this.#rows.code(row);
  }

  inForce(row: Row): boolean {
    return ((this.#rows.editions[row] ?? 0) & this.#codeBit) !== 0;
  }

  /** True when the code may stand on a claim: in force and with nothing under it. */
  billable(row: Row): boolean {
    return ((this.#rows.billable[row] ?? 0) & this.#codeBit) !== 0;
  }

  /** The official long title, or null for a header whose title no installed file gives. */
  display(row: Row): string | null {
    return this.#rows.title(row, this.#codeBit);
  }

  /** The title in this edition, or in the nearest one that has the code. */
  displayAnyTime(row: Row): string | null {
    return this.inForce(row) ? this.display(row) : this.#rows.title(row, this.#rows.editions[row] ?? 0);
  }

  /** True for days so late that a newer release than the installed one may be in force. */
  mayBeSuperseded(on: Day): boolean {
    return this.#surelyUntil !== undefined && on > this.#surelyUntil;
  }

  /** The next level up that is in force; -1 at a category. */
  parent(row: Row): Row {
    let parent = this.#rows.parent[row] ?? -1;
    while (parent >= 0 && !this.inForce(parent)) parent = this.#rows.parent[parent] ?? -1;
    return parent;
  }

  /** From the category down to the code's own parent. */
  ancestors(row: Row): Row[] {
    const rows: Row[] = [];
    for (let above = this.parent(row); above >= 0; above = this.parent(above)) rows.push(above);
    return rows.reverse();
  }

  children(row: Row): Row[] {
    const rows: Row[] = [];
    const after = this.#rows.after(row);
    for (let below = row + 1; below < after; ) {
      if (this.inForce(below)) {
        rows.push(below);
        below = this.#rows.after(below);
      } else below++;
    }
    return rows;
  }

  /** Everything under the code, in order. */
  descendants(row: Row): Row[] {
    const rows: Row[] = [];
    const after = this.#rows.after(row);
    for (let below = row + 1; below < after; below++) if (this.inForce(below)) rows.push(below);
    return rows;
  }

  /** Row after the last one under `row`: everything under a code is the run `row + 1 … after - 1`. */
  after(row: Row): Row {
    return this.#rows.after(row);
  }

  chapter(row: Row): Block | undefined {
    return this.#rows.chapterOf(row);
  }

  /** From the outermost block to the innermost. */
  blocks(row: Row): Block[] {
    return this.#rows.blocksOf(row);
  }

  /** The run of rows in the innermost block of a code. */
  blockRun(row: Row): [first: Row, after: Row] {
    return this.#rows.blockRun(row);
  }

  /** Number of the chapter, 1–22; 0 when unknown. */
  chapterNumber(row: Row): number {
    return this.#rows.chapterNumber(row);
  }

  /** As what it is in this edition, complete code or heading: the earliest day the installed editions prove, and the last; `known` is false when the code may be older than they are. */
  dates(row: Row): CodeDays {
    return this.#rows.dates(row, this.#codeBit);
  }

  /** Every run of days on which some installed edition has the code, oldest first. */
  history(row: Row): (CodeDays & { readonly billable: boolean })[] {
    return this.#rows.history(row);
  }

  /** Notes of a code with those it inherits: chapter first, its own last. Limited to `kinds` when given. */
  notes(row: Row, kinds?: readonly NoteKind[]): NoteLine[] {
    const lines: NoteLine[] = [];
    for (const id of this.#noteIds(row)) if (!kinds || kinds.includes(this.#rows.notes.kind(id))) lines.push(this.note(id));
    return lines;
  }

  note(id: number): NoteLine {
    return this.#rows.notes.line(id);
  }

  /** The level a note stands at. */
  holder(id: number): Holder {
    return this.#rows.notes.line(id).holder;
  }

  /** What the notes of `kind`, own and inherited, point to: one list of row runs, kept after the first call. */
  references(row: Row, kind: NoteKind): Compiled {
    const index = NOTE_KINDS.indexOf(kind);
    // Made whole at once: an array that grows by single far-off places turns into a slow one.
    const cache = (this.#compiled[index] ??= new Array<Compiled | undefined>(this.#rows.size));
    return (cache[row] ??= this.#rows.notes.compile(this.#noteIds(row), index));
  }

  /** Notes of a code with those it inherits. The last code's are at hand: of a code met for the first time, rules ask for one kind after another. */
  #noteIds(row: Row): readonly number[] {
    if (row !== this.#noted) {
      const holders = this.#rows.holdersOf(row, (above) => this.parent(above));
      this.#notedIds = holders.flatMap((holder) => this.#rows.notes.at(holder, this.#noteBit));
      this.#noted = row;
    }
    return this.#notedIds;
  }

  /** The id of the first note of `kind`, own or inherited by `row`, that names `other`; -1 when none does. */
  names(row: Row, kind: NoteKind, other: Row): number {
    const { runs } = this.references(row, kind);
    for (let at = 0; at < runs.length; at += 3) {
      if (other >= (runs[at] ?? 0) && other < (runs[at + 1] ?? 0)) return runs[at + 2] ?? -1;
    }
    return -1;
  }

  /** The characters allowed in the 7th place under a code, with their meaning; empty when none is defined. */
  seventhCharacters(row: Row): { character: string; meaning: string }[] {
    for (let at = row; at >= 0; at = this.parent(at)) {
      const lines = this.#rows.notes.at(at, this.#noteBit).filter((id) => this.#rows.notes.kind(id) === 'sevenCharacter');
      if (lines.length > 0) return lines.map((id) => ({ character: this.note(id).character ?? '', meaning: this.note(id).text }));
    }
    return [];
  }

  /** The codes of this edition in order, headers too. */
  *rows(): Generator<Row> {
    for (let row = 0; row < this.#rows.size; row++) if (this.inForce(row)) yield row;
  }

  /** Rows of all codes, in force or not, that begin with these characters (no dot). */
  beginningWith(characters: string): [first: Row, after: Row] {
    return this.#rows.runOf(characters, characters);
  }
}
