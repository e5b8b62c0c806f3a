import { type Level, LEVELS } from './criteria.ts';

/** What was reviewed, ordered, heard and discussed, for the data part of a decision. */
export interface DataReviewed {
  /** Notes from outside, each source once; results reviewed and tests ordered, each test once. */
  readonly notes: number;
  readonly results: number;
  readonly orders: number;
  /** Somebody else had to tell the history. */
  readonly historian: boolean;
  /** A test that somebody else reports was read by oneself. */
  readonly interpreted: boolean;
  /** Management or a test was discussed with someone outside. */
  readonly discussed: boolean;
}

/** The level of the data part: categories of which one makes it moderate and two make it high. */
export function dataLevel({ notes, results, orders, historian, interpreted, discussed }: DataReviewed): Level {
  const items = notes + results + orders;
  const categories = [items + (historian ? 1 : 0) >= 3, interpreted, discussed].filter(Boolean).length;
  if (categories >= 2) return 'high';
  if (categories === 1) return 'moderate';
  return items >= 2 || historian ? 'low' : 'straightforward';
}

/**
 * Two of the three parts must reach a level, so the middle one decides. A part that is not given may be anything: then the
 * level lies between two bounds, and is known only where they meet.
 */
export function decisionBounds(parts: readonly (Level | undefined)[]): { readonly least: Level; readonly most: Level } {
  return { least: middle(parts, 'straightforward'), most: middle(parts, 'high') };
}

function middle(parts: readonly (Level | undefined)[], open: Level): Level {
  const sorted = parts.map((part) => LEVELS.indexOf(part ?? open)).toSorted((one, other) => one - other);
  return LEVELS[sorted[1] ?? 0] ?? open;
}
