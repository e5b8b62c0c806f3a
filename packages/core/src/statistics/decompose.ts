import { requireAmount } from './interval.ts';

export interface Decomposition {
  /** Crude rate of the one less that of the other. */
  readonly difference: number;
  /** Part that comes from the age structures. */
  readonly structure: number;
  /** Part that comes from the rates at each age. */
  readonly rates: number;
}

/**
 * Kitagawa's decomposition of the difference of two crude rates into age structure and rates; the two parts add up to it.
 * Null when a population is empty, or a stratum has events but nobody in it. Source: Kitagawa, J Am Stat Assoc 50 (1955).
 */
export function kitagawa(
  one: { readonly counts: readonly number[]; readonly populations: readonly number[] },
  other: { readonly counts: readonly number[]; readonly populations: readonly number[] },
  per: number,
): Decomposition | null {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const [allOne, allOther] = [sum(one.populations), sum(other.populations)];
  if (!(allOne > 0 && allOther > 0)) return null;
  let structure = 0;
  let rates = 0;
  for (let at = 0; at < one.populations.length; at++) {
    const here = stratum(one, at);
    const there = stratum(other, at);
    if (here === null || there === null) return null;
    const shareHere = here.population / allOne;
    const shareThere = there.population / allOther;
    // A stratum empty on one side has no rate there: the other side's stands in, so all of it is structure.
    const rateHere = here.rate ?? there.rate ?? 0;
    const rateThere = there.rate ?? here.rate ?? 0;
    structure += ((shareHere - shareThere) * (rateHere + rateThere)) / 2;
    rates += ((rateHere - rateThere) * (shareHere + shareThere)) / 2;
  }
  return { difference: (structure + rates) * per, structure: structure * per, rates: rates * per };
}

function stratum(
  { counts, populations }: { readonly counts: readonly number[]; readonly populations: readonly number[] },
  at: number,
): { population: number; rate: number | null } | null {
  const count = counts[at] ?? 0;
  const population = populations[at] ?? 0;
  requireAmount(count, 'A count');
  requireAmount(population, 'A population');
  if (population === 0) return count === 0 ? { population, rate: null } : null;
  return { population, rate: count / population };
}
