import { describe, expect, it } from 'vitest';
import { make835, make837P } from '../made/x12.ts';
import { hasChromium } from './support/browser.ts';
import { useVisit } from './support/page-test.ts';

function made(make: (count: number, put: (text: string) => void) => void, count: number): Buffer {
  let text = '';
  make(count, (part) => (text += part));
  return Buffer.from(text);
}

const HOSTILE = '<img src=x onerror=alert(1)>.835';

/** What comes back from the payer: opened, read in plain words, never sent anywhere. */
describe.skipIf(!hasChromium)('payments and answers', () => {
  const visit = useVisit();

  it('says what the page is for, and tries a sample', async () => {
    const { page, go } = visit();
    await go('/payments?on=2026-06-02');
    await page.getByRole('button', { name: 'A payment (835)' }).click();
    await page.getByRole('heading', { name: 'Payment of 2026-06-02' }).waitFor();
    await expect
      .poll(() => page.locator('.sum').textContent())
      .toMatch(/Paid to you217\.01.*Billed756\.00.*Patients owe58\.03.*To work on306\.00.*2 claims/s);
    await page.getByText('Every line, every claim and the whole payment balance to the cent.').waitFor();
    await page.getByText('217.01 = 70.56 + 80.08 + 86.37 + 0.00 − 20.00').waitFor();
  });

  it('shows where the money of a claim went, who took what off and why, and what is next', async () => {
    const { page } = visit();
    const rows = page.getByRole('region', { name: 'Claims in this payment' }).getByRole('row');
    await expect
      .poll(() => rows.allTextContents())
      .toEqual([
        'ClaimBilledAllowedPaidPatientResult',
        'A-095128.0090.0070.5618.00Paid',
        'A-100238.0099.7180.0818.00Line 2 denied',
        'A-101180.00110.1686.3722.03Paid',
        'A-102210.000.000.000.00Denied',
      ]);
    const went = page.getByRole('region', { name: 'Claim A-100, where the money went' });
    await expect
      .poll(() => went.textContent())
      .toMatch(/Not paid 96\.00.*CO-11.*the diagnosis does not support the procedure.*238\.00 − 157\.92 = 80\.08/s);
    const next = page.getByRole('complementary', { name: 'What to do next' });
    await expect.poll(() => next.textContent()).toMatch(/Line 2 denied.*96\.00.*Check code, modifier/s);
    await page.getByRole('button', { name: 'A-102', exact: true }).click();
    await expect.poll(() => next.textContent()).toMatch(/Denied.*210\.00.*proof that it was sent in time/s);
    await page.getByRole('button', { name: 'To work on 2' }).click();
    await expect.poll(() => rows.count()).toBe(3);
  });

  it('holds a payment against the claims sent: what differs, what is not found, and what to do', async () => {
    const { page, go } = visit();
    await go('/payments?on=2026-06-02');
    await page.getByRole('button', { name: 'A payment and the claims sent' }).click();
    const claims = page.getByRole('region', { name: 'Claims in this payment' });
    await claims.getByRole('button', { name: 'Differs 2' }).click();
    await expect
      .poll(() => claims.getByRole('cell', { name: /^(As sent|\d differences|Not found)$/ }).allTextContents())
      .toEqual(['3 differences', 'Not found']);
    const beside = page.getByRole('region', { name: 'Claim A-100, sent and decided' });
    await expect
      .poll(() => beside.getByRole('row').allTextContents())
      .toEqual([
        'LineSentDecidedWhat differs',
        'Claim260.50238.00charge 260.50, now 238.00',
        '199214 25 × 1 128.0099213 25 × 1 128.00code 99214, now 99213',
        '2Q4048 RT × 1 96.00Q4048 RT × 0 96.00As sent',
        '3G0108 × 1 14.00G0108 × 1 14.00As sent',
        '4A4253 × 1 22.50not therenot in the payment',
      ]);
    const next = page.getByRole('complementary', { name: 'What to do next' });
    await expect.poll(() => next.textContent()).toMatch(/Because it is not as you sent it.*another code.*says nothing about a line/s);
    await page.getByRole('button', { name: 'A-102', exact: true }).press('Enter');
    await page.getByText('No claim sent has this number, nor this member, first day and charge.').waitFor();
    await expect.poll(() => next.textContent()).toMatch(/Look for it before you post the money/);
    await page.getByRole('button', { name: 'Close sample claims sent' }).click();
    await expect.poll(() => claims.getByRole('button', { name: /^Differs/ }).count()).toBe(0);
  });

  it('takes the 837 beside the 835 in one drop, thousands of claims, and goes through them by keys', async () => {
    const { page } = visit();
    const [sent, paid] = [made(make837P, 1200), made(make835, 1200)].map((file) => file.toString('latin1'));
    const drop = await page.evaluateHandle(
      `(() => {
        const data = new DataTransfer();
        data.items.add(new File([${JSON.stringify(sent)}], 'sent.837'));
        data.items.add(new File([${JSON.stringify(paid)}], ${JSON.stringify(HOSTILE)}));
        return data;
      })()`,
    );
    await page.dispatchEvent('.dropzone', 'drop', { dataTransfer: drop });
    await page.getByText(/sent\.837, 1,?200 claims/).waitFor();
    const table = page.getByRole('region', { name: 'Claims in this payment' }).getByRole('table');
    await page.getByRole('button', { name: /^Differs \d+$/ }).waitFor();
    await expect.poll(() => table.getAttribute('aria-rowcount')).toBe('1201');
    // Only what is in sight is drawn.
    await expect.poll(() => table.getByRole('row').count()).toBeLessThan(100);
    await table.getByRole('button', { name: 'C0', exact: true }).focus();
    await page.keyboard.press('End');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('C1199');
    await expect.poll(() => page.evaluate("document.activeElement.closest('tr').getAttribute('aria-rowindex')")).toBe('1201');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Claim C1198, where the money went' }).waitFor();
    const find = page.getByRole('searchbox', { name: 'Find in the list' });
    await find.fill('c777');
    await expect.poll(() => table.getByRole('row').count()).toBe(2);
    await find.press('Escape');
    await expect.poll(() => table.getAttribute('aria-rowcount')).toBe('1201');
    await page.getByText(HOSTILE, { exact: true }).first().waitFor();
    await expect.poll(() => page.locator('main img').count()).toBe(0);
  });

  it('reads a 277CA: which claim was rejected, what it is about, and what to do', async () => {
    const { page, go } = visit();
    await go('/payments');
    await page.getByRole('button', { name: 'An answer (277CA)' }).click();
    const details = page.getByRole('complementary', { name: 'Claim A-100, what they say' });
    await expect
      .poll(() => details.textContent())
      .toMatch(/Rejected.*A7 rejected, something is not valid.*255 diagnosis.*562 NPI.*82 the rendering provider.*send it again/s);
  });

  it('reads a 999, and tells what is no X12 or no X12 that it knows', async () => {
    const { page } = visit();
    const file = page.getByLabel(/^Open (more )?files/);
    const text =
      'ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260401*1200*^*00501*000000001*0*P*:~' +
      'GS*FA*PAYER*CLINIC*20260401*1200*1*X*005010X231A1~ST*999*0001*005010X231A1~AK1*HC*17*005010X222A1~AK2*837*0001*005010X222A1~' +
      'IK3*NM1*8*2010*8~IK4*9*67*1~IK5*R*I5~AK9*R*1*1*0~SE*8*0001~GE*1*1~IEA*1*000000001~';
    await file.setInputFiles({ name: 'answer.999', mimeType: 'text/plain', buffer: Buffer.from(text) });
    const card = page.getByRole('region', { name: 'Answer to a file (999)' });
    await expect
      .poll(() => card.textContent())
      .toMatch(/Rejected.*Group 17 \(HC\).*NM1, loop 2010, segment 8 of the set.*NM109.*a required element is missing/s);
    await file.setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear payer') });
    await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/letter\.txt is neither X12.*Nothing was opened/s);
    await file.setInputFiles({ name: 'cut.835', mimeType: 'text/plain', buffer: made(make835, 3).subarray(0, 900) });
    await page.getByText(/The file itself has \d+ errors?/).waitFor();
  });

  it('opens claims of an 837 on the bench, by button and by drop, and writes the claim again', async () => {
    const { page, go } = visit();
    await go('/claim');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles({ name: 'claims.837', mimeType: 'text/plain', buffer: made(make837P, 3) });
    await dialog.getByText('3 claims. Open which?').waitFor();
    await dialog.getByRole('button', { name: 'C1', exact: true }).click();
    await page.getByRole('heading', { name: 'Claim C1' }).waitFor();
    await expect.poll(() => page.getByLabel(/^1a Member$/).inputValue()).toBe('W000000001');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: 'Claim as X12 837 …' }).click();
    for (const [label, value] of [
      ['Sender id (ISA06)', 'CLINIC'],
      ['Sender’s name', 'MADE CLINIC'],
      ['Contact person', 'BILLING OFFICE'],
      ['Phone, digits', '555-555-0100'],
      ['Receiver id (ISA08)', 'PAYER'],
      ['Receiver’s name', 'MADE PAYER'],
    ] as const) {
      await dialog.getByLabel(label).fill(value);
      await dialog.getByLabel(label).press('Enter');
    }
    await dialog.getByRole('button', { name: 'Make and check' }).click();
    await dialog.getByText('No error in the file.').waitFor();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download the 837' }).click();
    expect((await download).suggestedFilename()).toBe('C1.837');
    await dialog.waitFor({ state: 'detached' });
    const drop = await page.evaluateHandle(
      '(() => { const data = new DataTransfer(); data.items.add(new File(["{}"], "x.json")); return data; })()',
    );
    await page.dispatchEvent('.dropzone', 'drop', { dataTransfer: drop });
    await expect.poll(() => dialog.getByRole('alert').textContent()).toMatch(/Nothing was changed/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('sends a payment that was opened on the claim page to its own page', async () => {
    const { page, go } = visit();
    await go('/claim');
    await page.getByRole('button', { name: /^Open/ }).click();
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({ name: 'p.835', mimeType: 'text/plain', buffer: made(make835, 2) });
    await page.getByRole('heading', { name: 'Payments and answers' }).waitFor();
    await page.getByText('835 from MADE PAYER').waitFor();
  });
});
