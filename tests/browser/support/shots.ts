/**
 * `node tests/browser/support/shots.ts [name…]`: screenshots of every page at the widths of the design, in .shots/ (not
 * committed), to be looked at by eye. WIDTHS=320,640,1280, DARK=1 and PRINT=1 choose how.
 */
import { mkdirSync } from 'node:fs';
import { serveSite } from '../../support/static-server.ts';
import { openBrowser } from './browser.ts';

const ON = 'on=2026-05-12';
const PAGES: Readonly<Record<string, string>> = {
  first: `/?${ON}`,
  search: `/?q=htn+ckd+3&${ON}`,
  procedure: `/?q=99213&${ON}`,
  nothing: `/?q=htnn+ckdd+zzq&${ON}`,
  code: `/icd10cm/E11.22?${ON}`,
  builder: `/icd10cm/S82.101?${ON}`,
  header: `/icd10cm/E11.3?${ON}`,
  gone: '/icd10cm/QA0.0101?on=2025-05-12',
  unknown: `/icd10cm/E11.77?${ON}`,
  nodata: '/icd10cm/E11.22?on=2015-03-01',
  apart: `/apart?${ON}`,
  siblings: `/apart?a=E11.9&b=E11.22&${ON}`,
  changes: `/changes?${ON}`,
  chapters: `/chapters?${ON}`,
  chapter: `/chapters/4?${ON}`,
  newclaim: `/claim?${ON}`,
  claim: `/claim?${ON}`,
  stay: `/claim?${ON}`,
  dental: `/claim?${ON}`,
  learn: `/claim?${ON}`,
  em: `/em?${ON}`,
  worklist: `/claim?${ON}`,
  payments: `/payments?${ON}`,
  payment: `/payments?${ON}`,
  answer: `/payments?${ON}`,
  sent: `/payments?${ON}`,
  statistics: `/statistics?${ON}`,
  nostatistics: `/statistics?${ON}`,
  noindex: `/index?${ON}`,
  nopcs: `/icd10pcs/0DT?${ON}`,
  noworklist: `/worklist?${ON}`,
  fhir: `/claim?${ON}`,
  paper: `/claim?${ON}`,
  opening: `/claim?${ON}`,
  keys: `/?${ON}`,
};
const WIDTHS = process.env['WIDTHS']?.split(',').map(Number) ?? [1280];
const wanted = process.argv.slice(2);

mkdirSync('.shots', { recursive: true });
const site = await serveSite();
for (const width of WIDTHS) {
  for (const dark of process.env['DARK'] ? [true] : [false]) {
    const context = await openBrowser({ width, height: width < 700 ? 800 : 900, dark });
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('console', (message) => message.type() === 'error' && console.log(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => console.log(`${page.url()}: ${error.message}\n${error.stack?.slice(0, 600)}`));
    for (const [name, path] of Object.entries(PAGES)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await page.goto(site.url + path);
      await page.waitForSelector('main h1', { state: 'attached' });
      if (name === 'claim') await page.getByRole('button', { name: 'Diabetes and a fracture' }).click();
      if (name === 'stay' || name === 'learn') await page.getByRole('button', { name: 'A hospital stay' }).click();
      if (name === 'dental') await page.getByRole('button', { name: 'A filling' }).click();
      if (name === 'learn') await page.getByRole('button', { name: 'Learn' }).click();
      if (name === 'builder') await page.getByRole('radio', { name: /^A:/ }).click();
      if (name === 'worklist') {
        for (const sample of [/^Diabetes and a fracture/, 'A hospital stay', 'Diabetes training']) {
          await page.evaluate('sessionStorage.clear()');
          await page.goto(site.url + path);
          await page.getByRole('button', { name: sample }).click();
          await page.getByRole('button', { name: 'Save' }).click();
          await page.getByRole('menuitem', { name: 'Keep in the worklist' }).click();
          await page.getByRole('button', { name: 'Worklist', exact: true }).waitFor();
        }
        await page.goto(`${site.url}/payments?${ON}`);
        await page.getByRole('button', { name: 'A payment (835)' }).click();
        await page.getByRole('button', { name: 'Take the results over' }).click();
        await page.getByText('claims updated').waitFor();
        await page.goto(`${site.url}/worklist?${ON}`);
        await page.getByRole('button', { name: 'A-100', exact: true }).waitFor();
      }
      if (name === 'em') {
        for (const part of ['Problems', 'Risk']) await page.getByRole('region', { name: part }).getByRole('radio').nth(2).check();
        await page.getByLabel('Minutes').fill('41');
      }
      if (name === 'payment') await page.getByRole('button', { name: 'A payment (835)' }).click();
      if (name === 'answer') await page.getByRole('button', { name: 'An answer (277CA)' }).click();
      if (name === 'sent') {
        await page.getByRole('button', { name: 'A payment and the claims sent' }).click();
        await page.getByRole('button', { name: 'Differs 2' }).waitFor();
      }
      if (name === 'statistics') {
        await page.getByRole('button', { name: 'Try it with two made-up countries' }).first().click();
        await page.locator('.plot svg').nth(2).waitFor();
      }
      if (name === 'opening') await page.getByRole('button', { name: 'Open', exact: true }).click();
      if (name === 'fhir' || name === 'paper') {
        await page.getByRole('button', { name: /^Diabetes and a fracture/ }).click();
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByRole('menuitem', { name: name === 'fhir' ? /FHIR/ : /PDF/ }).click();
        await page.getByRole('dialog').waitFor();
      }
      if (name === 'keys') await page.getByRole('button', { name: 'Keys' }).click();
      if (process.env['PRINT']) await page.emulateMedia({ media: 'print' });
      await page.waitForTimeout(300);
      const sideways = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
      if (sideways) console.log(`${name} at ${width} scrolls sideways`);
      // As tall as its content, so that sticky bands stand where they belong.
      const tall = Number(await page.evaluate('document.documentElement.scrollHeight'));
      await page.setViewportSize({ width, height: Math.max(tall, 500) });
      await page.waitForTimeout(150);
      await page.screenshot({
        path: `.shots/${name}-${width}-${process.env['PRINT'] ? 'print' : dark ? 'dark' : 'light'}.png`,
        fullPage: true,
      });
      await page.setViewportSize({ width, height: width < 700 ? 800 : 900 });
      await page.emulateMedia({ media: 'screen' });
      if (path.startsWith('/claim')) await page.evaluate('sessionStorage.clear()');
    }
    await context.close();
  }
}
await site.close();
