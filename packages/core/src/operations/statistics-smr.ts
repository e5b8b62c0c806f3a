import * as z from 'zod/mini';
import { type AgeBand, bandOf, readAge } from '../statistics/age.ts';
import { addTo, type Cell, joinValue, Problems, requireCells } from '../statistics/cells.ts';
import { expectedCount, standardisedRatio } from '../statistics/indirect.ts';
import { DEFAULT_CONFIDENCE } from '../statistics/interval.ts';
import { type Group, stratify } from '../statistics/stratify.ts';
import { userStandard } from '../statistics/standards.ts';
import { CleanclaimError } from '../errors.ts';
import { operation } from './operation.ts';
import { cellsInput, intervalOutput, perOf, problemOutput, rateInput } from './statistics-input.ts';

const input = z.object({
  deaths: rateInput.deaths,
  records: rateInput.records,
  population: rateInput.population,
  populationColumns: rateInput.populationColumns,
  by: rateInput.by,
  zeros: rateInput.zeros,
  /** Events and population of the reference, by age. */
  reference: cellsInput,
  /** Columns besides age by which group and reference are matched, for example sex: both must have them. */
  match: z.optional(z.array(z.string())),
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
    const match = asked.match ?? [];
    // The reference's bands take the place of a standard: its weights are not used.
    const standard = standardOfStarts(asked.reference);
    const references = new Map(
      stratify({ by: match, deaths: asked.reference, records: false, standardFor: () => standard }).map((each) => [
        keyOf(each, match),
        each,
      ]),
    );
    const by = asked.by ?? [];
    const groups = stratify({
      by: [...by, ...match.filter((column) => !by.includes(column))],
      deaths: asked.deaths,
      records: asked.records === true,
      ...(asked.population === undefined ? {} : { population: asked.population }),
      ...(asked.populationColumns === undefined ? {} : { populationColumns: [...asked.populationColumns, ...match] }),
      standardFor: () => standard,
      zeros: asked.zeros === true,
    });
    const sets = new Map<string, Group[]>();
    for (const group of groups) {
      const key = keyOf(group, by);
      addTo(sets, key, group);
    }
    const settings = { per: perOf(asked.per), confidence: asked.confidence ?? DEFAULT_CONFIDENCE, method: asked.ci };
    return [...sets.values()].map((parts) => smrRow(parts, by, (part) => references.get(keyOf(part, match)), settings));
  },
});

const keyOf = (group: Group, columns: readonly string[]): string =>
  columns.map((column) => joinValue(column, group.by[column] ?? '')).join('\u0001');

function standardOfStarts(reference: readonly Cell[]): ReturnType<typeof userStandard> {
  const starts = new Set<number>();
  for (const { values } of reference) {
    const reading = readAge(values['age'] ?? '');
    if (reading.kind === 'band') starts.add(reading.band.start);
    else if (reading.kind === 'number') starts.add(reading.age);
  }
  if (starts.size === 0) throw new CleanclaimError('input/empty', 'The reference has no age band.');
  return userStandard(
    'reference',
    [...starts].map((start) => ({ start, weight: 1 })),
  );
}

function smrRow(
  parts: readonly Group[],
  by: readonly string[],
  referenceOf: (part: Group) => Group | undefined,
  settings: { readonly per: number; readonly confidence: number; readonly method: 'byar' | 'exact' | undefined },
): SmrRow {
  const { per, confidence, method } = settings;
  const problems = new Problems();
  let observed = 0;
  let expected: number | null = 0;
  let people = 0;
  let events = 0;
  for (const part of parts) {
    problems.addAll(part.problems.list());
    const reference = referenceOf(part);
    const placed = part.counts.reduce((sum, count) => sum + count, 0);
    // Events at ages the reference does not cover have nothing to be held against; they are told as a problem.
    observed += part.standardisable ? placed + part.unknownAge : part.count;
    if (!part.standardisable || !reference?.standardisable) {
      if (part.standardisable) problems.add('reference-missing', 0, part.count);
      expected = null;
      continue;
    }
    if (expected !== null) expected += expectedCount(referenceRates(part.bands, reference), part.populations);
    people += reference.population ?? 0;
    events += reference.count;
  }
  const listed = problems.list();
  const base = {
    by: Object.fromEntries(by.map((column) => [column, parts[0]?.by[column] ?? ''])),
    observed,
    confidence,
    per,
    ...(listed.length > 0 ? { problems: listed } : {}),
  };
  if (expected === null || expected === 0)
    return { ...base, expected, smr: null, ci: null, method: 'none', indirectRate: null, indirectRateCi: null };
  const ratio = standardisedRatio(observed, expected, method === undefined ? { confidence } : { confidence, method });
  const crude = people > 0 ? (events / people) * per : null;
  return {
    ...base,
    expected,
    smr: ratio.smr,
    ci: [...ratio.interval],
    method: ratio.method,
    indirectRate: crude === null ? null : ratio.smr * crude,
    indirectRateCi: crude === null ? null : [ratio.interval[0] * crude, ratio.interval[1] * crude],
  };
}

/** The reference's rates on the group's bands: events over people of all its bands that lie in one of the group's. */
function referenceRates(bands: readonly AgeBand[], reference: Group): number[] {
  const events = bands.map(() => 0);
  const people = bands.map(() => 0);
  reference.bands.forEach((band, from) => {
    const at = bandOf(bands, band.start);
    if (at < 0) return;
    events[at] = (events[at] ?? 0) + (reference.counts[from] ?? 0);
    people[at] = (people[at] ?? 0) + (reference.populations[from] ?? 0);
  });
  return bands.map((_, at) => ((people[at] ?? 0) > 0 ? (events[at] ?? 0) / (people[at] ?? 1) : 0));
}
