import type { Day } from '../day.ts';

/** Places paid at the facility rate (Medicare Claims Processing Manual, chapter 12, 20.4.2); telehealth is told apart by day. */
export const FACILITY_PLACES: ReadonlySet<string> = new Set('19 21 22 23 24 26 31 34 41 42 51 52 53 56 61'.split(' '));

/** Telehealth into the patient's home has the rate of an office from this day on; elsewhere it has a facility's (calendar year 2024 final rule). */
const HOME_TELEHEALTH_BEGINS = '2024-01-01';

export type Setting = 'facility' | 'nonFacility';

/** Which of the two rates a place of service has on a day; undefined when the claim names no place. */
export function settingOf(pos: string | undefined, on: Day): Setting | undefined {
  if (pos === undefined || pos === '') return undefined;
  if (pos === '02') return 'facility';
  if (pos === '10') return on >= HOME_TELEHEALTH_BEGINS ? 'nonFacility' : 'facility';
  return FACILITY_PLACES.has(pos) ? 'facility' : 'nonFacility';
}
