import { beforeAll, describe, it } from 'vitest';
import { expectNoBarrier } from './support/axe.ts';
import { hasChromium } from './support/browser.ts';
import { useVisit, type Visit } from './support/page-test.ts';
import { openServed } from './support/served.ts';

const ON = 'on=2026-03-04';

const PAGES: readonly [name: string, path: string, ready: (visit: Visit) => Promise<unknown>][] = [
  ['search with a table of the server', `/?q=folding+walker&${ON}`, ({ page }) => page.getByRole('link', { name: /^E0143/ }).waitFor()],
  ['the index', `/index?term=Diabetes&${ON}`, ({ page }) => page.getByRole('region', { name: 'Diabetes, diabetic' }).waitFor()],
  ['a table of the index', `/index?term=aspirin&${ON}`, ({ page }) => page.getByRole('table').waitFor()],
  ['a term that is not there', `/index?term=zzqx&${ON}`, ({ page }) => page.getByRole('heading', { name: /^Nothing/ }).waitFor()],
  ['the PCS builder', `/icd10pcs/0DT?${ON}`, ({ page }) => page.getByText('3 codes remain').waitFor()],
  ['a built PCS code', `/icd10pcs/0DTJ4ZZ?${ON}`, ({ page }) => page.getByText('Valid that day').waitFor()],
  ['PCS characters that do not go together', `/icd10pcs/0DTJ9?${ON}`, ({ page }) => page.getByRole('alert').waitFor()],
  ['characters that are no PCS code', `/icd10pcs/%3Cb%3E?${ON}`, ({ page }) => page.getByRole('alert').waitFor()],
  ['a code with its maps', `/icd10cm/E11.9?${ON}`, ({ page }) => page.getByText('250.00').waitFor()],
  [
    'a claim priced and checked by the server',
    `/claim?${ON}`,
    async ({ page }) => {
      await page.getByRole('button', { name: 'Diabetes training, in order' }).click();
      await page.getByRole('button', { name: 'Price', exact: true }).click();
      await page.getByRole('region', { name: 'Expected payment' }).getByRole('table').waitFor();
      await page.getByRole('checkbox', { name: 'Check with this server’s tables' }).check();
      await page.getByText('Checked by the server').waitFor();
    },
  ],
];

describe.skipIf(!hasChromium)('no barrier that axe can see, with the tables of the server, wide and light, dark, or on a phone', () => {
  const visit = useVisit({ open: openServed, mayAsk: /^POST \/v1\//, refusals: /status of 40[04]/ });
  beforeAll(async () => {
    if (!hasChromium) return;
    const { page, go } = visit();
    await go(`/chapters?${ON}`);
    await page.evaluate("localStorage.setItem('cleanclaim.ask-server', 'true')");
  });

  it.each(PAGES)('%s', async (_name, path, ready) => {
    const { go } = visit();
    await go(path);
    await ready(visit());
    await expectNoBarrier(visit().page);
  });
});
