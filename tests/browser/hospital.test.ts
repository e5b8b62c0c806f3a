import { readFileSync } from 'node:fs';
import { isFailure, readClaim } from '@cleanclaim/core';
import { describe, expect, it } from 'vitest';
import { hasChromium } from './support/browser.ts';
import { useVisit } from './support/page-test.ts';

/** Hospital stays and dental claims on the bench: the fields of their own forms, kept under the names of the claim model. */
describe.skipIf(!hasChromium)('hospital and dental claims', () => {
  const visit = useVisit();
  const saved = async (): Promise<unknown> => {
    const { page } = visit();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: 'Claim as JSON', exact: true }).click();
    return JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  };

  it('shows a stay with the form locators of UB-04 and what Medicare’s order asks', async () => {
    const { page, go } = visit();
    await go('/claim?on=2026-03-07');
    await page.getByRole('button', { name: 'A hospital stay' }).click();
    await expect.poll(() => page.getByLabel('4 Type of bill').inputValue()).toBe('0111');
    await expect.poll(() => page.getByLabel('17 Discharge status').inputValue()).toBe('01');
    const rows = page.getByRole('region', { name: 'Diagnoses' }).getByRole('listitem');
    await expect.poll(() => rows.locator('.let').allTextContents()).toEqual(['67', '67A', '67B', '67C']);
    await page.getByRole('heading', { level: 3, name: /R65\.21 can never be the principal diagnosis/ }).waitFor();
  });

  it('has one principal diagnosis, and a letter for present on admission', async () => {
    const { page } = visit();
    await page.getByLabel('What A41.51 is on this bill').selectOption('principal');
    await expect.poll(() => page.getByLabel('What R65.21 is on this bill').inputValue()).toBe('other');
    await page.getByLabel('Present on admission: N39.0').selectOption('N');
    await page.getByRole('heading', { level: 3, name: /R65\.21 can never be/ }).waitFor({ state: 'detached' });
  });

  it('takes codes, procedures and revenue lines, and keeps what was typed', async () => {
    const { page } = visit();
    const fill = async (label: string, value: string): Promise<void> => {
      await page.getByLabel(label, { exact: true }).fill(value);
      await page.getByLabel(label, { exact: true }).press('Enter');
    };
    await fill('18-28 Condition codes', 'c5 42');
    await page.getByRole('button', { name: 'Row in Procedures (PCS)' }).click();
    await fill('Procedures (PCS) 2, code', '0jh60dz');
    await fill('Procedures (PCS) 2, day', '3/4/26');
    await page.getByRole('button', { name: 'Row in Occurrences' }).click();
    await fill('Occurrences 1, code', '11');
    await fill('Occurrences 1, day', '2026-03-01');
    await page.getByRole('button', { name: 'Line', exact: true }).click();
    await fill('Line 3, revenue code, box 42', '0300');
    await fill('Line 3, charge, box 47', '60.00');
    await page.getByLabel('8b Patient', { exact: true }).fill('Sample, Pat Q');
    await page.getByLabel('8b Patient', { exact: true }).press('Enter');
    const claim = await saved();
    expect(isFailure(readClaim(claim))).toBe(false);
    expect(claim).toMatchObject({
      type: 'institutional',
      patient: { name: { last: 'Sample', first: 'Pat', middle: 'Q' } },
      conditionCodes: ['C5', '42'],
      procedures: [{ code: '02HV33Z' }, { code: '0JH60DZ', on: '2026-03-04' }],
      occurrences: [{ code: '11', on: '2026-03-01' }],
      values: [{ code: '80', amount: '5.00' }],
      lines: [{ revenue: '0120' }, { revenue: '0250' }, { revenue: '0300', charge: '60.00' }],
    });
    await expect.poll(() => page.getByLabel('8b Patient', { exact: true }).inputValue()).toBe('Sample, Pat Q');
  });

  it('prints the form locators, and writes an 837I', async () => {
    const { page } = visit();
    await expect
      .poll(() => page.getByRole('region', { name: 'As it will print' }).textContent())
      .toMatch(/67 A4151 Y.*74 02HV33Z 030226.*74a 0JH60DZ 030426/s);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: 'Claim as X12 837 …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Claim as 837I' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('has tooth and surfaces on a dental claim, and changes the kind of claim', async () => {
    const { page } = visit();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: 'New claim' }).click();
    await page.getByRole('button', { name: 'A filling' }).click();
    await page.getByLabel('Line 1, tooth', { exact: true }).fill('30');
    await page.getByLabel('Line 1, tooth', { exact: true }).press('Enter');
    await page.getByLabel('Line 1, surfaces', { exact: true }).fill('mod');
    await page.getByLabel('Line 1, surfaces', { exact: true }).press('Enter');
    expect(await saved()).toMatchObject({ type: 'dental', lines: [{ tooth: '30', surfaces: 'MOD' }] });
    await page.getByLabel('Kind of claim').selectOption('professional');
    await page.getByLabel('Total on claim, box 28').waitFor();
  });

  it('explains each box in learn mode, and remembers that', async () => {
    const { page, go } = visit();
    await page.getByRole('button', { name: 'Learn' }).click();
    await page.getByText('Ten digits, the last a check digit, of who is paid.').waitFor();
    await go('/claim');
    await expect.poll(() => page.getByRole('button', { name: 'Learn' }).getAttribute('aria-pressed')).toBe('true');
    const described = await page.getByLabel('33a Billing NPI').getAttribute('aria-describedby');
    await expect.poll(() => page.locator(`[id="${described ?? ''}"]`).textContent()).toMatch(/check digit/);
  });

  it('helps with the level of a visit, by decision or time, and puts the code on the claim', async () => {
    const { page, go } = visit();
    await page.evaluate('sessionStorage.clear()');
    await go('/em?on=2026-05-12');
    await page
      .getByRole('region', { name: 'Problems' })
      .getByRole('radio', { name: /^Moderate/ })
      .check();
    await page
      .getByRole('region', { name: 'Risk' })
      .getByRole('radio', { name: /^Moderate/ })
      .check();
    const answer = page.getByRole('complementary', { name: 'Level' });
    await answer
      .getByText('Problems Moderate, data Straightforward, risk Moderate: two of the three must reach a level, and that is Moderate.')
      .waitFor();
    await page.getByLabel('Minutes').fill('41');
    await answer.getByText('41 minutes; 40 are needed.').waitFor();
    await answer.getByRole('button', { name: 'Add 99215 to claim' }).click();
    await page.getByRole('button', { name: 'Open claim' }).click();
    await expect.poll(() => page.getByLabel('Line 1, procedure, box 24D').inputValue()).toBe('99215');
    await go('/em?on=2020-05-12');
    await page.getByText('No criteria for 2020-05-12').waitFor();
  });
});
