import { describe, expect, it } from 'vitest';
import { choose, takeBack } from '../../packages/web/src/pages/pcs/choice.ts';

describe('a choice of ICD-10-PCS characters', () => {
  it.each([
    ['0DT____', 3, 'J', '0DTJ'],
    ['0DT____', 4, '4', '0DT_4'],
    ['0DT_4__', 4, '4', '0DT'],
    ['0DTJ4ZZ', 2, 'B', '0DB'],
    ['0DTJ4ZZ', 0, '0', ''],
    ['', 0, '0', '0'],
  ] as const)('%s with axis %i set to %s is %s', (code, axis, value, expected) => {
    expect(choose(code, axis, value)).toBe(expected);
  });

  it.each([
    ['0DTJ4ZZ', '0DTJ4Z'],
    ['0DT_4__', '0DT'],
    ['0______', ''],
    ['', ''],
  ])('%s goes one column back to %s', (code, expected) => {
    expect(takeBack(code)).toBe(expected);
  });
});
