import type { DocumentTexts } from './document-texts.ts';
import type { IndexReader } from './index-reader.ts';
import { rangesIn } from './ranges.ts';
import { ADJACENT } from './scale.ts';
import type { Scored } from './score.ts';
import { stem } from './stem.ts';
import type { Variant, Variants } from './variants.ts';

const OPPOSITES: readonly (readonly string[])[] = [
  ['right', 'left', 'bilateral'],
  ['acute', 'chronic'],
  ['primary', 'secondary'],
  ['open', 'closed'],
  ['male', 'female'],
  ['upper', 'lower'],
  ['benign', 'malignant'],
  ['systolic', 'diastolic'],
  ['internal', 'external'],
  ['displaced', 'nondisplaced'],
  ['congenital', 'acquired'],
  ['anterior', 'posterior'],
  ['proximal', 'distal'],
  ['medial', 'lateral'],
  ['1', '2', '3', '4', '5'],
  ['child', 'adult'],
  ['intentional', 'accidental', 'assault', 'undetermined'],
];
const DISAGREE = 0.75;

/** What can only be seen in a document's own text: words that stand together or say the opposite, numbers within its ranges. */
export class CloserLook {
  readonly #texts: DocumentTexts;
  readonly #group = new Map<number, number>();

  constructor(index: IndexReader, texts: DocumentTexts) {
    this.#texts = texts;
    OPPOSITES.forEach((words, group) => {
      for (const word of words) this.#group.set(index.terms.find(stem(word)), group);
    });
  }

  /** The factor by which a document's score changes. */
  factor(scored: Scored, variants: Variants): number {
    const variant = variants.variants[scored.variant] as Variant;
    return this.#ofWords(scored.document, variant, variants) * this.#ofNumbers(scored, variant);
  }

  /** A number within a range of the text is found there though its digits are not; one outside speaks against it. */
  #ofNumbers({ document, mask, coverage }: Scored, variant: Variant): number {
    if (coverage === 0 || variant.slots.every((slot) => slot.number === undefined)) return 1;
    const ranges = rangesIn(this.#texts.text(document));
    if (ranges.length === 0) return 1;
    let all = 0;
    let gained = 0;
    let outside = false;
    for (const { weight, number, options } of variant.slots) {
      all += weight;
      if (number === undefined || options.some((option) => (mask >>> option.element) & 1)) continue;
      if (ranges.some((holds) => holds(number))) gained += weight;
      else outside = true;
    }
    return (1 + gained / all / coverage) * (outside ? DISAGREE : 1);
  }

  #ofWords(document: number, variant: Variant, { elements }: Variants): number {
    const terms = this.#texts.terms(document);
    const wanted = new Map<number, number>();
    variant.slots.forEach((slot, place) => {
      for (const option of slot.options) for (const term of elements[option.element]?.terms ?? []) wanted.set(term, place);
    });
    let pairs = 0;
    let opposed = false;
    let before = -2;
    for (const term of terms) {
      const place = wanted.get(term) ?? -2;
      if (place >= 0 && place === before + 1) pairs++;
      before = place;
      if (place < 0 && !opposed) {
        const group = this.#group.get(term);
        if (group !== undefined && this.#asks(variant, elements, group, terms)) opposed = true;
      }
    }
    const most = Math.max(1, variant.slots.length - 1);
    return (1 + (ADJACENT * Math.min(pairs, most)) / most) * (opposed ? DISAGREE : 1);
  }

  /** True when the query names a word of an opposite's group and the document does not have it. */
  #asks(variant: Variant, elements: Variants['elements'], group: number, terms: readonly number[]): boolean {
    return variant.slots.some((slot) => {
      const term = elements[slot.options[0]?.element ?? -1]?.terms[0] ?? -1;
      return this.#group.get(term) === group && !terms.includes(term);
    });
  }
}
