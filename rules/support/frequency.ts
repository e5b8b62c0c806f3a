/** A claim that stands in for an earlier one: replacement and void. */
export const CORRECTIONS: ReadonlySet<string> = new Set(['7', '8']);
