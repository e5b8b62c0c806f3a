import { type Claim, CleanclaimError } from '@cleanclaim/core';
import { X12Checker } from '../check/checker.ts';
import type { X12Finding } from '../check/finding.ts';
import { ClaimWriter } from '../claim/claim-writer.ts';
import { saysTheSame } from '../text/says-the-same.ts';
import { envelopeOf, type Party, partiesOf, type WriteOptions } from './envelope.ts';

/** What is said of sender and receiver that the claims themselves tell when nothing else does. */
const TOLD_BY = {
  billing: ['sender', 'senderName', 'contact', 'phone'],
  payer: ['receiver', 'receiverName'],
} as const satisfies Readonly<Record<string, readonly Party[]>>;

/**
 * Writes claims as an 837 while they come and checks what is written on its way: `put` takes the file in pieces, and
 * memory does not grow with the claims (see `ClaimWriter` for how they are grouped). Where options leave out sender or
 * receiver, the first claim tells it, and a later claim that tells another is refused as `missing` says.
 */
export class ClaimFileWriter {
  readonly #options: WriteOptions;
  readonly #put: (bytes: Uint8Array) => void;
  #writer: ClaimWriter | undefined;
  #checker: X12Checker | undefined;
  #first: Claim | undefined;

  /** The bytes that `put` is given may be used again once it returns. */
  constructor(options: WriteOptions, put: (bytes: Uint8Array) => void) {
    this.#options = options;
    this.#put = put;
  }

  /** Takes the next claim; `path` is its place for the messages. Throws CleanclaimError with the path of what is wrong. */
  add(claim: Claim, path = ''): void {
    this.#first ??= claim;
    this.#tellsTheSame(claim, this.#first);
    this.#writer ??= this.#begin(claim);
    this.#writer.add(claim, path);
  }

  /** Ends the file: what the check found in it. Throws CleanclaimError `input/empty` when no claim has come. */
  end(): { readonly findings: readonly X12Finding[]; readonly errors: number } {
    if (!this.#writer) throw new CleanclaimError('input/empty', 'Nothing was given to be written.');
    this.#writer.end();
    const { findings, errors } = this.#check.report();
    return { findings, errors };
  }

  #begin({ billing, payer }: Claim): ClaimWriter {
    return new ClaimWriter(envelopeOf(this.#options, partiesOf(billing, payer)), (bytes) => {
      this.#check.push(bytes);
      this.#put(bytes);
    });
  }

  /** Made when the first bytes come: until then no data is asked for. */
  get #check(): X12Checker {
    if (this.#checker) return this.#checker;
    const { data } = this.#options;
    return (this.#checker = new X12Checker(data ? { data } : {}));
  }

  #tellsTheSame(claim: Claim, first: Claim): void {
    const { parties, missing } = this.#options;
    for (const part of ['billing', 'payer'] as const) {
      const untold = TOLD_BY[part].find((party) => parties[party] === undefined);
      if (untold !== undefined && !saysTheSame(claim[part], first[part])) throw missing(untold);
    }
  }
}
