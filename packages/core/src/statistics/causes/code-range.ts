import { CleanclaimError, quote } from '../../errors.ts';

/** A code as it is compared: capitals, no dot, no dagger or asterisk, no spaces; `null` where it has no shape of ICD-10. */
export function plainCode(text: string): string | null {
  const plain = text
    .trim()
    .toUpperCase()
    .replace(/[.†*+!\s]/g, '');
  return SHAPE.test(plain) ? plain : null;
}
/** ICD-10-CM has categories with a letter third (C7A) and, since 2025, second (QA0). */
const SHAPE = /^[A-Z](?:\d[0-9A-Z]|[A-Z]\d)[0-9A-Z]{0,4}$/;

/** All codes from `first` to `last` and whatever lies under `last`. Both without dot. */
export interface CodeRange {
  readonly first: string;
  readonly last: string;
}

/**
 * Reads `A00-B99`, `C82–C86; C96`, `X60-X84, Y87.0`. Throws `input/out-of-range` for a range that runs backwards or a text
 * that is no range, naming it.
 */
export function readRanges(text: string): CodeRange[] {
  return text
    .split(/[,;|]|\s+(?=[A-Za-z]\d)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', to = from, ...more] = part.split(/\s*[-‐‑‒–—:]\s*|\s+to\s+/);
      const first = plainCode(from);
      const last = plainCode(to);
      if (first === null || last === null || more.length > 0)
        throw new CleanclaimError('input/out-of-range', `${quote(part)} is no code and no range of codes such as A00-B99.`);
      if (last.slice(0, first.length) < first.slice(0, last.length))
        throw new CleanclaimError('input/out-of-range', `The range ${quote(part)} runs backwards.`);
      return { first, last };
    });
}

/** True when the plain code lies in the range: at or after its first code, and not after its last or what is under it. */
export function inRange(code: string, { first, last }: CodeRange): boolean {
  return code >= first && code.slice(0, last.length) <= last;
}

export function inRanges(code: string, ranges: readonly CodeRange[]): boolean {
  return ranges.some((range) => inRange(code, range));
}
