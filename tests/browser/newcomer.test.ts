import { describe, expect, it } from 'vitest';
import { hasChromium } from './support/browser.ts';
import { useVisit } from './support/page-test.ts';

/** Someone who does not know the codes: 99213 and E11.9, what each says, and what joins them on a bill. */
describe.skipIf(!hasChromium)('a newcomer', () => {
  const visit = useVisit();

  it('finds the search box ready and learns what a procedure code is', async () => {
    const { page, go } = visit();
    await go('/?on=2026-05-12');
    await page.keyboard.type('99213');
    await page.getByText('99213 is no diagnosis code.').waitFor();
    const row = page.getByRole('option', { name: /99213.*Evaluation and Management/s });
    await expect.poll(() => row.textContent()).toContain('A procedure: what was done.');
    await row.click();
    await page.getByRole('heading', { name: 'CPT or ICD?' }).waitFor();
  });

  it('sees both codes of a visit side by side, who keeps each, and that a bill needs both', async () => {
    const { page, go } = visit();
    await go('/apart?a=99213&b=E11.9&on=2026-05-12');
    const table = page.getByRole('table');
    const row = async (name: string) =>
      (await table.getByRole('row', { name }).getByRole('cell').allTextContents()).map((text) => text.trim());
    await expect
      .poll(() => row('Who keeps it'))
      .toEqual([expect.stringMatching(/American Medical Association/), expect.stringMatching(/NCHS/)]);
    await expect.poll(() => row('On the paper claim')).toEqual([expect.stringMatching(/^24D/), expect.stringMatching(/^21/)]);
    await expect
      .poll(() => row('This code means'))
      .toEqual([expect.stringMatching(/Text not shipped/), 'Type 2 diabetes mellitus without complications']);
    await expect
      .poll(() => page.locator('.lead').textContent())
      .toMatch(/99213 says what was done\. E11\.9 says why\. A bill needs both, and a pointer that joins them\./);
    await page.locator('.drawing:visible').waitFor();
  });

  it('takes away the pointer and is told why the line stops', async () => {
    const { page } = visit();
    await page.getByRole('button', { name: 'Without the pointer' }).click();
    await page.getByRole('heading', { name: 'Claim VISIT-1' }).waitFor();
    await page.getByRole('button', { name: /Error 1.*24E/s }).waitFor();
    await page.getByRole('button', { name: /^A, E11\.9$/ }).click();
    await page.getByRole('button', { name: /Error \d.*24E/s }).waitFor({ state: 'detached' });
  });

  it('compares two diagnoses, and is told when they exclude each other', async () => {
    const { page, go } = visit();
    await go('/apart?a=E10.9&b=E11.9&on=2026-05-12');
    await page
      .getByRole('region', { name: 'Both on one claim?' })
      .filter({ hasText: /E10\.9.*E11\.9/s })
      .waitFor();
    await go('/apart?a=E11.22&b=H25.11&on=2026-05-12');
    await page.getByText(/No rule of Cleanclaim speaks against/).waitFor();
  });

  it('may compare the other way round, and texts that are nothing', async () => {
    const { page, go } = visit();
    await go('/apart?q=E11.9+G0108&on=2026-05-12');
    await expect.poll(() => page.locator('.lead').textContent()).toMatch(/G0108 says what was done\. E11\.9 says why/);
    await go('/apart?a=%3Cscript%3Ealert(1)%3C/script%3E&b=E11.9');
    await page.getByText(/No code system has codes like/).waitFor();
  });
});
