import type { Claim, Data } from '@cleanclaim/core';
import { type Acknowledgment, AcknowledgmentReader } from '../ack/acknowledgment-reader.ts';
import { X12Checker } from '../check/checker.ts';
import type { X12Report } from '../check/finding.ts';
import { ClaimReader } from '../claim/claim-reader.ts';
import type { PassedOver } from '../claim/passed-over.ts';
import type { Payment } from '../payment/payment.ts';
import { PaymentReader } from '../payment/payment-reader.ts';
import { followAll } from './follow-all.ts';

/** What a file holds, whatever kind it is: claims of an 837, payments of an 835, answers of a TA1, 999 or 277CA. */
export interface X12Content {
  readonly report: X12Report;
  readonly claims: readonly Claim[];
  /** What was not carried over of each of the claims. */
  readonly passedOver: readonly (readonly PassedOver[])[];
  readonly payments: readonly Payment[];
  readonly answers: readonly Acknowledgment[];
}

/** Reads any file in one walk: push its bytes, then ask for the content. Everything read is kept, so bound the file. */
export class X12FileReader {
  readonly #claims: Claim[] = [];
  readonly #passedOver: (readonly PassedOver[])[] = [];
  readonly #payments: Payment[] = [];
  readonly #answers: Acknowledgment[] = [];
  readonly #checker: X12Checker;

  constructor(options: { readonly data?: Data; readonly maxFindings?: number } = {}) {
    this.#checker = new X12Checker({
      ...options,
      follow: followAll([
        new ClaimReader((claim, _place, passedOver) => {
          this.#claims.push(claim);
          this.#passedOver.push(passedOver);
        }),
        new PaymentReader((payment) => this.#payments.push(payment)),
        new AcknowledgmentReader((answer) => this.#answers.push(answer)),
      ]),
    });
  }

  push(bytes: Uint8Array): void {
    this.#checker.push(bytes);
  }

  content(): X12Content {
    const report = this.#checker.report();
    return { report, claims: this.#claims, passedOver: this.#passedOver, payments: this.#payments, answers: this.#answers };
  }
}
