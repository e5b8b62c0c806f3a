/**
 * A plain calendar day, `YYYY-MM-DD`: no time, no zone. Days compare as text (`a < b`), so a date of service
 * is never shifted by a clock setting.
 */
export type Day = string & { readonly __day: unique symbol };

const MONTH_LENGTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True when `text` is a real day of the Gregorian calendar written `YYYY-MM-DD` (years 1800–2199). */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const date = digits(text, 8, 10);
  return year >= 1800 && year <= 2199 && month >= 1 && month <= 12 && date >= 1 && date <= monthLength(year, month);
}

/** The number written in `text` from `start` to `end`; -1 when a character there is no digit. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The day `text` names. Throws a RangeError for anything that is not a real `YYYY-MM-DD`: use `isDay` on input that is not ours. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day of the form YYYY-MM-DD: ${JSON.stringify(text.slice(0, 40))}`);
  return text;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTH[month - 1] ?? 0);
}

/** Whole days since 1970-01-01, for differences between days. Counted in years that begin in March, so that a leap day comes last. */
export function dayNumber(on: Day): number {
  const month = digits(on, 5, 7);
  const year = digits(on, 0, 4) - (month > 2 ? 0 : 1);
  const days = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + digits(on, 8, 10) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + days - 719_468;
}

/** The day `count` days after (before, when negative) `on`. */
export function addDays(on: Day, count: number): Day {
  return new Date((dayNumber(on) + count) * 86_400_000).toISOString().slice(0, 10) as Day;
}

/** Days from `first` to `last`; 0 on the same day, negative when `last` is earlier. */
export function daysBetween(first: Day, last: Day): number {
  return dayNumber(last) - dayNumber(first);
}

/** Completed years of age on a day; a 29 February birthday counts from 1 March in other years. Negative before birth. */
export function ageInYears(birth: Day, on: Day): number {
  const years = digits(on, 0, 4) - digits(birth, 0, 4);
  return ofYear(on) < ofYear(birth) ? years - 1 : years;
}

/** Month and day as one number, so that no texts are cut for every claim. */
function ofYear(on: Day): number {
  return digits(on, 5, 7) * 100 + digits(on, 8, 10);
}
