import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentFactor, studentTwoSided } from './beta.ts';
import { chiSquareQuantile, gammaQuantile, gammaTails, logGamma } from './gamma.ts';
import { normalQuantile } from './normal.ts';

describe('published quantiles', () => {
  it.each([
    [0.975, 1.9599639845400545],
    [0.999, 3.090232306167813],
    [0.5, 0],
    [1e-10, -6.361340902404056],
  ])('normal %d', (p, value) => expect(normalQuantile(p)).toBeCloseTo(value, 14));

  // Abramowitz & Stegun, table 26.8, and its later printings to more digits.
  it.each([
    [0.95, 1, 3.841458820694124],
    [0.975, 10, 20.483177350807388],
    [0.025, 10, 3.246972780236841],
    [0.025, 100, 74.22192747492373],
    [0.99, 30, 50.89218131151707],
    [0.005, 5, 0.41174190383249],
  ])('chi-square %d with %d degrees', (p, degrees, value) => expect(chiSquareQuantile(p, degrees) / value).toBeCloseTo(1, 12));

  it.each([
    [0.95, 1, 12.706204736174698],
    [0.95, 10, 2.228138851986274],
    [0.95, 30, 2.042272456301238],
  ])('Student %d with %d degrees', (confidence, degrees, value) => expect(studentFactor(confidence, degrees) / value).toBeCloseTo(1, 9));
});

describe('gamma', () => {
  it('knows factorials', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 13);
  });

  it('of shape 1 is the exponential', () => {
    for (const p of [1e-9, 0.025, 0.5, 0.9]) expect(gammaQuantile(p, 1, 1, 'upper') / -Math.log(p)).toBeCloseTo(1, 13);
  });

  // For whole shapes Q(a, x) = e^-x Σ x^k / k!, which needs none of the machinery under test.
  it.each([5, 60, 119, 120, 121, 160])('of shape %d agrees with the Poisson sum', (shape) => {
    for (const x of [shape * 0.7, shape, shape * 1.3]) {
      let term = Math.exp(-x);
      let sum = term;
      for (let k = 1; k < shape; k++) sum += term *= x / k;
      expect(gammaTails(x, shape).upper / sum).toBeCloseTo(1, 10);
    }
  });

  it('quantiles undo tails over fifteen orders of magnitude', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 10, noNaN: true }),
        fc.double({ min: -9, max: -0.31, noNaN: true }),
        fc.boolean(),
        (logShape, logP, upper) => {
          const tail = upper ? 'upper' : 'lower';
          const shape = 10 ** logShape;
          const p = 10 ** logP;
          const x = gammaQuantile(p, shape, 1, tail);
          if (x < 1e-20) return;
          expect(Math.abs(gammaTails(x, shape)[tail] / p - 1)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('refuses what has no quantile', () => {
    expect(gammaQuantile(1.1, 2)).toBeNaN();
    expect(gammaQuantile(0.5, -1)).toBeNaN();
    expect(gammaQuantile(0, 3)).toBe(0);
    expect(gammaQuantile(0, 3, 1, 'upper')).toBe(Number.POSITIVE_INFINITY);
  });
});

it('two-sided Student tail of its own factor is what was asked', () => {
  for (const degrees of [1, 2.5, 8, 100, 1e5]) expect(studentTwoSided(studentFactor(0.95, degrees), degrees)).toBeCloseTo(0.05, 12);
});
