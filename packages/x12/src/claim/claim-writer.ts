import type { Claim, Provider } from '@cleanclaim/core';
import { addHeader, type Moment, SegmentText } from '../ack/segment-text.ts';
import { joined } from '../text/joined.ts';
import { type Kind, KINDS, kindOf } from './claim-kinds.ts';
import { PURPOSES } from './codes.ts';
import { splitClaim } from './split-claim.ts';
import { writeClaim } from './write-claim.ts';
import { writeBilling, writePatient, writeSubscriber } from './write-levels.ts';
import { writeLine } from './write-line.ts';

/** Who sends to whom, and what numbers the file bears. */
export interface ClaimEnvelope {
  readonly sender: { readonly id: string; readonly name: string; readonly contact: string; readonly phone: string };
  readonly receiver: { readonly id: string; readonly name: string };
  readonly moment: Moment;
  /** Number of the first interchange and of the group in it; the next interchange has the next. */
  readonly control: number;
  /** P production, T test. */
  readonly usage: 'P' | 'T';
}

/** Claims in one transaction set: what the guides recommend at most. */
const CLAIMS_A_SET = 5_000;
/** Bytes handed out at a time. */
const PIECE = 65_536;

/**
 * Writes claims as 837P, 837I and 837D while they come, `put` taking the file in pieces. Claims wait until a set of
 * their kind is full (5,000 claims) or the end has come: memory does not grow with their number. In a set they stand by
 * billing provider, in the order in which each first came. An interchange holds one kind; it ends when a set of another
 * kind is due, so claims that come sorted by kind make one interchange a kind. A claim with more lines than its guide
 * takes becomes several. Check the file before sending: what a claim lacks is missing in the file too.
 */
export class ClaimWriter {
  readonly #envelope: ClaimEnvelope;
  readonly #put: (bytes: Uint8Array) => void;
  readonly #out = new SegmentText();
  readonly #waiting = new Map<Kind, Claim[]>();
  #control: number;
  #open: Kind | undefined;
  #sets = 0;

  /** The bytes that `put` is given, UTF-8, may be used again by the writer once it returns. */
  constructor(envelope: ClaimEnvelope, put: (bytes: Uint8Array) => void) {
    this.#envelope = envelope;
    this.#control = envelope.control;
    this.#put = put;
  }

  /** Takes the next claim; `path` is its place for the messages. Throws CleanclaimError `input/invalid` for a claim that does not fit its guide at all. */
  add(claim: Claim, path = ''): void {
    for (const part of splitClaim(claim, path)) {
      const kind = kindOf(part);
      const same = this.#waiting.get(kind);
      if (same) same.push(part);
      else this.#waiting.set(kind, [part]);
      if (same?.length === CLAIMS_A_SET) this.#due(kind);
    }
  }

  /** Writes what waits and ends the file. */
  end(): void {
    if (this.#open) this.#writeWaiting(this.#open);
    for (const kind of KINDS) this.#writeWaiting(kind);
    this.#close();
  }

  /** A set of this kind is full: kinds that stand before it in a file are written first, so that sorted claims change kind once each. */
  #due(kind: Kind): void {
    if (this.#open && this.#open !== kind) this.#writeWaiting(this.#open);
    if (this.#open !== kind) for (const before of KINDS.slice(0, KINDS.indexOf(kind))) this.#writeWaiting(before);
    this.#writeWaiting(kind);
  }

  #writeWaiting(kind: Kind): void {
    const claims = this.#waiting.get(kind);
    if (!claims) return;
    this.#waiting.delete(kind);
    if (this.#open !== kind) {
      this.#close();
      this.#begin(kind);
    }
    writeSet(this.#out, kind, claims, { ...this.#envelope, control: this.#control }, ++this.#sets, this.#put);
  }

  #begin(kind: Kind): void {
    const { sender, receiver, moment, usage } = this.#envelope;
    const control = this.#control;
    this.#open = kind;
    this.#sets = 0;
    addHeader(this.#out, { qualifier: 'ZZ', id: sender.id }, { qualifier: 'ZZ', id: receiver.id }, moment, control, usage);
    const [from, to] = [sender.id.slice(0, 15), receiver.id.slice(0, 15)];
    this.#out.add('GS', 'HC', from, to, moment.date, moment.time, String(control), 'X', kind.version);
  }

  #close(): void {
    if (!this.#open) return;
    this.#open = undefined;
    const control = this.#control++;
    this.#out.add('GE', String(this.#sets), String(control));
    this.#out.add('IEA', '1', String(control).padStart(9, '0'));
    this.#out.drain(this.#put);
  }
}

/** Claims as an 837 as `ClaimWriter` writes them, sorted by kind: an interchange a kind. */
export function writeClaims(claims: readonly Claim[], envelope: ClaimEnvelope): string {
  return new TextDecoder().decode(writeClaimBytes(claims, envelope));
}

/** The same as the bytes of the file, UTF-8: what is sent or checked needs no text of it. */
export function writeClaimBytes(claims: readonly Claim[], envelope: ClaimEnvelope): Uint8Array {
  const pieces: Uint8Array[] = [];
  const writer = new ClaimWriter(envelope, (bytes) => pieces.push(bytes.slice()));
  for (const [claim, at] of byKind(claims)) writer.add(claim, `/${at}`);
  writer.end();
  return joined(pieces);
}

/** Claims with their places, those of a kind together. */
export function* byKind(claims: readonly Claim[]): Generator<readonly [claim: Claim, at: number]> {
  const places = claims.map((claim, at) => ({ at, rank: KINDS.indexOf(kindOf(claim)) }));
  for (const { at } of places.toSorted((one, other) => one.rank - other.rank)) {
    const claim = claims[at];
    if (claim) yield [claim, at];
  }
}

function writeSet(
  out: SegmentText,
  { version, purpose }: Kind,
  claims: readonly Claim[],
  { sender, receiver, moment, control }: ClaimEnvelope,
  number: number,
  put: (bytes: Uint8Array) => void,
): void {
  const setControl = String(number).padStart(4, '0');
  out.startSet();
  out.add('ST', '837', setControl, version);
  out.add('BHT', '0019', '00', `${control}-${setControl}`, moment.date, moment.time, PURPOSES.code(purpose) ?? 'CH');
  out.add('NM1', '41', '2', sender.name, '', '', '', '', '46', sender.id);
  out.add('PER', 'IC', sender.contact, 'TE', sender.phone);
  out.add('NM1', '40', '2', receiver.name, '', '', '', '', '46', receiver.id);
  let level = 0;
  for (const [, own] of byBilling(claims)) {
    const billingLevel = ++level;
    const [first] = own;
    if (!first) continue;
    out.add('HL', String(billingLevel), '', '20', '1');
    writeBilling(out, first.billing ?? {});
    for (const claim of own) {
      const subscriberLevel = ++level;
      const dependent = isDependent(claim);
      out.add('HL', String(subscriberLevel), String(billingLevel), '22', dependent ? '1' : '0');
      writeSubscriber(out, claim, dependent);
      if (dependent) {
        out.add('HL', String(++level), String(subscriberLevel), '23', '0');
        writePatient(out, claim);
      }
      writeClaim(out, claim);
      claim.lines.forEach((line, at) => writeLine(out, claim, line, at + 1));
      out.drain(put, PIECE);
    }
  }
  out.add('SE', String(out.inSet + 1), setControl);
}

/** The patient has a level of his own when the subscriber is another. */
function isDependent({ subscriber }: Claim): boolean {
  return subscriber?.relation !== undefined && subscriber.relation !== 'self';
}

function byBilling(claims: readonly Claim[]): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  // Claims of one office mostly share the object.
  const keys = new Map<Provider | undefined, string>();
  for (const claim of claims) {
    let key = keys.get(claim.billing);
    if (key === undefined) keys.set(claim.billing, (key = JSON.stringify(claim.billing ?? {})));
    const same = groups.get(key);
    if (same) same.push(claim);
    else groups.set(key, [claim]);
  }
  return groups;
}
