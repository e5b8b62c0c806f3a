import type { FollowedSet } from '../check/follower.ts';
import { Findings } from '../check/report.ts';
import { type Placed, Walker } from '../check/walker.ts';
import { type GuideId, guide, guideFor } from '../map/guides.ts';
import { X12Reader } from '../reader/reader.ts';
import type { Segment } from '../reader/segment.ts';
import { ClaimReader, type TakeClaim } from './claim-reader.ts';

/** A set on its way through its guide, of which nothing is judged. */
class WalkedSet implements FollowedSet {
  readonly guideId: GuideId;
  placed: Placed;
  cut = false;
  onLoop: FollowedSet['onLoop'];
  readonly #walker: Walker;

  constructor(id: GuideId) {
    this.guideId = id;
    // None is kept: what the walk finds amiss is for the check to say.
    const findings = new Findings(0);
    this.#walker = new Walker(
      guide(id),
      findings,
      { open: (loop) => this.onLoop?.open(loop), close: (loop) => this.onLoop?.close(loop) },
      'sure',
    );
  }

  segment(segment: Segment): void {
    this.placed = this.#walker.place(segment);
  }

  finish(): void {
    this.#walker.finish();
  }

  abandon(): void {
    this.cut = true;
    this.#walker.abandon();
  }
}

/**
 * Reads the claims of an 837 as `ClaimReader` does, without checking the file: for a file that was checked before, or
 * of which only the claims are asked. Push bytes, then `end`. Memory does not grow with the file. What is no claim of
 * a known 837 is passed over without a word.
 */
export class ClaimStream {
  readonly #claims: ClaimReader;
  readonly #reader: X12Reader;
  #version = '';
  #set: WalkedSet | undefined;

  constructor(take: TakeClaim) {
    this.#claims = new ClaimReader(take);
    this.#reader = new X12Reader({
      interchange: () => this.#cutOff(),
      segment: (segment) => this.#segment(segment),
      problem: () => {},
      end: () => this.#cutOff(),
    });
  }

  push(bytes: Uint8Array): void {
    this.#reader.push(bytes);
  }

  /** The file is over. */
  end(): void {
    this.#reader.end();
  }

  #segment(segment: Segment): void {
    switch (segment.id) {
      case 'GS':
        this.#cutOff();
        this.#version = segment.element(8);
        break;
      case 'ST':
        this.#cutOff();
        this.#begin(segment);
        break;
      case 'SE':
        this.#set?.finish();
        this.#set = undefined;
        break;
      case 'GE':
      case 'IEA':
        this.#cutOff();
        this.#version = '';
        break;
      case 'ISA':
      case 'TA1':
      case '':
        break;
      default:
        if (!this.#set) return;
        this.#set.segment(segment);
        this.#claims.segment(segment, this.#set);
    }
  }

  #begin(segment: Segment): void {
    const stated = segment.element(3);
    const id = guideFor(segment.element(1), stated === '' ? this.#version : stated);
    if (id === undefined) return;
    const set = new WalkedSet(id);
    this.#claims.transaction(set);
    // Other sets hold no claims: their segments need no place.
    if (segment.is(1, '837')) this.#set = set;
  }

  /** A set that ends without its trailer. */
  #cutOff(): void {
    this.#set?.abandon();
    this.#set = undefined;
  }
}
