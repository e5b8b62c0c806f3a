import { CleanclaimError, isCleanclaimError } from '@cleanclaim/core/errors';
import { removeEdition } from '@cleanclaim/data/import';
import type { Given } from '../given.ts';
import { dataFolder } from '../open-data.ts';
import { EXIT, type Output, worstExit } from '../output.ts';
import { inPlace } from '../per-item.ts';

/** Takes editions away, each by its id as `data list` shows it. */
export async function remove(given: Given, output: Output): Promise<number> {
  if (given.words.length === 0) throw new CleanclaimError('usage/missing-argument', 'Write: cleanclaim data remove EDITION…');
  const statuses = new Set<number>();
  output.header(['id', 'source']);
  for (const [at, id] of given.words.entries()) {
    try {
      const removed = await removeEdition(dataFolder(given), id);
      output.answer(
        removed,
        () => `removed  ${output.bold(removed.id)}`,
        () => [removed.id, removed.source],
      );
      statuses.add(EXIT.fine);
    } catch (error) {
      if (!isCleanclaimError(error)) throw error;
      statuses.add(EXIT.usage);
      inPlace(output, { line: at + 1, input: id, error: error.failure });
    }
  }
  output.end();
  return worstExit(statuses);
}
