import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, formatMoney, type Money, parseMoney, ZERO_MONEY } from './money.ts';

describe('money', () => {
  it.each([
    ['128.00', 1_280_000, '128.00'],
    ['0', 0, '0.00'],
    ['-0.00', 0, '0.00'],
    ['0.1', 1_000, '0.10'],
    ['0.3373', 3_373, '0.3373'],
    ['-12.5', -125_000, '-12.50'],
    ['99999999999.99', 999_999_999_999_900, '99999999999.99'],
  ])('%s', (text, units, shown) => {
    expect(parseMoney(text)).toBe(units);
    expect(formatMoney(parseMoney(text) ?? ZERO_MONEY)).toBe(shown);
  });

  it.each(['', '-', '.', '.5', '5.', '1e3', '1,000.00', '1.00000', '1.2.3', ' 1', '1 ', '١', '100000000000', '--1', '+1'])(
    '%j is no amount',
    (text) => {
      expect(parseMoney(text)).toBeUndefined();
    },
  );

  it('sums cents exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 })), (cents) => {
        const total = cents.reduce<Money>(
          (sum, each) => addMoney(sum, parseMoney((each / 100).toFixed(2)) ?? ZERO_MONEY),
          ZERO_MONEY as Money,
        );
        expect(total).toBe(cents.reduce((sum, each) => sum + each, 0) * 100);
      }),
    );
  });
});
