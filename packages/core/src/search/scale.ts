import type { Variants } from './variants.ts';

/** What words that stand together add at most: the closer look's share. */
export const ADJACENT = 0.15;
/** A code's second best document adds this share of its score. */
export const SECOND = 0.06;

/**
 * The highest score a query can have: every word found in the code's own text, nothing left over, all side by side where
 * there are several, and said again in a second text. Scores are given as shares of it, so they lie in 0 to 1.
 */
export function bestPossible({ variants }: Variants, second: number = SECOND): number {
  return (variants.some(({ slots }) => slots.length > 1) ? 1 + ADJACENT : 1) * (1 + second);
}
