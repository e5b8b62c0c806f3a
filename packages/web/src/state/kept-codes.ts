import { keptStore } from './kept.ts';

const isCodes = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((each) => typeof each === 'string');

const MOST_RECENT = 12;
const MOST_KEPT = 100;

/** Codes looked at lately, the last first. */
export const recentCodes = keptStore<readonly string[]>('recent', [], isCodes);
/** Codes the user chose to keep, in the order kept. */
export const keptCodes = keptStore<readonly string[]>('kept', [], isCodes);

export function rememberCode(code: string): void {
  const codes = recentCodes.get();
  if (codes[0] !== code) recentCodes.set([code, ...codes.filter((each) => each !== code)].slice(0, MOST_RECENT));
}

export function toggleKept(code: string): void {
  const codes = keptCodes.get();
  keptCodes.set(codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code].slice(-MOST_KEPT));
}
