import { describe, expect, it } from 'vitest';
import { hasChromium } from './support/browser.ts';
import { useVisit } from './support/page-test.ts';

/** The server stopped: look-up, search and the bench go on, also after a reload. */
describe.skipIf(!hasChromium)('without the server', () => {
  const visit = useVisit();

  it('keeps the page and the packs on the first visit', async () => {
    const { page, go } = visit();
    await go('/');
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.getByText('Works offline').waitFor();
    await expect.poll(() => page.evaluate("caches.open('packs').then((cache) => cache.keys()).then((keys) => keys.length)")).toBe(2);
  });

  it('searches, opens a code and checks a claim with the server stopped', async () => {
    const { page, go, site } = visit();
    await site.close();
    await go('/?q=htn+ckd+3&on=2026-05-12');
    await page.locator('.pair').waitFor();
    await go('/icd10cm/S82.101?on=2026-05-12');
    await page.getByRole('radiogroup').waitFor();
    await go('/claim?on=2026-05-12');
    await page.getByRole('button', { name: /^Diabetes and a fracture/ }).click();
    await page
      .getByRole('button', { name: /^Error 1/ })
      .first()
      .waitFor();
    await page.reload();
    await page
      .getByRole('button', { name: /^Error 1/ })
      .first()
      .waitFor();
    await go('/changes?on=2026-05-12');
    await page.getByRole('button', { name: /added/ }).waitFor();
  });
});
