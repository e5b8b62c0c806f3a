import { CleanclaimError } from '../errors.ts';
import { requireAmount } from './interval.ts';

/** Years still to live at exact ages, by which each death is measured. */
export interface LifeStandard {
  readonly id: string;
  readonly title: string;
  readonly ages: readonly number[];
  readonly expectancies: readonly number[];
  readonly source: string;
}

/** Facts of the WHO's method paper; other standards (GBD rounds) are the user's to add, and never mixed. */
export const WHO_GHE_LIFE: LifeStandard = {
  id: 'who-ghe',
  title: 'WHO Global Health Estimates standard life expectancy, 91.94 years at birth',
  ages: [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95],
  expectancies: [
    91.94, 91, 87.02, 82.03, 77.04, 72.06, 67.08, 62.11, 57.15, 52.2, 47.27, 42.36, 37.49, 32.65, 27.86, 23.15, 18.62, 14.41, 10.7, 7.6,
    5.13,
  ],
  source: 'WHO methods and data sources for global burden of disease estimates 2000–2019 (GHE/2020.3), annex: standard life table',
};

/** Years still to live at an exact age, straight-line between the standard's ages; its last value beyond them. */
export function standardExpectancy(standard: LifeStandard, age: number): number {
  const { ages, expectancies } = standard;
  const after = ages.findIndex((each) => each > age);
  if (after === 0) return expectancies[0] ?? Number.NaN;
  if (after < 0) return expectancies.at(-1) ?? Number.NaN;
  const [from, to] = [ages[after - 1] ?? 0, ages[after] ?? 0];
  const [high, low] = [expectancies[after - 1] ?? 0, expectancies[after] ?? 0];
  return high + ((low - high) * (age - from)) / (to - from);
}

/** How a lost year is valued. Today's WHO and GBD practice is neither discounting nor age weights; both stay for older studies. */
export interface Valuing {
  /** Yearly discount, for example 0.03; 0 when left out. */
  readonly discount?: number;
  /** Age at which the loss begins; used by age weights. */
  readonly age?: number;
  /** 1 for the age weights of Murray (1994) with C = 0.1658 and β = 0.04, 0 for none. */
  readonly ageWeighting?: number;
}

const AGE_WEIGHT = { c: 0.1658, beta: 0.04 };

/**
 * Years of life lost by one death that takes `years`. Undiscounted: `years` itself; discounted: (1 − e^(−rL))/r; with age
 * weights Murray's integral. Source: Murray, Bull World Health Organ 72 (1994).
 */
export function yearsLostByOne(years: number, { discount = 0, age = 0, ageWeighting = 0 }: Valuing = {}): number {
  requireAmount(years, 'The years lost');
  requireAmount(discount, 'The discount');
  const plain = discount === 0 ? years : -Math.expm1(-discount * years) / discount;
  if (ageWeighting === 0) return plain;
  const s = discount + AGE_WEIGHT.beta;
  const term = (at: number): number => Math.exp(-s * at) * (-s * at - 1);
  const weighted = ((AGE_WEIGHT.c * Math.exp(discount * age)) / s ** 2) * (term(years + age) - term(age));
  return ageWeighting * weighted + (1 - ageWeighting) * plain;
}

/** Years of life lost: Σ deaths × years still to live at the mean age of death, by a named standard. */
export function yearsOfLifeLost(
  deaths: readonly { readonly age: number; readonly count: number }[],
  standard: LifeStandard,
  valuing: Omit<Valuing, 'age'> = {},
): number {
  return deaths.reduce((sum, { age, count }) => {
    requireAmount(count, 'A number of deaths');
    return sum + count * yearsLostByOne(standardExpectancy(standard, age), { ...valuing, age });
  }, 0);
}

/** Potential years of life lost before `until` (75 at the OECD): Σ deaths × (until − age), later deaths counting 0. */
export function potentialYearsLost(deaths: readonly { readonly age: number; readonly count: number }[], until = 75): number {
  return deaths.reduce((sum, { age, count }) => {
    requireAmount(count, 'A number of deaths');
    return sum + count * Math.max(0, until - age);
  }, 0);
}

/**
 * Years lived with disability: cases × disability weight, times the duration in years where cases are new ones (incidence).
 * Prevalence is GBD's way since 2010. Throws `input/out-of-range` for a weight outside 0–1.
 */
export function yearsWithDisability(cases: number, weight: number, duration = 1): number {
  requireAmount(cases, 'The number of cases');
  requireAmount(duration, 'The duration');
  if (!(weight >= 0 && weight <= 1))
    throw new CleanclaimError('input/out-of-range', `A disability weight of ${weight} was given; it lies from 0 to 1.`);
  return cases * weight * duration;
}

/** The weight of several disabilities at once: 1 − Π(1 − wᵢ). */
export function combinedWeight(weights: readonly number[]): number {
  return 1 - weights.reduce((left, weight) => left * (1 - weight), 1);
}
