import { type ClaimView, type Day, isDay, type Money, parseMoney, ZERO_MONEY } from '@cleanclaim/core';

/** What another payer decided on the claim, read from `otherPayers` (docs/claim.md), which the claim's reader leaves as it is. */
export interface OtherPayer {
  readonly path: string;
  readonly order: string;
  /** Undefined when it is not given or no amount. */
  readonly paid: Money | undefined;
  readonly on: Day | undefined;
  /** Sum of the adjustments of the claim as a whole; undefined when one of them is no amount. */
  readonly adjusted: Money | undefined;
  readonly lines: readonly OtherPayerLine[];
}

export interface OtherPayerLine {
  readonly path: string;
  /** 1-based. */
  readonly n: number;
  readonly paid: Money | undefined;
  readonly adjusted: Money | undefined;
}

/** The entries that are objects; anything else is none. */
export function otherPayersOf({ claim }: ClaimView): OtherPayer[] {
  return (claim.otherPayers ?? []).flatMap((entry, at) => {
    if (!isObject(entry)) return [];
    const path = `/otherPayers/${at}`;
    return [
      {
        path,
        order: typeof entry['order'] === 'string' ? entry['order'].trim().toLowerCase() : '',
        paid: amount(entry['paid']),
        on: isDay(entry['on']) ? entry['on'] : undefined,
        adjusted: sumOf(entry['adjustments']),
        lines: linesOf(entry['lines'], path),
      },
    ];
  });
}

function linesOf(value: unknown, path: string): OtherPayerLine[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown, at) => {
    if (!isObject(entry) || typeof entry['line'] !== 'number') return [];
    return [{ path: `${path}/lines/${at}`, n: entry['line'], paid: amount(entry['paid']), adjusted: sumOf(entry['adjustments']) }];
  });
}

function sumOf(adjustments: unknown): Money | undefined {
  if (adjustments === undefined) return ZERO_MONEY;
  if (!Array.isArray(adjustments)) return undefined;
  let sum = 0;
  for (const each of adjustments as unknown[]) {
    const value = isObject(each) ? amount(each['amount']) : undefined;
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum as Money;
}

function amount(value: unknown): Money | undefined {
  return typeof value === 'string' ? parseMoney(value.trim()) : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
