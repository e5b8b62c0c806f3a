import * as z from 'zod/mini';
import { claimJsonSchema } from '../claim/claim-schema.ts';
import { isFailure, readClaim } from '../claim/read-claim.ts';
import { CleanclaimError } from '../errors.ts';
import { fillForm } from '../forms/fill-form.ts';
import type { FilledForm } from '../forms/form.ts';
import { onDay } from './on-day.ts';
import { operation } from './operation.ts';

const madeOn = z.optional(
  z.string().register(z.globalRegistry, {
    description: 'The day the form is made, YYYY-MM-DD; today when left out.',
    format: 'date',
    pattern: '^(?:18|19|20|21)',
  }),
);

/** A claim laid out for its paper form: which text in which box of which page. */
export const form = operation<{ claim: unknown; on?: string | undefined }, FilledForm>({
  id: 'claims.form',
  title: 'Lay a claim out for its paper form',
  input: z.object({
    claim: z.unknown().register(z.globalRegistry, { description: 'The claim, as docs/claim.md describes it.', ...claimJsonSchema() }),
    on: madeOn,
  }),
  output: z.object({
    form: z.enum(['cms-1500', 'ub-04']),
    claim: z.nullable(z.string()),
    pages: z.array(z.object({ page: z.number(), boxes: z.array(z.object({ box: z.string(), text: z.string(), path: z.string() })) })),
    troubles: z.array(
      z.object({
        kind: z.enum(['missing', 'left-out', 'too-long', 'too-many', 'unprintable', 'unreadable']),
        box: z.string(),
        path: z.string(),
        message: z.string(),
        fix: z.string(),
      }),
    ),
  }) as unknown as z.ZodMiniType<FilledForm>,
  failures: ['input/invalid', 'input/not-a-day', 'claim/wrong-shape', 'claim/missing-field', 'claim/too-large', 'form/no-form'],
  examples: [
    {
      says: 'A visit on CMS-1500',
      input: {
        claim: {
          type: 'professional',
          diagnoses: [{ code: 'E11.22' }],
          lines: [{ code: 'G0108', from: '2026-03-04', pos: '11', units: 1, charge: '128.00', pointers: [1] }],
        },
        on: '2026-03-05',
      },
    },
  ],
  run({ claim, on }, context) {
    const read = readClaim(claim);
    if (isFailure(read)) throw new CleanclaimError(read.code, read.message, read.path);
    return fillForm(read.claim, onDay(on, context));
  },
});
