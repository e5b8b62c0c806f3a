import { CleanclaimError, quote } from '../../errors.ts';
import { type CodeRange, inRanges, plainCode, plainCode11, readRanges, readRanges11 } from './code-range.ts';

export interface CauseGroup {
  readonly id: string;
  readonly title: string;
  /** The codes as written, for people. */
  readonly codes: string;
  readonly ranges: readonly CodeRange[];
  /** True for a group that only sums up others of the list. */
  readonly total: boolean;
  /** False for groups that no ranking of leading causes takes: totals, remainders, ill-defined causes (NCHS's rule). */
  readonly rankable: boolean;
}

export interface CauseList {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly groups: readonly CauseGroup[];
  /** True when a code may lie in several groups that are no totals, so that their sum may exceed the whole. */
  readonly overlapping: boolean;
  /** The edition whose codes the ranges are of; ICD-10 and its modifications when left out. */
  readonly edition?: 'icd11';
}

/** What a list makes of one code. */
export type Classified =
  | { readonly kind: 'groups'; readonly groups: readonly number[] }
  | { readonly kind: 'outside' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'missing' };

const NO_CODE = /^(?:|-|na|n\/a|nan|null|none|unknown|missing|\.)$/i;

/** Classifies codes by a list; each text is worked out once. */
export class Classifier {
  readonly list: CauseList;
  readonly #known = new Map<string, Classified>();
  /** Groups by the first letter of their ranges, so that a code meets few of them. */
  readonly #byLetter = new Map<string, number[]>();

  constructor(list: CauseList) {
    this.list = list;
    list.groups.forEach((group, at) => {
      for (const name of FIRST_CHARACTERS) {
        if (group.ranges.some(({ first, last }) => first.slice(0, 1) <= name && name <= last.slice(0, 1)))
          this.#byLetter.set(name, [...(this.#byLetter.get(name) ?? []), at]);
      }
    });
  }

  classify(text: string): Classified {
    let found = this.#known.get(text);
    if (!found) {
      found = this.#work(text);
      if (this.#known.size < MOST_KNOWN) this.#known.set(text, found);
    }
    return found;
  }

  #work(text: string): Classified {
    if (NO_CODE.test(text.trim())) return { kind: 'missing' };
    const code = this.list.edition === 'icd11' ? plainCode11(text) : plainCode(text);
    if (code === null) return { kind: 'invalid' };
    const groups = (this.#byLetter.get(code.slice(0, 1)) ?? []).filter((at) => inRanges(code, this.list.groups[at]?.ranges ?? []));
    return groups.length > 0 ? { kind: 'groups', groups } : { kind: 'outside' };
  }

  /**
   * For engines that join: codes with the number of their kind, one kind for all codes the list treats alike. Every three- and
   * four-character code, with and without its dot, and those given besides.
   */
  *alike(besides: Iterable<string> = []): Generator<readonly [code: string, kind: number]> {
    const kinds = new Map<string, number>([['outside', OUTSIDE_KIND]]);
    const kindOf = (code: string): number | undefined => {
      const found = this.#work(code);
      if (found.kind !== 'groups' && found.kind !== 'outside') return undefined;
      const key = found.kind === 'groups' ? found.groups.join(' ') : 'outside';
      const kind = kinds.get(key) ?? kinds.size;
      kinds.set(key, kind);
      return kind;
    };
    const given = new Set<string>();
    // Codes of ICD-11 are too many to be listed before they are met.
    if (this.list.edition === 'icd11') return;
    for (let letter = 65; letter <= 90; letter++)
      for (let number = 0; number < 100; number++) {
        const category = `${String.fromCharCode(letter)}${String(number).padStart(2, '0')}`;
        for (const code of [category, ...Array.from({ length: 10 }, (_, digit) => `${category}${digit}`)]) {
          const kind = kindOf(code);
          if (kind === undefined) continue;
          given.add(code);
          yield [code, kind];
          if (code.length > 3) yield [`${category}.${code.slice(3)}`, kind];
        }
      }
    for (const code of besides) {
      const plain = plainCode(code);
      const kind = plain === null || given.has(plain) ? undefined : kindOf(plain);
      if (plain === null || kind === undefined) continue;
      given.add(plain);
      yield [plain, kind];
      if (plain.length > 3) yield [`${plain.slice(0, 3)}.${plain.slice(3)}`, kind];
    }
  }
}
const MOST_KNOWN = 500_000;
const FIRST_CHARACTERS = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The kind of all codes the list has no group for. */
export const OUTSIDE_KIND = 0;

/**
 * A list from rows `[id, title, codes, kind]`: `total` sums up others, `remainder` is not ranked, `ranked-total` sums up others and is
 * ranked as a whole.
 */
export function causeList(
  about: {
    readonly id: string;
    readonly title: string;
    readonly source: string;
    readonly overlapping?: boolean;
    readonly edition?: 'icd11';
  },
  rows: readonly (readonly [id: string, title: string, codes: string, kind?: 'total' | 'remainder' | 'ranked-total' | undefined])[],
): CauseList {
  return {
    ...about,
    overlapping: about.overlapping ?? false,
    groups: rows.map(([id, title, codes, kind]) => ({
      id,
      title,
      codes,
      ranges: about.edition === 'icd11' ? readRanges11(codes) : readRanges(codes),
      total: kind === 'total' || kind === 'ranked-total',
      rankable: kind === undefined || kind === 'ranked-total',
    })),
  };
}

/** A list that names every code by itself, as CCSR does; a code takes what lies under it along. */
export function codedCauseList(
  about: { readonly id: string; readonly title: string; readonly source: string },
  rows: Iterable<{ readonly group: string; readonly code: string }>,
): CauseList {
  const groups = new Map<string, CodeRange[]>();
  for (const { group, code } of rows) {
    const plain = plainCode(code);
    if (plain === null) throw new CleanclaimError('input/out-of-range', `${quote(code)} of ${about.title} has no shape of ICD-10-CM.`);
    const ranges = groups.get(group) ?? [];
    groups.set(group, ranges);
    ranges.push({ first: plain, last: plain });
  }
  return {
    ...about,
    overlapping: false,
    groups: [...groups].map(([id, ranges]) => ({ id, title: id, codes: `${ranges.length} codes`, ranges, total: false, rankable: true })),
  };
}

/**
 * A list of the user's own from rows with `group`, `codes` and perhaps `title` and `kind` (`total` or `remainder`); rows of one
 * group are joined. Throws `input/empty` for a list without groups, `input/out-of-range` with the row for unreadable codes.
 */
export function userCauseList(
  id: string,
  rows: readonly {
    readonly group: string;
    readonly codes: string;
    readonly title?: string | undefined;
    readonly kind?: string | undefined;
  }[],
): CauseList {
  const groups = new Map<string, CauseGroup>();
  for (const { group, codes, title, kind } of rows) {
    const name = group.trim();
    if (name === '' || codes.trim() === '')
      throw new CleanclaimError('input/empty', `The list ${quote(id)} has a row without group or codes.`);
    const before = groups.get(name);
    const total = /^(?:total|yes|true|1)$/i.test(kind?.trim() ?? '');
    groups.set(name, {
      id: name,
      title: before?.title ?? (title?.trim() || name),
      codes: before ? `${before.codes}, ${codes.trim()}` : codes.trim(),
      ranges: [...(before?.ranges ?? []), ...readRanges(codes)],
      total,
      rankable: !total && !/^remainder$/i.test(kind?.trim() ?? ''),
    });
  }
  if (groups.size === 0) throw new CleanclaimError('input/empty', `The list ${quote(id)} has no group.`);
  return { id, title: id, source: id, groups: [...groups.values()], overlapping: true };
}
