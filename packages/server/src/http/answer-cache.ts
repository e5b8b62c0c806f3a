/** Finished answers by question, the least recently asked dropped first. Only questions about codes are kept, never claims. */
export class AnswerCache {
  readonly #answers = new Map<string, string>();
  readonly #mostCharacters: number;
  #characters = 0;

  constructor(mostCharacters: number) {
    this.#mostCharacters = mostCharacters;
  }

  get(question: string): string | undefined {
    const answer = this.#answers.get(question);
    if (answer === undefined) return undefined;
    this.#answers.delete(question);
    this.#answers.set(question, answer);
    return answer;
  }

  /** The answer kept for a question, or the one made now. */
  getOrMake(question: string, make: () => string): string {
    const kept = this.get(question);
    if (kept !== undefined) return kept;
    const answer = make();
    this.#answers.set(question, answer);
    this.#characters += question.length + answer.length;
    for (const [oldest, text] of this.#answers) {
      if (this.#characters <= this.#mostCharacters) break;
      this.#answers.delete(oldest);
      this.#characters -= oldest.length + text.length;
    }
    return answer;
  }
}
