import { describe, it } from 'vitest';
import { expectNoBarrier } from './support/axe.ts';
import { hasChromium } from './support/browser.ts';
import { useVisit, type Visit } from './support/page-test.ts';

const ON = 'on=2026-05-12';
/** Keeps a claim and goes to the list; removing it again leaves the next page of the test its empty list. */
async function keepOne({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: /^Diabetes and a fracture/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('menuitem', { name: 'Keep in the worklist' }).click();
  await page.getByRole('button', { name: 'Worklist', exact: true }).click();
  await page.getByRole('button', { name: 'A-100', exact: true }).waitFor();
}

async function openDialog({ page }: Visit, item: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Diabetes and a fracture/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('dialog').waitFor();
}

const PAGES: readonly [name: string, path: string, ready?: (visit: Visit) => Promise<unknown>][] = [
  ['first use', `/?${ON}`],
  ['search with a pair', `/?q=htn+ckd+3&${ON}`],
  ['search for a procedure', `/?q=99213&${ON}`],
  ['search without a result', `/?q=zzqx&${ON}`],
  ['a code', `/icd10cm/E11.22?${ON}`],
  ['the builder', `/icd10cm/S82.101?${ON}`, ({ page }) => page.keyboard.press('a')],
  ['a header', `/icd10cm/E11.3?${ON}`],
  ['a code not in force', '/icd10cm/QA0.0101?on=2025-05-12'],
  ['an unknown code', `/icd10cm/E11.77?${ON}`],
  ['a day without an edition', '/icd10cm/E11.22?on=2015-03-01'],
  ['tell apart', `/apart?${ON}`],
  ['two codes of one system', `/apart?a=E11.9&b=E11.22&${ON}`],
  ['changes', `/changes?${ON}`],
  ['the index, switched off', `/index?${ON}`],
  ['the PCS builder, switched off', `/icd10pcs/0DT?${ON}`],
  ['a form as PDF', `/claim?${ON}`, (visit) => openDialog(visit, /PDF/)],
  ['a claim as FHIR', `/claim?${ON}`, (visit) => openDialog(visit, /FHIR/)],
  ['chapters', `/chapters?${ON}`],
  ['a chapter', `/chapters/5?${ON}`],
  ['an empty bench', `/claim?${ON}`],
  ['the bench with findings', `/claim?${ON}`, ({ page }) => page.getByRole('button', { name: /^Diabetes and a fracture/ }).click()],
  ['the bench with a hospital stay', `/claim?${ON}`, ({ page }) => page.getByRole('button', { name: 'A hospital stay' }).click()],
  ['the bench with a dental claim', `/claim?${ON}`, ({ page }) => page.getByRole('button', { name: 'A filling' }).click()],
  [
    'the level of a visit',
    `/em?${ON}`,
    ({ page }) =>
      page
        .getByRole('radio', { name: /^Moderate/ })
        .first()
        .check(),
  ],
  ['the level of a visit long ago', '/em?on=2019-05-12'],
  ['an empty worklist', `/worklist?${ON}`],
  ['a worklist', `/claim?${ON}`, keepOne],
  ['no payment yet', `/payments?${ON}`],
  ['a payment', `/payments?${ON}`, ({ page }) => page.getByRole('button', { name: 'A payment (835)' }).click()],
  [
    'a payment beside the claims sent',
    `/payments?${ON}`,
    async ({ page }) => {
      await page.getByRole('button', { name: 'A payment and the claims sent' }).click();
      await page.getByRole('button', { name: 'Differs 2' }).waitFor();
    },
  ],
  ['an answer', `/payments?${ON}`, ({ page }) => page.getByRole('button', { name: 'An answer (277CA)' }).click()],
  ['statistics, empty', `/statistics?${ON}`],
  [
    'statistics of two countries',
    `/statistics?${ON}`,
    async ({ page }) => {
      await page
        .getByRole('button', { name: /^Try it with two/ })
        .first()
        .click();
      await page.locator('.plot svg').nth(2).waitFor();
    },
  ],
  [
    'statistics that cannot be worked out',
    `/statistics?${ON}`,
    async ({ page }) => {
      await page.getByRole('textbox', { name: 'Deaths' }).fill('age,deaths\n0-4,1');
      await page.getByRole('alert').waitFor();
    },
  ],
  ['the keys', `/chapters?${ON}`, ({ page }) => page.keyboard.press('?').then(() => page.getByRole('dialog').waitFor())],
];

describe.skipIf(!hasChromium)('no barrier that axe can see, wide and light, dark, or on a phone', () => {
  const visit = useVisit();

  it.each(PAGES)('%s', async (_name, path, ready) => {
    const { page, go } = visit();
    await go(path);
    await ready?.(visit());
    await expectNoBarrier(page);
    // The next page of the list begins with an empty bench.
    await page.evaluate('sessionStorage.clear()');
  });
});
