import type { CodeList } from './code-list.ts';

/** R required, S situational, N not used: what the guide says of a part that may stand here. */
export type Usage = 'R' | 'S' | 'N';

/** Data types of X12.6: text, code, day, time, decimal, whole number, number with two implied decimals. */
export type DataType = 'AN' | 'ID' | 'DT' | 'TM' | 'R' | 'N0' | 'N2';

export interface ElementSpec {
  /** Data element number of the X12 dictionary, `C022` for a composite. */
  readonly dataElement: string;
  readonly usage: Usage;
  readonly type: DataType;
  readonly min: number;
  readonly max: number;
  /** The only values the guide takes; undefined when any value of the type will do. */
  readonly codes: CodeList | undefined;
  /** A list kept elsewhere that the value must come from, such as `state`. */
  readonly list: string;
  /** Times it may stand, parted by the repetition separator; 0 without limit. */
  readonly repeats: number;
  readonly components: readonly ElementSpec[] | undefined;
  /** Place of the sibling that tells how this day or period is written (data element 1250); 0 for none. */
  readonly formatAt: number;
}

/** Tells segments of one id apart: the value at a place. Component 0 is the whole element. */
export interface Qualifier {
  readonly element: number;
  readonly component: number;
  readonly codes: CodeList;
}

/** A relation between elements by place (X12.6, relational conditions): P both or none, R at least one, E one at most, C if the first then all others, L if the first then one other. */
export interface Relation {
  readonly kind: 'P' | 'R' | 'E' | 'C' | 'L';
  readonly elements: readonly number[];
  /** One bit an element place. */
  readonly mask: number;
}

export interface SegmentSpec {
  /** Unique in its loop: `REF.G1`. */
  readonly key: string;
  readonly id: string;
  readonly label: string;
  readonly pos: number;
  readonly usage: Usage;
  readonly max: number;
  readonly by: readonly Qualifier[];
  readonly elements: readonly ElementSpec[];
  readonly relations: readonly Relation[];
  /** Required by the guide, but so often left out in good files that its absence is a warning. */
  readonly soft: boolean;
  /** Bit n set: element n is required. */
  readonly requiredMask: number;
}

/** A part of a loop: one of its own segments, or a loop inside it that begins with the segment. */
export interface Child {
  readonly index: number;
  readonly pos: number;
  readonly usage: Usage;
  readonly max: number;
  readonly segment: SegmentSpec;
  readonly loop: LoopNode | undefined;
  /** The loop its segment stands in: the one it opens, or the one that has it. */
  readonly at: LoopNode;
  /** Counts the children of a guide, so that what is made for each is kept in a list. */
  readonly serial: number;
}

/** A loop in its place: a body that may stand under two parents is two nodes. */
export interface LoopNode {
  readonly id: string;
  readonly label: string;
  readonly parent: LoopNode | undefined;
  readonly children: readonly Child[];
  readonly byId: ReadonlyMap<string, readonly Child[]>;
  readonly required: readonly Child[];
  /** True when the loop begins with HL. */
  readonly level: boolean;
  /** Loops around it: 0 for the transaction itself. */
  readonly depth: number;
  /** By segment id, the nearest loop that may hold such a segment: this one or one around it. */
  readonly nearest: ReadonlyMap<string, LoopNode>;
}

export interface Guide {
  readonly id: string;
  /** ST01. */
  readonly set: string;
  /** GS01. */
  readonly group: string;
  /** GS08 and ST03 values it answers to; the first is the one it was written for. */
  readonly versions: readonly string[];
  readonly root: LoopNode;
  /** Every segment id that stands anywhere in it. */
  readonly ids: ReadonlySet<string>;
}
