import * as z from 'zod/mini';
import { MAX_CODE_INPUT } from '../text/code-text.ts';

// Inputs that several operations share, with what a surface tells its callers about them. The notes in the registry
// describe; the operations themselves check, so that a wrong day is always `input/not-a-day`.

/** A code as typed. */
export const codeField = z.string().register(z.globalRegistry, {
  description: 'A code as written or typed, with or without the dot.',
  maxLength: MAX_CODE_INPUT,
});

/** The day a question is asked of, as YYYY-MM-DD; today when left out. */
export const dayField = z.optional(
  z.string().register(z.globalRegistry, { description: 'The date of service, YYYY-MM-DD; today when left out.', format: 'date' }),
);
