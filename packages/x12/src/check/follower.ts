import type { GuideId } from '../map/guides.ts';
import type { LoopNode } from '../map/model.ts';
import type { Delimiters } from '../reader/delimiters.ts';
import type { ReaderProblem } from '../reader/reader.ts';
import type { Segment } from '../reader/segment.ts';
import type { TransactionCheck } from './transaction.ts';
import type { Placed } from './walker.ts';

/** A transaction set as its followers see it, whether it is checked or only walked through. */
export interface FollowedSet {
  readonly guideId: GuideId | undefined;
  /** Where the guide has put the segment at hand. */
  readonly placed: Placed;
  /** It ended without its SE: what is open was cut off. */
  readonly cut: boolean;
  /** Told when loops open and close. */
  onLoop: { open(loop: LoopNode): void; close(loop: LoopNode): void } | undefined;
}

/** Rides along with a check: sees each segment where the guide has placed it. */
export interface Follower {
  transaction?(transaction: TransactionCheck): void;
  segment?(segment: Segment, transaction: TransactionCheck | undefined): void;
  transactionEnd?(transaction: TransactionCheck): void;
  delimiters?(delimiters: Delimiters): void;
  problem?(code: ReaderProblem['code']): void;
  /** The file is over; `rest` is the white space after its last segment. */
  end?(rest: string): void;
}
