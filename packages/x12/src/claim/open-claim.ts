import type {
  Ambulance,
  Attachment,
  Claim,
  ClaimAdjustment,
  Diagnosis,
  InpatientProcedure,
  Line,
  LineDecision,
  OtherPayer,
  Patient,
  Payer,
  Provider,
  Subscriber,
} from '@cleanclaim/core';
import type { FollowedSet } from '../check/follower.ts';
import type { Placed } from '../check/walker.ts';
import type { Open } from '../open.ts';
import type { Segment } from '../reader/segment.ts';
import { type PassedOver, PassedOverList } from './passed-over.ts';

export type OpenDecision = Open<Omit<LineDecision, 'adjustments'>> & { adjustments?: ClaimAdjustment[] };
export type OpenPayer = Open<Omit<OtherPayer, 'payer' | 'subscriber' | 'adjustments'>> & {
  payer: Open<Payer>;
  subscriber: Open<Subscriber>;
  adjustments?: ClaimAdjustment[];
};
export type OpenLine = Open<Omit<Line, 'attachments' | 'decisions' | 'ambulance'>> & {
  attachments?: Attachment[];
  decisions?: OpenDecision[];
  ambulance?: Open<Ambulance>;
};
export type OpenClaim = Open<Omit<Claim, 'diagnoses' | 'lines' | 'procedures' | 'attachments' | 'ambulance'>> & {
  diagnoses: Diagnosis[];
  lines: OpenLine[];
  procedures?: InpatientProcedure[];
  attachments?: Attachment[];
  ambulance?: Open<Ambulance>;
};

/** Where a claim stood in its file. */
export interface ClaimPlace {
  readonly byte: number;
  readonly segmentNumber: number;
}

/** The other payers of a claim, read as their loops come (other-payer-reader.ts). */
export interface OtherPayers {
  readonly payers: readonly OpenPayer[];
  segment(segment: Segment, loop: string, state: ClaimState): void;
}

/** What has been read so far: the levels above the claim, the claim, and who its last provider was. */
export class ClaimState {
  type: Claim['type'] = 'professional';
  billing: Open<Provider> = {};
  /** What the claims of this billing provider are given, all the same; made anew once more is read of it. */
  billed: Provider | undefined;
  payer: Open<Payer> = {};
  order = 0;
  /** Group and, where the subscriber is another, relation and person. */
  cover: Open<Subscriber> = {};
  subscriber: Open<Patient> = {};
  patient: Open<Patient> | undefined;
  claim: OpenClaim | undefined;
  others: OtherPayers | undefined;
  place: ClaimPlace = { byte: 0, segmentNumber: 0 };
  provider: Open<Provider> | undefined;
  placeOfService = '';
  /** Those of the line at hand: one alone is told on the line itself. */
  teeth: { tooth?: string; surfaces?: string }[] = [];
  /** The line at hand has its control number. */
  numbered = false;
  /** What the loop 2410 at hand tells of. */
  article: 'ndc' | 'product' = 'ndc';
  /** BHT06, where it is not for charges to be paid. */
  purpose: Claim['purpose'];
  /** NM102 of a subscriber that is an organization, which no patient can be. */
  organization: PassedOver | undefined;
  /** PAT of the subscriber, which says nothing of the claim once a patient of his own follows. */
  subscriberFacts: PassedOver | undefined;
  readonly passed = new PassedOverList();
  /** The set at hand, which knows where the guide has put each segment. */
  set: FollowedSet | undefined;

  get placed(): Placed {
    return this.set?.placed;
  }

  /** The claim has no field for the segment, or for one element of it. */
  passOver(segment: Segment, element: number | null = null): void {
    this.passed.add(segment, this.placed, element);
  }
}

/** What one segment at one place of a guide adds to what is read. */
export type Read = (state: ClaimState, segment: Segment) => void;

/** A segment that says something of the claim that is open. */
export function ofClaim(read: (claim: OpenClaim, segment: Segment, state: ClaimState) => void): Read {
  return (state, segment) => {
    if (state.claim) read(state.claim, segment, state);
  };
}

/** A segment that says something of the line that is open. */
export function ofLine(read: (line: OpenLine, segment: Segment, claim: OpenClaim, state: ClaimState) => void): Read {
  return (state, segment) => {
    const { claim } = state;
    const line = claim?.lines[claim.lines.length - 1];
    if (claim && line) read(line, segment, claim, state);
  };
}
