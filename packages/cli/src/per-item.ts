import { CleanclaimError, type Failure, isCleanclaimError } from '@cleanclaim/core/errors';
import type { Given } from './given.ts';
import { MAX_LINE, readLines } from './inputs.ts';
import { EXIT, type Output, worstExit } from './output.ts';
import { Progress } from './progress.ts';

export interface PerItem<Answer> {
  /** Asks about one text; throws CleanclaimError when the text cannot be asked about. */
  ask(text: string): Answer;
  show(answer: Answer): string;
  row?(answer: Answer): readonly unknown[];
  /** Rows of CSV, for answers that have several. */
  rows?(answer: Answer): readonly (readonly unknown[])[];
  columns?: readonly string[];
  /** Exit status the answer calls for. */
  status(answer: Answer): number;
}

/**
 * Answers for each word of the command line, or for each line of standard input where a word is `-`, in order.
 * A text that cannot be asked about gives its failure in its place and the rest goes on.
 */
export async function perItem<Answer>(given: Given, output: Output, work: PerItem<Answer>): Promise<number> {
  const statuses = new Set<number>();
  output.header(work.columns ?? []);
  const one = (text: string, line: number, tooLong = false): void => {
    try {
      if (tooLong) throw new CleanclaimError('input/too-long', `Line ${line} holds more than ${MAX_LINE / 1024 / 1024} MB.`);
      const answer = work.ask(text);
      statuses.add(work.status(answer));
      const rows = output.format === 'csv' ? (work.rows?.(answer) ?? [work.row?.(answer) ?? []]) : [[]];
      for (const row of rows)
        output.answer(
          answer,
          () => work.show(answer),
          () => row,
        );
    } catch (error) {
      if (!isCleanclaimError(error) || error.failure.code === 'pack/damaged') throw error;
      statuses.add(EXIT.usage);
      inPlace(output, { line, input: text, error: error.failure });
    }
  };
  let number = 0;
  const progress = new Progress(given.flags['quiet'] !== true, 'lines');
  for (const word of given.words) {
    if (word !== '-') one(word, ++number);
    else
      for await (const lines of readLines('-')) {
        for (const { text, number: line, tooLong } of lines) one(text, line, tooLong);
        progress.add(lines.length);
        await output.flush();
      }
  }
  progress.end();
  output.end();
  return worstExit(statuses);
}

/** Writes what went wrong where the answer would stand, so that answers keep matching their inputs. */
export function inPlace(output: Output, entry: { readonly line: number; readonly input: string; readonly error: Failure }): void {
  if (output.format === 'table' || output.format === 'csv') output.failure({ ...entry.error, message: `${entry.error.message}` });
  else output.answer(entry, () => '');
}
