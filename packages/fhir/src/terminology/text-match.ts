import { wordsOf } from '@cleanclaim/core';
import type { Concept } from './code-system.ts';

/** What somebody typed, to be found in words of concepts: each word typed begins a word of the code or of a designation. */
export class TextMatch {
  readonly text: string;
  readonly #words: readonly string[];

  constructor(text: string) {
    this.text = text;
    this.#words = wordsOf(text);
  }

  matches(code: string, values: readonly string[]): boolean {
    if (this.#words.length === 0) return true;
    const words = values.flatMap((each) => wordsOf(each));
    const lowerCode = code.toLowerCase();
    return this.#words.every((typed) => lowerCode.startsWith(typed) || words.some((word) => word.startsWith(typed)));
  }

  matchesConcept(concept: Concept): boolean {
    return this.matches(
      concept.code,
      concept.designations().map(({ value }) => value),
    );
  }
}
