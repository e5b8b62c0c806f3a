/** `YYYYMMDD` as a day; null for an empty cell or `*` (no date), undefined for what is no day. */
export function compactDay(text: string): string | null | undefined {
  if (text === '' || text === '*' || text === '0' || text === '00000000') return null;
  let day = known.get(text);
  if (day === undefined) {
    if (!/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text)) return undefined;
    day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
    if (known.size > 50_000) known.clear();
    known.set(text, day);
  }
  return day;
}

/** Dates repeat through millions of rows. */
const known = new Map<string, string>();

/** A spreadsheet's count of days, as its date cells hold them; undefined for what is none of this century. */
export function serialDay(text: string): string | undefined {
  if (!/^[34]\d{4}$/.test(text)) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10);
}

/** `YYYY-MM-DD`, `MM/DD/YYYY`, `YYYYMMDD` or a spreadsheet's count of days as a day; null for an empty cell, undefined for what is no day. */
export function anyDay(text: string): string | null | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american) return `${american[3]}-${(american[1] ?? '').padStart(2, '0')}-${(american[2] ?? '').padStart(2, '0')}`;
  const day = compactDay(text);
  return day === undefined ? serialDay(text) : day;
}

/** `YYYYDDD`, the day of the year, as a day; null for none, undefined for what is no day. */
export function julianDay(text: string): string | null | undefined {
  if (text === '' || text === '0' || text === '0000000' || text === '9999999') return null;
  const parts = /^((?:19|20)\d{2})(\d{3})$/.exec(text);
  const count = Number(parts?.[2] ?? 0);
  if (!parts || count < 1 || count > 366) return undefined;
  return new Date(Date.UTC(Number(parts[1]), 0, count)).toISOString().slice(0, 10);
}

/** A procedure code as printed: spreadsheet programs drop leading zeros, 100 is 00100. */
export function procedureCode(text: string): string {
  return text.length < 5 && /^\d{3,4}$/.test(text) ? text.padStart(5, '0') : text;
}

/** A CPT or HCPCS code. */
export const PROCEDURE: RegExp = /^[0-9A-Z]{5}$/;

/** An amount with an optional sign; without thousands separators and currency. */
export function amount(text: string): string | undefined {
  const plain = text.replace(/[$,\s]/g, '');
  return /^-?\d*\.?\d+$|^-?\d+\.?$/.test(plain) ? plain : undefined;
}
