import * as z from 'zod/mini';
import { readClaim } from '../claim/read-claim.ts';
import { CleanclaimError } from '../errors.ts';
import { joinValue } from '../statistics/cells.ts';
import { SERVICE_COLUMNS, ServiceCounter } from '../statistics/claim-counts.ts';
import type { OperationContext } from './operation.ts';
import { operation } from './operation.ts';
import { intervalOutput, problemOutput, rateInput } from './statistics-input.ts';
import { type RateRow, statisticsRates } from './statistics-rates.ts';

const MOST_CLAIMS = 20_000;

const settings = {
  /** People at risk by age, and by those of the columns that tell people apart. */
  population: rateInput.population,
  populationColumns: rateInput.populationColumns,
  standard: rateInput.standard,
  ci: rateInput.ci,
  per: rateInput.per,
  confidence: rateInput.confidence,
};
const settingsInput = z.object(settings);
export type UtilisationSettings = z.infer<typeof settingsInput>;

const input = z.object({
  /** Claims as `claims.check` takes them. */
  claims: z.array(z.unknown()).check(z.maxLength(MOST_CLAIMS)),
  /** Columns to keep apart; the code when left out. */
  by: z.optional(z.array(z.enum(SERVICE_COLUMNS)).check(z.maxLength(SERVICE_COLUMNS.length))),
  /** Only these codes: exact ones or ranges such as 99202-99215; all when left out. */
  codes: z.optional(z.string().check(z.maxLength(10_000))),
  ...settings,
});

const row = z.object({
  by: z.record(z.string(), z.string()),
  lines: z.number(),
  claims: z.number(),
  units: z.number(),
  /** Exact sum in dollars, as text. */
  charges: z.string(),
  withoutCharge: z.number(),
  /** Null without people. */
  population: z.nullable(z.number()),
  crude: z.nullable(z.number()),
  rate: z.nullable(z.number()),
  rateCi: intervalOutput,
  per: z.nullable(z.number()),
  method: z.string(),
  problems: z.optional(z.array(problemOutput)),
});
export type UtilisationRow = z.infer<typeof row>;

/** Services on claims: lines, claims, units and exact charges by code, payer, provider and more; rates with people given. */
export const statisticsUtilisation = operation({
  id: 'statistics.utilisation',
  title: 'Services on claims: counts, charges, rates',
  input,
  output: z.array(row),
  failures: [
    'input/invalid',
    'input/out-of-range',
    'input/empty',
    'claim/wrong-shape',
    'claim/missing-field',
    'claim/too-large',
    'input/not-a-day',
  ],
  examples: [
    {
      says: 'Two claims by code',
      input: {
        claims: [
          {
            type: 'professional',
            patient: { birthDate: '1960-02-01', sex: 'female' },
            diagnoses: [{ code: 'E11.9' }],
            lines: [{ code: '99213', from: '2026-03-04', units: 1, charge: '128.00', pointers: [1] }],
          },
          {
            type: 'professional',
            patient: { birthDate: '1981-07-09', sex: 'male' },
            diagnoses: [{ code: 'I10' }],
            lines: [{ code: '99213', from: '2026-03-05', units: 1, charge: '131.50', pointers: [1] }],
          },
        ],
      },
    },
  ],
  run(asked, context): UtilisationRow[] {
    if (asked.claims.length === 0) throw new CleanclaimError('input/empty', 'There are no claims.', '/claims');
    const counter = new ServiceCounter(asked.by ?? ['code'], asked.codes === undefined ? undefined : serviceCodes(asked.codes));
    asked.claims.forEach((each, at) => {
      const read = readClaim(each);
      if (!('claim' in read)) throw new CleanclaimError(read.code, read.message, `/claims/${at}${read.path}`);
      counter.add(read.claim);
    });
    return utilisationRows(counter, asked.by ?? ['code'], asked, context);
  },
});

/** Takes exact codes and ranges of codes of one length, such as `99202-99215, G0438`. Throws `input/out-of-range`. */
export function serviceCodes(text: string): (code: string) => boolean {
  const parts = text
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map((part) => part.toUpperCase().split('-'));
  for (const [first = '', last = first, ...more] of parts)
    if (more.length > 0 || first.length !== last.length || last < first)
      throw new CleanclaimError(
        'input/out-of-range',
        `Codes are named one by one or as ranges of one length such as 99202-99215, not ${[first, last, ...more].join('-')}.`,
      );
  return (code) => {
    const plain = code.toUpperCase();
    return parts.some(([first = '', last = first]) => plain.length === first.length && first <= plain && plain <= last);
  };
}

/** The counts with rates beside them, where people are given. */
export function utilisationRows(
  counter: ServiceCounter,
  by: readonly string[],
  asked: UtilisationSettings,
  context: OperationContext,
): UtilisationRow[] {
  const keyOf = (values: Readonly<Record<string, string>>): string =>
    by.map((column) => joinValue(column, values[column] ?? '')).join('\u0001');
  const rates = new Map<string, RateRow>();
  if (asked.population !== undefined)
    for (const rate of statisticsRates.run(
      { ...asked, deaths: counter.cells(), records: true, by: [...by], populationColumns: asked.populationColumns ?? [] },
      context,
    ))
      rates.set(keyOf(rate.by), rate);
  const problems = counter.problems.list();
  return counter.rows().map((counted, at): UtilisationRow => {
    const rate = rates.get(keyOf(counted.by));
    const own = [...(at === 0 ? problems : []), ...(rate?.problems ?? [])];
    return {
      ...counted,
      population: rate?.population ?? null,
      crude: rate?.crude ?? null,
      rate: rate?.rate ?? null,
      rateCi: rate?.rateCi ?? null,
      per: rate?.per ?? null,
      method: rate ? `${rate.standard}, ${rate.method}` : 'counts only: no people were given',
      ...(own.length > 0 ? { problems: own } : {}),
    };
  });
}
