import { keptStore } from './kept.ts';

/** Who sends claims to whom: what an 837 asks beside the claim. It names the office, never a patient, so it is kept. */
export interface Sender {
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly phone: string;
  readonly receiverId: string;
  readonly receiverName: string;
  /** Control number of the next file. */
  readonly control: number;
  readonly isTest: boolean;
}

const EMPTY: Sender = { id: '', name: '', contact: '', phone: '', receiverId: '', receiverName: '', control: 1, isTest: true };

export const sender = keptStore<Sender>('sender', EMPTY, isSender);

function isSender(value: unknown): value is Sender {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(EMPTY).every(([name, empty]) => typeof (value as Readonly<Record<string, unknown>>)[name] === typeof empty);
}
