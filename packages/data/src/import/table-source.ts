import type { Day } from '@cleanclaim/core';

/** The cells of one row by field name; an absent column is an empty text. */
export type Cells<Field extends string> = Readonly<Record<Field, string>>;

/** A record as stored: texts, whole or decimal numbers as text, days as `YYYY-MM-DD`, null for none. */
export type TableRecord = Readonly<Record<string, string | null>>;

/** What a file says of itself, before its rows are read. */
export interface FileHead {
  /** Name without folders. */
  readonly name: string;
  /** The way to it: folders, and the archive it lay in. Only a hint, where a name says too little. */
  readonly path: string;
  /** Its first lines (texts of the first rows), joined by line ends. */
  readonly head: string;
  /** Day its archive gives it, where it lay in one. */
  readonly modified: Day | null;
}

export interface FoundEdition {
  /** `2026q3`, `2025-10`: after the source's id it names the edition and its folder. */
  readonly id: string;
  readonly title: string;
  /** First day it answers for. */
  readonly from: string;
  readonly to: string | null;
  /** First day of its own period, where dated rows let `from` reach further back. */
  readonly ownFrom?: string;
  readonly published?: string | null;
  /** Number of this file and of all files of the edition, where it comes in several. */
  readonly part?: number;
  readonly parts?: number;
  /** More facts that readers ask of the edition. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A heading as it may be printed, compared without case, punctuation or line ends. */
export type Heading = string | RegExp;

interface Named {
  /** Too plain to be told by its headings or lines: only for a file that bears a name of the source. */
  readonly named?: true;
}

export type Layout<Field extends string> =
  /** Rows of cells under headings: tab-separated text, CSV or a sheet. Columns are found by their headings, so they may move. */
  | (Named & {
      readonly kind: 'columns';
      readonly formats: readonly ('csv' | 'tab' | 'xlsx')[];
      /** Headings of each field, the one to prefer first. */
      readonly columns: Readonly<Record<Field, readonly Heading[]>>;
      /** Fields that a file may lack. */
      readonly optional?: readonly NoInfer<Field>[];
      /** Most lines that one heading may spread over; 1 when left out. */
      readonly headerLines?: number;
      /** A workbook may part the table over several sheets with the same headings: all are read, not the first alone. */
      readonly everySheet?: true;
      /** Words that must stand above the headings, or in them, for the file to be this source's. */
      readonly says?: RegExp;
    })
  /** Rows of cells without headings. `shape` must match the first row, its cells joined by tabs. */
  | {
      readonly kind: 'cells';
      readonly formats: readonly ('csv' | 'tab' | 'xlsx')[];
      readonly fields: readonly Field[];
      readonly shape: RegExp;
    }
  /** Lines with fields at fixed positions, counted from 1 as record layouts do. Lines that `skip` matches are not data. */
  | (Named & {
      readonly kind: 'fixed';
      readonly fields: Readonly<Record<Field, readonly [first: number, last: number]>>;
      /** Every data line begins like this; the first of them decides whether the file is this source's. */
      readonly shape: RegExp;
      readonly skip?: RegExp;
    })
  /** An XML file, turned into rows by the source. */
  | { readonly kind: 'xml'; readonly root: string; readonly reader: () => XmlReader<Field> };

/** Follows the elements of an XML file and hands out rows. */
export interface XmlReader<Field extends string> {
  open(tag: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(tag: string, emit: (cells: Cells<Field>) => void): void;
}

export type ColumnSpec =
  | { readonly kind: 'text' }
  /** Kept exact as whole numbers of 10^-scale. */
  | { readonly kind: 'decimal'; readonly scale: number }
  | { readonly kind: 'day' };

/** What of a table is searched. */
export interface TableSearch {
  /** Columns with the words of a row; each is a text of its own. */
  readonly texts: readonly string[];
  /** Only rows with this value in a column: chapters and blocks are no codes. */
  readonly only?: { readonly column: string; readonly is: string };
}

export type Store =
  /** A keyed table; `key` names the record's fields that make the key. */
  | {
      readonly kind: 'table';
      readonly key: readonly string[];
      readonly columns: Readonly<Record<string, ColumnSpec>>;
    }
  /** Pairs of codes with dates: records `{column1, column2, from, to, indicator, rationale}`. */
  | { readonly kind: 'pairs' };

/**
 * What is known of one published file: everything a reader asks (who, where, licence, how often, which days, which
 * columns, how we know the import is right). The importer has no code of any source.
 */
export interface TableSource<Field extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** The publisher's landing page. */
  readonly page: string;
  /** Whether anyone may pass the data on, or each user brings a file of their own. */
  readonly licence: 'public' | 'bring-your-own';
  /** The licence in words. */
  readonly terms: string;
  readonly cadence: string;
  /** Addresses of files, where the publisher's pattern is known; none while a person has to accept terms on its page. */
  readonly addresses?: readonly string[];
  /** Names the publisher gives the file; they propose the source, the content decides. */
  readonly files: readonly RegExp[];
  readonly layouts: readonly Layout<Field>[];
  /** Which edition a file is; a text says why that cannot be told, or what contradicts what. */
  edition(file: FileHead): FoundEdition | string;
  /** Splits or joins what a row says; undefined for a row that is no data; a RowProblem for a row that is wrong. */
  row(cells: Cells<Field>): TableRecord | readonly TableRecord[] | undefined | RowProblem;
  /** Continues the record of the row before, where a record spreads over several: gives the two as one. */
  readonly continues?: (record: TableRecord, next: TableRecord) => TableRecord | undefined;
  /** Several editions from one file, where it already contains a change within its period; undefined for one. */
  readonly split?: (
    edition: FoundEdition,
    records: readonly TableRecord[],
  ) => readonly { readonly edition: FoundEdition; readonly records: readonly TableRecord[] }[] | undefined;
  readonly store: Store;
  /** Given for a table whose rows are found by words: its search index is made at import. */
  readonly search?: TableSearch | undefined;
  readonly checks: {
    /** Fewest and most rows a whole file can have. */
    readonly rows: readonly [least: number, most: number];
    /** Fewest rows where they depend on what the file says of itself: a part of the columns, codes alone. */
    readonly least?: (edition: FoundEdition) => number;
    /** Keys of a table that every whole file has, its parts joined by `|`. */
    readonly has?: readonly string[];
  };
  /** A file in the official layout beside the descriptor, and what must come of it. */
  readonly sample: {
    readonly file: string;
    readonly rows: number;
    readonly has: readonly TableRecord[];
  };
}

/** A file that is published beside tables and is none that is read. */
export interface Companion {
  /** Its names. */
  readonly files: RegExp;
  /** Why it is not read, and what to add instead: sentences. */
  readonly says: string;
}

/** A row that cannot be right: which field, and why. */
export class RowProblem {
  readonly field: string;
  readonly why: string;

  constructor(field: string, why: string) {
    this.field = field;
    this.why = why;
  }
}
