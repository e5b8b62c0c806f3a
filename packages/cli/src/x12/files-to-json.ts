import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { TreeBuilder, X12Checker } from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import { readBytes } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';

/** Each file as the tree of its loops. */
export async function filesToJson(paths: readonly string[], given: Given, output: Output): Promise<number> {
  for (const path of paths) {
    const builder = new TreeBuilder();
    const checker = new X12Checker({ data: openData(given), follow: builder });
    for await (const bytes of readBytes(path)) checker.push(bytes);
    const report = checker.report();
    if (report.interchanges.length === 0) {
      throw new CleanclaimError(
        'input/unsupported-format',
        `${path === '-' ? 'Standard input' : quote(path)} holds no X12 interchange: ${report.findings[0]?.message ?? ''}`,
      );
    }
    output.answer(builder.file, () => JSON.stringify(builder.file, undefined, 2));
    await output.flush();
  }
  output.end();
  return EXIT.fine;
}
