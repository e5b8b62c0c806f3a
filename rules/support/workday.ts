import { addDays, type Day, day, dayNumber } from '@cleanclaim/core';

const SATURDAY = 6;
const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
/** Juneteenth is a federal holiday from this year on (Public Law 117-17). */
const FIRST_JUNETEENTH = 2021;

/** 0 for Sunday to 6 for Saturday; 1970-01-01 was a Thursday. */
function weekday(on: Day): number {
  return (((dayNumber(on) + THURSDAY) % 7) + 7) % 7;
}

/** The day itself, or the first after it that is neither on a weekend nor a federal holiday (5 U.S.C. 6103). */
export function nextWorkday(on: Day): Day {
  let next = on;
  while (weekday(next) === SATURDAY || weekday(next) === SUNDAY || isFederalHoliday(next)) next = addDays(next, 1);
  return next;
}

function isFederalHoliday(on: Day): boolean {
  const year = Number(on.slice(0, 4));
  // New Year's Day of the next year is observed on the Friday before when it falls on a Saturday.
  return holidaysOf(year).has(on) || observed(day(`${year + 1}-01-01`)) === on;
}

const KNOWN = new Map<number, ReadonlySet<Day>>();

function holidaysOf(year: number): ReadonlySet<Day> {
  let known = KNOWN.get(year);
  if (!known) {
    const fixed = ['01-01', ...(year >= FIRST_JUNETEENTH ? ['06-19'] : []), '07-04', '11-11', '12-25'];
    known = new Set([
      ...fixed.map((each) => observed(day(`${year}-${each}`))),
      // Birthday of Martin Luther King, Jr.; Washington's Birthday; Memorial Day; Labor Day; Columbus Day; Thanksgiving Day.
      nth(year, 1, MONDAY, 3),
      nth(year, 2, MONDAY, 3),
      lastMondayOfMay(year),
      nth(year, 9, MONDAY, 1),
      nth(year, 10, MONDAY, 2),
      nth(year, 11, THURSDAY, 4),
    ]);
    KNOWN.set(year, known);
  }
  return known;
}

/** A holiday on a Saturday is kept on the Friday before, one on a Sunday on the Monday after. */
function observed(on: Day): Day {
  const of = weekday(on);
  return of === SATURDAY ? addDays(on, -1) : of === SUNDAY ? addDays(on, 1) : on;
}

function nth(year: number, month: number, wanted: number, count: number): Day {
  const first = day(`${year}-${String(month).padStart(2, '0')}-01`);
  return addDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * (count - 1));
}

function lastMondayOfMay(year: number): Day {
  const last = day(`${year}-05-31`);
  return addDays(last, -((weekday(last) - MONDAY + 7) % 7));
}
