import type { PcsAnswer } from '@cleanclaim/core';

const OPEN = '_';
const LENGTH = 7;
/** The first three characters name the table; what stands after them means something only within it. */
const TABLE = 3;

/** The axis that the shown letters choose for: the first that is open; -1 when none is, so that a letter too many changes nothing. */
export function activeAxis({ axes }: PcsAnswer): number {
  return axes.findIndex(({ chosen }) => chosen === null);
}

/** The code with a value chosen on an axis, or taken back when it was. Another table opens everything after it. */
export function choose(code: string, axis: number, value: string): string {
  const now = [...code.padEnd(LENGTH, OPEN)];
  now[axis] = now[axis] === value ? OPEN : value;
  return trim(axis < TABLE ? now.map((each, at) => (at > axis ? OPEN : each)) : now);
}

/** One column back: the last character that is chosen is open again. */
export function takeBack(code: string): string {
  const now = [...code.padEnd(LENGTH, OPEN)];
  const last = now.findLastIndex((each) => each !== OPEN);
  return trim(now.map((each, at) => (at === last ? OPEN : each)));
}

function trim(characters: readonly string[]): string {
  return characters.join('').replace(/_+$/, '');
}
