import { describe, expect, it } from 'vitest';
import { saysTheSame } from './says-the-same.ts';

const PAIRS: readonly (readonly [one: unknown, other: unknown])[] = [
  [undefined, undefined],
  [undefined, null],
  ['a', 'a'],
  ['a', 'b'],
  ['1', 1],
  [1, 1],
  [{}, []],
  [
    { lines: ['a'], city: 'b' },
    { lines: ['a'], city: 'b' },
  ],
  [
    { lines: ['a'], city: 'b' },
    { lines: ['c'], city: 'b' },
  ],
  [
    { lines: ['a'], city: 'b' },
    { city: 'b', lines: ['a'] },
  ],
  [{ lines: ['a'], city: 'b' }, { lines: ['a'] }],
  [{ lines: ['a'], city: undefined }, { lines: ['a'] }],
  [{ lines: ['a', 'b'] }, { lines: { 0: 'a', 1: 'b' } }],
  [{ a: { b: [1, null] } }, { a: { b: [1, null] } }],
];

describe('saysTheSame', () => {
  it('tells what comparing the written values tells', () => {
    for (const [one, other] of PAIRS)
      expect([one, other, saysTheSame(one, other)]).toEqual([one, other, JSON.stringify(one) === JSON.stringify(other)]);
  });
});
