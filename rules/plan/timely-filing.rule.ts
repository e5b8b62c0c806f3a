import {
  type ClaimView,
  type Day,
  type FilingLimit,
  type Found,
  frequencyOf,
  heldOn,
  isDay,
  type LineView,
  type NotChecked,
  rule,
} from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';
import { lastFilingDay } from '../support/filing-limit.ts';
import { CORRECTIONS } from '../support/frequency.ts';

export default rule({
  id: 'plan/timely-filing',
  title: 'The claim reaches the payer within its filing limit',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: ['plan-timely-filing'],
  cites: [
    {
      title: 'Medicare Claims Processing Manual, chapter 1: general billing requirements',
      section: '70 Time limitations for filing Part A and Part B claims',
      url: 'https://www.cms.gov/regulations-and-guidance/guidance/manuals/downloads/clm104c01.pdf',
      checked: '2026-11-24',
      read: 'text',
      note: 'sections 70.1 (which day counts, spans, 29 February) and 70.4 (receipt) as reprinted in 2014',
    },
    {
      title: '42 CFR 424.44 Time limits for filing claims',
      url: 'https://www.ecfr.gov/current/title-42/chapter-IV/subchapter-B/part-424/subpart-C/section-424.44',
      checked: '2026-11-24',
      read: 'digest',
    },
    {
      title: '42 CFR 447.45 Timely claims payment (Medicaid)',
      section: '(d)(1)',
      url: 'https://www.ecfr.gov/current/title-42/chapter-IV/subchapter-C/part-447/subpart-A/section-447.45',
      checked: '2026-11-24',
      read: 'digest',
    },
  ],

  on: 'claim',
  check(claim, { received, receivedAssumed }) {
    const { plan, on } = claim;
    const held = plan?.timelyFiling && on && termsOn(plan.timelyFiling, on);
    if (!held) return undefined;
    const late = claim.type === 'institutional' ? lateBill(claim, held, received) : lateLines(claim, held, received);
    if (late === undefined) return undefined;
    const { limit } = held;
    return CORRECTIONS.has(frequencyOf(claim.claim)) && limit.corrections === undefined
      ? OF_A_CORRECTION
      : tooLate(late, limit, received, receivedAssumed);
  },

  examples: [
    { name: 'on the last day', claim: served('2025-11-24'), plan: withLimit({ months: 12 }), finds: 0 },
    { name: 'a day after it', claim: served('2025-11-23'), plan: withLimit({ months: 12 }), finds: 1, codes: ['G0108'] },
    {
      name: 'a day after it, which was a Sunday',
      claim: served('2025-11-22'),
      plan: withLimit({ months: 12, nextWorkday: true }),
      finds: 1,
    },
    { name: 'a day after 365 days', claim: served('2025-11-23'), plan: withLimit({ days: 365 }), finds: 1 },
    { name: '90 days by contract', claim: served('2026-08-26'), plan: withLimit({ days: 90 }), finds: 0 },
    { name: 'a line of them is late', claim: served('2025-10-01', '2026-01-05'), plan: withLimit({ months: 12 }), finds: 1 },
    {
      name: 'a stay counts from its last day',
      claim: stay('2025-11-25', ['I10']),
      plan: withLimit({ months: 12, counts: 'last-day' }),
      finds: 0,
    },
    {
      name: 'a stay that ended too long ago',
      claim: stay('2025-11-20', ['I10']),
      plan: withLimit({ months: 12, counts: 'last-day' }),
      finds: 1,
    },
    {
      name: 'a replacement, of whose limit the plan says nothing',
      claim: { ...served('2025-01-06'), frequency: '7', originalClaim: 'X1' },
      plan: withLimit({ days: 90 }),
      finds: 0,
    },
    {
      name: 'a replacement under the same limit',
      claim: { ...served('2025-01-06'), frequency: '7', originalClaim: 'X1' },
      plan: withLimit({ days: 90, corrections: 'same' }),
      finds: 1,
    },
    { name: 'a plan without a limit', claim: served('2020-01-06'), plan: { id: 'example', title: 'Example' }, finds: 0 },
  ],
});

interface Late {
  readonly at: string;
  readonly codes: readonly string[];
  /** "Line 2" or "The claim". */
  readonly what: string;
  /** The earliest last day that was missed. */
  readonly last: Day;
  readonly service: Day;
}

/** The limit of a day, and the last day for a service of that very day, which most lines are. */
interface Held {
  readonly on: Day;
  readonly limit: FilingLimit;
  readonly last: Day;
}

const HELD = new WeakMap<readonly FilingLimit[], Map<Day, Held | undefined>>();
const MOST_DAYS = 4_000;

function termsOn(terms: readonly FilingLimit[], on: Day): Held | undefined {
  let byDay = HELD.get(terms);
  if (!byDay) HELD.set(terms, (byDay = new Map()));
  const known = byDay.get(on);
  if (known || byDay.has(on)) return known;
  const limit = heldOn(terms, on);
  const held = limit && { on, limit, last: lastFilingDay(on, limit) };
  if (byDay.size >= MOST_DAYS) byDay.clear();
  byDay.set(on, held);
  return held;
}

function lastDayFor(service: Day, { on, limit, last }: Held): Day {
  return service === on ? last : lastFilingDay(service, limit);
}

/** Practitioners and dentists: each line by its own days; what is in time is paid. */
function lateLines({ lines }: ClaimView, held: Held, received: Day): Late | undefined {
  const byFirst = held.limit.counts === 'first-day';
  let first: (Late & { line: LineView }) | undefined;
  let others = 0;
  let inTime: Day | undefined;
  for (const line of lines) {
    const service = byFirst ? line.from : (line.to ?? line.from);
    if (service === undefined || service === inTime) continue;
    const last = lastDayFor(service, held);
    if (received <= last) {
      inTime = service;
      continue;
    }
    if (first) others++;
    if (!first || last < first.last) {
      first = { line, at: `${line.path}/from`, codes: line.code === '' ? [] : [line.code], what: `Line ${line.n}`, last, service };
    }
  }
  if (!first || others === 0) return first;
  return { ...first, what: others + 1 === lines.length ? 'Every line' : `Line ${first.line.n}, with ${others} more,` };
}

/** Facilities: the whole bill by its span. */
function lateBill({ claim, lines, on }: ClaimView, held: Held, received: Day): Late | undefined {
  const byLast = held.limit.counts === 'last-day';
  const stated = byLast ? claim.statement?.to : claim.statement?.from;
  const service = isDay(stated) ? stated : byLast ? latest(lines, on) : on;
  if (service === undefined) return undefined;
  const last = lastDayFor(service, held);
  return received <= last ? undefined : { at: '/statement', codes: [], what: 'The claim', last, service };
}

function latest(lines: readonly LineView[], on: Day | undefined): Day | undefined {
  let last = on;
  for (const { to } of lines) if (to !== undefined && (last === undefined || to > last)) last = to;
  return last;
}

function tooLate({ at, codes, what, last, service }: Late, limit: FilingLimit, received: Day, assumed: boolean): Found {
  return {
    at,
    codes,
    severity: assumed ? 'info' : (limit.severity ?? 'error'),
    message: assumed
      ? `${what} would be late if sent now: the last day for the service of ${service} was ${last}.`
      : `${what} reaches the payer on ${received}, after the last day for the service of ${service}, ${last}.`,
    why: `A claim past the filing limit is denied (CARC 29), and the patient may not be billed for it. The limit: ${limit.source}.`,
    fix: assumed
      ? 'Check again with the day the claim reached the payer. If it is late, see whether an exception of the payer holds.'
      : 'See whether an exception of the payer holds (such as an error of the payer, or coverage granted afterwards) and send its proof; a rejected claim that was never taken in does not keep the date.',
  };
}

const OF_A_CORRECTION: NotChecked = {
  notChecked: 'The claim corrects an earlier one, and the plan gives no filing limit for corrections.',
  install: 'Check the limit in the contract; where it is the same, put "corrections": "same" into the plan.',
};

function served(...days: readonly string[]) {
  return visit(days[0] ?? '', ['I10'], { lines: days.map((on) => exampleLine(on)), total: `${60 * days.length}.00` });
}

function withLimit(limit: Partial<FilingLimit>) {
  return { id: 'example', title: 'Example', timelyFiling: [{ counts: 'first-day' as const, source: 'contract', ...limit }] };
}
