import { expect, it } from 'vitest';
import { tidyCode } from './code-text.ts';

it.each([
  ['e11.9', 'E11.9'],
  [' E11.9 ', 'E11.9'],
  ['E 11.9', 'E11.9'],
  ['Ｅ１１．９', 'E11.9'],
  ['E11\u200b.9\ufeff', 'E11.9'],
  // Forgiving is not guessing: these keep their look-alikes.
  ['Е11.9', 'Е11.9'],
  ['ı10', 'ı10'],
  ['E11²', 'E11²'],
  ['E1.19', 'E1.19'],
  ['l10', 'L10'],
])('%j is read as %j', (input, code) => {
  expect(tidyCode(input)).toBe(code);
});
