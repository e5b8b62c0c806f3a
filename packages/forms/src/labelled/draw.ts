import type { FilledForm, FormBoxPlace, FormPage } from '@cleanclaim/core';
import type { PDFPage } from '@cantoo/pdf-lib';
import { INK, type Sheets } from '../document.ts';
import { PAPER } from '../paper.ts';
import type { Band, Cell, Sheet } from './sheet.ts';

const MARGIN = 30;
const WIDTH = PAPER.width - 2 * MARGIN;
const COLUMNS = 12;
const ROW = 23;
const LABEL_SIZE = 5.6;
const TEXT_SIZE = 9;
/** Courier is this wide a character, as a share of its size. */
const CHARACTER = 0.6;
const PADDING = 3;

/** Draws one labelled page for each page of the form. */
export function drawLabelled(sheets: Sheets, filled: FilledForm, places: readonly FormBoxPlace[], sheet: Sheet): void {
  const labels = new Map(places.map(({ box, label }) => [box, label]));
  for (const page of filled.pages) new Drawing(sheets, filled, page, labels).draw(sheet);
}

class Drawing {
  readonly #sheets: Sheets;
  readonly #filled: FilledForm;
  readonly #form: FormPage;
  readonly #labels: ReadonlyMap<string, string>;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #page: PDFPage;
  #top = PAPER.height - MARGIN;

  constructor(sheets: Sheets, filled: FilledForm, form: FormPage, labels: ReadonlyMap<string, string>) {
    this.#sheets = sheets;
    this.#filled = filled;
    this.#form = form;
    this.#labels = labels;
    this.#texts = new Map(form.boxes.map(({ box, text }) => [box, text]));
    this.#page = sheets.add();
  }

  draw(sheet: Sheet): void {
    this.#write(sheet.title, MARGIN, this.#top, 11, 'strong');
    const pages = `Claim ${this.#filled.claim ?? 'without a number'}, page ${this.#form.page} of ${this.#filled.pages.length}. To read and file; payers take the official form.`;
    this.#write(pages, MARGIN, this.#top - 11, 7);
    this.#top -= 18;
    for (const band of sheet.bands) this.#band(band);
    this.#table(sheet);
    for (const band of sheet.foot) this.#band(band);
  }

  #band({ title, rows }: Band): void {
    this.#title(title);
    for (const row of rows) {
      // A row without any text takes less room: the eye should find what is there.
      const filled = row.some((cell) => this.#textOf(cell) !== '');
      const height = filled ? ROW : ROW - 9;
      let left = MARGIN;
      for (const cell of row) {
        const width = (WIDTH * cell.span) / COLUMNS;
        this.#box(left, width, height);
        this.#write(`${cell.number} ${cell.label}`.trim(), left + PADDING, this.#top - 7.5, LABEL_SIZE);
        this.#print(this.#textOf(cell), left + PADDING, this.#top - 18, width - 2 * PADDING);
        left += width;
      }
      this.#top -= height;
    }
  }

  #table({ table }: Sheet): void {
    const all = table.columns.reduce((sum, { width }) => sum + width, 0);
    const dense = table.rows > 10;
    const height = dense ? 11.5 : 14;
    this.#title('Lines');
    let left = MARGIN;
    for (const { label, width } of table.columns) {
      this.#write(label, left + PADDING, this.#top - 8, LABEL_SIZE);
      left += (WIDTH * width) / all;
    }
    this.#top -= 11;
    for (let row = 1; row <= table.rows; row++) {
      const above = this.#joined(table.above?.(row) ?? []);
      if (above !== '') {
        this.#page.drawRectangle({ x: MARGIN, y: this.#top - height, width: WIDTH, height, color: INK.shade });
        this.#print(above, MARGIN + PADDING, this.#top - height + 3.5, WIDTH - 2 * PADDING);
        this.#top -= height;
      }
      left = MARGIN;
      for (const column of table.columns) {
        const width = (WIDTH * column.width) / all;
        this.#box(left, width, height);
        this.#print(this.#joined(column.boxes(row)), left + PADDING, this.#top - height + 3.5, width - 2 * PADDING, column.align);
        left += width;
      }
      this.#top -= height;
    }
  }

  #title(title: string): void {
    this.#write(title, MARGIN, this.#top - 9, 7.5, 'strong');
    this.#top -= 12;
  }

  #textOf({ boxes }: Cell): string {
    return this.#joined(boxes);
  }

  /** The texts of boxes in a row; a crossed box gives its label, `=word` itself. */
  #joined(boxes: readonly string[]): string {
    return boxes
      .map((box) => {
        if (box.startsWith('=')) return box.slice(1);
        const text = this.#texts.get(box) ?? '';
        if (text !== 'X' || !box.includes(':')) return text;
        return (this.#labels.get(box) ?? '').replace(/^.*: /, '');
      })
      .filter((text) => text !== '')
      .join('  ');
  }

  #box(x: number, width: number, height: number): void {
    this.#page.drawRectangle({ x, y: this.#top - height, width, height, borderWidth: 0.4, borderColor: INK.rule });
  }

  /** Text in the claim's own voice, made smaller where it is long: it is never cut. */
  #print(text: string, x: number, y: number, width: number, align?: 'right'): void {
    if (text === '') return;
    const size = Math.min(TEXT_SIZE, width / (text.length * CHARACTER));
    const left = align === 'right' ? x + width - text.length * size * CHARACTER : x;
    this.#page.drawText(text, { x: left, y, size, font: this.#sheets.print, color: INK.print });
  }

  #write(text: string, x: number, y: number, size: number, font: 'label' | 'strong' = 'label'): void {
    this.#page.drawText(text, { x, y, size, font: this.#sheets[font], color: font === 'strong' ? INK.print : INK.label });
  }
}
