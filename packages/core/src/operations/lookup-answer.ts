import * as z from 'zod/mini';

const choice = z.object({ code: z.string(), display: z.nullable(z.string()), billable: z.boolean() });

export const lookupAnswer = z.object({
  input: z.string(),
  system: z.string(),
  /** Written the official way; as tidied when no table has it. */
  code: z.string(),
  display: z.nullable(z.string()),
  status: z.enum(['billable', 'header', 'not-in-force', 'unknown', 'no-data']),
  billable: z.boolean(),
  /** Earliest day the installed editions prove; `fromKnown` is false when the code may be older than they are. */
  from: z.nullable(z.string()),
  fromKnown: z.boolean(),
  to: z.nullable(z.string()),
  edition: z.nullable(z.string()),
  /** A header whose title no installed file gives: it follows from the codes under it. */
  derived: z.optional(z.literal(true)),
  notesAsOf: z.optional(z.string()),
  mayBeSuperseded: z.optional(z.literal(true)),
  why: z.optional(z.string()),
  fix: z.optional(z.string()),
  /** What a header lacks. */
  needs: z.optional(
    z.object({
      what: z.enum(['seventh-character', 'finer-code']),
      /** The X to fill in before the 7th character; empty when there is nothing to fill. */
      placeholder: z.string(),
      choices: z.array(
        z.object({
          character: z.optional(z.string()),
          meaning: z.optional(z.string()),
          code: z.string(),
          display: z.nullable(z.string()),
          billable: z.boolean(),
        }),
      ),
    }),
  ),
  billableUntil: z.optional(z.nullable(z.string())),
  replacedBy: z.optional(z.array(choice)),
  suggestions: z.optional(z.array(choice)),
});
export type LookupAnswer = z.infer<typeof lookupAnswer>;

/** An answer that tells nothing yet of a code. */
export function untold(input: string, code: string): Omit<LookupAnswer, 'status'> {
  return { input, system: 'icd10cm', code, display: null, billable: false, from: null, fromKnown: false, to: null, edition: null };
}
