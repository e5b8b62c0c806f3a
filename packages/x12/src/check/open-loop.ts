import type { LoopNode } from '../map/model.ts';

/** An open loop: where it is in its guide, how far along, and what has come. */
export interface OpenLoop {
  node: LoopNode;
  /** Place of the last segment or loop inside it. */
  pos: number;
  /** Times each child has come, by its index. */
  readonly counts: number[];
  /** HL01 of a loop that begins with HL. */
  level: string;
  /** HL04 of it. */
  declaresChildren: string;
}
