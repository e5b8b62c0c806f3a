import { type ClaimView, formatMoney, type Found, type LineView, type Money, parseMoney, quote, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, professionalForm } from '../support/cites.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';

const CENT = 100;

export default rule({
  id: 'form/charge',
  title: 'Charges are amounts in dollars and cents',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [electronicForm('2400 SV102 and SV203, 2300 CLM02'), professionalForm('item 24F'), professionalForm('item 28')],

  on: 'claim',
  check(claim) {
    let found: Found[] | undefined;
    for (const line of claim.lines) {
      const { charge } = line;
      if (charge !== undefined && charge > 0 && charge % CENT === 0) continue;
      const wrong = judgeLine(line, claim);
      if (wrong) (found ??= []).push(wrong);
    }
    const written = claim.claim.total;
    if (written !== undefined && written.trim() !== '') {
      const wrong = judgeAmount(written, parseMoney(written), '/total', 'The total');
      if (wrong) (found ??= []).push(wrong);
    }
    return found;
  },

  examples: [
    { name: 'no charge', claim: withCharge(undefined), finds: 1 },
    { name: 'words', claim: withCharge('sixty'), finds: 1 },
    { name: 'a dollar sign and a comma', claim: withCharge('$1,260.00', '1260.00'), finds: 1 },
    { name: 'a comma for the point', claim: withCharge('60,00'), finds: 1 },
    { name: 'parts of a cent', claim: withCharge('60.005', '60.005'), finds: 2 },
    { name: 'below zero', claim: withCharge('-60.00', '-60.00'), finds: 2 },
    { name: 'zero on a professional claim', claim: withCharge('0.00', '0.00'), finds: 1 },
    { name: 'a total that is no amount', claim: withCharge('60.00', 'n/a'), finds: 1 },
    { name: 'whole dollars', claim: withCharge('60'), finds: 0 },
    { name: 'one decimal', claim: withCharge('60.5', '60.5'), finds: 0 },
    {
      name: 'a quality measure at no charge',
      claim: visit('2026-03-04', ['I10'], {
        lines: [exampleLine('2026-03-04'), exampleLine('2026-03-04', 1, { code: 'G8752', charge: '0.00' })],
      }),
      finds: 0,
    },
    {
      name: 'a hospital line without charge of its own',
      claim: stay('2026-03-04', ['I10'], {
        lines: [
          { revenue: '0022', code: 'AAA00', units: 1, charge: '0.00' },
          { revenue: '0120', units: 3, charge: '3600.00' },
        ],
      }),
      finds: 0,
    },
  ],
});

function judgeLine(line: LineView, claim: ClaimView): Found | undefined {
  const at = `${line.path}/charge`;
  const written = line.line.charge;
  if (written === undefined || written.trim() === '')
    return {
      at,
      message: `Line ${line.n} has no charge.`,
      why: 'Every line carries its charge, and the total is their sum.',
      fix: 'Enter the charge in dollars and cents, such as 128.00.',
    };
  if (line.charge === 0) return claim.type === 'professional' && !isMeasure(line.code) ? zero(line, at) : undefined;
  return judgeAmount(written, line.charge, at, `The charge of line ${line.n}`);
}

function zero(line: LineView, at: string): Found {
  return {
    at,
    severity: 'warning',
    status: 'review',
    message: `Line ${line.n} has a charge of zero.`,
    why: 'Many payers reject a line of 0.00 unless the service is one that is only reported.',
    fix: 'Enter the charge, or leave the line out if nothing is billed for it.',
  };
}

/** Performance measures (four digits and F, G8…, G9…, M1…) are reported at no charge. */
function isMeasure(code: string): boolean {
  return /^(?:\d{4}F|G[89]\d{3}|M1\d{3})$/.test(code);
}

function judgeAmount(written: string, amount: Money | undefined, at: string, what: string): Found | undefined {
  if (amount === undefined) {
    const meant = amountMeant(written);
    return {
      at,
      message: `${what} ${quote(written)} is not an amount.`,
      why: 'An amount is written with digits and a decimal point only; anything else cannot be read.',
      fix: `Write dollars and cents${meant === undefined ? ', such as 128.00' : `: ${formatMoney(meant)}`}.`,
      ...(meant === undefined ? {} : { patch: [{ op: 'replace', path: at, value: formatMoney(meant) }] }),
    };
  }
  if (amount < 0)
    return {
      at,
      message: `${what} is ${formatMoney(amount)}, below zero.`,
      why: 'A claim cannot take money back by a negative charge; corrections are sent as a replacement or void of the earlier claim.',
      fix: 'Enter the charge without the minus sign, or send a claim with frequency 7 or 8.',
    };
  if (amount % CENT !== 0)
    return {
      at,
      message: `${what} ${quote(written)} has more than two decimals.`,
      why: 'Charges are in whole cents.',
      fix: 'Round to cents, and add up the total again.',
    };
  return undefined;
}

/** `$1,260.00`: a sign and separators that can only be read one way. */
function amountMeant(written: string): Money | undefined {
  return /^\$?\s?\d{1,3}(?:,?\d{3})*(?:\.\d{1,2})?$/.test(written.trim()) ? parseMoney(written.replace(/[$,\s]/g, '')) : undefined;
}

function withCharge(charge: string | undefined, total = '60.00') {
  const { charge: _, ...line } = exampleLine('2026-03-04');
  return visit('2026-03-04', ['I10'], { lines: [charge === undefined ? line : { ...line, charge }], total });
}
