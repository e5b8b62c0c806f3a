import * as z from 'zod/mini';
import { MAX_CODE_INPUT } from '../text/code-text.ts';

// Inputs that several operations share, with what a surface tells its callers about them. The notes in the registry
// describe; the operations themselves check, so that a wrong day is always `input/not-a-day`.

/** A code as typed. */
export const codeField = z.string().register(z.globalRegistry, {
  description: 'A code as written or typed, with or without the dot.',
  maxLength: MAX_CODE_INPUT,
});

/** A code, or whatever else was typed: told apart, not looked up. */
export const anyCodeField = z.string().register(z.globalRegistry, { description: 'A code of any system, as written or typed.' });

/** How a day is described: a date of the calendar of the years that claims and codes can have. */
const DAY = { format: 'date', pattern: '^(?:18|19|20|21)' } as const;

/** The day a question is asked of, as YYYY-MM-DD; today when left out. */
export const dayField = z.optional(
  z.string().register(z.globalRegistry, { description: 'The date of service, YYYY-MM-DD; today when left out.', ...DAY }),
);

/** The day a claim is received, as YYYY-MM-DD; today when left out. */
export const receivedField = z.optional(
  z.string().register(z.globalRegistry, {
    description: 'The day the claim is received, YYYY-MM-DD; today when left out: then a filing limit that has passed is only noted.',
    ...DAY,
  }),
);
