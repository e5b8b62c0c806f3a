import { CleanclaimError } from '../errors.ts';

/** A standard population: weights of age bands by their start; the last band is open. Weights are shares of their own sum. */
export interface StandardPopulation {
  readonly id: string;
  readonly title: string;
  readonly starts: readonly number[];
  readonly weights: readonly number[];
  readonly source: string;
}

const FIVES_TO_85 = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85];
const WHO_TO_80 = [8.86, 8.69, 8.6, 8.47, 8.22, 7.93, 7.61, 7.15, 6.59, 6.04, 5.37, 4.55, 3.72, 2.96, 2.21, 1.52, 0.91];
const WHO_SOURCE = 'Ahmad et al., Age standardization of rates: a new WHO standard. GPE Discussion Paper 31, WHO 2001, table 4';

/** Printed percentages add to 100.03: Cleanclaim always takes shares of the sum. SEER*Stat's table is rescaled and differs in the last digits. */
export const WHO_2000: StandardPopulation = {
  id: 'who2000',
  title: 'WHO world standard 2000–2025, 18 groups to 85+',
  starts: FIVES_TO_85,
  weights: [...WHO_TO_80, 0.63],
  source: WHO_SOURCE,
};

/** The same with the groups above 85; for data that go further. */
export const WHO_2000_TO_100: StandardPopulation = {
  id: 'who2000',
  title: 'WHO world standard 2000–2025, 21 groups to 100+',
  starts: [...FIVES_TO_85, 90, 95, 100],
  weights: [...WHO_TO_80, 0.44, 0.15, 0.04, 0.005],
  source: WHO_SOURCE,
};

export const ESP_2013: StandardPopulation = {
  id: 'esp2013',
  title: 'European standard population 2013, 19 groups to 90+',
  starts: [...FIVES_TO_85, 90],
  weights: [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000],
  source: 'Eurostat, Revision of the European Standard Population, 2013',
};

export const US_2000: StandardPopulation = {
  id: 'us2000',
  title: 'US standard population 2000, 19 groups to 85+',
  starts: [0, 1, ...FIVES_TO_85.slice(1)],
  weights: [
    3_794_901, 15_191_619, 19_919_840, 20_056_779, 19_819_518, 18_257_225, 17_722_067, 19_511_370, 22_179_956, 22_479_229, 19_805_793,
    17_224_359, 13_307_234, 10_654_272, 9_409_940, 8_725_574, 7_414_559, 4_900_234, 4_259_173,
  ],
  source: 'US Census Bureau P25-1130; NCI SEER, Standard populations (19 age groups)',
};

export const SEGI_1960: StandardPopulation = {
  id: 'segi',
  title: 'World (Segi 1960), 19 groups to 85+',
  starts: [0, 1, ...FIVES_TO_85.slice(1)],
  weights: [2400, 9600, 10_000, 9000, 9000, 8000, 8000, 6000, 6000, 6000, 6000, 5000, 4000, 4000, 3000, 2000, 1000, 500, 500],
  source: 'Segi 1960 as modified by Doll et al. 1966; NCI SEER, Standard populations',
};

export const STANDARD_IDS = ['who2000', 'esp2013', 'us2000', 'segi'] as const;
export type StandardId = (typeof STANDARD_IDS)[number];

/** The standard by its name; `oldest` is the start of the oldest age band in the data, which picks the finer WHO table. */
export function standardPopulation(id: StandardId, oldest = 85): StandardPopulation {
  switch (id) {
    case 'who2000':
      return oldest > 85 ? WHO_2000_TO_100 : WHO_2000;
    case 'esp2013':
      return ESP_2013;
    case 'us2000':
      return US_2000;
    case 'segi':
      return SEGI_1960;
  }
}

/**
 * A standard of the user's own from starts and weights in any order. Throws `input/out-of-range` for a negative or unreadable
 * weight or an age named twice, `input/empty` when no weight is above 0.
 */
export function userStandard(id: string, bands: readonly { readonly start: number; readonly weight: number }[]): StandardPopulation {
  const sorted = bands.toSorted((one, other) => one.start - other.start);
  for (const [at, { start, weight }] of sorted.entries()) {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new CleanclaimError('input/out-of-range', `The standard has the weight ${weight} at age ${start}.`);
    if (sorted[at + 1]?.start === start) throw new CleanclaimError('input/out-of-range', `The standard names age ${start} twice.`);
  }
  if (!sorted.some(({ weight }) => weight > 0)) throw new CleanclaimError('input/empty', 'The standard has no weight above 0.');
  return {
    id,
    title: `Standard of the user's own, ${sorted.length} groups`,
    starts: sorted.map(({ start }) => start),
    weights: sorted.map(({ weight }) => weight),
    source: id,
  };
}
