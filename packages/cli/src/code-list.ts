import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { readText } from './inputs.ts';

/**
 * The codes of a file: the first word of each line of a bare list, or of a CSV or tab-separated one with the code in front.
 * `#` begins a comment. Throws `table/unreadable` for a workbook or another file that is no text.
 */
export async function readCodes(path: string): Promise<string[]> {
  const text = await readText(path);
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text))
    throw new CleanclaimError('table/unreadable', `${quote(path)} is no text: a list has a code a line.`);
  return text
    .split(/\r\n?|\n/)
    .map(
      (line) =>
        line
          .replace(/#.*/, '')
          .trim()
          .split(/[\s,;]/)[0]
          ?.replace(/^"|"$/g, '') ?? '',
    )
    .filter((code) => code !== '' && !/^code$/i.test(code));
}
