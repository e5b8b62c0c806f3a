import { type Day, isDay } from './day.ts';

/** The order of the numbers in a date such as 03/04/2026, where whoever wrote it has said so. */
export type DateOrder = 'month-first' | 'day-first';

/** The one day that is meant; or the days it may mean, none when it is no date at all. */
export type WrittenDay = { readonly day: Day } | { readonly may: readonly Day[] };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** A longer text is no date in any spelling. */
const LONGEST = 40;
/** A time of day without a zone, which cannot shift the day. */
const TIME = /(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[AP]M)?)$/i;

/**
 * Reads a day in the spellings people and programs use: 2026-03-04, 20260304, 2026/3/4, 4-MAR-2026, March 4, 2026 and
 * 3/14/2026. Numbers that can be read as month and day both ways (03/04/2026) are read only where `order` says which
 * comes first. Years have four digits: two name no century. A time of day behind the date is dropped.
 */
export function readWrittenDay(text: string, order?: DateOrder): WrittenDay {
  const written = text.trim();
  if (isDay(written)) return { day: written };
  if (written.length > LONGEST) return NO_DAY;
  const plain = written.replace(TIME, '');
  const ymd = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})$/.exec(plain) ?? /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain);
  if (ymd) return only([dayOf(ymd[1], ymd[3], ymd[4])]);
  const named = /^(\d{1,2})[-/. ]?([A-Za-z]{3,9})[-/.,]? ?(\d{4})$/.exec(plain);
  if (named) return only([dayOf(named[3], monthOf(named[2]), named[1])]);
  const monthFirst = /^([A-Za-z]{3,9})[-/. ] ?(\d{1,2})(?:, ?|[-/. ])(\d{4})$/.exec(plain);
  if (monthFirst) return only([dayOf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2])]);
  const numbers = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/.exec(plain);
  if (!numbers) return NO_DAY;
  const american = dayOf(numbers[4], numbers[1], numbers[3]);
  const other = dayOf(numbers[4], numbers[3], numbers[1]);
  if (order === 'month-first') return only([american]);
  if (order === 'day-first') return only([other]);
  return only(american === other ? [american] : [american, other]);
}

const NO_DAY: WrittenDay = { may: [] };

function only(days: readonly (Day | undefined)[]): WrittenDay {
  const real = days.filter((each) => each !== undefined);
  const [one, another] = real;
  return one !== undefined && another === undefined ? { day: one } : { may: real };
}

function monthOf(name: string | undefined): string {
  const word = (name ?? '').toLowerCase();
  const at = word === 'sept' ? 8 : Math.max(MONTHS.indexOf(word), MONTH_NAMES.indexOf(word));
  return String(at + 1);
}

function dayOf(year = '', month = '', date = ''): Day | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
