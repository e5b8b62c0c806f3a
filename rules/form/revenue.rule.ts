import { quote, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, institutionalForm } from '../support/cites.ts';
import { stay, visit } from '../support/example-claim.ts';

export default rule({
  id: 'form/revenue',
  title: 'Each line of a facility has a revenue code',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  from: ALWAYS,
  needs: [],
  cites: [institutionalForm('form locator 42'), electronicForm('2400 SV201')],

  on: 'line',
  check(line) {
    const written = line.line.revenue ?? '';
    if (isRevenueCode(written)) return undefined;
    const at = `${line.path}/revenue`;
    const revenue = written.trim();
    if (revenue === '')
      return {
        at,
        message: `Line ${line.n} has no revenue code.`,
        why: 'Facility lines are read by their revenue code; the procedure code only adds to it.',
        fix: 'Enter the four digits of the revenue code.',
      };
    const padded = revenue.padStart(4, '0');
    const meant = revenue.length === 3 && isRevenueCode(padded) ? padded : isRevenueCode(revenue) ? revenue : undefined;
    return {
      at,
      severity: meant === undefined ? 'error' : 'warning',
      message: `The revenue code ${quote(written)} of line ${line.n} does not have four digits.`,
      why: 'Revenue codes are written with four digits, a leading 0 included.',
      fix: meant === undefined ? 'Enter the four digits of the revenue code.' : `Write ${meant}.`,
      ...(meant === undefined ? {} : { patch: [{ op: 'replace', path: at, value: meant }] }),
    };
  },

  examples: [
    { name: 'none', claim: withRevenue(undefined), finds: 1 },
    { name: 'without its leading 0', claim: withRevenue('120'), finds: 1 },
    { name: 'a letter', claim: withRevenue('O120'), finds: 1 },
    { name: 'nothing but zeros', claim: withRevenue('0000'), finds: 1 },
    { name: 'room and board', claim: withRevenue('0120'), finds: 0 },
    { name: 'alternative therapy', claim: withRevenue('2101'), finds: 0 },
    { name: 'a professional claim has none', claim: visit('2026-03-04', ['I10']), finds: 0 },
  ],
});

function isRevenueCode(text: string): boolean {
  if (text.length !== 4 || text === '0000') return false;
  for (let at = 0; at < 4; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}

function withRevenue(revenue: string | undefined) {
  const line = { units: 3, charge: '3600.00' };
  return stay('2026-03-04', ['I10'], { lines: [revenue === undefined ? line : { ...line, revenue }] });
}
