import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { type Follower, X12Checker } from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import { readBytes } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output, worstExit } from '../output.ts';

/** How a kind of X12 file that answers is read and told. */
export interface Telling<Part> {
  /** What such a file holds, for the error where it holds none: `TA1, 999 or 277CA`. */
  readonly holds: string;
  /** The name of the list in JSON. */
  readonly list: 'answers' | 'payments';
  readonly columns: readonly string[];
  reader(tell: (part: Part) => void): Follower;
  /** True where the part alone makes the exit 1. */
  isBad(part: Part): boolean;
  show(part: Part, output: Output): string;
  writeRows(path: string, parts: readonly Part[], output: Output): void;
}

/** Files in plain words: one list of parts a file. Exit 1 when a part is bad or the file itself is wrong. Throws for a file without any. */
export async function readTold<Part>(paths: readonly string[], given: Given, output: Output, telling: Telling<Part>): Promise<number> {
  const statuses: number[] = [];
  output.header(telling.columns);
  for (const path of paths) {
    const parts: Part[] = [];
    const checker = new X12Checker({ data: openData(given), follow: telling.reader((part) => parts.push(part)) });
    for await (const bytes of readBytes(path)) checker.push(bytes);
    const { errors, findings } = checker.report();
    if (parts.length === 0) {
      throw new CleanclaimError(
        'input/unsupported-format',
        `${path === '-' ? 'Standard input' : quote(path)} holds no ${telling.holds} that can be read: ${findings[0]?.message ?? 'it is another transaction'}`,
      );
    }
    statuses.push(errors > 0 || parts.some((part) => telling.isBad(part)) ? EXIT.finding : EXIT.fine);
    if (output.format === 'csv') telling.writeRows(path, parts, output);
    else
      output.answer({ input: path, [telling.list]: parts, findings }, () => parts.map((part) => telling.show(part, output)).join('\n\n'));
    if (errors > 0) output.hint(`The file has errors: cleanclaim x12 check ${path}`);
    await output.flush();
  }
  output.end();
  return worstExit(statuses);
}
