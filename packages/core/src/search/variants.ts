import type { IndexReader } from './index-reader.ts';
import { type Knowledge, type Meaning, meaningTokens } from './knowledge.ts';
import type { QueryWord } from './query.ts';
import { classOf, type Reading, readings, segment } from './rewrite.ts';
import { stem } from './stem.ts';

/** One place of a variant: a word and the elements of the index that satisfy it. */
export interface Slot {
  /** The run of query words it comes from. */
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  /** The number asked for, where the word is written in digits. */
  readonly number?: number | undefined;
  readonly options: readonly { readonly element: number; readonly weight: number }[];
}

/** One reading of the whole query. */
export interface Variant {
  readonly slots: readonly Slot[];
  readonly weight: number;
  /** What was read as something else. */
  readonly readings: readonly { readonly from: number; readonly to: number; readonly meaning: Meaning }[];
  /** All elements as a bit set. */
  readonly bits: number;
  /** Elements that say the opposite: what is denied said, what is said denied. */
  readonly against: number;
}

/** Something of the index to look for: one term, or the terms that begin like the last word. */
export interface Element {
  readonly terms: readonly number[];
  readonly weight: number;
}

export interface Variants {
  readonly variants: readonly Variant[];
  readonly elements: readonly Element[];
  /** All readings of runs of words that were found. */
  readonly found: readonly Reading[];
}

const MOST_VARIANTS = 10;
const MOST_ELEMENTS = 31;
/** Words of the encounter choose a 7th character; they say nothing of the condition. */
const ENCOUNTER: ReadonlySet<string> = new Set(['initial', 'subsequent', 'encounter', 'routine'].map(stem));
const ENCOUNTER_SHARE = 0.2;
const READING_WEIGHT = 0.97;
const CLASS_WEIGHT = 0.95;
/** What a word weighs that the index does not know at all. */
const UNKNOWN_WEIGHT = 6;

/** The readings of a query: as typed, and with each combination of what the knowledge says its parts stand for. */
export function makeVariants(words: readonly QueryWord[], index: IndexReader, knowledge: Knowledge | undefined): Variants {
  const elements: Element[] = [];
  const numbers = new Map<string, number>();
  const element = (terms: readonly number[], weight: number): number => {
    const key = terms.join();
    let number = numbers.get(key);
    if (number === undefined) {
      if (elements.length === MOST_ELEMENTS) return -1;
      numbers.set(key, (number = elements.length));
      elements.push({ terms, weight });
    }
    return number;
  };

  const termSlot = (reading: Reading, term: string, word: string): Slot => {
    const number = index.terms.find(term);
    // A word of a meaning that these texts do not have is asked for all the same: the rest alone is not what was meant.
    if (number < 0) return { from: reading.from, to: reading.to, weight: UNKNOWN_WEIGHT, options: classOptions(word) };
    const weight = (index.weight[number] ?? 0) * (ENCOUNTER.has(term) ? ENCOUNTER_SHARE : 1);
    const options = [{ element: element([number], weight), weight: 1 }, ...classOptions(word)];
    return { from: reading.from, to: reading.to, weight, options: options.filter((option) => option.element >= 0) };
  };
  const classOptions = (word: string) =>
    classOf(knowledge, word).flatMap((partner) => {
      const number = index.terms.find(stem(partner));
      return number < 0 ? [] : [{ element: element([number], index.weight[number] ?? 0), weight: CLASS_WEIGHT }];
    });
  const wordSlot = (word: QueryWord, at: number): Slot | undefined => {
    if (word.stop) return undefined;
    if (word.options.length === 0)
      return word.denied ? undefined : { from: at, to: at + 1, weight: UNKNOWN_WEIGHT, number: word.number, options: [] };
    let weight = 0;
    const options = word.options.map((option) => {
      const own = Math.min(...option.terms.map((term) => index.weight[term] ?? 0));
      if (weight === 0) weight = own * (ENCOUNTER.has(stem(option.word)) ? ENCOUNTER_SHARE : 1);
      return { element: element(option.terms, own), weight: option.weight };
    });
    const more = word.denied ? [] : classOptions(word.word);
    return { from: at, to: at + 1, weight, number: word.number, options: [...options, ...more].filter((option) => option.element >= 0) };
  };

  const affirmed = new Set(words.filter((word) => !word.denied).map((word) => stem(word.word)));
  const variants: Variant[] = [];
  const seen = new Set<string>();
  const make = (choice: readonly (Meaning | undefined)[], spans: readonly Reading[]): void => {
    const slots: Slot[] = [];
    const meant: { from: number; to: number; meaning: Meaning }[] = [];
    for (let at = 0; at < words.length; ) {
      const span = spans.findIndex((each) => each.from === at);
      const meaning = span < 0 ? undefined : choice[span];
      const reading = spans[span];
      if (meaning && reading) {
        meant.push({ from: reading.from, to: reading.to, meaning });
        for (const token of meaningTokens(meaning)) {
          // A meaning may deny by default what this query affirms: "gumboil" is without sinus until one is named.
          if (token.term.startsWith('!') ? affirmed.has(token.term.slice(1)) : token.exempt) continue;
          slots.push(termSlot(reading, token.term, token.word));
        }
        at = reading.to;
        continue;
      }
      const word = words[at];
      const slot = word && wordSlot(word, at);
      if (slot) slots.push(slot);
      at++;
    }
    const distinct = unique(slots);
    const key = distinct.map((slot) => slot.options[0]?.element ?? -1).join();
    if (distinct.length === 0 || seen.has(key)) return;
    seen.add(key);
    const bits = distinct.reduce((set, slot) => slot.options.reduce((more, option) => more | (1 << option.element), set), 0);
    if (bits !== 0) variants.push({ slots: distinct, weight: meant.length > 0 ? READING_WEIGHT : 1, readings: meant, bits, against: 0 });
  };
  /** Bits of what denies a variant's words, or says what it denies. */
  const opposed = ({ slots, bits }: Variant): number => {
    let against = 0;
    for (const slot of slots) {
      const term = elements[slot.options[0]?.element ?? -1]?.terms[0];
      if (term === undefined) continue;
      const text = index.terms.at(term);
      const opposite = index.terms.find(text.startsWith('!') ? text.slice(1) : `!${text}`);
      const number = opposite < 0 ? -1 : element([opposite], index.weight[opposite] ?? 0);
      if (number >= 0) against |= 1 << number;
    }
    return against & ~bits;
  };

  const found = knowledge ? readings(words, knowledge) : [];
  const longest = segment(found);
  // A run of words that the index does not know has its readings only.
  const known = longest.map((span) => words.slice(span.from, span.to).some((word) => word.options.length > 0 || word.denied));
  if (known.every(Boolean)) make([], []);
  for (const choice of combinations(longest, known)) if (variants.length < MOST_VARIANTS) make(choice, longest);
  const shortest = segment([...found].reverse());
  if (shortest.length > longest.length) {
    for (const choice of combinations(shortest, [])) if (variants.length < MOST_VARIANTS) make(choice, shortest);
  }
  return { variants: variants.map((variant) => ({ ...variant, against: opposed(variant) })), elements, found };
}

/** Combinations of meanings, those that read every span first. */
function combinations(spans: readonly Reading[], known: readonly boolean[]): (Meaning | undefined)[][] {
  let made: (Meaning | undefined)[][] = [[]];
  spans.forEach((span, at) => {
    const next: (Meaning | undefined)[][] = [];
    const choices = known[at] ? [...span.meanings, undefined] : span.meanings;
    for (const meaning of choices) for (const each of made) next.push([...each, meaning]);
    made = next.slice(0, 24);
  });
  return made;
}

/** A word said twice counts once. */
function unique(slots: readonly Slot[]): Slot[] {
  const seen = new Set<number>();
  return slots.filter((slot) => {
    const first = slot.options[0]?.element;
    if (first === undefined) return true;
    if (seen.has(first)) return false;
    seen.add(first);
    return true;
  });
}
