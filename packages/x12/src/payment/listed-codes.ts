import { type Data, type Day, isDay } from '@cleanclaim/core';
import type { Payment } from './payment.ts';

/** What the user's own list says of a code; its text is the list's, not ours. */
export interface ListedCode {
  /** `carc` adjustment reasons, `rarc` remarks. */
  readonly list: 'carc' | 'rarc';
  readonly code: string;
  /** Null for a code that the list does not have. */
  readonly text: string | null;
  /** The code's last day, where it has ended. */
  readonly ended: string | null;
  readonly edition: string;
}

/** The codes of a payment in the lists that are installed, each once; none where no list is. `today` counts for a payment without a day. */
export function listedCodes(payment: Payment, data: Data | undefined, today: Day): readonly ListedCode[] {
  if (!data) return [];
  const on = isDay(payment.date) ? payment.date : today;
  const parts = payment.claims.flatMap((claim) => [claim, ...claim.lines]);
  const reasons = parts.flatMap(({ adjustments }) => adjustments.map(({ reason }) => reason));
  const remarks = parts.flatMap((part) => part.remarks);
  return [...lookUp('carc', reasons, data, on), ...lookUp('rarc', remarks, data, on)];
}

function lookUp(list: ListedCode['list'], codes: readonly string[], data: Data, on: Day): ListedCode[] {
  const table = data.table(list, on);
  if (!table) return [];
  return [...new Set(codes)].map((code) => {
    const row = table.find(code);
    const text = row < 0 ? null : table.text('text', row);
    const last = row < 0 ? null : table.day('to', row);
    return { list, code, text, ended: last !== null && last < on ? last : null, edition: table.edition.id };
  });
}
