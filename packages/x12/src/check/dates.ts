const MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number that the digits of `bytes` make; -1 when one is not a digit. */
export function digits(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** True for CCYYMMDD (8 bytes) or YYMMDD (6 bytes) that names a day of the calendar. */
export function isRealDay(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length !== 8 && length !== 6) return false;
  const value = digits(bytes, start, end);
  if (value < 0) return false;
  const year = Math.floor(value / 10_000) + (length === 6 ? 2_000 : 0);
  const month = Math.floor(value / 100) % 100;
  const date = value % 100;
  if (year < 1_800 || year > 2_199 || month < 1 || month > 12 || date < 1 || date > (MONTHS[month - 1] ?? 0)) return false;
  return month !== 2 || date < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** True for HHMM, HHMMSS or HHMMSSD(D). */
export function isRealTime(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length !== 4 && length !== 6 && length !== 7 && length !== 8) return false;
  if (digits(bytes, start, end) < 0) return false;
  const seconds = length > 4 ? digits(bytes, start + 4, start + 6) : 0;
  return digits(bytes, start, start + 2) < 24 && digits(bytes, start + 2, start + 4) < 60 && seconds < 60;
}

/** How a period or day is written, by the format code beside it (data element 1250); true when the bytes are so written, or the code is none of these. */
export function fitsFormat(format: string, bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  switch (format) {
    case 'D8':
      return length === 8 && isRealDay(bytes, start, end);
    case 'D6':
      return length === 6 && isRealDay(bytes, start, end);
    case 'RD8':
      return length === 17 && bytes[start + 8] === 45 && isRealDay(bytes, start, start + 8) && isRealDay(bytes, start + 9, end);
    case 'DT':
      return length >= 12 && isRealDay(bytes, start, start + 8) && isRealTime(bytes, start + 8, end);
    case 'TM':
      return isRealTime(bytes, start, end);
    default:
      return true;
  }
}
