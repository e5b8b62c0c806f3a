/** A language somebody asks for; `quality` 0 refuses it. */
export interface LanguageRange {
  readonly code: string;
  readonly quality: number;
}

/** Languages as asked for, by preference: an Accept-Language header or `displayLanguage`. */
export interface Languages {
  readonly ranges: readonly LanguageRange[];
  /** The list, for the answer to repeat. */
  readonly written: string;
}

const RANGE = /^(?:\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)$/;
const MOST_RANGES = 50;

/** Reads a list of languages; undefined when it is none. */
export function readLanguages(written: string): Languages | undefined {
  const parts = written.split(',').map((each) => each.trim());
  if (parts.length > MOST_RANGES) return undefined;
  const ranges: LanguageRange[] = [];
  for (const part of parts) {
    if (part === '') continue;
    const [code = '', ...settings] = part.split(';').map((each) => each.trim());
    if (!RANGE.test(code)) return undefined;
    let quality = 1;
    for (const setting of settings) {
      const found = /^q\s*=\s*(\d(?:\.\d{1,3})?)$/.exec(setting);
      if (!found) return undefined;
      quality = Number(found[1]);
    }
    ranges.push({ code, quality });
  }
  if (ranges.length === 0) return undefined;
  // Equal preferences keep their order.
  const again = ranges.map(({ code, quality }, at) => (quality === 1 ? code : `${at === 0 ? '' : ' '}${code}; q=${quality}`)).join(',');
  return { ranges: ranges.toSorted((one, other) => other.quality - one.quality), written: again };
}

/** How far two languages must agree. */
export type Closeness = 'whole' | 'region' | 'language';

/** Whether a language is the one asked for, as far as `closeness` wants. */
export function sameLanguage(asked: string, language: string, closeness: Closeness): boolean {
  if (asked === '*') return true;
  const one = asked.toLowerCase();
  const other = language.toLowerCase();
  if (one === other) return true;
  if (closeness === 'whole') return false;
  const a = one.split('-');
  const b = other.split('-');
  if (a[0] !== b[0]) return false;
  return closeness === 'language' || (regionOf(a) !== undefined && regionOf(a) === regionOf(b));
}

function regionOf(parts: readonly string[]): string | undefined {
  return parts.slice(1).find((part) => /^(?:[a-z]{2}|\d{3})$/.test(part));
}
