import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, ageInYears, day, dayNumber, daysBetween, isDay } from './day.ts';

describe('day', () => {
  it.each(['2026-03-04', '2024-02-29', '2000-02-29', '1800-01-01', '2199-12-31'])('%s is a day', (text) => expect(isDay(text)).toBe(true));
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '1799-12-31',
    '2200-01-01',
    '20260304',
    '2026-3-4',
    '2026-03-04T00:00',
    ' 2026-03-4',
    '٢٠٢٦-03-04',
    20260304,
    null,
  ])('%j is none', (text) => expect(isDay(text)).toBe(false));

  it('agrees with the calendar on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 80_000 }), fc.integer({ min: -500, max: 500 }), (number, count) => {
        const on = addDays(day('1970-01-01'), number);
        expect(isDay(on)).toBe(true);
        expect(daysBetween(on, addDays(on, count))).toBe(count);
      }),
    );
  });

  it.each([
    ['2000-02-29', '2001-02-28', 0],
    ['2000-02-29', '2001-03-01', 1],
    ['1957-04-02', '2026-04-01', 68],
    ['1957-04-02', '2026-04-02', 69],
    ['2026-04-02', '2026-03-29', -1],
  ])('born %s, on %s: %i', (birth, on, age) => {
    expect(ageInYears(day(birth), day(on))).toBe(age);
  });
});

it('counts days as the calendar of the machine does, over four centuries', () => {
  for (let count = -62_000; count <= 84_000; count += 7) {
    expect(dayNumber(addDays(day('1970-01-01'), count))).toBe(count);
  }
});
