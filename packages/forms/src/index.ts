export { formPdf, type PdfOptions, testPage } from './form-pdf.ts';
export { type Offset, PAPER, printPoint } from './paper.ts';
