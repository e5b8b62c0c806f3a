import { describe, expect, it } from 'vitest';
import { namesAnother, numbersIn, rangesIn, withoutThousandsCommas } from './ranges.ts';

describe('ranges of numbers that titles name', () => {
  it.each([
    ['index 40.0-44.9, adult', [40, 44.9], [39.9, 45]],
    ['10-19% of body surface', [10, 19, 19.5], [9, 20]],
    ['with stage 1 through stage 4 chronic kidney disease', [1, 3, 4], [5]],
    ['less than 10% of body surface', [0, 9.9], [10]],
    ['19.9 or less, adult', [19.9, 12], [20]],
    ['2500 grams and over', [2500, 4000], [2499]],
    ['240 mg/100 ml or more', [300], [20]],
    ['greater than 24 hours', [25], [24]],
    ['30 minutes or less', [30, 1], [31]],
    ['5th percentile to less than 85th percentile for age', [5, 84], [85, 4]],
  ])('%s', (text, inside, outside) => {
    const holds = (value: number): boolean => rangesIn(text).some((range) => range(value));
    expect(inside.filter((value) => !holds(value))).toEqual([]);
    expect(outside.filter(holds)).toEqual([]);
  });

  it('none where there is no number, or only a single one', () => {
    expect(rangesIn('Type 2 diabetes mellitus')).toEqual([]);
    expect(rangesIn('Hypertension')).toEqual([]);
  });
});

it('reads numbers as they are written', () => {
  expect(numbersIn('bmi 22.5, 97th')).toEqual([
    { value: 22.5, digits: ['22', '5'] },
    { value: 97, digits: ['97'] },
  ]);
  expect(withoutThousandsCommas('1,200 grams, 3 days')).toBe('1200 grams, 3 days');
  expect(withoutThousandsCommas('gout, 200 mg')).toBe('gout, 200 mg');
});

it('a text that names other numbers does not answer', () => {
  expect(namesAnother(43, '40 weeks gestation')).toBe(true);
  expect(namesAnother(43, 'Greater than 42 weeks gestation')).toBe(false);
  expect(namesAnother(2, 'Type 2 diabetes')).toBe(false);
  expect(namesAnother(2, 'Gout')).toBe(false);
});
