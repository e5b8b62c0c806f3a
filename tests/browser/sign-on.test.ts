import { bundledData } from '@cleanclaim/data';
import { listen, makeApp, makeService, openOffice, silent, tokenAccess, withOidc } from '@cleanclaim/server';
import { describe, expect, it } from 'vitest';
import { type Provider, startProvider } from '../../packages/server/src/testing/provider.ts';
import type { Site } from '../support/static-server.ts';
import { PUBLIC } from '../support/static-server.ts';
import { hasChromium } from './support/browser.ts';
import { useVisit } from './support/page-test.ts';
import { buildPage } from './support/site.ts';

/** A server that leads people to a provider, which runs beside it. */
async function openOfficeWithProvider(): Promise<Site> {
  await buildPage();
  const provider: Provider = await startProvider('the-page');
  const store = await openOffice(':memory:');
  const settings = { issuer: provider.issuer, audience: 'the-page', roleClaim: 'roles', client: { id: 'the-page' } };
  const access = await withOidc(tokenAccess([]), settings);
  const app = makeApp({ service: makeService(bundledData()), store, access, loopbackOnly: true, page: PUBLIC });
  const running = await listen(app, { port: 0, host: '127.0.0.1', log: silent });
  return {
    url: running.url,
    async close() {
      await running.stop(100);
      await store.close();
      await provider.close();
    },
  };
}

describe.skipIf(!hasChromium)('signing on at an identity provider', () => {
  const visit = useVisit({
    open: openOfficeWithProvider,
    mayAsk: /^POST \/v1\/sign-on\/(?:begin|end)$/,
    refusals: /status of 401|^asked http:\/\/127\.0\.0\.1:\d+\/authorize\?/,
  });

  it('leads there and back to where one was, and keeps the token in the tab alone', async () => {
    const { page, go } = visit();
    await go('/worklist');
    await page.getByRole('button', { name: 'Office server' }).click();
    await page.getByRole('button', { name: 'Sign on with your account' }).click();
    await page.getByText('You are signed on in this tab').waitFor();
    await page.getByRole('heading', { name: 'Worklist' }).first().waitFor();
    await page.getByRole('button', { name: 'Office server' }).click();
    await page.getByText('Nothing is kept yet.').waitFor();
    await expect.poll(() => page.url()).not.toContain('code=');
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).toContain('eyJ');
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('eyJ');
  });

  it('refuses a code that this tab did not ask for', async () => {
    const { page, go } = visit();
    await go('/signed-in?code=stolen&state=made-up-state-of-another');
    await expect.poll(() => page.getByText(/This sign-on was not begun in this tab/).count()).toBe(1);
  });
});
