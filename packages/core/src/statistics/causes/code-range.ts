import { CleanclaimError, quote } from '../../errors.ts';

/**
 * A code as it is compared: capitals, no dot, no dagger or asterisk, no spaces; `null` where it has no shape of ICD-10. A dot may
 * only stand fourth: E850.0 is ICD-9 and not E85.00.
 */
export function plainCode(text: string): string | null {
  const written = text
    .trim()
    .toUpperCase()
    .replace(/[†*+!\s]/g, '');
  const dot = written.indexOf('.');
  if (dot >= 0 && dot !== 3) return null;
  const plain = written.replace('.', '');
  return SHAPE.test(plain) ? plain : null;
}
/** ICD-10-CM has categories with a letter third (C7A) and, from Q on, second (QA0); elsewhere a letter second is ICD-11 (BA00). */
const SHAPE = /^(?:[A-Z]\d[0-9A-Z]|Q[A-Z]\d)[0-9A-Z]{0,4}$/;

/**
 * The stem of an ICD-11 code as it is compared: capitals, no dot, without what a cluster adds after & or /. Null where it has no shape of
 * ICD-11, whose second character is a letter. Source: ICD-11 reference guide, 1.2.4 (no O, no I).
 */
export function plainCode11(text: string): string | null {
  const stem = (
    text
      .trim()
      .toUpperCase()
      .split(/[&/\s]/)[0] ?? ''
  ).replace('.', '');
  return /^[1-9A-HJ-NP-X][A-HJ-NP-Z]\d[0-9A-HJ-NP-Z]{1,5}$/.test(stem) ? stem : null;
}

/** Ranges of ICD-11 such as `BA00-BE2Z, 1A00`; see `readRanges`. */
export function readRanges11(text: string): CodeRange[] {
  return text.split(',').map((part) => {
    const [first = '', last = first] = part.split('-').map((code) => code.trim().replace('.', ''));
    if (first === '' || last < first) throw new CleanclaimError('input/out-of-range', `${quote(part)} is no range of ICD-11 codes.`);
    return { first, last };
  });
}

/** The other edition whose shape a text has that is no ICD-10: ICD-9 (410.9, E850.0, V58) or ICD-11 (BA00, 1A00.Z). */
export function otherEdition(text: string): 'ICD-9' | 'ICD-11' | undefined {
  const code = text.trim().toUpperCase();
  if (/^(?:\d{3}(?:\.?\d{1,2})?|E\d{3}\.\d|V\d\d\.\d\d?)$/.test(code)) return 'ICD-9';
  return /^[1-9A-X][A-HJ-NP-Z]\d[0-9A-HJ-NP-Z](?:\.[0-9A-Z]{1,2})?(?:[&/].*)?$/.test(code) ? 'ICD-11' : undefined;
}

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
