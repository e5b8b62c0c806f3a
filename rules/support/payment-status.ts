import type { Context, LineView } from '@cleanclaim/core';
import { lineDay } from './service-line.ts';

/** How Medicare pays a line's code on a hospital outpatient bill (addendum B of the day); undefined where the table does not have it. */
export function paymentStatus(line: LineView, { claim, data }: Pick<Context, 'claim' | 'data'>): string | undefined {
  const on = lineDay(line, claim);
  const table = on && data.table('opps-addendum-b', on);
  const row = table ? table.find(line.code) : -1;
  return table && row >= 0 ? table.text('status', row) : undefined;
}

/** A made-up row of addendum B. */
export function statusExample(code: string, status: string): Readonly<Record<string, string | null>> {
  return { code, short: 'Made up', status, group: '', weight: null, rate: null, copayment: null, leastCopayment: null };
}
