import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasChromium } from './support/browser.ts';
import { useVisit } from './support/page-test.ts';

/** The day's work of a coder: words, the pair, the claim, its findings, the fixes, and the claim out again. */
describe.skipIf(!hasChromium)('a coder', () => {
  const visit = useVisit();

  it('types htn ckd 3 and is offered the two codes together, in their order', async () => {
    const { page, go } = visit();
    await go('/?on=2026-05-12');
    await page.keyboard.type('htn ckd 3');
    const pair = page.locator('.pair');
    await pair.waitFor();
    await expect.poll(() => pair.getByRole('listitem').first().textContent()).toMatch(/^1st.*I12\.9.*Use additional code/s);
    await pair.getByRole('radio', { name: /N18\.31/ }).check();
    await pair.getByRole('button', { name: /Add I12\.9 and N18\.31 to claim/ }).click();
    await page.getByText('On the claim: I12.9 as A, N18.31 as B').waitFor();
    await page.getByRole('button', { name: 'Open claim' }).click();
    await page.getByRole('heading', { name: 'Claim', exact: true }).waitFor();
  });

  it('sees what is wrong with a claim, by box, and what could not be checked', async () => {
    const { page, go } = visit();
    await page.evaluate('sessionStorage.clear()');
    await go('/claim?on=2026-05-12');
    await page.getByRole('button', { name: /^Diabetes and a fracture/ }).click();
    const findings = page.getByRole('complementary', { name: 'Findings' });
    await page.locator('#findings[aria-busy=false]').waitFor();
    const heads = await findings.getByRole('heading', { level: 3 }).allTextContents();
    expect(heads.some((head) => /Error.*21D.*S82\.101/s.test(head))).toBe(true);
    expect(heads.some((head) => /Error.*24E/s.test(head))).toBe(true);
    expect(heads.some((head) => /Error.*28.*238\.00/s.test(head))).toBe(true);
    expect(heads.some((head) => /Review.*E11\.22 is expected/s.test(head))).toBe(true);
    expect(heads.filter((head) => head.startsWith('Not checked')).length).toBeGreaterThan(3);
    await expect
      .poll(() =>
        page
          .getByText(/checks could not run/)
          .first()
          .isVisible(),
      )
      .toBe(true);
    await expect.poll(() => page.getByText('Clean', { exact: true }).count()).toBe(0);
  });

  it('applies the sure fix, and can take it back', async () => {
    const { page } = visit();
    const total = page.getByLabel('Total on claim, box 28');
    await page.getByRole('button', { name: 'Apply 1 sure fix' }).click();
    await expect.poll(() => total.inputValue()).toBe('238.00');
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await expect.poll(() => total.inputValue()).toBe('224.00');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => total.inputValue()).toBe('238.00');
  });

  it('sees the difference a fix makes before it is made', async () => {
    const { page } = visit();
    await page.getByRole('button', { name: /Review \d+.*E11\.22 is expected/s }).click();
    const diff = page.getByRole('group', { name: 'What the fix changes' });
    await expect
      .poll(() => diff.textContent())
      .toMatch(
        /21A.*E11\.9 Type 2 diabetes mellitus without complications.*21A.*E11\.22 Type 2 diabetes mellitus with diabetic chronic kidney disease/s,
      );
    await page.getByRole('button', { name: /^Apply fix/ }).click();
    const diagnoses = page.getByRole('region', { name: 'Diagnoses' });
    await expect.poll(() => diagnoses.getByRole('listitem').first().textContent()).toMatch(/A.*E11\.22/s);
    await page.getByRole('button', { name: /E11\.22 is expected/ }).waitFor({ state: 'detached' });
  });

  it('moves a diagnosis, and the pointers follow it', async () => {
    const { page } = visit();
    const pressed = () =>
      page.getByRole('group', { name: 'Pointers of line 1, box 24E' }).locator('button[aria-pressed=true]').allTextContents();
    await expect.poll(() => pressed()).toEqual(['A1', 'B2', 'C3']);
    await page.getByRole('button', { name: 'Move or remove B, N18.31' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('N18.31 is now A. The pointers followed it.').waitFor();
    await expect.poll(() => pressed()).toEqual(['A2', 'B1', 'C3']);
    await page.getByRole('button', { name: 'Move or remove A, N18.31' }).click();
    await page.getByRole('menuitem', { name: /^Move down/ }).click();
    await expect.poll(() => pressed()).toEqual(['A1', 'B2', 'C3']);
  });

  it('drags a diagnosis to another letter', async () => {
    const { page } = visit();
    const items = page.getByRole('region', { name: 'Diagnoses' }).getByRole('listitem');
    await items.nth(2).locator('.ttl').dragTo(items.nth(0).locator('.ttl'));
    await expect.poll(() => items.first().textContent()).toMatch(/A.*I10/s);
    await page.keyboard.press('Control+z');
    await expect.poll(() => items.first().textContent()).toMatch(/A.*E11\.22/s);
  });

  it('cannot add a fifth pointer, nor a header', async () => {
    const { page } = visit();
    const add = page.getByRole('combobox', { name: 'Add a diagnosis' });
    await add.fill('Z79.4');
    await page
      .getByRole('option', { name: /Z79\.4/ })
      .first()
      .click();
    const line = page.getByRole('group', { name: 'Pointers of line 1, box 24E' });
    await line.getByRole('button', { name: /^D, / }).click();
    await line.getByRole('button', { name: /^E, Z79\.4/ }).click();
    await page.getByText(/Line 1 has four letters already/).waitFor();
    await add.fill('S82.102');
    await add.press('Escape');
    await add.press('Enter');
    await page.getByText(/S82\.102 is not complete, so it was not added/).waitFor();
  });

  it('builds the 7th character from the keyboard and adds the code', async () => {
    const { page, go } = visit();
    await go('/icd10cm/S82.101?on=2026-05-12');
    await expect.poll(() => page.getByRole('radio').count()).toBe(16);
    await page.keyboard.press('c');
    await page
      .getByText('Unspecified fracture of upper end of right tibia, initial encounter for open fracture type IIIA, IIIB, or IIIC')
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/On the claim: S82\.101C as/).waitFor();
  });

  it.each([
    ['T14.90', ['A', 'D', 'S'], 'T14.90X'],
    ['S06.1X7', ['A'], 'S06.1X7'],
  ])('%s takes its own set', async (code, characters, stem) => {
    const { page, go } = visit();
    await go(`/icd10cm/${code}?on=2026-05-12`);
    await page.getByRole('radiogroup').waitFor();
    await expect.poll(() => page.getByRole('radio').locator('b').allTextContents()).toEqual(characters);
    if (characters.length > 1) await page.keyboard.press('a');
    await page.getByRole('link', { name: `${stem}A` }).waitFor();
  });

  it('saves the claim as JSON and opens it again', async () => {
    const { page, go } = visit();
    await go('/claim?on=2026-05-12');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: 'Claim as JSON', exact: true }).click();
    const path = await (await download).path();
    const text = readFileSync(path, 'utf8');
    expect(JSON.parse(text)).toMatchObject({ type: 'professional', id: 'A-100', total: '238.00' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: 'New claim' }).click();
    await page.getByText('Begin a claim').waitFor();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByLabel('Paste a claim as JSON, FHIR or X12, or several').fill(text);
    await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('heading', { name: 'Claim A-100' }).waitFor();
  });

  it('is told what cannot be read, with its place, and loses nothing', async () => {
    const { page } = visit();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    const dialog = page.getByRole('dialog');
    for (const [text, says] of [
      ['{"type":', /not JSON/],
      ['{"type":"professional","lines":[{"charge":12}]}', /\/lines\/0\/charge/],
      ['ISA*00*', /X12/],
    ] as const) {
      await dialog.getByLabel('Paste a claim as JSON, FHIR or X12, or several').fill(text);
      await dialog.getByRole('button', { name: 'Open', exact: true }).click();
      await dialog.getByRole('alert').filter({ hasText: says }).waitFor();
      await expect.poll(() => dialog.getByRole('alert').textContent()).toMatch(/Nothing was changed/);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Claim A-100' }).waitFor();
  });

  it('finds what changed, and what of a list breaks', async () => {
    const { page, go } = visit();
    await go('/changes?on=2025-10-05');
    await page.getByRole('button', { name: /^487 added/ }).waitFor();
    await page.getByRole('textbox', { name: 'Filter by code or word' }).fill('remission');
    await page.getByRole('link', { name: 'E11.A' }).waitFor();
    await page.getByLabel('Paste codes to see which break').fill('E11.9, G35 I10');
    await page.getByText('1 of 3 codes break.').waitFor();
  });
});
