import type { Data } from '@cleanclaim/core';
import type { Companion } from '../companion/model.ts';
import type { LoopNode, SegmentSpec } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import type { NotChecked } from './finding.ts';
import type { Findings } from './report.ts';

/** What checks beyond the guide's structure share. */
export interface ObserverContext {
  readonly findings: Findings;
  readonly data: Data | undefined;
  readonly companions: readonly Companion[];
  note(entry: NotChecked): void;
}

/** A check that follows a transaction through its loops: sums, dependencies, code lists. */
export interface Observer {
  open?(loop: LoopNode): void;
  segment(segment: Segment, spec: SegmentSpec, loop: LoopNode): void;
  close?(loop: LoopNode): void;
  /** The transaction ended with its SE. */
  end?(): void;
  /** Claims met so far. */
  readonly claims?: number;
}
