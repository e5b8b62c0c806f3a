import * as z from 'zod/mini';
import { CleanclaimError } from '../errors.ts';
import { BIRTH_MEASURES, type BirthMeasure, birthMeasure } from '../statistics/birth.ts';
import { requireAmount } from '../statistics/interval.ts';
import { operation } from './operation.ts';
import { intervalOutput } from './statistics-input.ts';

const amounts = {
  liveBirths: z.number(),
  stillbirths: z.optional(z.number()),
  /** Deaths before the first birthday, in days 0–27, 0–6 and 28–364. */
  infant: z.optional(z.number()),
  neonatal: z.optional(z.number()),
  earlyNeonatal: z.optional(z.number()),
  postneonatal: z.optional(z.number()),
  /** Deaths of pregnancy, childbirth and the 42 days after. */
  maternal: z.optional(z.number()),
};

const input = z.object({
  rows: z.array(z.object({ by: z.record(z.string(), z.string()), ...amounts })).check(z.maxLength(20_000)),
  confidence: z.optional(z.number()),
});

const row = z.object({
  by: z.record(z.string(), z.string()),
  measure: z.enum(Object.keys(BIRTH_MEASURES) as [BirthMeasure, ...BirthMeasure[]]),
  title: z.string(),
  deaths: z.number(),
  births: z.number(),
  below: z.string(),
  rate: z.nullable(z.number()),
  rateCi: intervalOutput,
  per: z.number(),
  method: z.string(),
});
export type BirthRow = z.infer<typeof row>;

/** Infant, neonatal, perinatal and maternal mortality for each 1,000 (maternal: 100,000) births, with exact and Byar's limits. */
export const statisticsBirths = operation({
  id: 'statistics.births',
  title: 'Infant and maternal mortality',
  input,
  output: z.array(row),
  failures: ['input/invalid', 'input/out-of-range', 'input/empty'],
  examples: [
    {
      says: 'One year of a country',
      input: { rows: [{ by: {}, liveBirths: 50_000, stillbirths: 180, infant: 160, neonatal: 110, earlyNeonatal: 80, maternal: 4 }] },
    },
  ],
  run({ rows, confidence }): BirthRow[] {
    if (rows.length === 0) throw new CleanclaimError('input/empty', 'There are no rows.', '/rows');
    return rows.flatMap((given) => measuresOf(given, confidence));
  },
});

function measuresOf(given: z.infer<typeof input>['rows'][number], confidence: number | undefined): BirthRow[] {
  const { by, liveBirths, stillbirths, infant, neonatal, earlyNeonatal, maternal } = given;
  for (const [name, value] of Object.entries(given)) if (typeof value === 'number') requireAmount(value, name);
  for (const [part, whole, what] of [
    [neonatal, infant, 'neonatal deaths than infant deaths'],
    [earlyNeonatal, neonatal, 'early neonatal deaths than neonatal deaths'],
    [infant, liveBirths, 'infant deaths than live births'],
  ] as const)
    if (part !== undefined && whole !== undefined && part > whole)
      throw new CleanclaimError('input/out-of-range', `${Object.values(by).join(', ') || 'A row'} has more ${what}.`);
  const postneonatal = given.postneonatal ?? (infant !== undefined && neonatal !== undefined ? infant - neonatal : undefined);
  const deaths: Readonly<Record<BirthMeasure, number | undefined>> = {
    infant,
    neonatal,
    'early-neonatal': earlyNeonatal,
    postneonatal,
    stillbirth: stillbirths,
    perinatal: stillbirths !== undefined && earlyNeonatal !== undefined ? stillbirths + earlyNeonatal : undefined,
    'maternal-ratio': maternal,
  };
  const measures = Object.keys(BIRTH_MEASURES) as BirthMeasure[];
  return measures.flatMap((measure): BirthRow[] => {
    const count = deaths[measure];
    if (count === undefined) return [];
    const { title, below } = BIRTH_MEASURES[measure];
    const answer = birthMeasure(measure, count, liveBirths, {
      ...(stillbirths === undefined ? {} : { stillbirths }),
      ...(confidence === undefined ? {} : { confidence }),
    });
    return [
      {
        by,
        measure,
        title,
        deaths: count,
        births: below === 'live births' ? liveBirths : liveBirths + (stillbirths ?? 0),
        below,
        rate: answer.rate,
        rateCi: answer.interval ? [...answer.interval] : null,
        per: answer.per,
        method: answer.method,
      },
    ];
  });
}
