import type { Claim } from '@cleanclaim/core';
import { OutFile } from './out-file.ts';

/** How the claims came in, which is how they are written again: one object, a list, or one a line. */
export type ClaimsShape = 'one' | 'list' | 'lines';

/** The file of `check --fix --out`: every claim in its order, repaired where that was certain, else as it was. */
export class RepairedClaims {
  readonly #file: OutFile;
  #shape: ClaimsShape = 'lines';
  #count = 0;

  constructor(path: string, overwrite: boolean) {
    this.#file = new OutFile(path, overwrite);
  }

  as(shape: ClaimsShape): void {
    this.#shape = shape;
  }

  put(claim: Claim): void {
    this.#write(JSON.stringify(claim, undefined, this.#shape === 'lines' ? 0 : 2));
  }

  /** A claim that stays as it came. */
  keepText(text: string): void {
    this.#write(text);
  }

  end(): void {
    if (this.#shape === 'list') this.#file.write(this.#count === 0 ? '[]\n' : '\n]\n');
    this.#file.keep();
  }

  drop(): void {
    this.#file.drop();
  }

  #write(text: string): void {
    if (this.#shape === 'list') this.#file.write(`${this.#count === 0 ? '[\n' : ',\n'}${text}`);
    else this.#file.write(`${text}\n`);
    this.#count++;
  }
}
