import { day, type OperationContext, perform } from '@cleanclaim/core';
import * as statistics from '@cleanclaim/core/statistics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data } from './support/data.ts';

const context: OperationContext = { data, today: day('2026-11-24') };

type AnyOperation = Parameters<typeof perform>[0];
const operations = Object.values(statistics as Readonly<Record<string, unknown>>).filter(
  (each): each is AnyOperation => typeof each === 'object' && each !== null && 'id' in each && 'run' in each && 'failures' in each,
);

it('are thirteen, each with a name of its own', () => {
  expect(operations.map(({ id }) => id).sort()).toEqual(
    [
      'births',
      'burden',
      'compare',
      'drugs',
      'funnel',
      'inequality',
      'life',
      'quality',
      'rates',
      'smr',
      'tabulate',
      'trend',
      'utilisation',
    ].map((name) => `statistics.${name}`),
  );
});

describe.each(operations.map((each) => [each.id, each] as const))('%s', (_, operation) => {
  it('answers its own examples in the shape it promises', () => {
    for (const { input } of operation.examples) {
      const answer = perform(operation, input, context);
      expect(operation.output.safeParse(answer).error?.issues ?? []).toEqual([]);
      expect(answer).not.toEqual([]);
    }
  });

  it('refuses what is no input, in words', () => {
    for (const input of [undefined, null, 1, 'x', [], {}, { deaths: 1 }, { cells: [{ values: 1 }] }]) {
      expect(() => perform(operation, input, context)).toThrow(/not as expected/);
    }
  });
});

describe('any table', () => {
  const text = fc.oneof(
    fc.constantFrom('', '0-4', '5-9', '85+', '47', '999', 'All ages', 'M', '2', 'both', 'I21.9', 'R99', 'BA00'),
    fc.string({ maxLength: 12 }),
  );
  const cell = fc.record({
    values: fc.dictionary(fc.constantFrom('age', 'sex', 'cause', 'place', 'year'), text),
    count: fc.nat(1_000),
    population: fc.nat(1_000_000),
    rows: fc.constant(1),
  });
  const cells = fc.array(cell, { maxLength: 12 });

  /** Only failures with a code and a way out may come, never anything else. */
  const answers = (work: () => unknown): void => {
    try {
      work();
    } catch (error) {
      expect(error).toMatchObject({ name: 'CleanclaimError' });
    }
  };

  it('gets an answer or a failure that says what to do, and its events are all there', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom('who2000', 'esp2013', 'us2000', 'segi'), (deaths, standard) => {
        const by = ['place'];
        for (const run of [
          () => perform(statistics.statisticsRates, { deaths, by, standard, ci: 'fay-feuer', ages: true }, context),
          () => perform(statistics.statisticsCompare, { deaths, by, standard }, context),
          () => perform(statistics.statisticsSmr, { deaths, by, reference: deaths }, context),
          () => perform(statistics.statisticsLife, { deaths, by }, context),
          () => perform(statistics.statisticsTrend, { deaths, by }, context),
          () => perform(statistics.statisticsBurden, { deaths, by }, context),
          () => perform(statistics.statisticsQuality, { cells: deaths, by }, context),
        ])
          answers(run);
        const rows = perform(statistics.statisticsTabulate, { cells: deaths, by, list: 'who-1' }, context);
        const left = rows.flatMap((row) => row.problems ?? []).filter(({ problem }) => problem === 'sex-total');
        const counted =
          rows.filter((row) => !row.total).reduce((sum, row) => sum + (row.count ?? 0), 0) +
          left.reduce((sum, each) => sum + (each.count ?? 0), 0);
        expect(counted).toBe(deaths.reduce((sum, each) => sum + each.count, 0));
      }),
      { numRuns: 300 },
    );
  });

  it('loses no event of a standardised rate', () => {
    fc.assert(
      fc.property(cells, (deaths) => {
        const rows = perform(statistics.statisticsRates, { deaths, standard: 'who2000' }, context);
        const told = rows.flatMap((row) => row.problems ?? []).filter(({ problem }) => problem === 'sex-total' || problem === 'age-total');
        const counted = rows.reduce((sum, row) => sum + (row.count ?? 0), 0) + told.reduce((sum, each) => sum + (each.count ?? 0), 0);
        expect(counted).toBe(deaths.reduce((sum, each) => sum + each.count, 0));
      }),
      { numRuns: 500 },
    );
  });
});

describe('statistics.tabulate with suppression', () => {
  const cells = [
    ['I21', 40, 'J44'],
    ['J44', 50, ''],
    ['C34', 3, 'J44'],
    ['E11', 2, ''],
    ['G20', 60, ''],
  ].map(([cause, count, contributing]) => ({
    values: { cause: String(cause), contributing: String(contributing) },
    count: Number(count),
    rows: 1,
  }));
  const asked = { cells, list: 'icd10-chapters', suppress: 10 } as const;

  it('hides small counts, and no small sum of them is to be worked out', () => {
    const rows = perform(statistics.statisticsTabulate, asked, context);
    const all = rows[0]?.count ?? 0;
    const shown = rows.filter((row) => !row.total).reduce((sum, row) => sum + (row.count ?? 0), 0);
    expect(all - shown).toBeGreaterThanOrEqual(10);
    const hidden = rows.filter(({ suppressed }) => suppressed !== undefined);
    expect(hidden.map(({ suppressed }) => suppressed)).toContain('complementary');
    expect(hidden.every(({ count, share, rank }) => count === null && share === null && rank === null)).toBe(true);
  });

  it('hides the mentions of what is hidden, and small mentions', () => {
    const rows = perform(statistics.statisticsTabulate, { ...asked, mentions: true }, context);
    expect(rows.filter((row) => row.suppressed !== undefined).map(({ mentions }) => mentions)).toEqual([null, null, null]);
    expect(rows.every(({ mentions }) => mentions === null || mentions === undefined || mentions === 0 || mentions >= 10)).toBe(true);
  });

  it('gives the leading causes alone, without those hidden', () => {
    const rows = perform(statistics.statisticsTabulate, { ...asked, leading: true }, context);
    expect(rows.map(({ rank, count }) => [rank, count])).toEqual([
      [1, 60],
      [2, 50],
    ]);
  });
});
