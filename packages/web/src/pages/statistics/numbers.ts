import { t } from '../../text/text.ts';

// Numbers as the tables and figures of statistics write them.

export function number(value: number | null, digits = 1): string {
  if (value === null) return '–';
  const text = value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  // What rounds to nothing has no sign.
  return /^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text;
}
export const whole = (value: number | null): string => (value === null ? '–' : Math.round(value).toLocaleString('en-US'));
export const limits = (pair: readonly number[] | null, digits = 1): string =>
  pair === null ? '' : pair.map((each) => number(each, digits)).join('–');
export const nameOf = (row: { readonly by: Readonly<Record<string, string>> }): string =>
  Object.values(row.by).join(', ') || t.statistics.all;
