import { CMS1500_PLACES, type Day, type FilledForm, type FormBoxPlace, type FormId, UB04_PLACES } from '@cleanclaim/core';
import { bytesOf, INK, makeSheets, type Sheets } from './document.ts';
import { CMS1500_SHEET } from './labelled/cms1500-sheet.ts';
import { drawLabelled } from './labelled/draw.ts';
import { UB04_SHEET } from './labelled/ub04-sheet.ts';
import { type Offset, PAPER, PITCH, PRINT_SIZE, printPoint } from './paper.ts';

export interface PdfOptions {
  /** `labelled` is a page of our own drawing, to read and file; `preprinted` is print alone, for the official red form in the printer. */
  readonly layout: 'labelled' | 'preprinted';
  readonly offset?: Offset;
  /** The day written into the file; nothing else in it depends on when it is made. */
  readonly madeOn?: Day;
}

const PLACES: Readonly<Record<FormId, readonly FormBoxPlace[]>> = { 'cms-1500': CMS1500_PLACES, 'ub-04': UB04_PLACES };
const NAMES: Readonly<Record<FormId, string>> = { 'cms-1500': 'CMS-1500 (02/12)', 'ub-04': 'UB-04 (CMS-1450)' };
const NO_OFFSET: Offset = { x: 0, y: 0 };

/** Filled forms as one PDF, page after page. The same forms and options give the same bytes. */
export async function formPdf(forms: readonly FilledForm[], { layout, offset = NO_OFFSET, madeOn }: PdfOptions): Promise<Uint8Array> {
  const names = [...new Set(forms.map(({ form }) => NAMES[form]))].join(', ');
  const sheets = await makeSheets(`${names}, ${forms.length} claim${forms.length === 1 ? '' : 's'}`, madeOn);
  for (const filled of forms) {
    if (layout === 'preprinted') printPages(sheets, filled, offset);
    else drawLabelled(sheets, filled, PLACES[filled.form], filled.form === 'ub-04' ? UB04_SHEET : CMS1500_SHEET);
  }
  return await bytesOf(sheets);
}

function printPages(sheets: Sheets, { form, pages }: FilledForm, offset: Offset): void {
  const places = new Map(PLACES[form].map((place) => [place.box, place]));
  for (const { boxes } of pages) {
    const page = sheets.add();
    for (const { box, text } of boxes) {
      const place = places.get(box);
      if (place)
        page.drawText(text, { ...printPoint(form, place, text.length, offset), size: PRINT_SIZE, font: sheets.print, color: INK.print });
    }
  }
}

/**
 * The page to hold against an empty form before the first claim is printed: the first and the last place of every box
 * is struck, and scales in millimetres say how far to move the print.
 */
export async function testPage(form: FormId, offset: Offset = NO_OFFSET): Promise<Uint8Array> {
  const sheets = await makeSheets(`${NAMES[form]} test page`, undefined);
  const page = sheets.add();
  for (const place of PLACES[form]) {
    const whole = { ...place, align: 'right' as const };
    const first = printPoint(form, whole, place.width, offset);
    page.drawText('X', { ...first, size: PRINT_SIZE, font: sheets.print, color: INK.print });
    if (place.width > 1)
      page.drawText('X', { x: first.x + (place.width - 1) * PITCH, y: first.y, size: PRINT_SIZE, font: sheets.print, color: INK.print });
  }
  drawScales(sheets);
  const says = [
    `${NAMES[form]}: test page, printed with --offset-x ${offset.x} --offset-y ${offset.y}`,
    'Print this on plain paper at 100 % (no "fit to page"), lay it behind an empty form and hold both against the light.',
    'Every X belongs inside a box. Too far left: raise --offset-x by the millimetres missing; too far up: raise --offset-y.',
  ];
  const add = sheets.add();
  says.forEach((text, at) =>
    add.drawText(text, { x: 36, y: PAPER.height - 60 - 14 * at, size: 9.5, font: sheets.label, color: INK.print }),
  );
  return await bytesOf(sheets);
}

/** Millimetres along the lower edge and the right edge, a longer stroke every ten. */
function drawScales({ pdf, label }: Sheets): void {
  const page = pdf.getPage(0);
  const step = 72 / 25.4;
  for (let mm = 10; mm <= 200; mm++) {
    const length = mm % 10 === 0 ? 6 : mm % 5 === 0 ? 4 : 2.5;
    page.drawLine({ start: { x: mm * step, y: 4 }, end: { x: mm * step, y: 4 + length }, thickness: 0.4, color: INK.label });
    if (mm % 50 === 0) page.drawText(`${mm} mm`, { x: mm * step + 2, y: 6, size: 5, font: label, color: INK.label });
  }
  for (let mm = 10; mm <= 270; mm++) {
    const length = mm % 10 === 0 ? 6 : mm % 5 === 0 ? 4 : 2.5;
    const y = PAPER.height - mm * step;
    page.drawLine({ start: { x: PAPER.width - 4, y }, end: { x: PAPER.width - 4 - length, y }, thickness: 0.4, color: INK.label });
  }
}
