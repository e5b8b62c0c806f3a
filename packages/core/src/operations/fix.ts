import * as z from 'zod/mini';
import { claimJsonSchema } from '../claim/claim-schema.ts';
import type { Claim } from '../claim/model.ts';
import { isFailure, readClaim } from '../claim/read-claim.ts';
import { applySureFixes, type SurelyFixed } from '../claim/sure-fixes.ts';
import { CleanclaimError } from '../errors.ts';
import { type CheckContext, reportSchema } from './check.ts';
import { receivedField } from './fields.ts';
import { onDay } from './on-day.ts';
import { operation } from './operation.ts';

const output = z.object({
  /** The claim with every certain repair made. */
  claim: z.record(z.string(), z.unknown()),
  changes: z.array(
    z.object({
      rule: z.string(),
      path: z.string(),
      message: z.string(),
      fix: z.string(),
      patch: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
  /** What is still found on the repaired claim. */
  report: reportSchema,
});

/** Mends what is certain on a claim and says what is left. Never adds a modifier or diagnosis, nor changes what is billed. */
export const fix = operation<{ claim: unknown; received?: string | undefined }, SurelyFixed, CheckContext>({
  id: 'claims.fix',
  title: 'Make the certain repairs of a claim',
  input: z.object({
    claim: z.unknown().register(z.globalRegistry, { description: 'The claim, as docs/claim.md describes it.', ...claimJsonSchema() }),
    received: receivedField,
  }),
  output: output as unknown as z.ZodMiniType<SurelyFixed>,
  failures: ['input/invalid', 'input/not-a-day', 'claim/wrong-shape', 'claim/missing-field', 'claim/too-large'],
  examples: [
    {
      says: 'A placeholder X that is missing',
      input: {
        claim: {
          type: 'professional',
          diagnoses: [{ code: 'T14.90A' }],
          lines: [{ code: 'G0108', from: '2026-03-04', charge: '60.00', pointers: [1] }],
          total: '50.00',
        },
      },
    },
  ],
  run({ claim, received }, context) {
    const on = onDay(received, context);
    return applySureFixes(read(claim).claim, (each) =>
      context.engine.check(each, { received: on, assumed: received === undefined, unknown: read(each).unknown }),
    );
  },
});

function read(claim: unknown): { claim: Claim; unknown: readonly { path: string; name: string }[] } {
  const found = readClaim(claim);
  if (isFailure(found)) throw new CleanclaimError(found.code, found.message, found.path);
  return found;
}
