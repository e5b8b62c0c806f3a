import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { DIRECT_METHODS, STANDARD_IDS, type StandardId } from '@cleanclaim/core/statistics';
import { readStandard } from '@cleanclaim/stats';
import type { Given } from '../given.ts';
import { confidenceOf, flag, mappingOf, numberFlag } from './flags.ts';

/** Standard, interval and size of rates, by the flags. */
export async function settingsOf(given: Given) {
  const named = flag(given, 'standard') ?? 'who2000';
  const known = STANDARD_IDS.find((each): each is StandardId => each === named);
  const ci = flag(given, 'ci') ?? 'dobson';
  const method = DIRECT_METHODS.find((each) => each === ci);
  if (!method) throw new CleanclaimError('input/out-of-range', `--ci takes ${DIRECT_METHODS.join(', ')}, not ${quote(ci)}.`);
  const unknown = flag(given, 'unknown-age') ?? 'spread';
  if (unknown !== 'spread' && unknown !== 'leave-out')
    throw new CleanclaimError('input/out-of-range', `--unknown-age takes spread or leave-out, not ${quote(unknown)}.`);
  return {
    standard: known ?? (await readStandard(named, mappingOf(given))),
    ci: method,
    per: numberFlag(given, 'per') ?? 100_000,
    confidence: confidenceOf(given),
    unknownAge: unknown,
  } as const;
}
