import type { CleanclaimError, Data, Payer, Provider } from '@cleanclaim/core';
import type { Moment } from '../ack/segment-text.ts';
import type { ClaimEnvelope } from '../claim/claim-writer.ts';

/** Who a file is from and for, part by part. */
export const PARTIES = ['sender', 'senderName', 'contact', 'phone', 'receiver', 'receiverName'] as const;
export type Party = (typeof PARTIES)[number];
export type Parties = Partial<Readonly<Record<Party, string>>>;

export interface WriteOptions {
  /** What is said of sender and receiver; claims tell the rest. */
  readonly parties: Parties;
  readonly moment: Moment;
  /** Number of the first interchange. */
  readonly control: number;
  readonly test: boolean;
  /** For the check of what was written. */
  readonly data?: Data;
  /** What to throw when a part of sender or receiver is nowhere said. */
  missing(party: Party): CleanclaimError;
}

/** The envelope of what is written, from what was said of the parties and what is known of them besides. */
export function envelopeOf({ parties, moment, control, test, missing }: WriteOptions, known: Parties): ClaimEnvelope {
  const part = (name: Party): string => {
    const value = parties[name] ?? known[name];
    // Claims may not tell a name or a phone number: the check of the file says what is missing.
    if (value === undefined || (value === '' && (name === 'sender' || name === 'receiver'))) throw missing(name);
    return value;
  };
  return {
    sender: { id: part('sender'), name: part('senderName'), contact: part('contact'), phone: part('phone') },
    receiver: { id: part('receiver'), name: part('receiverName') },
    moment,
    control,
    usage: test ? 'T' : 'P',
  };
}

/**
 * Who sends and who receives when nothing else says so: the billing provider and the payer of the claims. What they do
 * not tell stays empty, and the check after writing names it.
 */
export function partiesOf(billing: Provider | undefined, payer: Payer | undefined): Parties {
  const name = textOf(billing?.name);
  return {
    ...(billing ? { sender: billing.npi ?? billing.taxId ?? '', senderName: name, contact: name, phone: billing.phone ?? '' } : {}),
    ...(payer ? { receiver: payer.id ?? '', receiverName: payer.name ?? '' } : {}),
  };
}

function textOf(name: unknown): string {
  if (typeof name === 'string') return name;
  const { last, first } = (name ?? {}) as { last?: unknown; first?: unknown };
  return [last, first].filter((part) => typeof part === 'string').join(' ');
}
