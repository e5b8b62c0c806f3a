import { describe, expect, it } from 'vitest';
import { hasChromium } from './support/browser.ts';
import { useVisit } from './support/page-test.ts';

/** Everything without a mouse; and the letters switched off, as WCAG 2.1.4 asks. */
describe.skipIf(!hasChromium)('by keyboard alone', () => {
  const visit = useVisit();
  const focused = () => visit().page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.id ?? ''");

  it('searches, moves in the list, opens a page and comes back', async () => {
    const { page, go } = visit();
    await go('/?on=2026-05-12');
    await page.keyboard.type('diabetic kidney disease');
    await page.getByRole('option', { name: /E11\.22/ }).waitFor();
    const box = page.getByRole('combobox', { name: /^Search codes/ });
    const active = () => box.getAttribute('aria-activedescendant');
    await expect.poll(active).toBe('r-E11.22');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => active()).not.toBe('r-E11.22');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Alt+c');
    await page.getByText('Copied E11.22').waitFor();
    await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe('E11.22');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: /E 11 point 22/ }).waitFor();
    await expect.poll(() => focused()).toBe('main');
    await page.keyboard.press('Shift+C');
    await page.getByText(/^Copied E11\.22 Type 2 diabetes/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('On the claim: E11.22 as A').waitFor();
    await page.keyboard.press('/');
    await expect.poll(() => focused()).toBe('q');
  });

  it('adds the highlighted code and keeps the text selected for the next question', async () => {
    const { page } = visit();
    await page.keyboard.type('N18.31');
    await page.getByRole('option', { name: /N18\.31/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('On the claim: N18.31 as B').waitFor();
    await page.keyboard.type('i10');
    await expect.poll(() => page.getByRole('combobox', { name: /^Search codes/ }).inputValue()).toBe('i10');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('combobox', { name: /^Search codes/ }).inputValue()).toBe('');
  });

  it('walks the family tree with the arrows', async () => {
    const { page, go } = visit();
    await go('/icd10cm/E11.22?on=2026-05-12');
    const row = page.getByRole('row', { name: /^E11\.29/ });
    await row.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /E 11 point 21/ }).waitFor();
  });

  it('goes from pane to pane with F6', async () => {
    const { page } = visit();
    await page.keyboard.press('/');
    await page.keyboard.press('F6');
    const first = await focused();
    expect(first).not.toBe('q');
    await page.keyboard.press('Shift+F6');
    await expect.poll(() => focused()).toBe('q');
  });

  it('walks findings, toggles pointers by letter, checks and undoes', async () => {
    const { page, go } = visit();
    await page.evaluate('sessionStorage.clear()');
    await go('/claim?on=2026-05-12');
    await page.getByRole('button', { name: /^Diabetes and a fracture/ }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#main').focus();
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/3 errors.*could not run/)
      .first()
      .waitFor();
    await page.keyboard.press('n');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toMatch(/^Error 2/);
    await page.keyboard.press('p');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toMatch(/^Error 1/);
    const pointers = page.getByRole('group', { name: 'Pointers of line 2, box 24E' });
    await pointers.getByRole('button').first().focus();
    await page.keyboard.press('c');
    await expect.poll(() => pointers.locator('[aria-pressed=true]').allTextContents()).toEqual(['C1']);
    await page.keyboard.press('a');
    await expect.poll(() => pointers.locator('[aria-pressed=true]').allTextContents()).toEqual(['A2', 'C1']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => pointers.locator('[aria-pressed=true]').allTextContents()).toEqual(['C1']);
  });

  it('shows the keys, and switches single letters off', async () => {
    const { page, go } = visit();
    await go('/icd10cm/E11.22?on=2026-05-12');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await dialog.waitFor();
    await dialog.getByRole('checkbox', { name: 'Single-letter keys' }).press('Space');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await expect.poll(() => focused()).not.toBe('q');
    await page.keyboard.press('Alt+/');
    await expect.poll(() => focused()).toBe('q');
    await go('/icd10cm/E11.22?on=2026-05-12');
    await page.keyboard.press('Alt+Shift+/');
    await page.getByRole('checkbox', { name: 'Single-letter keys' }).press('Space');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await expect.poll(() => focused()).toBe('day');
  });

  it('shows a code behind a link on focus, and lets it go with Escape', async () => {
    const { page } = visit();
    await page.getByRole('link', { name: 'N18.1', exact: true }).first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    const tip = page.getByRole('tooltip');
    await tip.waitFor();
    await expect.poll(() => tip.textContent()).toMatch(/N18\.1.*Billable.*Chronic kidney disease, stage 1/s);
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'detached' });
  });

  it('the pages at the side are one stop, with arrows inside', async () => {
    const { page, go } = visit();
    await go('/claim');
    await page.evaluate('document.activeElement?.blur()');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement?.textContent');
    await expect.poll(() => focused()).toBe('Claim');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused()).toBe('Worklist');
    await page.keyboard.press('Home');
    await expect.poll(() => focused()).toBe('Look up');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focused()).toBe('Statistics');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('q');
  });
});
