import type { UnknownField } from '@cleanclaim/core';
import type { Placed } from '../check/walker.ts';
import type { Segment } from '../reader/segment.ts';

/** A segment of an 837, or one of its elements, that the claim has no field for: it was not carried over. Holds no value of the file but codes. */
export interface PassedOver {
  readonly segment: string;
  /** What tells it from others of its id, such as `D9`; null where nothing does. */
  readonly qualifier: string | null;
  /** Null where the guide has no place for it. */
  readonly loop: string | null;
  /** Null for the whole segment. */
  readonly element: number | null;
  /** Our name of the segment; empty where the guide has no place for it. */
  readonly label: string;
  readonly segmentNumber: number;
  readonly byte: number;
}

/** Where it stood, as people write it: `2300 REF*D9`, `2300 CLM06`. */
export function passedPlace({ segment, qualifier, loop, element }: PassedOver): string {
  const name =
    element !== null ? `${segment}${String(element).padStart(2, '0')}` : qualifier === null ? segment : `${segment}*${qualifier}`;
  return loop === null ? name : `${loop} ${name}`;
}

/** As fields that were not read, which the check of a claim tells of (claim/unknown-field). */
export function unknownOf(passed: readonly PassedOver[]): readonly UnknownField[] {
  return passed.map((each) => {
    const label = each.label === '' ? '' : ` (${each.label})`;
    return { path: passedPlace(each), name: `${passedPlace(each)}${label}, segment ${each.segmentNumber}` };
  });
}

/** Told of one claim, or of one level above it; a file of nothing else must not fill the memory. */
const MOST_TOLD = 1_000;
const NONE: readonly PassedOver[] = [];

export type Level = 'billing' | 'subscriber' | 'patient';
const LEVELS: readonly Level[] = ['billing', 'subscriber', 'patient'];

/** What was passed over of the claim at hand, and of the levels above it, which goes for each claim under them. */
export class PassedOverList {
  readonly #above: PassedOver[][] = [[], [], []];
  #own: PassedOver[] | undefined;
  #inClaim = false;
  #level = 0;

  /** A level begins; those below it are over. */
  enter(level: Level): void {
    this.#level = LEVELS.indexOf(level);
    for (let each = this.#level; each < LEVELS.length; each++) if (this.#above[each]?.length !== 0) this.#above[each] = [];
    this.#own = undefined;
    this.#inClaim = false;
  }

  /** A transaction set begins. */
  clear(): void {
    this.enter('billing');
  }

  beginClaim(): void {
    this.#own = undefined;
    this.#inClaim = true;
  }

  add(segment: Segment, placed: Placed, element: number | null): void {
    this.put(passedOver(segment, placed, element));
  }

  put(passed: PassedOver): void {
    const list = this.#inClaim ? (this.#own ??= []) : this.#above[this.#level];
    if (list && list.length < MOST_TOLD) list.push(passed);
  }

  /** All that goes for the claim, which is over. */
  take(): readonly PassedOver[] {
    const own = this.#own ?? NONE;
    this.#own = undefined;
    this.#inClaim = false;
    return this.#above.some((list) => list.length > 0) ? [...this.#above.flat(), ...own] : own;
  }
}

export function passedOver(segment: Segment, placed: Placed, element: number | null): PassedOver {
  const here = placed?.segment.id === segment.id ? placed : undefined;
  const by = here?.segment.by[0];
  const qualifier = by === undefined ? '' : by.component === 0 ? segment.element(by.element) : segment.component(by.element, by.component);
  return {
    segment: ID.test(segment.id) ? segment.id : '?',
    qualifier: CODE.test(qualifier) ? qualifier : null,
    loop: here?.at.id ?? null,
    element,
    label: here?.segment.label ?? '',
    segmentNumber: segment.number,
    byte: segment.offset,
  };
}

const ID = /^[A-Z][A-Z0-9]{1,2}$/;
const CODE = /^[A-Z0-9]{1,3}$/;
