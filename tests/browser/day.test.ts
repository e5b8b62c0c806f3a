import { describe, expect, it } from 'vitest';
import { hasChromium } from './support/browser.ts';
import { useVisit } from './support/page-test.ts';

/** One date governs the page, and the address says it. */
describe.skipIf(!hasChromium)('the date of service', () => {
  const visit = useVisit();
  const setDay = async (text: string) => {
    const { page } = visit();
    await page.getByLabel('Date of service').fill(text);
    await page.keyboard.press('Enter');
  };

  it('decides whether a code may be used, and stays in the address', async () => {
    const { page, go } = visit();
    await go('/icd10cm/QA0.0101?on=2025-10-01');
    await page.getByText('Billable', { exact: true }).first().waitFor();
    await setDay('9/30/25');
    await page.getByText('Not in force', { exact: true }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('on')).toBe('2025-09-30');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toMatch(/In force since 2025-10-01/);
    await page.goBack();
    await page.getByText('Billable', { exact: true }).first().waitFor();
    await expect.poll(() => page.getByLabel('Date of service').inputValue()).toBe('2025-10-01');
  });

  it('goes along with every link', async () => {
    const { page, go } = visit();
    await go('/icd10cm/E11.22?on=2025-01-15');
    await page.getByRole('link', { name: 'E11.2', exact: true }).click();
    await page.getByRole('heading', { name: /E 11 point 2/ }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('on')).toBe('2025-01-15');
    await page.getByRole('contentinfo').getByText('ICD-10-CM FY2025').waitFor();
  });

  it('outside every edition turns each answer to no data, never to a pass', async () => {
    const { page, go } = visit();
    await go('/?q=e11.22&on=2026-05-12');
    await page.getByRole('option', { name: /E11\.22/ }).waitFor();
    await setDay('2015-03-01');
    await page.getByText('No edition for 2015-03-01', { exact: true }).first().waitFor();
    await expect.poll(() => page.getByRole('option').count()).toBe(0);
    await go('/icd10cm/E11.22?on=2015-03-01');
    await page.getByText('No data', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Set the date to 2024-10-01' }).click();
    await page.getByText('Billable', { exact: true }).first().waitFor();
  });

  it('refuses what is no day and keeps the one before', async () => {
    const { page, go } = visit();
    await go('/?on=2026-05-12');
    await setDay('2026-02-30');
    await page.getByText(/^No such day/).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('on')).toBe('2026-05-12');
    await page.getByLabel('Date of service').press('Escape');
    await expect.poll(() => page.getByLabel('Date of service').inputValue()).toBe('2026-05-12');
  });

  it('of the claim is its own: another day on the page is said aloud', async () => {
    const { page, go } = visit();
    await go('/claim?on=2026-05-12');
    await page.getByRole('button', { name: /^Diabetes training/ }).click();
    await page.getByText(/judged by its own day, 2026-03-04; the page is set to 2026-05-12/).waitFor();
    await page.getByRole('button', { name: 'Set the page to 2026-03-04' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('on')).toBe('2026-03-04');
  });
});
