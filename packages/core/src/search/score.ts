import type { Gathering, Group } from './gather.ts';
import type { IndexReader } from './index-reader.ts';
import { ADJACENT } from './scale.ts';
import type { Element, Variant, Variants } from './variants.ts';

/** A document that answers, with how well and by which reading of the query. */
export interface Scored {
  readonly document: number;
  readonly variant: number;
  readonly coverage: number;
  readonly mask: number;
  score: number;
}

/** Share of a document's score that does not depend on how much of its own text was asked for. */
const BASE = 0.45;
const PRECISION_POWER = 0.8;
/** Powers of precisions rounded up: what a document can reach at most, without raising its own. */
const STEPS = 256;
const AT_MOST = Float64Array.from({ length: STEPS + 1 }, (_, step) => (step / STEPS) ** PRECISION_POWER);
/** What a word is worth that stands only in a title above. */
const INHERITED = 0.7;
/** What a document is worth that denies what is asked, or says what is denied. */
const OPPOSED = 0.75;
/** The closer look can raise a score by at most this much. */
const HEADROOM = 1 + ADJACENT;

/**
 * Share of a variant's words that a set of elements satisfies, weighed by how much each word says. `text` are the
 * elements in the document's own text; the others stand in a title above it.
 */
export function coverage(variant: Variant, mask: number, text = mask): number {
  let all = 0;
  let found = 0;
  for (const slot of variant.slots) {
    all += slot.weight;
    let best = 0;
    for (const option of slot.options) {
      if (!((mask >>> option.element) & 1)) continue;
      const weight = (text >>> option.element) & 1 ? option.weight : option.weight * INHERITED;
      if (weight > best) best = weight;
    }
    found += best * slot.weight;
  }
  return all === 0 ? 0 : found / all;
}

/**
 * The best documents. Groups are taken in order of the most they can score, until that is less than what the documents
 * kept so far have scored.
 */
export function score(
  index: IndexReader,
  { variants, elements }: Variants,
  gathering: Gathering,
  groups: readonly Group[],
  priorOf: (document: number) => number,
  kept: number,
): Scored[] {
  const best = new Best(kept);
  let lastMask = 0;
  let lastWeight = 0;
  const byGroup = groups.map((group) => {
    const of = variants.map((variant) => (variant.bits & group.mask ? coverage(variant, group.mask) * variant.weight : 0));
    group.bound = Math.max(...of);
    return { group, of };
  });
  byGroup.sort((one, other) => other.group.bound - one.group.bound);
  for (const { group, of } of byGroup) {
    if (group.bound * HEADROOM < best.threshold) break;
    for (let document = group.head; document >= 0; document = gathering.next[document] ?? -1) {
      const prior = priorOf(document);
      if (prior * group.bound <= best.threshold) continue;
      const own = index.own[document] ?? 0;
      let top = 0;
      let by = 0;
      for (let at = 0; at < variants.length; at++) {
        const bound = of[at] ?? 0;
        if (bound * prior <= top) continue;
        const variant = variants[at] as Variant;
        const text = gathering.text[document] ?? 0;
        const cover = text === group.mask ? bound : coverage(variant, group.mask, text) * variant.weight;
        const counted = (gathering.counted[document] ?? 0) & variant.bits;
        if (counted !== lastMask) lastWeight = weightOf(elements, (lastMask = counted));
        const precision = own === 0 ? 0.5 : Math.min(1, lastWeight / own);
        const agrees = (text & variant.against) === 0 ? 1 : OPPOSED;
        const most = cover * prior * agrees;
        // Most documents of a frequent word fall here, before their precision is raised to a power.
        if (most * (BASE + (1 - BASE) * (AT_MOST[Math.ceil(precision * STEPS)] ?? 1)) <= Math.max(top, best.threshold)) continue;
        const value = most * (BASE + (1 - BASE) * precision ** PRECISION_POWER);
        if (value > top) {
          top = value;
          by = at;
        }
      }
      if (top > best.threshold) best.add({ document, variant: by, coverage: of[by] ?? 0, mask: group.mask, score: top });
    }
  }
  return best.list;
}

function weightOf(elements: readonly Element[], mask: number): number {
  let weight = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) weight += elements[31 - Math.clz32(rest & -rest)]?.weight ?? 0;
  return weight;
}

/** Keeps the highest scores: a heap with the lowest on top. */
class Best {
  readonly #heap: Scored[] = [];
  readonly #most: number;
  threshold = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get list(): Scored[] {
    return this.#heap.sort((one, other) => other.score - one.score || one.document - other.document);
  }

  add(item: Scored): void {
    const heap = this.#heap;
    if (heap.length < this.#most) {
      heap.push(item);
      for (let at = heap.length - 1; at > 0; ) {
        const above = (at - 1) >> 1;
        if ((heap[above]?.score ?? 0) <= (heap[at]?.score ?? 0)) break;
        this.#swap(at, above);
        at = above;
      }
    } else {
      heap[0] = item;
      for (let at = 0; ; ) {
        let least = at;
        for (const below of [2 * at + 1, 2 * at + 2])
          if (below < heap.length && (heap[below]?.score ?? 0) < (heap[least]?.score ?? 0)) least = below;
        if (least === at) break;
        this.#swap(at, least);
        at = least;
      }
    }
    if (heap.length === this.#most) this.threshold = heap[0]?.score ?? 0;
  }

  #swap(one: number, other: number): void {
    const kept = this.#heap[one] as Scored;
    this.#heap[one] = this.#heap[other] as Scored;
    this.#heap[other] = kept;
  }
}
