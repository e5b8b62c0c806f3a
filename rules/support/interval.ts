import { type Day, type Found, type LineView, type PatientHistory } from '@cleanclaim/core';
import { mayBeMedicare } from './medicare.ts';
import { placeOf, type Service } from './service-line.ts';

/** How often Medicare pays a service: the codes that begin the wait, and the full months after the month of the last one. */
export interface Interval {
  readonly after: readonly string[];
  /** Full calendar months that have to pass; `once` for a service that is paid once in a lifetime. */
  readonly months: number | 'once';
}

/** The last service on another claim, by whomever, that comes too soon before a line; undefined when none does. */
export function tooSoon(
  line: LineView,
  intervals: readonly Interval[],
  history: PatientHistory,
): { service: Service; interval: Interval } | undefined {
  let found: { service: Service; interval: Interval } | undefined;
  for (const past of history.claims) {
    if (!mayBeMedicare(past.view)) continue;
    for (const each of past.view.lines) {
      if (line.from === undefined || each.from === undefined || each.from > line.from) continue;
      // The very service again is a duplicate, of which another rule speaks.
      if (each.from === line.from && each.code === line.code) continue;
      const interval = intervals.find(({ after, months }) => after.includes(each.code) && isWithin(each.from, line.from, months));
      if (interval && (!found || each.from >= (found.service.line.from ?? '')))
        found = { service: { line: each, claim: past.view, past }, interval };
    }
  }
  return found;
}

function isWithin(first: Day | undefined, second: Day | undefined, months: Interval['months']): boolean {
  if (first === undefined || second === undefined) return false;
  return months === 'once' || monthNumber(second) - monthNumber(first) <= months;
}

function monthNumber(on: Day): number {
  return Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));
}

/** What is said of a line that comes too soon. */
export function tooSoonFound({ code, n, path, from }: LineView, { service, interval }: { service: Service; interval: Interval }): Found {
  const { line } = service;
  const once = interval.months === 'once';
  return {
    at: `${path}/code`,
    codes: code === line.code ? [code] : [code, line.code],
    message: once
      ? `${code} on line ${n} is paid once in a lifetime, and ${placeOf(service)} has it on ${line.from ?? ''}.`
      : `${code} on line ${n} on ${from ?? ''} comes before ${interval.months} full months have passed after the month of ${line.code} on ${placeOf(service)} (${line.from ?? ''}).`,
    why: once
      ? 'Medicare denies a second one (CARC 149, remark N117).'
      : 'Medicare pays the service only so often, counted in full calendar months, whoever gave the last one (CARC 119).',
    fix: once
      ? 'Use the code of what was done this time; for a wellness visit after the first that is G0439.'
      : 'Check the date of the last one with Medicare; without an advance notice to the patient it cannot be billed to the patient.',
  };
}
