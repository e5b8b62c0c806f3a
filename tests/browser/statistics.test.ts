import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasChromium } from './support/browser.ts';
import { useVisit } from './support/page-test.ts';

describe.skipIf(!hasChromium)('the page of statistics', () => {
  const visit = useVisit({ width: 1280, dark: false });

  it('compares two countries: crude far apart, standardised alike, with methods said', async () => {
    const { page, go } = visit();
    await go('/statistics?on=2026-05-12');
    await page
      .getByRole('button', { name: /^Try it with two/ })
      .first()
      .click();
    const result = page.getByRole('status', { name: 'Result' });
    await result.getByText(/no difference shown/).waitFor();
    const text = (await result.textContent()) ?? '';
    expect(text).toMatch(/age structure makes -?\d/);
    expect(text).toMatch(/WHO world standard 2000–2025/);
    expect(text).toMatch(/Dobson 1991/);
    const crude = await result.locator('tbody tr td:nth-child(4)').allTextContents();
    expect(Number(crude[0])).toBeGreaterThan(4 * Number(crude[1]));
    const rates = await result.locator('tbody tr td:nth-child(5)').allTextContents();
    expect(Math.abs(Number(rates[0]) / Number(rates[1]) - 1)).toBeLessThan(0.1);
    await page.locator('.plot svg').nth(2).waitFor();
  });

  it('saves the rates as CSV and a figure as SVG', async () => {
    const { page } = visit();
    const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV', exact: true }).click()]);
    const rates = readFileSync(await csv.path(), 'utf8');
    expect(rates).toMatch(/^country,deaths,population,crude,/);
    expect(rates).toMatch(/,who2000,dobson,0.95/);
    const [svg] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^SVG of before/ }).click()]);
    const drawn = readFileSync(await svg.path(), 'utf8');
    expect(drawn).toMatch(/^<svg [^>]*xmlns/);
    expect(drawn).not.toMatch(/var\(--/);
  });

  it('tells what is wrong in the data, and changes with the choices', async () => {
    const { page } = visit();
    await page
      .getByRole('textbox', { name: 'Deaths' })
      .fill('place,age,deaths,population\nA,0-44,18,90000\nA,45+,100,10000\nB,0-44,10,50000\nB,45+,500,50000\nB,45+,-3,5\n');
    await page.getByRole('textbox', { name: 'People' }).fill('');
    await page.getByRole('textbox', { name: 'Only these codes' }).fill('');
    const result = page.getByRole('status', { name: 'Result' });
    await result.getByText(/negative number/).waitFor();
    await page.getByRole('combobox', { name: 'Interval' }).selectOption('fay-feuer');
    await result.getByText(/Fay and Feuer 1997/).waitFor();
    await page.getByRole('textbox', { name: 'Only these codes' }).fill('J40-J30');
    await page
      .getByRole('alert')
      .getByText(/no column|backwards/)
      .waitFor();
  });
});
