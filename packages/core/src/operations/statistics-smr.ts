import * as z from 'zod/mini';
import { type AgeBand, bandOf, readAge } from '../statistics/age.ts';
import { Problems, requireCells } from '../statistics/cells.ts';
import { expectedCount, standardisedRatio } from '../statistics/indirect.ts';
import { DEFAULT_CONFIDENCE } from '../statistics/interval.ts';
import { type Group, stratify } from '../statistics/stratify.ts';
import { userStandard } from '../statistics/standards.ts';
import { CleanclaimError } from '../errors.ts';
import { operation } from './operation.ts';
import { cellInput, intervalOutput, perOf, problemOutput, rateInput } from './statistics-input.ts';

const input = z.object({
  deaths: rateInput.deaths,
  records: rateInput.records,
  population: rateInput.population,
  populationColumns: rateInput.populationColumns,
  by: rateInput.by,
  zeros: rateInput.zeros,
  /** Events and population of the reference, or its `rate` for each `referencePer` people in `count` when `referenceRates` is true. */
  reference: z.array(cellInput),
  referenceRates: z.optional(z.boolean()),
  referencePer: z.optional(z.number()),
  per: rateInput.per,
  confidence: rateInput.confidence,
  ci: z.optional(z.enum(['byar', 'exact'])),
});

const row = z.object({
  by: z.record(z.string(), z.string()),
  observed: z.number(),
  expected: z.nullable(z.number()),
  /** Observed over expected; 1 means as in the reference. */
  smr: z.nullable(z.number()),
  ci: intervalOutput,
  method: z.string(),
  confidence: z.number(),
  /** SMR × the reference's crude rate, for each `per` people. */
  indirectRate: z.nullable(z.number()),
  indirectRateCi: intervalOutput,
  per: z.number(),
  problems: z.optional(z.array(problemOutput)),
});
export type SmrRow = z.infer<typeof row>;

/** Standardised mortality (incidence) ratios against a reference population, by indirect standardisation. */
export const statisticsSmr = operation({
  id: 'statistics.smr',
  title: 'Standardised mortality ratios',
  input,
  output: z.array(row),
  failures: ['input/invalid', 'input/out-of-range', 'input/empty'],
  examples: [
    {
      says: 'One place against its country',
      input: {
        deaths: [
          { values: { age: '0-64' }, count: 20, population: 9_000, rows: 1 },
          { values: { age: '65+' }, count: 60, population: 1_000, rows: 1 },
        ],
        reference: [
          { values: { age: '0-64' }, count: 1_800, population: 900_000, rows: 1 },
          { values: { age: '65+' }, count: 5_000, population: 100_000, rows: 1 },
        ],
      },
    },
  ],
  run(asked): SmrRow[] {
    requireCells(asked.deaths, 'The deaths');
    requireCells(asked.population ?? [], 'The population');
    requireCells(asked.reference, 'The reference');
    const reference = readReference(asked);
    const per = perOf(asked.per);
    const confidence = asked.confidence ?? DEFAULT_CONFIDENCE;
    // The reference's bands take the place of a standard: its weights are not used.
    const standard = userStandard(
      'reference',
      reference.map(({ band }) => ({ start: band.start, weight: 1 })),
    );
    const groups = stratify({
      by: asked.by ?? [],
      deaths: asked.deaths,
      records: asked.records === true,
      ...(asked.population === undefined ? {} : { population: asked.population }),
      ...(asked.populationColumns === undefined ? {} : { populationColumns: asked.populationColumns }),
      standardFor: () => standard,
      zeros: asked.zeros === true,
    });
    return groups.map((group) => smrRow(group, reference, { per, confidence, method: asked.ci }));
  },
});

interface Reference {
  readonly band: AgeBand;
  readonly events: number;
  readonly people: number;
}

function readReference(asked: z.infer<typeof input>): Reference[] {
  const numbers = asked.reference
    .map(({ values }) => readAge(values['age'] ?? ''))
    .flatMap((reading) => (reading.kind === 'number' ? [reading.age] : []))
    .sort((one, other) => one - other);
  const found = new Map<number, { band: { start: number; end: number }; events: number; people: number }>();
  for (const { values, count, population } of asked.reference) {
    const reading = readAge(values['age'] ?? '');
    const band =
      reading.kind === 'band'
        ? reading.band
        : reading.kind === 'number'
          ? { start: reading.age, end: numbers.find((each) => each > reading.age) ?? Number.POSITIVE_INFINITY }
          : undefined;
    if (!band) continue;
    const people = asked.referenceRates === true ? perOf(asked.referencePer) : (population ?? 0);
    const before = found.get(band.start);
    if (before && before.band.end !== band.end)
      throw new CleanclaimError('input/out-of-range', `The reference has two bands from age ${band.start}.`);
    found.set(band.start, { band, events: (before?.events ?? 0) + count, people: (before?.people ?? 0) + people });
  }
  const bands = [...found.values()].sort((one, other) => one.band.start - other.band.start);
  if (bands.length === 0) throw new CleanclaimError('input/empty', 'The reference has no age band.');
  return bands;
}

function smrRow(
  group: Group,
  reference: readonly Reference[],
  settings: { readonly per: number; readonly confidence: number; readonly method: 'byar' | 'exact' | undefined },
): SmrRow {
  const { per, confidence, method } = settings;
  const problems = new Problems();
  problems.addAll(group.problems.list());
  const base = { by: group.by, observed: group.count, confidence, per };
  const none = { ...base, expected: null, smr: null, ci: null, method: 'none', indirectRate: null, indirectRateCi: null };
  const shown = (): { problems?: ReturnType<Problems['list']> } => (problems.list().length > 0 ? { problems: problems.list() } : {});
  if (!group.standardisable) return { ...none, ...shown() };
  const rates = referenceRates(group.bands, reference);
  const expected = expectedCount(rates, group.populations);
  if (expected === 0) return { ...none, expected, ...shown() };
  const ratio = standardisedRatio(group.count, expected, method === undefined ? { confidence } : { confidence, method });
  const people = reference.reduce((sum, each) => sum + each.people, 0);
  const crude = people > 0 ? (reference.reduce((sum, { events }) => sum + events, 0) / people) * per : null;
  return {
    ...base,
    expected,
    smr: ratio.smr,
    ci: [...ratio.interval],
    method: ratio.method,
    indirectRate: crude === null ? null : ratio.smr * crude,
    indirectRateCi: crude === null ? null : [ratio.interval[0] * crude, ratio.interval[1] * crude],
    ...shown(),
  };
}

/** The reference's rates on the group's bands: events over people of all its bands that lie in one of the group's. */
function referenceRates(bands: readonly AgeBand[], reference: readonly Reference[]): number[] {
  const events = bands.map(() => 0);
  const people = bands.map(() => 0);
  for (const each of reference) {
    const at = bandOf(bands, each.band.start);
    if (at < 0) continue;
    events[at] = (events[at] ?? 0) + each.events;
    people[at] = (people[at] ?? 0) + each.people;
  }
  return bands.map((_, at) => ((people[at] ?? 0) > 0 ? (events[at] ?? 0) / (people[at] ?? 1) : 0));
}
