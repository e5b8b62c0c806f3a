import * as z from 'zod/mini';
import { CleanclaimError, quote } from '../errors.ts';
import { DIRECT_METHODS } from '../statistics/direct.ts';
import { type StandardPopulation, STANDARD_IDS, standardPopulation, userStandard } from '../statistics/standards.ts';
import { readAge } from '../statistics/age.ts';

/** Rows counted together: the texts of the columns asked for, the events (or people), and the rows of the file behind them. */
export const cellInput = z.object({
  values: z.record(z.string(), z.string()),
  count: z.number(),
  population: z.optional(z.number()),
  /** Rows of the file behind it; 1 when left out. */
  rows: z._default(z.number(), 1),
});

/** Bounds of a request: a table larger than this is read from a file. */
export const cellsInput = z.array(cellInput).check(z.maxLength(500_000));
export const byInput = z.optional(z.array(z.string()).check(z.maxLength(16)));

export const standardInput = z.union([
  z.enum(STANDARD_IDS),
  z.object({ id: z.string(), bands: z.array(z.object({ age: z.string(), weight: z.number() })).check(z.maxLength(200)) }),
]);

/** What rates, comparisons and their kin are made from. */
export const rateInput = {
  deaths: cellsInput,
  /** True when each row was one death, so that a bare number is an age and not a band's start. */
  records: z.optional(z.boolean()),
  /** Left out when the deaths' cells hold the population. */
  population: z.optional(cellsInput),
  /** Columns the population's cells know. */
  populationColumns: z.optional(z.array(z.string()).check(z.maxLength(200))),
  by: byInput,
  standard: z.optional(standardInput),
  ci: z.optional(z.enum(DIRECT_METHODS)),
  per: z.optional(z.number()),
  confidence: z.optional(z.number()),
  unknownAge: z.optional(z.enum(['spread', 'leave-out'])),
  /** Groups of people without events too, however many. */
  zeros: z.optional(z.boolean()),
};

export const problemOutput = z.object({
  problem: z.string(),
  severity: z.enum(['error', 'warning']),
  rows: z.number(),
  count: z.nullable(z.number()),
  what: z.string(),
});

export const intervalOutput = z.nullable(z.tuple([z.number(), z.number()]));

/** The standard by its name or of the user's own; `oldest` is the start of the data's last age band. */
export function standardOf(input: z.infer<typeof standardInput>): (oldest: number) => StandardPopulation {
  if (typeof input === 'string') return (oldest) => standardPopulation(input, oldest);
  const own = userStandard(
    input.id,
    input.bands.map(({ age, weight }) => {
      const reading = readAge(age);
      if (reading.kind === 'number') return { start: reading.age, weight };
      if (reading.kind === 'band') return { start: reading.band.start, weight };
      throw new CleanclaimError('input/out-of-range', `The standard has the age ${quote(age)}, which cannot be read.`);
    }),
  );
  return () => own;
}

export function perOf(per: number | undefined): number {
  if (per === undefined) return 100_000;
  if (!(per > 0 && Number.isFinite(per))) throw new CleanclaimError('input/out-of-range', `Rates are asked for each ${per} people.`);
  return per;
}
