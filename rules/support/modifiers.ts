import type { LineView } from '@cleanclaim/core';

export function hasAny(line: LineView, modifiers: ReadonlySet<string>): boolean {
  for (const modifier of line.modifiers) if (modifiers.has(modifier)) return true;
  return false;
}

/** The line's first modifier of a set. */
export function firstOf(line: LineView, modifiers: ReadonlySet<string>): string | undefined {
  return line.modifiers.find((modifier) => modifiers.has(modifier));
}

/** Modifiers that set a visit apart: unrelated to an operation, significant and separate, decision for surgery. */
export const OF_VISITS: ReadonlySet<string> = new Set(['24', '25', '57']);

/** A distinct service, and the finer forms of it. */
export const DISTINCT: ReadonlySet<string> = new Set(['59', 'XE', 'XS', 'XP', 'XU']);

/** Somebody who helps the surgeon: 80, 81, 82 and AS. */
export const ASSISTANT: ReadonlySet<string> = new Set(['80', '81', '82', 'AS']);
