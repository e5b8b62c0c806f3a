import { isJoiningWord, termKey } from '@cleanclaim/core';
import type { IndexPartName } from './read-index.ts';
import { childrenOf, type PlacedPart, type PlacedTerm } from './reading-order.ts';

export interface Target {
  /** -1 when the reference names no term of the index ("condition", "category M01"). */
  readonly term: number;
  /** True when every word of the reference was followed; "by site" leaves the rest to the reader. */
  readonly exact: boolean;
  /** Column of the Table of Neoplasms that is meant; 0 elsewhere. */
  readonly column: number;
}

const NO_TARGET: Target = { term: -1, exact: false, column: 0 };

/** "See condition" means the condition that the record names, not the term of that name. */
const NAMES_NOTHING = /^condition$|table of drugs/i;

/** Columns of the Table of Neoplasms by what a reference says. */
const BEHAVIORS: readonly (readonly [RegExp, number])[] = [
  [/^malignant(?:, primary)?$|^primary$/i, 2],
  [/^secondary$/i, 3],
  [/^(?:carcinoma )?in situ$/i, 4],
  [/^benign$/i, 5],
  [/^uncertain behavior$/i, 6],
  [/^unspecified behavior$/i, 7],
];

/** Follows "see" and "see also" to the terms they name: "Disease, heart, ischemic". */
export class References {
  readonly #terms: readonly PlacedTerm[];
  readonly #mains = new Map<string, number[]>();
  readonly #children = new Map<number, ReadonlyMap<string, number>>();
  readonly #parts: readonly PlacedPart[];

  constructor(terms: readonly PlacedTerm[], parts: readonly PlacedPart[]) {
    this.#terms = terms;
    this.#parts = parts;
    for (let at = 0; at < terms.length; at = terms[at]?.after ?? terms.length) {
      for (const key of writings(terms[at]?.term.title ?? '')) this.#mains.set(key, [...(this.#mains.get(key) ?? []), at]);
    }
  }

  /** The term named by a reference that stands in a part: the part's own main terms are meant before those of another. */
  resolve(text: string, from: IndexPartName): Target {
    if (NAMES_NOTHING.test(text.trim())) return NO_TARGET;
    const said = text
      .replace(/\([^)]*\)/g, '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const column = /^neoplasm/i.test(said[0] ?? '') ? columnOf(said) : 0;
    const parts = column === 0 ? said : said.filter((part) => behaviorOf(part) === 0);
    let best = NO_TARGET;
    // A main term may hold commas itself: the longest beginning that is one is meant.
    for (let length = Math.min(parts.length, 3); length > 0 && best.term < 0; length--) {
      for (const main of this.#mainTerms(parts.slice(0, length).join(', '), from)) {
        const target = this.#follow(main, parts.slice(length), column);
        if (target.exact) return target;
        if (best.term < 0) best = target;
      }
    }
    return best;
  }

  #mainTerms(text: string, from: IndexPartName): number[] {
    const found = this.#mains.get(termKey(text)) ?? [];
    const own = this.#parts.find(({ part }) => part.name === from);
    const isOwn = (at: number): boolean => own !== undefined && at >= own.first && at < own.after;
    // "Injury" is the term that begins so before it is "Cave-in, injury".
    const begins = (at: number): boolean => termKey(text) === termKey(this.#terms[at]?.term.title.split(',')[0] ?? '');
    const rank = (at: number): number => (isOwn(at) ? 0 : 2) + (begins(at) ? 0 : 1);
    return [...found].sort((one, other) => rank(one) - rank(other) || one - other);
  }

  #follow(main: number, parts: readonly string[], column: number): Target {
    let at = main;
    for (const part of parts) {
      const next = /^by\b/i.test(part) ? undefined : this.#below(at, part);
      if (next === undefined) return { term: at, exact: false, column };
      at = next;
    }
    return { term: at, exact: true, column };
  }

  /** The term right under another, or under a joining word there ("with", "due to"). */
  #below(at: number, part: string): number | undefined {
    const key = termKey(part);
    if (key === '') return childrenOf(this.#terms, at).find((child) => sameJoining(this.#terms[child]?.term.title ?? '', part));
    return this.#keyed(at).get(key) ?? this.#onlyOneWith(at, key);
  }

  /** "Bronchitis, acute" means "acute or subacute", when no other term there has the word. */
  #onlyOneWith(at: number, key: string): number | undefined {
    const words = key.split(' ');
    const having = [...this.#keyed(at)].filter(([each]) => words.every((word) => each.split(' ').includes(word)));
    const found = new Set(having.map(([, child]) => child));
    return found.size === 1 ? [...found][0] : undefined;
  }

  #keyed(at: number): ReadonlyMap<string, number> {
    let keyed = this.#children.get(at);
    if (!keyed) {
      const map = new Map<string, number>();
      const add = (child: number): void => {
        for (const key of writings(this.#terms[child]?.term.title ?? '')) if (!map.has(key)) map.set(key, child);
      };
      const children = childrenOf(this.#terms, at);
      for (const child of children) add(child);
      for (const child of children) {
        if (isJoiningWord(this.#terms[child]?.term.title ?? '')) for (const below of childrenOf(this.#terms, child)) add(below);
      }
      this.#children.set(at, (keyed = map));
    }
    return keyed;
  }
}

function behaviorOf(part: string): number {
  return BEHAVIORS.find(([wording]) => wording.test(part))?.[1] ?? 0;
}

/** "Malignant" is primary unless "secondary" follows. */
function columnOf(parts: readonly string[]): number {
  return Math.max(...parts.map(behaviorOf)) === 3 ? 3 : (parts.map(behaviorOf).find((column) => column > 0) ?? 0);
}

function sameJoining(title: string, part: string): boolean {
  return (
    isJoiningWord(title) &&
    title
      .toLowerCase()
      .split(/\W+/)
      .includes(part.toLowerCase().split(/\W+/)[0] ?? '')
  );
}

/** A term is named by its whole title or by one of the forms it lists: "Diabetes, diabetic", "boat, boating". */
function writings(title: string): Set<string> {
  const whole = termKey(title);
  const forms = title.split(',').map(termKey);
  return new Set([whole, ...forms].filter((key) => key !== ''));
}
