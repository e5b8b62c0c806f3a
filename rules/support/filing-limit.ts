import { addDays, type Day, day, type FilingLimit, isDay } from '@cleanclaim/core';
import { nextWorkday } from './workday.ts';

/** The last day on which a claim for a service may reach the payer. */
export function lastFilingDay(service: Day, { days, months, by, nextWorkday: moves }: FilingLimit): Day {
  const last = by ?? (months === undefined ? addDays(service, days ?? 0) : monthsAfter(service, months));
  return moves ? nextWorkday(last) : last;
}

/** The same day so many months later; the last of the month where that has no such day: a year after 29 February is 28 February. */
function monthsAfter(on: Day, months: number): Day {
  const month = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + months;
  const start = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-`;
  for (let date = Number(on.slice(8)); date > 28; date--) {
    const text = `${start}${date}`;
    if (isDay(text)) return text;
  }
  return day(`${start}${on.slice(8) < '28' ? on.slice(8) : '28'}`);
}
