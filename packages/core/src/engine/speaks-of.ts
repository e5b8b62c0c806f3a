import type { DiagnosisView } from '../claim/view.ts';
import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import type { Rule } from './rule.ts';

/** Every rule may have something to say. */
const ANY_RULE = -1;
/** The bit of rules that are always asked: each claim and each code has it. */
export const ANY_CODE: number = 1 << 30;
/** A number of 32 bits has so many below `ANY_CODE`; rules beyond, of users with many of their own, are asked always. */
const MOST_BITS = 30;
/** Marks a code whose bits are worked out. */
const ASKED = 1 << 31;

/**
 * Which rules may have something to say of a code (`speaksOf`), a bit each, worked out once for a code of an edition.
 * Most rules about diagnoses concern few codes, and most codes few rules: half the time of a check went into asking
 * each rule about each diagnosis, and into fetching what each keeps of the code from a place of its own.
 */
export class SpeaksOf {
  readonly #bits = new Map<Rule, number>();
  readonly #asked: readonly ((icd: Icd10cmEdition, row: Row) => boolean)[];
  readonly #editions = new WeakMap<Icd10cmEdition, Int32Array<ArrayBuffer>>();
  // Claims come in runs of one edition: the last one's list is at hand.
  #icd: Icd10cmEdition | undefined;
  #ofRow = new Int32Array(0);

  constructor(rules: readonly Rule[]) {
    const asked = rules.filter(({ speaksOf }) => speaksOf).slice(0, MOST_BITS);
    for (const [at, rule] of asked.entries()) this.#bits.set(rule, 1 << at);
    this.#asked = asked.flatMap(({ speaksOf }) => speaksOf ?? []);
  }

  /** The bit by which a rule is told apart; one that every claim has for a rule that is always asked. */
  bit(rule: Rule): number {
    return this.#bits.get(rule) ?? ANY_CODE;
  }

  /** The bits of the rules to ask of a diagnosis: of all, where the edition does not have the code in force. */
  of({ known, row }: DiagnosisView, icd: Icd10cmEdition | undefined): number {
    if (!known || icd === undefined) return ANY_RULE;
    if (icd !== this.#icd) this.#use(icd);
    const bits = this.#ofRow[row] ?? 0;
    return bits === 0 ? this.#ask(icd, row) : bits;
  }

  #ask(icd: Icd10cmEdition, row: Row): number {
    let bits = ASKED | ANY_CODE;
    for (const [at, speaksOf] of this.#asked.entries()) if (speaksOf(icd, row)) bits |= 1 << at;
    this.#ofRow[row] = bits;
    return bits;
  }

  #use(icd: Icd10cmEdition): void {
    const known = this.#editions.get(icd);
    this.#ofRow = known ?? new Int32Array(icd.size);
    if (!known) this.#editions.set(icd, this.#ofRow);
    this.#icd = icd;
  }
}
