import type { FormId } from '@cleanclaim/core';

/**
 * A page of our own drawing as data: bands of cells over a grid of twelve columns, and the table of lines. It shows
 * what the paper form would say, box by box, and looks like none of the official forms.
 */
export interface Sheet {
  readonly form: FormId;
  readonly title: string;
  readonly bands: readonly Band[];
  readonly table: LineTable;
  /** Bands below the table. */
  readonly foot: readonly Band[];
}

export interface Band {
  readonly title: string;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  /** Columns of twelve. */
  readonly span: number;
  /** Number of the box on the official form. */
  readonly number: string;
  readonly label: string;
  /** Boxes whose texts stand here, one after the other; of a box to be crossed (`1:medicare`) its label stands here when it is. */
  readonly boxes: readonly string[];
}

export interface LineTable {
  readonly rows: number;
  readonly columns: readonly Column[];
  /** Box that stands over a row, across the page; empty in most rows. */
  readonly above?: (row: number) => readonly string[];
}

export interface Column {
  readonly label: string;
  /** Share of the width. */
  readonly width: number;
  readonly align?: 'right';
  /** Boxes of a row; `=word` stands for the word itself. */
  boxes(row: number): readonly string[];
}

/** Shorthand: `cell(4, '2', 'Patient', '2')`. */
export function cell(span: number, number: string, label: string, ...boxes: readonly string[]): Cell {
  return { span, number, label, boxes };
}
