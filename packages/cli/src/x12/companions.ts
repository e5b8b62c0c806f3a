import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { type Companion, readCompanion } from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import { readText } from '../inputs.ts';

/** The companion guide of `--companion`, if one is given. */
export async function companionOf(given: Given): Promise<Companion | undefined> {
  const path = given.flags['companion'];
  if (typeof path !== 'string') return undefined;
  let value: unknown;
  try {
    value = JSON.parse((await readText(path)).replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) throw new CleanclaimError('input/not-json', `${quote(path)} is not JSON.`);
    throw error;
  }
  return readCompanion(value);
}
