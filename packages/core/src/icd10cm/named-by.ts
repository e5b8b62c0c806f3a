import type { Icd10cmEdition, Row } from './edition.ts';
import type { NoteLine } from './notes.ts';
import type { Icd10cmTable } from './table.ts';

/** A note of another code that names this one. */
export interface NamingNote {
  readonly note: NoteLine;
  /** How many codes the reference takes in: 1 for the code by name, many for a range such as `T36-T50`. */
  readonly width: number;
}

/** The notes in force whose references take in a code: the narrowest references first, then in order of the book. */
export function namedBy(table: Icd10cmTable, edition: Icd10cmEdition, row: Row): NamingNote[] {
  return table.notes
    .naming(row, Number(edition.edition['notes']))
    .map(({ id, width }) => ({ note: edition.note(id), width }))
    .sort((one, other) => one.width - other.width || one.note.id - other.note.id);
}
