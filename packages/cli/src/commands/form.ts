import { rename, rm, writeFile } from 'node:fs/promises';
import { type FilledForm, fillForm, type FormId, type FormTrouble, isFailure, isGrave } from '@cleanclaim/core';
import { CleanclaimError, isCleanclaimError, quote } from '@cleanclaim/core/errors';
import type { Offset, PdfOptions } from '@cleanclaim/forms';
import { readClaimFile } from '../claim-file.ts';
import type { Command } from '../command.ts';
import type { Given } from '../given.ts';
import { EXIT, type Output, worstExit } from '../output.ts';
import { inPlace } from '../per-item.ts';

const TEST_PAGES: Readonly<Record<string, FormId>> = { 'cms-1500': 'cms-1500', 'ub-04': 'ub-04' };

const command: Command = {
  name: 'form',
  usage: 'FILE… | -',
  says: 'Lay claims out for paper: CMS-1500 (02/12) for professional ones, UB-04 for institutional ones',
  flags: [
    { name: 'out', takes: 'text', value: 'FILE.pdf', says: 'Write a PDF; without it, the boxes are shown' },
    {
      name: 'preprinted',
      takes: 'switch',
      says: 'Print alone, for the official form in the printer; else a labelled page of our own drawing',
    },
    { name: 'offset-x', takes: 'text', value: 'MM', says: 'Move the print right by so many millimetres (left: --offset-x=-1.5)' },
    { name: 'offset-y', takes: 'text', value: 'MM', says: 'Move the print down by so many millimetres' },
    { name: 'test-page', takes: 'text', value: 'cms-1500|ub-04', says: 'Write a page to find the offsets with, instead of claims' },
    { name: 'on', takes: 'day', value: 'DATE', says: 'The day the form is made; today when left out' },
  ],
  examples: [
    ['cleanclaim form examples/office-visit.json --out claim.pdf', 'A page to read and file'],
    ['cleanclaim form claim.json --preprinted --out print.pdf', 'Print for the red form'],
    ['cleanclaim form --test-page cms-1500 --out test.pdf', 'Find the offsets of your printer first'],
    ['cleanclaim form examples/office-visit.json', 'The boxes as text'],
  ],
  csv: true,
  atLeast: 0,
  async run(given, output) {
    const test = given.flags['test-page'];
    const offset = { x: millimetres(given, 'offset-x'), y: millimetres(given, 'offset-y') };
    if (typeof test === 'string') return await writeTestPage(test, offset, given, output);
    if (given.words.length === 0) throw new CleanclaimError('usage/missing-argument', 'Write: cleanclaim form FILE --out FILE.pdf');
    const { forms, statuses } = await fillAll(given, output);
    const out = given.flags['out'];
    if (typeof out !== 'string') {
      show(forms, output);
      return worstExit(statuses);
    }
    const grave = forms.filter(({ troubles }) => troubles.some(isGrave));
    for (const form of forms) tell(form, output);
    if (grave.length > 0 || statuses.includes(EXIT.usage)) {
      output.hint(`No PDF was written: ${grave.length > 0 ? 'the paper would not say what the claim says' : 'a claim could not be read'}.`);
      return worstExit(statuses);
    }
    const options: PdfOptions = { layout: given.flags['preprinted'] === true ? 'preprinted' : 'labelled', offset, madeOn: given.on };
    const { formPdf } = await import('@cleanclaim/forms');
    await save(out, await formPdf(forms, options));
    const pages = forms.reduce((sum, form) => sum + form.pages.length, 0);
    output.hint(`${out}: ${forms.length} claim${forms.length === 1 ? '' : 's'}, ${pages} page${pages === 1 ? '' : 's'}.`);
    return worstExit(statuses);
  },
};
export default command;

/** Millimetres with a sign; at most the width of the paper. */
function millimetres(given: Given, flag: string): number {
  const text = given.flags[flag];
  if (typeof text !== 'string') return 0;
  const value = /^[+-]?\d{1,3}(?:\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(Math.abs(value) <= 200))
    throw new CleanclaimError('input/out-of-range', `--${flag} takes millimetres from -200 to 200, not ${quote(text)}.`);
  return value;
}

async function writeTestPage(test: string, offset: Offset, given: Given, output: Output): Promise<number> {
  const form = Object.hasOwn(TEST_PAGES, test) ? TEST_PAGES[test] : undefined;
  const out = given.flags['out'];
  if (form === undefined) throw new CleanclaimError('usage/unknown-flag', `--test-page takes cms-1500 or ub-04, not ${quote(test)}.`);
  if (typeof out !== 'string') throw new CleanclaimError('usage/missing-argument', 'A test page is a PDF: add --out FILE.pdf.');
  const { testPage } = await import('@cleanclaim/forms');
  await save(out, await testPage(form, offset));
  output.hint(`${out}: print it at 100 % and hold it against an empty form.`);
  return EXIT.fine;
}

async function fillAll(given: Given, output: Output): Promise<{ forms: FilledForm[]; statuses: number[] }> {
  const forms: FilledForm[] = [];
  const statuses: number[] = [EXIT.fine];
  for (const path of given.words) {
    for await (const { claims } of readClaimFile(path, () => import('../x12-claims.ts'))) {
      for (const { read, text, number } of claims) {
        try {
          if (isFailure(read)) throw new CleanclaimError(read.code, read.message, read.path);
          const filled = fillForm(read.claim, given.on);
          forms.push(filled);
          if (filled.troubles.some(isGrave)) statuses.push(EXIT.finding);
        } catch (error) {
          if (!isCleanclaimError(error)) throw error;
          statuses.push(EXIT.usage);
          if (typeof given.flags['out'] === 'string') output.failure(error.failure);
          else inPlace(output, { line: number, input: text, error: error.failure });
        }
      }
    }
  }
  return { forms, statuses };
}

/** Whole or not at all: a PDF cut off half way would look like one. */
async function save(path: string, bytes: Uint8Array): Promise<void> {
  const half = `${path}.part`;
  try {
    await writeFile(half, bytes);
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CleanclaimError('usage/unwritable-file', `${quote(path)} cannot be written (${code}).`);
  }
}

function show(forms: readonly FilledForm[], output: Output): void {
  output.header(['claim', 'form', 'page', 'box', 'text', 'path']);
  for (const filled of forms) {
    if (output.format !== 'csv') output.answer(filled, () => table(filled, output));
    else
      for (const { page, boxes } of filled.pages)
        for (const { box, text, path } of boxes)
          output.answer(
            filled,
            () => '',
            () => [filled.claim, filled.form, page, box, text, path],
          );
  }
  output.end();
}

function table({ form, claim, pages, troubles }: FilledForm, output: Output): string {
  const lines = [output.bold(`Claim ${claim ?? 'without a number'} on ${form === 'ub-04' ? 'UB-04' : 'CMS-1500 (02/12)'}`)];
  for (const { page, boxes } of pages) {
    if (pages.length > 1) lines.push(output.paint('cyan', `Page ${page} of ${pages.length}`));
    for (const { box, text } of boxes) lines.push(`  ${box.padEnd(16)} ${text}`);
  }
  return [...lines, ...troubles.map((trouble) => said(trouble, output))].join('\n');
}

function tell({ claim, troubles }: FilledForm, output: Output): void {
  if (troubles.length === 0) return;
  output.hint(`Claim ${claim ?? 'without a number'}:\n${troubles.map((trouble) => said(trouble, output)).join('\n')}`);
}

function said(trouble: FormTrouble, output: Output): string {
  const mark = isGrave(trouble) ? output.paint('red', '✗') : output.paint('yellow', '!');
  return `  ${mark} ${trouble.message} ${trouble.fix}`;
}
