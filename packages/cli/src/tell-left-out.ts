import type { Claim } from '@cleanclaim/core';
import type { Output } from './output.ts';

/** Elements and fields named one by one. */
const NAMED = 12;

/** Says on standard error what of a claim was not carried over from or to another format. */
export function tellLeftOut({ id }: Claim, left: readonly string[], output: Output): void {
  if (left.length === 0) return;
  const more = left.length > NAMED ? ` and ${left.length - NAMED} more` : '';
  output.hint(`Claim ${id ?? 'without a number'}: not carried over: ${left.slice(0, NAMED).join(', ')}${more}.`);
}
