import { CLAIM_LIMITS, listLimit } from './read-claim.ts';
import type { Kind, Shape } from './shape.ts';

/** What a value may be, as a number: asked once a value. */
export const IS = { text: 0, number: 1, quantity: 2, pointer: 3, any: 4, oneOf: 5, list: 6, fields: 7 } as const;

/** One of these kinds, or IS.text and so on. */
export type Is = (typeof IS)[keyof typeof IS];

/** A shape worked out for `PlainReader`. One class for all kinds, of which each uses its part: what differs in its fields is slow to ask. */
export class PlainShape {
  readonly is: Is;
  /** Most characters of a text. */
  readonly longest: number;
  /** The texts that `oneOf` allows. */
  readonly words: readonly string[];
  /** Entries of a list, and how many at most. */
  readonly each: PlainShape | undefined;
  readonly most: number;
  /** Fields by number. */
  readonly names: readonly string[];
  readonly shapes: readonly PlainShape[];
  /** The names in quotes, as UTF-8. */
  readonly keys: readonly Uint8Array[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly needs: readonly string[];
  /** The field that stood first when the shape was last met, and the one that followed each: claims of one program are all alike. */
  readonly after: Int32Array;

  constructor(shape: Shape, name = '') {
    const fields = typeof shape === 'object' && 'fields' in shape ? Object.entries(shape.fields) : [];
    this.is = typeof shape === 'string' ? IS[shape] : 'fields' in shape ? IS.fields : 'oneOf' in shape ? IS.oneOf : IS.list;
    this.longest = LONGEST[typeof shape === 'string' ? shape : 'text'];
    this.words = typeof shape === 'object' && 'oneOf' in shape ? shape.oneOf : [];
    this.each = this.is === IS.list ? new PlainShape((shape as readonly [Shape])[0]) : undefined;
    this.most = listLimit(name);
    this.names = fields.map(([field]) => field);
    this.shapes = fields.map(([field, inside]) => new PlainShape(inside, field));
    this.keys = this.names.map((field) => new TextEncoder().encode(`"${field}"`));
    this.numbers = new Map(this.names.map((field, at) => [field, at]));
    this.needs = (typeof shape === 'object' && 'needs' in shape && shape.needs) || [];
    this.after = new Int32Array(fields.length + 1);
  }
}

const LONGEST: Readonly<Record<Kind, number>> = {
  text: CLAIM_LIMITS.text,
  pointer: CLAIM_LIMITS.pointer,
  quantity: Infinity,
  number: 0,
  any: 0,
};
