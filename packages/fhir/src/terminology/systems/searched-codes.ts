import { type Data, type Day, perform, search, type SearchedSystem } from '@cleanclaim/core';

/** The most results that a search gives. */
const MOST_SEARCHED = 500;
/** Results below this score lack words that matter. */
const NEAR = 0.5;
/** Longer texts are cut: they are no search. */
const LONGEST = 500;
/** Searches remembered: pages of one answer, and the same beginnings typed by many. */
const MOST_REMEMBERED = 256;

/** Searches of one code system in one version: the codes that answer a text, best first. */
export class SearchedCodes {
  readonly #data: Data;
  readonly #system: SearchedSystem;
  readonly #on: Day;
  readonly #known = new Map<string, readonly string[]>();

  constructor(data: Data, system: SearchedSystem, on: Day) {
    this.#data = data;
    this.#system = system;
    this.#on = on;
  }

  find(text: string, limit: number): readonly string[] {
    const query = text.slice(0, LONGEST);
    let codes = this.#known.get(query);
    if (codes) this.#known.delete(query);
    else codes = this.#search(query);
    this.#known.set(query, codes);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    return codes.slice(0, limit);
  }

  #search(query: string): readonly string[] {
    const { results } = perform(
      search,
      { query, on: this.#on, limit: MOST_SEARCHED, system: this.#system, all: true },
      { data: this.#data, today: this.#on },
    );
    return results.flatMap(({ code, score }) => (score >= NEAR ? [code] : []));
  }
}
