import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Site } from '../../support/static-server.ts';
import { hasChromium, openBrowser } from './browser.ts';
import { openSite } from './site.ts';

/** A page of the served site in a browser of its own; every error the page logs, and every request to elsewhere, fails the test file. */
export interface Visit {
  readonly page: Page;
  readonly site: Site;
  readonly context: BrowserContext;
  /** Opens an address of the page and waits until it has its heading. */
  go(path: string): Promise<void>;
}

interface VisitOptions extends NonNullable<Parameters<typeof openBrowser>[0]> {
  /** Another server than the one of files alone. */
  readonly open?: () => Promise<Site>;
  /** What the page may send beside its GETs, as `POST /v1/claims.price`. */
  readonly mayAsk?: RegExp;
  /** Refusals of the server that the test is about; the browser names each on its console. */
  readonly refusals?: RegExp;
}

export function useVisit({ open = openSite, mayAsk, refusals, ...options }: VisitOptions = {}): () => Visit {
  let visit: Visit | undefined;
  const troubles: string[] = [];
  beforeAll(async () => {
    if (!hasChromium) return;
    const site = await open();
    const context = await openBrowser(options);
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(site.url) && !request.url().startsWith('blob:')) troubles.push(`asked ${request.url()}`);
      const asks = `${request.method()} ${request.url().slice(site.url.length)}`;
      if (request.method() !== 'GET' && mayAsk?.test(asks) !== true) troubles.push(`${request.method()} ${request.url()}`);
    });
    visit = {
      page,
      site,
      context,
      go: async (path) => {
        await page.goto(site.url + path);
        await page.locator('main h1').first().waitFor({ state: 'attached' });
      },
    };
  }, 120_000);
  afterAll(async () => {
    await visit?.context.close();
    await visit?.site.close();
    // A stopped server is part of the offline path; the browser names each request that then fails.
    expect(troubles.filter((each) => !/ERR_CONNECTION_REFUSED/.test(each) && refusals?.test(each) !== true)).toEqual([]);
  });
  return () => {
    if (!visit) throw new Error('no browser is open');
    return visit;
  };
}
