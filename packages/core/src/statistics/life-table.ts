import { CleanclaimError } from '../errors.ts';
import { DEFAULT_CONFIDENCE, type Interval, requireAmount, requireConfidence } from './interval.ts';
import { normalFactor } from './special/normal.ts';

/** One age band, from `start` to the next band's start; the last one is open. */
export interface LifeTableBand {
  readonly start: number;
  readonly population: number;
  readonly deaths: number;
  /** Deaths of the cause to be taken away. */
  readonly causeDeaths?: number;
}

export interface LifeTableRow {
  readonly start: number;
  /** Chance to die within the band. */
  readonly q: number;
  /** Survivors of 100,000 at the start of the band. */
  readonly survivors: number;
  readonly deaths: number;
  readonly personYears: number;
  /** Years still to live at the start of the band. */
  readonly expectancy: number;
  readonly standardError: number;
  readonly interval: Interval;
}

export interface LifeTable {
  readonly rows: readonly LifeTableRow[];
  /** Why OHID would not publish it; null when it would. */
  readonly withheld: string | null;
  readonly method: string;
}

const RADIX = 100_000;
/** Mean share of the band lived by those who die in it: infants die early in their first year (ONS, OHID). */
const LIVED_IN_FIRST_YEAR = 0.1;

/**
 * Abridged life table, Chiang's method II with Silcocks' variance of the open band, as ONS and OHID make it:
 * M = D/P, q = nM/(1 + n(1−a)M), a = 0.1 in the first year and 0.5 elsewhere. With `causeDeaths`, the table without that
 * cause: p′ = p^((D − Dₖ)/D) (Chiang 1968), causes taken as independent.
 * Needs ascending bands from 0, each but the first year's wider than 0, and deaths in the open band.
 * Throws `input/out-of-range` otherwise, or where a band has more deaths than its chance to die allows (q > 1).
 * Sources: Chiang, WHO (1979); Silcocks, Jenner, Reza, J Epidemiol Community Health 55 (2001); PHEindicatormethods 2.1.1.
 */
export function lifeTable(
  bands: readonly LifeTableBand[],
  options: { readonly confidence?: number; readonly withoutCause?: boolean } = {},
): LifeTable {
  const confidence = options.confidence ?? DEFAULT_CONFIDENCE;
  requireConfidence(confidence);
  check(bands);
  const without = options.withoutCause === true;
  const last = bands.length - 1;
  const steps = bands.map((band, at) => step(band, bands[at + 1]?.start, without));
  const survivors: number[] = [RADIX];
  for (let at = 0; at < last; at++) survivors.push((survivors[at] ?? 0) * (1 - (steps[at]?.q ?? 0)));
  const rows: LifeTableRow[] = [];
  const z = normalFactor(confidence);
  let personYearsAbove = 0;
  let varianceAbove = 0;
  let nextExpectancy = 0;
  for (let at = last; at >= 0; at--) {
    const { q, width, lived, variance, rate } = steps[at] as Step;
    const alive = survivors[at] ?? 0;
    const dying = alive * q;
    const open = at === last;
    const personYears = open ? alive / rate : width * (alive - dying + lived * dying);
    personYearsAbove += personYears;
    varianceAbove += open ? variance * (alive / 2) ** 2 : variance * alive ** 2 * ((1 - lived) * width + nextExpectancy) ** 2;
    const expectancy = personYearsAbove / alive;
    const standardError = Math.sqrt(varianceAbove) / alive;
    rows.unshift({
      start: bands[at]?.start ?? 0,
      q,
      survivors: alive,
      deaths: dying,
      personYears,
      expectancy,
      standardError,
      interval: [expectancy - z * standardError, expectancy + z * standardError],
    });
    nextExpectancy = expectancy;
  }
  return {
    rows,
    withheld: withheld(bands, rows),
    method: `Chiang II, Silcocks variance${without ? ', cause eliminated (Chiang 1968)' : ''}`,
  };
}

interface Step {
  readonly q: number;
  readonly width: number;
  readonly lived: number;
  readonly variance: number;
  readonly rate: number;
}

function step(band: LifeTableBand, end: number | undefined, without: boolean): Step {
  const { start, population, deaths } = band;
  const left = without ? deaths - (band.causeDeaths ?? 0) : deaths;
  const rate = deaths / population;
  const share = deaths === 0 ? 1 : left / deaths;
  if (end === undefined) {
    const leftRate = rate * share;
    return { q: 1, width: 2 / leftRate, lived: 0.5, variance: 4 / (left * leftRate ** 2), rate: leftRate };
  }
  const width = end - start;
  const lived = start === 0 && width === 1 ? LIVED_IN_FIRST_YEAR : 0.5;
  const all = (width * rate) / (1 + width * (1 - lived) * rate);
  const q = without ? 1 - (1 - all) ** share : all;
  return { q, width, lived, variance: left === 0 ? 0 : (q * q * (1 - q)) / left, rate };
}

function check(bands: readonly LifeTableBand[]): void {
  const wrong = (why: string): never => {
    throw new CleanclaimError('input/out-of-range', `No life table can be made: ${why}.`);
  };
  if (bands.length < 2 || bands[0]?.start !== 0) wrong('it needs at least two age bands, the first from 0');
  bands.forEach((band, at) => {
    requireAmount(band.population, 'A population');
    requireAmount(band.deaths, 'A number of deaths');
    requireAmount(band.causeDeaths ?? 0, 'A number of deaths by cause');
    if (at > 0 && band.start <= (bands[at - 1]?.start ?? 0)) wrong('its age bands do not ascend');
    if (band.population === 0) wrong(`nobody lives in the band from ${band.start}`);
    if ((band.causeDeaths ?? 0) > band.deaths) wrong(`more die of the cause than of all causes in the band from ${band.start}`);
    const next = bands[at + 1];
    if (next && band.deaths * (next.start - band.start) > 2 * band.population) wrong(`more die than live in the band from ${band.start}`);
    if (!next && band.deaths - (band.causeDeaths ?? 0) === 0) wrong(`nobody dies in the open band from ${band.start}`);
  });
}

/** Source: PHEindicatormethods 2.1.1, phe_life_expectancy. */
function withheld(bands: readonly LifeTableBand[], rows: readonly LifeTableRow[]): string | null {
  const population = bands.reduce((sum, band) => sum + band.population, 0);
  if (population <= 5_000) return 'the population is 5,000 or less';
  const [lower, upper] = rows[0]?.interval ?? [0, 0];
  return upper - lower > 20 ? 'the interval at birth is wider than 20 years' : null;
}
