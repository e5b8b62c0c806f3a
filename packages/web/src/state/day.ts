import { day, type Day, isDay } from '@cleanclaim/core';
import { currentPlace, hrefTo, navigate, usePlace } from '../route/location.ts';

/** The day on this machine's calendar. */
export function today(): Day {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return day(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
}

/** The date of service that governs the page: from the address, else today. */
export function dayOf(query: URLSearchParams): Day {
  const on = query.get('on');
  return isDay(on) ? on : today();
}

export function useDay(): Day {
  return dayOf(usePlace().query);
}

/** Sets the date of service: the address says it, so a link or a reload keeps it. */
export function setDay(on: Day): void {
  const { path, query } = currentPlace();
  const rest = Object.fromEntries(query);
  navigate(hrefTo(path, { ...rest, on: on === today() ? '' : on }), { keepFocus: true });
}
