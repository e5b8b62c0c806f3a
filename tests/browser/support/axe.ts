import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const WIDE = { width: 1280, height: 900 };
/** The width that WCAG 2.2 asks a page to reflow to (1.4.10): a small phone, or a desk at 400 % zoom. */
const PHONE = { width: 320, height: 800 };
/** The rules of axe that look at colours; what else they look at is the same in the dark. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * No barrier that axe can see, and nothing wider than the window: on a desk in the light, in the dark, and on a phone. The
 * page is loaded once: what it shows depends on neither, only how its styles set it out.
 */
export async function expectNoBarrier(page: Page): Promise<void> {
  await page.evaluate(axe);
  await expectNone(page, 'wide and light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone(page, 'dark', OF_COLOURS);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE);
  await expectNone(page, 'on a phone');
  await page.setViewportSize(WIDE);
}

async function expectNone(page: Page, look: string, rules?: readonly string[]): Promise<void> {
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) };
  const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults;
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`).join('\n')}`,
  );
  expect(told, look).toEqual([]);
  // Polled, as a figure is drawn again for its new width.
  await expect
    .poll(() => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), {
      message: `${look}: scrolls sideways`,
    })
    .toBe(0);
}
