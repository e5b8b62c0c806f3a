import { logGamma } from './gamma.ts';
import { normalQuantile } from './normal.ts';

/** Regularised incomplete beta function I_x(a, b) by its continued fraction (A&S 26.5.8, Lentz's method). NaN outside its domain. */
export function betaShare(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) return Number.NaN;
  if (x === 0 || x === 1) return x;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let h = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let factor = 1;
    for (const term of [even, odd]) {
      d = 1 + term * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + term / c;
      if (Math.abs(c) < tiny) c = tiny;
      factor = d * c;
      h *= factor;
    }
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return h;
}

/** Two-sided tail of Student's t: the chance of a value at least as far from 0 as `t`. */
export function studentTwoSided(t: number, degrees: number): number {
  return betaShare(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/** Half-width factor of a two-sided interval by Student's t: 2.228139 for 0.95 and 10 degrees of freedom. */
export function studentFactor(confidence: number, degrees: number): number {
  const target = 1 - confidence;
  if (!(target > 0 && target < 1 && degrees > 0)) return Number.NaN;
  let low = 0;
  let high = Math.max(2, -2 * normalQuantile(target / 2));
  while (studentTwoSided(high, degrees) > target) [low, high] = [high, high * 2];
  for (let round = 0; round < 200 && high - low > 1e-15 * high; round++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentTwoSided(middle, degrees) > target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
