import { day } from '@cleanclaim/core';
import { describe, expect, it } from 'vitest';
import { readDayText } from '../../packages/web/src/state/day-text.ts';

const today = day('2026-11-24');

describe('a date of service as typed', () => {
  it.each([
    ['2026-05-12', '2026-05-12'],
    ['2026/5/12', '2026-05-12'],
    [' 5/12/26 ', '2026-05-12'],
    ['5-12-2026', '2026-05-12'],
    ['05122026', '2026-05-12'],
    ['051226', '2026-05-12'],
    ['2/29/2024', '2024-02-29'],
    ['t', '2026-11-24'],
    ['-3', '2026-11-21'],
    ['+7', '2026-12-01'],
  ])('%s is %s', (text, expected) => {
    expect(readDayText(text, today)).toBe(expected);
  });

  it.each(['', '2026-02-30', '13/1/26', '5/12', 'yesterday', '2/29/2026', '20260512', '1/1/0001', '５/12/26'])('%j is no day', (text) => {
    expect(readDayText(text, today)).toBeUndefined();
  });
});
