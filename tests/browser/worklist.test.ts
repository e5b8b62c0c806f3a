import { readFileSync } from 'node:fs';
import { bundledData } from '@cleanclaim/data';
import { keptToken, listen, makeApp, makeService, openOffice, silent, tokenAccess } from '@cleanclaim/server';
import { describe, expect, it } from 'vitest';
import { STATES } from '../../packages/server/src/store/store.ts';
import { STATES as PAGE_STATES } from '../../packages/web/src/state/worklist/model.ts';
import { hasChromium, openBrowser } from './support/browser.ts';
import { useVisit } from './support/page-test.ts';

it('the page and the server know the same states', () => {
  expect(PAGE_STATES).toEqual(STATES);
});

/** Kept in the browser, by an explicit act and nowhere else: a request that is no GET fails the file (page-test.ts). */
describe.skipIf(!hasChromium)('the worklist of this browser', () => {
  const visit = useVisit();
  const rows = () => visit().page.getByRole('region', { name: 'Worklist' }).getByRole('row');
  const keep = async (sample: string): Promise<void> => {
    const { page, go } = visit();
    await page.evaluate('sessionStorage.clear()');
    await go('/claim?on=2026-05-12');
    await page.getByRole('button', { name: sample }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: 'Keep in the worklist' }).click();
    await page.getByText('Kept as a draft').waitFor();
  };

  it('is empty until a claim is kept on purpose', async () => {
    const { page, go } = visit();
    await go('/worklist');
    await page.getByText('Nothing is kept yet.').waitFor();
    await page.getByText('No claim was kept yet, so there is no rate.').waitFor();
    await keep('Diabetes and a fracture, with errors');
    await keep('Diabetes training, in order');
    await page.getByRole('button', { name: 'Worklist', exact: true }).click();
    await rows().nth(2).waitFor();
    await expect.poll(() => rows().nth(1).textContent()).toMatch(/A-101.*Medicare2026-03-04128\.00/);
    await expect.poll(() => rows().nth(2).textContent()).toMatch(/A-100.*errors/);
  });

  it('moves a claim, filters by state, and tells the clean-claim rate', async () => {
    const { page } = visit();
    await page.getByLabel('State of A-101').selectOption('ready');
    await page.getByText('A-101 is now: Ready').waitFor();
    await page.getByRole('button', { name: 'Ready 1' }).click();
    await expect.poll(() => rows().count()).toBe(2);
    await page.getByRole('button', { name: 'Paid 0' }).click();
    await page.getByText('No claim is paid.').waitFor();
    await page.getByRole('button', { name: 'All 2' }).click();
    await expect
      .poll(() => page.getByRole('region', { name: 'Clean-claim rate' }).getByRole('row').nth(1).textContent())
      .toMatch(/^\d{4}-\d\d2150\.0 %1$/);
  });

  it('opens a kept claim and keeps its change in the same place', async () => {
    const { page } = visit();
    await page.getByRole('button', { name: 'A-100', exact: true }).click();
    await page.getByRole('heading', { name: 'Claim A-100' }).waitFor();
    await page.getByRole('button', { name: 'Apply 1 sure fix' }).click();
    await expect.poll(() => page.getByLabel('Total on claim, box 28').inputValue()).toBe('238.00');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: 'Keep in the worklist' }).click();
    await page.getByText('Kept', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Worklist', exact: true }).click();
    await expect.poll(() => page.getByRole('button', { name: 'All 2' }).isVisible()).toBe(true);
    await page.getByText('238.00').waitFor();
  });

  it('takes over what a payment says, with the next step of the denial', async () => {
    const { page, go } = visit();
    await go('/payments');
    await page.getByRole('button', { name: 'A payment (835)' }).click();
    await page.getByText('2 claims of the worklist in this browser are answered here.').waitFor();
    await page.getByRole('button', { name: 'Take the results over' }).click();
    await page.getByText('2 claims updated').waitFor();
    await go('/worklist');
    await expect.poll(() => page.getByLabel('State of A-100').inputValue()).toBe('paid');
    await page.getByText(/Mend and send again: 96\.00/).waitFor();
    await page.getByRole('row', { name: /A-100/ }).getByText('1 line denied').waitFor();
  });

  it('goes out as a file and comes in again, whole or not at all', async () => {
    const { page } = visit();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as file' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    for (const number of ['A-100', 'A-101']) {
      await page.getByRole('button', { name: `Remove ${number}` }).click();
      await page.getByRole('button', { name: number, exact: true }).waitFor({ state: 'detached' });
    }
    await page.getByText('Nothing is kept yet.').waitFor();
    const open = (content: string, name = 'list.json') =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    const broken = JSON.parse(text) as { claims: { state: string }[] };
    broken.claims[1] = { ...broken.claims[1], state: '<b>paid</b>' };
    for (const [content, says] of [
      ['{', /no JSON/],
      ['[]', /no worklist/],
      [JSON.stringify(broken), /Claim 2 of the file cannot be read/],
    ] as const) {
      await open(content);
      await page.getByRole('alert').filter({ hasText: says }).waitFor();
    }
    await page.getByText('Nothing is kept yet.').waitFor();
    await open(text, '<script>alert(1)</script>.json');
    await page.getByText('2 claims taken over').waitFor();
    await page.getByRole('button', { name: 'All 2' }).waitFor();
  });
});

describe.skipIf(!hasChromium)('the worklist of the office server', () => {
  it('asks for the token, keeps a claim there, and shows a change made elsewhere', { timeout: 60_000 }, async () => {
    const store = await openOffice(':memory:');
    const token = 'front-desk-token-of-32-characters';
    const access = tokenAccess([keptToken('front desk', 'bill', token)]);
    const app = makeApp({ service: makeService(bundledData()), store, access, loopbackOnly: true });
    const running = await listen(app, { port: 0, host: '127.0.0.1', log: silent });
    const context = await openBrowser();
    try {
      const page = await context.newPage();
      await page.goto(`${running.url}/worklist`);
      await page.getByRole('button', { name: 'Office server' }).click();
      await page.getByText('The server answers only with a token').waitFor();
      await page.getByLabel('Token').fill(token);
      await page.getByRole('button', { name: 'Connect' }).click();
      await page.getByText('Nothing is kept yet.').waitFor();
      await page.getByRole('link', { name: 'Go to the claim bench' }).click();
      await page.getByRole('button', { name: 'Diabetes training, in order' }).click();
      const keep = async (): Promise<void> => {
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByRole('menuitem', { name: 'Keep on the office server' }).click();
      };
      await keep();
      await page.getByText('Kept as a draft').waitFor();
      const { claims } = await store.list({});
      expect(claims).toMatchObject([{ number: 'A-101', state: 'draft', changedBy: 'front desk' }]);
      await store.change(claims[0]?.id ?? '', 1, { state: 'sent' }, 'someone else');
      await keep();
      await page.getByText('It was changed elsewhere since you opened it.').waitFor();
      await page.getByRole('link', { name: 'Worklist' }).click();
      await page.getByRole('button', { name: 'Office server' }).click();
      await expect.poll(() => page.getByLabel('State of A-101').inputValue()).toBe('sent');
      await expect.poll(() => page.getByRole('region', { name: 'Clean-claim rate' }).textContent()).toMatch(/100\.0 %/);
    } finally {
      await context.close();
      await running.stop(100);
      await store.close();
    }
  });
});
