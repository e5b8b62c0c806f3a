import type { Claim } from '@cleanclaim/core';
import type { FollowedSet, Follower } from '../check/follower.ts';
import { type GuideId, guide } from '../map/guides.ts';
import type { Child, LoopNode } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import { type ClaimPlace, ClaimState, ofClaim, type Read } from './open-claim.ts';
import { OtherPayerReader } from './other-payer-reader.ts';
import { uncarried } from './carried.ts';
import type { PassedOver } from './passed-over.ts';
import { CLAIM, closeClaim } from './read-claim.ts';
import { LEVELS } from './read-levels.ts';
import { closeLine, DRUG, FORMS, LINE, readDecision } from './read-line.ts';
import { CLAIM_PROVIDERS, LINE_PROVIDERS } from './read-providers.ts';

export type { ClaimPlace } from './open-claim.ts';

const TYPES: Partial<Record<GuideId, Claim['type']>> = {
  '837P': 'professional',
  '837P-X291': 'professional',
  '837I': 'institutional',
  '837I-X292': 'institutional',
  '837D': 'dental',
};

/** Gets each claim with its place in the file, and what of it and of the levels above it was not carried over. */
export type TakeClaim = (claim: Claim, place: ClaimPlace, passedOver: readonly PassedOver[]) => void;

/**
 * Reads the claims of an 837 as Cleanclaim JSON while it is checked or walked through; each is handed over when its loop
 * ends, with what of it the claim model has no field for: nothing is left out in silence.
 */
export class ClaimReader implements Follower {
  readonly #take: TakeClaim;
  readonly #state = new ClaimState();
  /** What to do with a segment by its place in the guide; undefined in a set that is no 837. */
  #reads: readonly (Reading | undefined)[] | undefined;

  constructor(take: TakeClaim) {
    this.#take = take;
  }

  transaction(transaction: FollowedSet): void {
    const id = transaction.guideId;
    const type = id && TYPES[id];
    this.#reads = type && readsOf(id);
    if (!type) return;
    this.#state.type = type;
    this.#state.set = transaction;
    const before = transaction.onLoop;
    transaction.onLoop = {
      open: (loop) => before?.open(loop),
      close: (loop) => {
        before?.close(loop);
        // What was cut off is no whole claim; the check says so.
        if (loop.id === '2300' && !transaction.cut) this.#finish();
      },
    };
  }

  segment(segment: Segment, transaction: FollowedSet | undefined): void {
    const placed = transaction?.placed;
    if (!this.#reads) return;
    const state = this.#state;
    const reading = placed && placed.segment.id === segment.id ? this.#reads[placed.serial] : undefined;
    if (!reading) {
      state.passOver(segment);
      return;
    }
    reading.read(state, segment);
    const { count } = segment;
    if (count < reading.from) return;
    const { uncarried: others } = reading;
    // Asked of many segments: it makes no iterator.
    for (let at = 0; at < others.length; at++) {
      const element = others[at] as number;
      if (element > count) return;
      if (segment.lengthOf(element) > 0) state.passOver(segment, element);
    }
  }

  #finish(): void {
    const state = this.#state;
    const { claim } = state;
    state.claim = undefined;
    if (!claim) return;
    closeLine(claim, state);
    closeClaim(claim, state);
    this.#take(claim, state.place, state.passed.take());
  }
}

/** What is read of a segment at its place, and the elements that are not. */
interface Reading {
  readonly read: Read;
  readonly uncarried: readonly number[];
  /** The first of them. */
  readonly from: number;
}

const made = new Map<GuideId, readonly (Reading | undefined)[]>();

/** The reads of a guide, one a place, made once: reading a segment then asks no names of loops. */
function readsOf(id: GuideId): readonly (Reading | undefined)[] {
  const known = made.get(id);
  if (known) return known;
  const reads: (Reading | undefined)[] = [];
  const look = (node: LoopNode): void => {
    for (const child of node.children) {
      const read = readOf(child);
      const others = isOfFile(child) ? [] : uncarried(child.segment.id);
      reads[child.serial] = read && { read, uncarried: others, from: others[0] ?? Number.MAX_SAFE_INTEGER };
      if (child.loop) look(child.loop);
    }
  };
  look(guide(id).root);
  made.set(id, reads);
  return reads;
}

/** Who sends to whom is the file's own: a claim is written for another receiver by who sends it then. */
function isOfFile({ at }: Child): boolean {
  return at.id === 'ST' || at.id.startsWith('1000');
}

function readOf({ at, segment }: Child): Read | undefined {
  const loop = at.id;
  if (loop === '2300') return CLAIM[segment.id];
  if (loop.startsWith('2310')) return CLAIM_PROVIDERS[segment.id];
  // Providers under another payer are known to that payer alone.
  if (loop.startsWith('23')) return otherPayer(loop);
  if (loop === '2400') return LINE[segment.id];
  if (loop === '2410') return DRUG[segment.id];
  if (loop === '2430') return readDecision;
  if (loop === '2440') return FORMS[segment.id];
  if (loop.startsWith('242')) return LINE_PROVIDERS[segment.id];
  return LEVELS[`${loop} ${segment.id}`];
}

function otherPayer(loop: string): Read {
  return ofClaim((_claim, segment, state) => (state.others ??= new OtherPayerReader(state.type)).segment(segment, loop, state));
}
