import type { Day } from '@cleanclaim/core';
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { PAPER } from './paper.ts';

/** A PDF being made: fonts that every reader has, no clock, so that the same claim gives the same bytes. */
export interface Sheets {
  readonly pdf: PDFDocument;
  readonly print: PDFFont;
  readonly label: PDFFont;
  readonly strong: PDFFont;
  add(): PDFPage;
}

export const INK = { print: rgb(0, 0, 0), label: rgb(0.32, 0.36, 0.42), rule: rgb(0.72, 0.75, 0.8), shade: rgb(0.95, 0.96, 0.97) } as const;

export async function makeSheets(title: string, madeOn: Day | undefined): Promise<Sheets> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage('en-US');
  pdf.setProducer('Cleanclaim');
  if (madeOn !== undefined) pdf.setCreationDate(new Date(`${madeOn}T00:00:00Z`));
  return {
    pdf,
    print: pdf.embedStandardFont(StandardFonts.Courier),
    label: pdf.embedStandardFont(StandardFonts.Helvetica),
    strong: pdf.embedStandardFont(StandardFonts.HelveticaBold),
    add: () => pdf.addPage([PAPER.width, PAPER.height]),
  };
}

export async function bytesOf({ pdf }: Sheets): Promise<Uint8Array> {
  return await pdf.save({ useObjectStreams: false, addDefaultPage: false });
}
