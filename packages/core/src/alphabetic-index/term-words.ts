import { american, fold } from '../search/fold.ts';
import { stem } from '../search/stem.ts';
import { numeral, STOP_WORDS, wordsOf } from '../search/tokenise.ts';

/** "Not elsewhere classified", "not otherwise specified": they narrow no term. */
const NARROWS_NOTHING: ReadonlySet<string> = new Set(['nec', 'nos']);

/** The words of a term that tell it apart: folded, in American spelling, without the words that only join. */
export function termWords(text: string): string[] {
  const words = wordsOf(text);
  return words.map((word, at) => numeral(word, words[at - 1] ?? '')).filter((word) => !STOP_WORDS.has(word) && !NARROWS_NOTHING.has(word));
}

/** What two ways of writing one term have in common: "Kidneys" and "kidney", "haemorrhage" and "hemorrhage". */
export function termKey(text: string): string {
  return termWords(text).map(stem).join(' ');
}

/** A term that is only a joining word: "with", "due to", "in (due to)". */
export function isJoiningWord(title: string): boolean {
  return termWords(title).length === 0;
}

/** A typed word as the words of the index are compared. */
export function typedWord(word: string): { readonly word: string; readonly stem: string } {
  const plain = american(fold(word));
  return { word: plain, stem: stem(plain) };
}

/** Takes "(mellitus) (sugar)" apart; brackets inside stay. Text outside brackets is a modifier by itself. */
export function splitModifiers(text: string): string[] {
  const modifiers: string[] = [];
  let depth = 0;
  let part = '';
  const end = (): void => {
    if (part.trim() !== '') modifiers.push(part.trim());
    part = '';
  };
  for (const character of text) {
    if (character === '(' && depth++ === 0) end();
    else if (character === ')' && --depth <= 0) {
      depth = 0;
      end();
    } else part += character;
  }
  end();
  return modifiers;
}
