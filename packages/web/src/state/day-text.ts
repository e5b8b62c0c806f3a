import { addDays, type Day, isDay } from '@cleanclaim/core';

/**
 * Reads a date of service as people type it: 2026-05-12, 5/12/26, 5/12/2026, 05122026, `t` for today, `-3` for three
 * days ago. Two-digit years are of this century. Undefined when it is no day of the calendar.
 */
export function readDayText(text: string, today: Day): Day | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === 't' || typed === 'today') return today;
  const shift = /^[+-]\d{1,4}$/.exec(typed);
  if (shift) return addDays(today, Number(typed));
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed);
  if (iso) return dayFrom(iso[1], iso[2], iso[3]);
  const american = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  if (american) return dayFrom(american[3]?.length === 2 ? `20${american[3]}` : american[3], american[1], american[2]);
  return undefined;
}

function dayFrom(year = '', month = '', date = ''): Day | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
