import { readFileSync } from 'node:fs';
import { type Claim, isFailure, readClaim } from '@cleanclaim/core';
import { readFhirText } from '@cleanclaim/fhir';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { hasChromium } from './support/browser.ts';
import { useVisit } from './support/page-test.ts';

/** The coder's path to its end: two codes found by words, a claim, a fix, and the files that go out. Nothing is sent. */
describe.skipIf(!hasChromium)('files of a claim', () => {
  const visit = useVisit();
  const saved = async (press: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> => {
    const download = visit().page.waitForEvent('download');
    await press();
    const got = await download;
    return { name: got.suggestedFilename(), bytes: readFileSync(await got.path()) };
  };
  const menu = async (item: string): Promise<void> => {
    const { page } = visit();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const fill = async (label: string, value: string): Promise<void> => {
    const field = visit().page.getByLabel(label, { exact: true });
    await field.fill(value);
    await field.press('Enter');
  };

  it('goes from words to a claim with its pointers, and mends the total', async () => {
    const { page, go } = visit();
    await go('/?q=htn+ckd+3&on=2026-05-12');
    await page.locator('.pair').waitFor();
    await page.getByRole('button', { name: /Add I12\.9 and N18\.3\d to claim/ }).click();
    await page.getByRole('button', { name: 'Open claim' }).click();
    await page.getByRole('button', { name: 'Line', exact: true }).click();
    await fill('Line 1, procedure, box 24D', 'G0108');
    await fill('Line 1, charge, box 24F', '60.00');
    await fill('Line 1, units, box 24G', '1');
    await page.getByRole('group', { name: 'Pointers of line 1, box 24E' }).getByRole('button').first().click();
    await fill('Total on claim, box 28', '50.00');
    await page.getByRole('button', { name: 'Apply 1 sure fix' }).click();
    await expect.poll(() => page.getByLabel('Total on claim, box 28').inputValue()).toBe('60.00');
  });

  it('gives the CMS-1500 as a PDF made in the browser, and says what the paper lacks', async () => {
    const { page } = visit();
    await menu('CMS-1500 as PDF …');
    const dialog = page.getByRole('dialog', { name: 'CMS-1500 as PDF' });
    await dialog.getByText(/to look at:/).waitFor();
    const { name, bytes } = await saved(() => dialog.getByRole('button', { name: /^Download/ }).click());
    expect(name).toMatch(/\.pdf$/);
    const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const { items } = await (await (await loading.promise).getPage(1)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    expect(text).toMatch(/I129/);
    expect(text).toMatch(/G0108/);
    await loading.destroy();
  });

  it('gives the 837', async () => {
    const { page } = visit();
    await menu('Claim as X12 837 …');
    const dialog = page.getByRole('dialog', { name: 'Claim as 837P' });
    for (const [label, value] of [
      ['Sender id (ISA06)', 'S1'],
      ['Sender’s name', 'CLINIC'],
      ['Contact person', 'OFFICE'],
      ['Phone, digits', '5555550100'],
      ['Receiver id (ISA08)', 'R1'],
      ['Receiver’s name', 'PAYER'],
    ] as const) {
      await dialog.getByLabel(label).fill(value);
      await dialog.getByLabel(label).press('Tab');
    }
    await dialog.getByRole('button', { name: 'Make and check' }).click();
    const { bytes } = await saved(() => dialog.getByRole('button', { name: /^Download/ }).click());
    expect(bytes.toString()).toMatch(/^ISA.*HI\*ABK:I129\*ABF:N183\d.*SV1\*HC:G0108\*60\*UN\*1/s);
  });

  it.each(['R4', 'R5'] as const)('gives FHIR %s and opens it again', async (version) => {
    const { page } = visit();
    await menu('Claim as FHIR …');
    const dialog = page.getByRole('dialog', { name: 'Claim as FHIR' });
    await dialog.getByRole('radio', { name: new RegExp(`^${version}`) }).check();
    const { name, bytes } = await saved(() => dialog.getByRole('button', { name: 'Download the Bundle' }).click());
    expect(name).toMatch(/\.fhir-r[45]\.json$/);
    const [entry] = readFhirText(bytes.toString());
    expect(entry && 'read' in entry && entry.read.claim.diagnoses?.map(({ code }) => code.slice(0, 5))).toEqual(['I12.9', 'N18.3']);
    await menu('New claim');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByLabel('Paste a claim as JSON, FHIR or X12, or several').fill(bytes.toString());
    await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    await expect.poll(() => page.getByLabel('Line 1, procedure, box 24D').inputValue()).toBe('G0108');
    const kept: unknown = JSON.parse(String(await page.evaluate("sessionStorage.getItem('cleanclaim.claim')")));
    const read = readClaim(kept);
    expect(isFailure(read) ? read : (read.claim satisfies Claim).total).toBe('60.00');
  });

  it('is told what a FHIR file is that holds no claim, and loses nothing', async () => {
    const { page } = visit();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Paste a claim as JSON, FHIR or X12, or several').fill('{"resourceType":"Patient"}');
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await dialog
      .getByRole('alert')
      .filter({ hasText: /FHIR Patient.*Nothing was changed/s })
      .waitFor();
    // The button kept the focus while the text was read; and Escape closes also when no element has it.
    await expect.poll(() => page.evaluate("document.querySelector('[role=dialog]').contains(document.activeElement)")).toBe(true);
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('gives the UB-04 of a hospital bill, and no paper for a dental claim', async () => {
    const { page } = visit();
    await menu('New claim');
    await page.getByRole('button', { name: 'A hospital stay' }).click();
    await menu('UB-04 as PDF …');
    const dialog = page.getByRole('dialog', { name: 'UB-04 as PDF' });
    await dialog.getByRole('radio', { name: /^Print alone/ }).check();
    const { bytes } = await saved(() => dialog.getByRole('button', { name: /^Download/ }).click());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await menu('New claim');
    await page.getByRole('button', { name: 'A filling' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: 'New claim' }).waitFor();
    expect(await page.getByRole('menuitem', { name: /PDF/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
  });
});
