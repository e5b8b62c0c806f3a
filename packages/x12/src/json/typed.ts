import type { X12Branch, X12Leaf } from './model.ts';

/** A segment of `x12 json` at a known place of its guide. `loop` is never there: it tells segments from loops. */
export type X12Segment<Id extends string, Name extends string, Elements extends readonly unknown[]> = Omit<
  X12Leaf,
  'segment' | 'name' | 'elements'
> & { readonly segment: Id; readonly name?: Name; readonly elements: Elements; readonly loop?: undefined };

/** A loop of `x12 json` with what may stand in it. */
export type X12Loop<Id extends string, Name extends string, Content> = Omit<X12Branch, 'loop' | 'name' | 'content'> & {
  readonly loop: Id;
  readonly name: Name;
  readonly content: readonly Content[];
  readonly segment?: undefined;
};

/** A transaction set of `x12 json`. */
export type X12Transaction<Set extends string, Guide extends string, Content> = Omit<X12Branch, 'transaction' | 'guide' | 'content'> & {
  readonly transaction: Set;
  readonly guide: Guide;
  readonly content: readonly Content[];
};

/** A value that may stand several times. */
export type Repeated<Value> = Value | { readonly repeat: readonly Value[] };
