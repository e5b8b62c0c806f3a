import type { Claim } from '@cleanclaim/core';
import type { FollowedSet, Follower } from '../check/follower.ts';
import { type GuideId, guide } from '../map/guides.ts';
import type { Child, LoopNode } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import { firstFreeOrder } from './codes.ts';
import { type ClaimPlace, ClaimState, ofClaim, type Read } from './open-claim.ts';
import { OtherPayerReader } from './other-payer-reader.ts';
import { CLAIM, CLAIM_PROVIDERS } from './read-claim.ts';
import { LEVELS } from './read-levels.ts';
import { closeLine, DRUG, LINE, LINE_PROVIDERS, readDecision } from './read-line.ts';

export type { ClaimPlace } from './open-claim.ts';

const TYPES: Partial<Record<GuideId, Claim['type']>> = {
  '837P': 'professional',
  '837P-X291': 'professional',
  '837I': 'institutional',
  '837I-X292': 'institutional',
  '837D': 'dental',
};

/**
 * Reads the claims of an 837 as Cleanclaim JSON while it is checked or walked through; each is handed over when its loop
 * ends. What the claim model has no field for (contracts, forms, conditions other than of an ambulance or equipment, secondary numbers) is not
 * carried over.
 */
export class ClaimReader implements Follower {
  readonly #take: (claim: Claim, place: ClaimPlace) => void;
  readonly #state = new ClaimState();
  /** What to do with a segment by its place in the guide; undefined in a set that is no 837. */
  #reads: readonly (Read | undefined)[] | undefined;

  constructor(take: (claim: Claim, place: ClaimPlace) => void) {
    this.#take = take;
  }

  transaction(transaction: FollowedSet): void {
    const id = transaction.guideId;
    const type = id && TYPES[id];
    this.#reads = type && readsOf(id);
    if (!type) return;
    this.#state.type = type;
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
    if (!this.#reads || !placed || placed.segment.id !== segment.id) return;
    this.#reads[placed.serial]?.(this.#state, segment);
  }

  #finish(): void {
    const state = this.#state;
    const { claim } = state;
    state.claim = undefined;
    if (!claim) return;
    closeLine(claim, state);
    const otherPayers = state.others?.payers ?? [];
    if (otherPayers.length > 0) claim.otherPayers = otherPayers;
    if (state.order !== firstFreeOrder({ otherPayers })) claim.payer = { ...claim.payer, order: state.order };
    this.#take(claim, state.place);
  }
}

const made = new Map<GuideId, readonly (Read | undefined)[]>();

/** The reads of a guide, one a place, made once: reading a segment then asks no names of loops. */
function readsOf(id: GuideId): readonly (Read | undefined)[] {
  const known = made.get(id);
  if (known) return known;
  const reads: (Read | undefined)[] = [];
  const look = (node: LoopNode): void => {
    for (const child of node.children) {
      reads[child.serial] = readOf(child);
      if (child.loop) look(child.loop);
    }
  };
  look(guide(id).root);
  made.set(id, reads);
  return reads;
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
  if (loop.startsWith('242')) return LINE_PROVIDERS[segment.id];
  return LEVELS[`${loop} ${segment.id}`];
}

function otherPayer(loop: string): Read {
  return ofClaim((_claim, segment, state) => (state.others ??= new OtherPayerReader(state.type)).segment(segment, loop));
}
