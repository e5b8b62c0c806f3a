import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjustForMany,
  annualPercentChange,
  commonBands,
  DIRECT_METHODS,
  directRate,
  exactPoissonInterval,
  formatBand,
  funnelLimits,
  funnelPValue,
  inequality,
  kitagawa,
  lifeTable,
  overdispersion,
  proportion,
  quantilesOf,
  readAge,
  standardisedRatio,
  suppressSmall,
  userStandard,
  WHO_2000,
  WHO_GHE_LIFE,
  combinedWeight,
  yearsOfLifeLost,
} from './index.ts';

const strata = fc.array(
  fc.record({ count: fc.nat(5_000), population: fc.integer({ min: 1, max: 10_000_000 }), weight: fc.integer({ min: 1, max: 100_000 }) }),
  { minLength: 1, maxLength: 25 },
);

/** Draws from a repeatable sequence: Poisson by counting exponential waits. */
function draws(): { random: () => number; poisson: (mean: number) => number } {
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return {
    random,
    poisson: (mean) => {
      let sum = -Math.log(random());
      let count = 0;
      while (sum < mean) {
        sum -= Math.log(random());
        count++;
      }
      return count;
    },
  };
}

describe('other intervals', () => {
  const ROUNDS = 3_000;
  const covered = (round: () => readonly [number, number], truth: number): number => {
    let inside = 0;
    for (let at = 0; at < ROUNDS; at++) {
      const [lower, upper] = round();
      if (lower <= truth && truth <= upper) inside++;
    }
    return inside / ROUNDS;
  };

  it('of counts and ratios cover: exact limits never too seldom', () => {
    const { poisson } = draws();
    for (const mean of [1.5, 6, 40]) {
      expect(
        covered(() => exactPoissonInterval(poisson(mean)), mean),
        `exact ${mean}`,
      ).toBeGreaterThan(0.945);
      expect(
        covered(() => standardisedRatio(poisson(mean), mean / 2).interval, 2),
        `ratio ${mean}`,
      ).toBeGreaterThan(0.94);
    }
  });

  it('of shares cover', () => {
    const { random } = draws();
    for (const truth of [0.05, 0.4]) {
      const share = (): readonly [number, number] => {
        let events = 0;
        for (let at = 0; at < 120; at++) if (random() < truth) events++;
        return proportion(events, 120)?.interval ?? [0, 0];
      };
      const rate = covered(share, truth);
      expect(rate, `${truth}`).toBeGreaterThan(0.92);
      expect(rate, `${truth}`).toBeLessThan(0.99);
    }
  });

  it('of the slope index cover', () => {
    const { random } = draws();
    const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const round = (): readonly [number, number] =>
      inequality([0.1, 0.3, 0.5, 0.7, 0.9].map((place) => ({ population: 100, value: 70 + 10 * place + 2 * normal(), standardError: 2 })))
        .slopeInterval;
    let inside = 0;
    for (let at = 0; at < 400; at++) {
      const [lower, upper] = round();
      if (lower <= 10 && 10 <= upper) inside++;
    }
    expect(inside / 400).toBeGreaterThan(0.92);
  });
});

describe('direct standardisation', () => {
  it('to the own structure gives the crude rate', () => {
    fc.assert(
      fc.property(strata, (rows) => {
        const populations = rows.map((row) => row.population);
        const counts = rows.map((row) => row.count);
        const { rate } = directRate({ counts, populations, weights: populations }, { method: 'dobson', per: 1 });
        const crude = counts.reduce((sum, count) => sum + count, 0) / populations.reduce((sum, count) => sum + count, 0);
        expect(rate).toBeCloseTo(crude, 10);
      }),
    );
  });

  it('renormalises weights: their scale changes nothing', () => {
    fc.assert(
      fc.property(strata, fc.constantFrom(...DIRECT_METHODS), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (rows, method, scale) => {
        const populations = rows.map((row) => row.population);
        const counts = rows.map((row) => row.count);
        const rate = (factor: number) =>
          directRate({ counts, populations, weights: rows.map((row) => row.weight * factor) }, { method, per: 1e5 });
        const [one, other] = [rate(1), rate(scale)];
        expect(Math.abs(other.rate - one.rate)).toBeLessThanOrEqual(1e-9 * one.rate);
        expect(Math.abs(other.interval[1] - one.interval[1])).toBeLessThanOrEqual(1e-8 * Math.abs(one.interval[1]));
      }),
    );
  });

  it('lies inside every interval, and Fay-Feuer reaches at least as far up as Tiwari', () => {
    fc.assert(
      fc.property(strata, (rows) => {
        const input = {
          counts: rows.map((row) => row.count),
          populations: rows.map((row) => row.population),
          weights: rows.map((row) => row.weight),
        };
        const upper = Object.fromEntries(
          DIRECT_METHODS.map((method) => {
            const { rate, interval } = directRate(input, { method, per: 1e5 });
            expect(interval[0]).toBeLessThanOrEqual(rate * (1 + 1e-9));
            expect(interval[1]).toBeGreaterThanOrEqual(rate * (1 - 1e-9));
            return [method, interval[1]] as const;
          }),
        );
        expect(upper['fay-feuer'] ?? 0).toBeGreaterThanOrEqual((upper['tiwari'] ?? 0) * (1 - 1e-9));
      }),
    );
  });

  it('covers the true rate about as often as it says', () => {
    const { poisson } = draws();
    const populations = [10_000, 8_000, 3_000];
    const rates = [0.0005, 0.002, 0.01];
    const weights = [50, 30, 20];
    const truth = rates.reduce((sum, rate, at) => sum + (rate * (weights[at] ?? 0)) / 100, 0);
    for (const method of DIRECT_METHODS) {
      let covered = 0;
      for (let round = 0; round < 2_000; round++) {
        const counts = rates.map((rate, at) => poisson(rate * (populations[at] ?? 0)));
        const [lower, upper] = directRate({ counts, populations, weights }, { method, per: 1 }).interval;
        if (lower <= truth && truth <= upper) covered++;
      }
      expect(covered / 2_000, method).toBeGreaterThan(0.93);
    }
  });

  it('takes the events for the population where there is none, as SEER*Stat does, and says so', () => {
    const answer = directRate({ counts: [3, 10], populations: [0, 1_000], weights: [1, 1] }, { method: 'normal', per: 1 });
    expect(answer.replaced).toBe(1);
    expect(answer.rate).toBeCloseTo(0.5 + 0.005, 12);
  });

  it('refuses negative numbers', () => {
    const options = { method: 'dobson', per: 1 } as const;
    expect(() => directRate({ counts: [-1], populations: [10], weights: [1] }, options)).toThrow(/count/);
    expect(() => directRate({ counts: [1], populations: [-10], weights: [1] }, options)).toThrow(/population/);
    expect(() => directRate({ counts: [1], populations: [10], weights: [-1] }, options)).toThrow(/weight/);
    expect(() => directRate({ counts: [1], populations: [10], weights: [0] }, options)).toThrow(/no weight/);
  });
});

it('exact limits are the counts whose tail is half of what is left', () => {
  const [lower, upper] = exactPoissonInterval(10);
  expect(lower).toBeCloseTo(4.7953887, 7);
  expect(upper).toBeCloseTo(18.390356, 6);
  expect(standardisedRatio(0, 4).interval[0]).toBe(0);
  expect(() => standardisedRatio(3, 0)).toThrow(/expected/);
});

describe('ages', () => {
  it.each([
    ['0-4', '0-4'],
    ['00–04', '0-4'],
    ['5 to 9', '5-9'],
    ['85+', '85+'],
    ['85 and over', '85+'],
    ['85 years and over', '85+'],
    ['<1', '0'],
    ['Under 5', '0-4'],
    ['>=90', '90+'],
    ['95 plus', '95+'],
    ['1-4 years', '1-4'],
  ])('%s is %s', (text, written) => {
    const reading = readAge(text);
    expect(reading.kind === 'band' ? formatBand(reading.band) : reading).toBe(written);
  });
  it.each([
    ['47', 'number'],
    ['', 'unknown'],
    ['NA', 'unknown'],
    ['999', 'unknown'],
    ['not stated', 'unknown'],
    ['All ages', 'total'],
    ['abc', 'unreadable'],
    ['-3', 'unreadable'],
    ['9-5', 'unreadable'],
    ['140', 'unreadable'],
  ])('%s is %s', (text, kind) => expect(readAge(text).kind).toBe(kind));

  it('meets a standard on the bands both have', () => {
    const data = [
      { start: 0, end: 15 },
      { start: 15, end: 35 },
      { start: 35, end: 80 },
      { start: 80, end: Number.POSITIVE_INFINITY },
    ];
    const { bands, weights, uncovered } = commonBands(WHO_2000.starts, WHO_2000.weights, data);
    expect(bands.map(formatBand)).toEqual(['0-14', '15-34', '35-79', '80+']);
    expect(weights[0]).toBeCloseTo(26.15, 10);
    expect(uncovered).toBe(0);
    const part = commonBands(WHO_2000.starts, WHO_2000.weights, [{ start: 35, end: 75 }]);
    expect(part.bands.map(formatBand)).toEqual(['35-74']);
    expect(part.uncovered).toBeGreaterThan(0.5);
  });

  it('refuses a standard that cannot be one', () => {
    expect(() => userStandard('x', [{ start: 0, weight: -1 }])).toThrow(/weight/);
    expect(() =>
      userStandard('x', [
        { start: 0, weight: 1 },
        { start: 0, weight: 1 },
      ]),
    ).toThrow(/twice/);
  });
});

it('Kitagawa: the parts add up to the difference', () => {
  fc.assert(
    fc.property(strata, strata, (one, other) => {
      const size = Math.min(one.length, other.length);
      const side = (rows: typeof one) => ({
        counts: rows.slice(0, size).map((row) => row.count),
        populations: rows.slice(0, size).map((row) => row.population),
      });
      const crude = ({ counts, populations }: ReturnType<typeof side>) =>
        counts.reduce((sum, count) => sum + count, 0) / populations.reduce((sum, count) => sum + count, 0);
      const parts = kitagawa(side(one), side(other), 1);
      expect(parts?.difference).toBeCloseTo(crude(side(one)) - crude(side(other)), 9);
    }),
  );
});

describe('life table', () => {
  const bands = [0, 1, 5, 20, 40, 60, 80].map((start, at) => ({
    start,
    population: 10_000,
    deaths: [60, 8, 20, 40, 200, 900, 1_500][at] ?? 0,
  }));

  it('without a cause is longer, by more for more deaths', () => {
    const e0 = (share: number) =>
      lifeTable(
        bands.map((band) => ({ ...band, causeDeaths: band.deaths * share })),
        { withoutCause: true },
      ).rows[0]?.expectancy ?? 0;
    expect(e0(0.2)).toBeGreaterThan(lifeTable(bands).rows[0]?.expectancy ?? 0);
    expect(e0(0.5)).toBeGreaterThan(e0(0.2));
  });

  it('refuses what cannot be', () => {
    expect(() =>
      lifeTable([
        { start: 0, population: 10, deaths: 30 },
        { start: 1, population: 10, deaths: 3 },
      ]),
    ).toThrow(/more die than live/);
    expect(() => lifeTable(bands.map((band) => ({ ...band, deaths: 0 })))).toThrow(/open band/);
    expect(() => lifeTable(bands.slice(1))).toThrow(/from 0/);
  });
});

it('a steady 3 per cent is found as such', () => {
  const trend = annualPercentChange(Array.from({ length: 10 }, (_, at) => ({ year: 2010 + at, rate: 50 * 1.03 ** at })));
  expect(trend?.annualPercentChange).toBeCloseTo(3, 9);
  expect(trend?.pValue).toBeLessThan(1e-9);
  expect(
    annualPercentChange([
      { year: 1, rate: 1 },
      { year: 2, rate: 0 },
      { year: 3, rate: 2 },
    ]),
  ).toBeNull();
});

it('years of life lost name their standard and add up', () => {
  expect(yearsOfLifeLost([{ age: 62.5, count: 2 }], WHO_GHE_LIFE)).toBeCloseTo(32.65 + 27.86, 10);
  expect(combinedWeight([0.2, 0.5])).toBeCloseTo(0.6, 12);
});

describe('suppression', () => {
  it('hides what would let a hidden count be worked out', () => {
    const state = suppressSmall(
      [
        [4, 50, 60],
        [20, 30, 40],
        [70, 80, 90],
      ],
      { threshold: 10 },
    );
    expect(state).toEqual([
      ['small', 'complementary', 'shown'],
      ['complementary', 'complementary', 'shown'],
      ['shown', 'shown', 'shown'],
    ]);
  });

  it('leaves no line with a single hidden cell', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 6 })
          .chain((width) => fc.array(fc.array(fc.nat(60), { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 })),
        (table) => {
          const state = suppressSmall(table, { threshold: 10, hideZero: true });
          const lines = [...state, ...(state[0] ?? []).map((_, c) => state.map((row) => row[c] ?? 'shown'))];
          for (const line of lines) expect(line.filter((each) => each !== 'shown').length).not.toBe(1);
        },
      ),
    );
  });
});

describe('many comparisons', () => {
  it('are adjusted as the papers do', () => {
    const { bonferroni, benjaminiHochberg } = adjustForMany([0.01, 0.04, 0.03, 0.005]);
    expect(bonferroni).toEqual([0.04, 0.16, 0.12, 0.02]);
    expect(benjaminiHochberg.map((p) => Number(p.toFixed(10)))).toEqual([0.02, 0.04, 0.04, 0.02]);
    expect(() => adjustForMany([1.2])).toThrow(/p-value/);
  });

  it('Benjamini-Hochberg never says more than Bonferroni, and keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (pValues) => {
        const { bonferroni, benjaminiHochberg } = adjustForMany(pValues);
        pValues.forEach((p, at) => {
          expect(benjaminiHochberg[at] ?? 9).toBeLessThanOrEqual((bonferroni[at] ?? 0) + 1e-12);
          expect(benjaminiHochberg[at] ?? 0).toBeGreaterThanOrEqual(p - 1e-12);
        });
        const order = pValues.map((_, at) => at).sort((one, other) => (pValues[one] ?? 0) - (pValues[other] ?? 0));
        order.slice(1).forEach((at, place) => {
          expect(benjaminiHochberg[at] ?? 0).toBeGreaterThanOrEqual((benjaminiHochberg[order[place] ?? 0] ?? 0) - 1e-12);
        });
      }),
    );
  });
});

describe('funnel', () => {
  it('exact Poisson limits leave half of what is left on each side', () => {
    const [lower, upper] = funnelLimits('ratio', 50, 1, 0.95);
    expect(lower * 50).toBeGreaterThan(36);
    expect(lower * 50).toBeLessThan(37);
    expect(upper * 50).toBeGreaterThan(63);
    expect(upper * 50).toBeLessThan(64);
  });

  it('without more than chance there is nothing to widen; with it, limits move out', () => {
    const calm = Array.from({ length: 40 }, (_, at) => ({ count: 100 + (at % 2 === 0 ? 5 : -5), size: 100 }));
    expect(overdispersion('ratio', calm, 1).tau2).toBe(0);
    const wild = Array.from({ length: 40 }, (_, at) => ({ count: at % 2 === 0 ? 160 : 60, size: 100 }));
    const spread = overdispersion('ratio', wild, 1);
    expect(spread.beyondChance).toBe(true);
    const [plain, wide] = [funnelLimits('ratio', 100, 1, 0.998), funnelLimits('ratio', 100, 1, 0.998, spread)];
    expect(wide[0]).toBeLessThan(plain[0]);
    expect(wide[1]).toBeGreaterThan(plain[1]);
    expect(funnelLimits('proportion', 50, 0.3, 0.998, overdispersion('proportion', [], 0.3))[1]).toBeLessThan(1);
  });

  it('p-values are twice the smaller exact tail', () => {
    expect(funnelPValue('ratio', { count: 0, size: 5 }, 1)).toBeCloseTo(2 * Math.exp(-5), 12);
    expect(funnelPValue('proportion', { count: 0, size: 10 }, 0.5)).toBeCloseTo(2 / 1024, 12);
    expect(funnelPValue('proportion', { count: 10, size: 10 }, 0.5)).toBeCloseTo(2 / 1024, 12);
    expect(funnelPValue('ratio', { count: 100, size: 100 }, 1)).toBeGreaterThan(0.9);
  });
});

describe('inequality', () => {
  const groups = [80, 60, 50, 40, 30].map((value) => ({ population: 100, value, standardError: 2 }));
  it('is the slope over the whole scale, and turns round with it', () => {
    const up = inequality(groups);
    const down = inequality(groups.toReversed());
    expect(up.slopeIndex).toBeCloseTo(-60, 10);
    expect(down.slopeIndex).toBeCloseTo(60, 10);
    expect(up.slopeInterval[0]).toBeCloseTo(-(down.slopeInterval[1] ?? 0), 6);
    expect((up.relativeIndex ?? 0) * (down.relativeIndex ?? 0)).toBeCloseTo(1, 10);
  });
  it('refuses what has no line', () => {
    expect(() => inequality(groups.slice(0, 1))).toThrow(/two groups/);
    expect(() =>
      inequality(
        groups.map((each) => ({ ...each, value: 0 })),
        { scale: 'log' },
      ),
    ).toThrow(/logarithm/);
    expect(() => inequality(groups, { scale: 'logit' })).toThrow(/log-odds/);
    expect(() =>
      inequality([
        { population: 1, value: 1 },
        { population: 1, value: 2 },
      ]),
    ).toThrow(/standard error/);
  });
});

it('quantiles: fewer values than quantiles have none', () => {
  expect(quantilesOf([1, 2, 3], 4)).toEqual([null, null, null]);
  expect(quantilesOf([5, null, 1, 9, 7], 2)).toEqual([1, null, 1, 2, 2]);
});
