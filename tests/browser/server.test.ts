import { afterEach, describe, expect, it } from 'vitest';
import { hasChromium } from './support/browser.ts';
import { useVisit } from './support/page-test.ts';
import { openServed } from './support/served.ts';

const ON = 'on=2026-03-04';

/** A made-up claim of a place that the made-up fee schedule knows. */
const PRICED = {
  type: 'professional',
  payer: { id: '99999', locality: '01', kind: 'medicare' },
  patient: { birthDate: '1950-06-15', sex: 'female' },
  diagnoses: [{ code: 'E11.9' }],
  lines: [{ code: 'G0108', from: '2026-03-04', pos: '11', units: 1, charge: '128.00', pointers: [1] }],
};

/** What the page asks of the server, each only with its switch or button; the server has made-up tables. */
describe.skipIf(!hasChromium)('with the tables of the server', () => {
  const visit = useVisit({
    open: openServed,
    mayAsk: /^POST \/v1\/(?:codes\.(?:search|index|pcs|map|facts)|claims\.(?:price|check))$/,
    // Asked for the claims it keeps, a server without a database says that it keeps none.
    refusals: /status of 404/,
  });
  const asked: string[] = [];
  let isListening = false;
  const listen = (): void => {
    if (isListening) return;
    isListening = true;
    visit().page.on('request', (request) => request.method() === 'POST' && asked.push(new URL(request.url()).pathname));
  };
  afterEach(() => void asked.splice(0));

  it('asks nothing until the switch is on, and says where the words go', async () => {
    const { page, go, site } = visit();
    listen();
    await go(`/?q=folding+walker&${ON}`);
    const box = page.getByRole('checkbox', { name: 'Ask this server for its installed tables' });
    await expect.poll(() => box.isChecked()).toBe(false);
    await page.getByText(`goes to ${new URL(site.url).host} and nowhere else`).waitFor();
    await page.waitForTimeout(500);
    expect(asked).toEqual([]);
    await box.check();
    await page.getByRole('option', { name: /^E0143/ }).waitFor();
    expect(asked).toEqual(['/v1/codes.search']);
    await page.getByText(/^Not installed there, so not searched:/).waitFor();
    await expect
      .poll(() =>
        page
          .getByText(/ICD-11/)
          .last()
          .isVisible(),
      )
      .toBe(true);
  });

  it('remembers the switch, asks once for what is typed, and finds PCS codes', async () => {
    const { page, go } = visit();
    await go(`/?${ON}`);
    // All keys in one turn of the page: a slow machine must not make pauses between them, after which it may well ask.
    await page.getByRole('combobox', { name: /^Search codes/ }).evaluate((box: { value: string; dispatchEvent(event: unknown): void }) => {
      const put = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set;
      const words = 'resection of appendix';
      for (let length = 1; length <= words.length; length++) {
        put?.call(box, words.slice(0, length));
        box.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    const row = page.getByRole('option', { name: /^0DTJ4ZZ/ });
    await row.waitFor();
    expect(asked).toEqual(['/v1/codes.search']);
    const box = page.getByRole('combobox', { name: /^Search codes/ });
    for (let press = 0; press < 40 && (await row.getAttribute('aria-selected')) !== 'true'; press++) await box.press('ArrowDown');
    await box.press('Enter');
    await page.getByText('Made-up resection of appendix, endoscopic').waitFor();
    await page.getByText('Valid that day').waitFor();
  });

  it('walks the Alphabetic Index, by term, by reference and by code', async () => {
    const { page, go } = visit();
    await go(`/index?${ON}`);
    await page.getByRole('link', { name: 'Diabetes', exact: true }).click();
    const main = page.getByRole('region', { name: 'Diabetes, diabetic' });
    await main.waitFor();
    await main
      .getByRole('link', { name: /^E11\.22/ })
      .first()
      .waitFor();
    await go(`/index?code=E11.22&${ON}`);
    await page.getByRole('region', { name: /^Diabetes, diabetic, type 2, with, chronic kidney disease/ }).waitFor();
    await go(`/index?term=lumbagoo&${ON}`);
    await page.getByText('Read as lumbago.').waitFor();
    await go(`/index?term=Lumbalgia&${ON}`);
    await page.getByRole('link', { name: 'Lumbago', exact: true }).click();
    await page.getByRole('region', { name: 'Lumbago, lumbalgia' }).waitFor();
    await go(`/index?term=zzqx&${ON}`);
    await page.getByRole('heading', { name: 'Nothing in the index for zzqx' }).waitFor();
    await go(`/index?term=aspirin&part=drugs&${ON}`);
    await page.getByRole('columnheader').nth(3).waitFor();
  });

  it('builds a PCS code by the letters shown, takes a column back, and adds it to a hospital claim', async () => {
    const { page, go } = visit();
    await go(`/icd10pcs/0DT?${ON}`);
    await page.getByText('3 codes remain').waitFor();
    await page.keyboard.press('j');
    await page.getByText('2 codes remain').waitFor();
    await page.keyboard.press('4');
    await page.getByText('1 code remains').waitFor();
    await page.keyboard.press('Backspace');
    await page.getByText('2 codes remain').waitFor();
    for (const [key, says] of [
      ['0', '0DTJ0__'],
      ['z', '0DTJ0Z_'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByText(says, { exact: true }).waitFor();
    }
    await page.keyboard.press('z');
    await page.getByText('Valid that day').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('On the hospital claim: 0DTJ0ZZ, form locator 74').waitFor();
    await page.getByRole('button', { name: 'Open claim' }).click();
    await expect.poll(() => page.getByLabel('Procedures (PCS) 1, code').inputValue()).toBe('0DTJ0ZZ');
    await go(`/icd10pcs/0DTJ9?${ON}`);
    await page
      .getByRole('alert')
      .filter({ hasText: /No table has/ })
      .waitFor();
  });

  it('shows maps of a code, and says of a system without a map what to install', async () => {
    const { page, go } = visit();
    await go(`/icd10cm/E11.9?${ON}`);
    const maps = page.getByRole('region', { name: 'In other systems' });
    await maps.getByText('250.00').waitFor();
    await maps.getByText(/The map is not installed/).waitFor();
    const facts = page.getByRole('region', { name: 'Facts' });
    await facts.getByText('an indicator is needed').waitFor();
    await facts.getByText('No data').first().waitFor();
  });

  it('prices a claim when the button is pressed and not before, line by line', async () => {
    const { page, go, site } = visit();
    await page.evaluate('sessionStorage.clear()');
    await go(`/claim?${ON}`);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByLabel('Paste a claim as JSON, FHIR or X12, or several').fill(JSON.stringify(PRICED));
    await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    const card = page.getByRole('region', { name: 'Expected payment' });
    await card.getByText(`this claim goes to ${new URL(site.url).host} and nowhere else`).waitFor();
    await page.waitForTimeout(500);
    expect(asked.filter((path) => path.includes('claims'))).toEqual([]);
    await card.getByRole('button', { name: 'Price' }).click();
    await card.getByText('All lines are priced.').waitFor();
    await expect.poll(() => card.getByRole('row').nth(1).textContent()).toMatch(/G0108.*100\.00/);
    await card.getByText('By mpfs-rvu-made-up').waitFor();
    expect(asked.filter((path) => path.includes('claims'))).toEqual(['/v1/claims.price']);
    await page.getByLabel('Line 1, units, box 24G').fill('3');
    await page.getByLabel('Line 1, units, box 24G').press('Enter');
    await card.getByText('The claim was changed since.').waitFor();
  });

  it('checks with the tables of the server while the switch is on, and forgets the switch', async () => {
    const { page, go } = visit();
    const box = page.getByRole('checkbox', { name: 'Check with this server’s tables' });
    await expect.poll(() => box.isChecked()).toBe(false);
    await box.check();
    await page.getByText('Checked by the server; it keeps no claims to look back on').waitFor();
    await page.getByText('The claim on the bench is checked at').waitFor();
    expect(asked).toEqual(['/v1/claims.check', '/v1/claims.check']);
    await go(`/claim?${ON}`);
    await page.getByRole('heading', { name: 'Findings' }).waitFor();
    await expect.poll(() => box.isChecked()).toBe(false);
    await page.waitForTimeout(700);
    expect(asked).toHaveLength(2);
  });

  it('goes on without the server, and says so', async () => {
    const { page, go, site } = visit();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.getByText('Works offline').waitFor();
    await expect.poll(() => page.evaluate("caches.open('packs').then((cache) => cache.keys()).then((keys) => keys.length)")).toBe(2);
    await site.close();
    await go(`/?q=htn+ckd+3&${ON}`);
    await page.locator('.pair').waitFor();
    await page.getByText('The server does not answer.').waitFor();
    await go(`/claim?${ON}`);
    await page.getByRole('region', { name: 'Expected payment' }).getByRole('button', { name: 'Price' }).click();
    await page.getByText('The server does not answer.').waitFor();
    await page.getByRole('heading', { name: 'Findings' }).waitFor();
    for (const path of ['/index?term=diabetes', '/icd10pcs/0DT']) {
      await go(`${path}${path.includes('?') ? '&' : '?'}${ON}`);
      await page.getByText('The server does not answer.').waitFor();
    }
  });
});

describe.skipIf(!hasChromium)('with a server that wants a token', () => {
  const visit = useVisit({
    open: () => openServed({ token: 'made-up-token-of-a-coder-1234' }),
    mayAsk: /^POST \/v1\/codes\.index$/,
    refusals: /status of 401/,
  });

  it('asks for it in place, and goes on with it', async () => {
    const { page, go } = visit();
    await go(`/index?term=lumbago&${ON}`);
    await page.getByRole('checkbox', { name: 'Ask this server for its installed tables' }).check();
    await page.getByText('The server answers only with a token').waitFor();
    await page.getByLabel('Token').fill('made-up-token-of-a-coder-1234');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('region', { name: 'Lumbago, lumbalgia' }).waitFor();
  });
});
