import type { Claim, Provider } from '@cleanclaim/core';
import { addHeader, type Moment, SegmentText } from '../ack/segment-text.ts';
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
const VERSIONS: Readonly<Record<Claim['type'], string>> = {
  professional: '005010X222A1',
  institutional: '005010X223A2',
  dental: '005010X224A2',
};

/**
 * Writes claims as 837P, 837I and 837D, one interchange a kind, grouped by billing provider. A claim with more lines than
 * its guide takes becomes several. Check the file with `checkX12` before sending: what a claim lacks is missing in the
 * file too. Throws CleanclaimError `input/invalid` for a claim that does not fit its guide at all.
 */
export function writeClaims(claims: readonly Claim[], envelope: ClaimEnvelope): string {
  return write(claims, envelope).toString();
}

/** The same as the bytes of the file, UTF-8: what is sent or checked needs no text of it. */
export function writeClaimBytes(claims: readonly Claim[], envelope: ClaimEnvelope): Uint8Array {
  return write(claims, envelope).toBytes();
}

function write(claims: readonly Claim[], envelope: ClaimEnvelope): SegmentText {
  const parts = claims.flatMap((claim, at) => splitClaim(claim, `/${at}`));
  const out = new SegmentText();
  let control = envelope.control;
  for (const type of ['professional', 'institutional', 'dental'] as const) {
    const own = parts.filter((claim) => claim.type === type);
    if (own.length > 0) writeKind(out, type, own, { ...envelope, control: control++ });
  }
  return out;
}

function writeKind(out: SegmentText, type: Claim['type'], claims: readonly Claim[], envelope: ClaimEnvelope): void {
  const { sender, receiver, moment, control, usage } = envelope;
  addHeader(out, { qualifier: 'ZZ', id: sender.id }, { qualifier: 'ZZ', id: receiver.id }, moment, control, usage);
  const version = VERSIONS[type];
  out.add('GS', 'HC', sender.id.slice(0, 15), receiver.id.slice(0, 15), moment.date, moment.time, String(control), 'X', version);
  let sets = 0;
  for (let from = 0; from < claims.length; from += CLAIMS_A_SET)
    writeSet(out, version, claims.slice(from, from + CLAIMS_A_SET), envelope, ++sets);
  out.add('GE', String(sets), String(control));
  out.add('IEA', '1', String(control).padStart(9, '0'));
}

function writeSet(
  out: SegmentText,
  version: string,
  claims: readonly Claim[],
  { sender, receiver, moment, control }: ClaimEnvelope,
  number: number,
): void {
  const setControl = String(number).padStart(4, '0');
  out.startSet();
  out.add('ST', '837', setControl, version);
  out.add('BHT', '0019', '00', `${control}-${setControl}`, moment.date, moment.time, 'CH');
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
