import * as z from 'zod/mini';
import { claimJsonSchema } from '../claim/claim-schema.ts';
import { isFailure, readClaim } from '../claim/read-claim.ts';
import { viewClaim } from '../claim/view.ts';
import type { Report } from '../engine/report.ts';
import { CleanclaimError } from '../errors.ts';
import type { Price } from '../pricing/answer.ts';
import { priceClaim } from '../pricing/price-claim.ts';
import { termsOf } from '../pricing/terms.ts';
import type { CheckContext } from './check.ts';
import { operation } from './operation.ts';

const output = z.object({
  claim: z.nullable(z.string()),
  on: z.nullable(z.string()),
  lines: z.array(
    z.object({
      index: z.number(),
      code: z.string(),
      allowed: z.nullable(z.string()),
      notPriced: z.nullable(z.object({ reason: z.string(), install: z.nullable(z.string()) })),
      warnings: z.array(z.string()),
      steps: z.array(z.object({ what: z.string(), value: z.string(), edition: z.nullable(z.string()) })),
    }),
  ),
  complete: z.boolean(),
  allowed: z.string(),
  patient: z.string(),
  payment: z.string(),
  limitingCharge: z.optional(z.string()),
  editions: z.array(z.object({ id: z.string(), from: z.string(), to: z.nullable(z.string()) })),
});

/** Families of rules whose findings may keep a line from being paid as priced. */
const PAYABILITY = /^(?:mpfs|ncci)\//;

/** What Medicare is expected to pay for a professional claim by the installed fee schedules, line by line with every step. */
export const price = operation<{ claim: unknown }, Price, CheckContext>({
  id: 'claims.price',
  title: 'Price a claim',
  input: z.object({
    claim: z.unknown().register(z.globalRegistry, { description: 'The claim, as docs/claim.md describes it.', ...claimJsonSchema() }),
  }),
  output: output as unknown as z.ZodMiniType<Price>,
  failures: ['input/invalid', 'claim/wrong-shape', 'claim/missing-field', 'claim/too-large'],
  examples: [
    {
      says: 'One service in an office of contractor 01112, locality 05',
      input: {
        claim: {
          type: 'professional',
          payer: { id: '01112', kind: 'medicare', locality: '05' },
          lines: [{ code: 'G0168', from: '2025-10-15', pos: '11', units: 1, charge: '250.00' }],
        },
      },
    },
  ],
  run({ claim }, { data, engine, today }) {
    const read = readClaim(claim);
    if (isFailure(read)) throw new CleanclaimError(read.code, read.message, read.path);
    const priced = priceClaim(viewClaim(read.claim, data, read.unknown), termsOf(read.claim), data);
    return withWarnings(priced, engine.check(read.claim, { received: today, unknown: read.unknown }));
  },
});

/** Repeats, on each line, what the rules say against its being paid. */
function withWarnings(priced: Price, { findings }: Report): Price {
  const against = findings.filter(({ rule }) => PAYABILITY.test(rule));
  if (against.length === 0) return priced;
  const lines = priced.lines.map((line) => {
    const path = `/lines/${line.index}`;
    const warnings = against.filter(({ where }) => where.path === path || where.path.startsWith(`${path}/`)).map(({ message }) => message);
    return warnings.length === 0 ? line : { ...line, warnings: [...line.warnings, ...warnings] };
  });
  return { ...priced, lines };
}
