import { type Bypassed, type ClaimView, type Context, daysBetween, type Found, type NotChecked, type Rule } from '@cleanclaim/core';
import { isVisit } from './code-kinds.ts';
import { feeRow } from './fee-row.ts';
import { ASSISTANT, firstOf, hasAny } from './modifiers.ts';
import { placeOf, sameProviderOf, type Service } from './service-line.ts';
import { practitionerManual, relativeValueFile } from './table-cites.ts';
import { weight, whose } from './whose-edit.ts';

export const GLOBAL_CITES: Rule['cites'] = [relativeValueFile('global surgery'), practitionerManual('40 Surgeons and global surgery')];

/** Days after the operation that its payment covers. */
export const DAYS_AFTER: Readonly<Record<string, number>> = { '000': 0, '010': 10, '090': 90 };

/** Lines that are no operation of this claim's practitioner: care after or before it alone, and assistance. */
export const NOT_THE_SURGEON: ReadonlySet<string> = new Set(['55', '56', ...ASSISTANT]);

/** Modifiers that take a visit out of the package, by when it was. FT: critical care unrelated to the operation. */
const OPENS = {
  'same-day-minor': new Set(['25', 'FT']),
  'before-major': new Set(['57', 'FT']),
  after: new Set(['24', 'FT']),
} as const;
/** Operations told of one line: one whose period nothing opens denies it. */
const MOST_OPERATIONS = 5;
/** Modifiers that say why there is another operation: planned, an unplanned return, unrelated. */
const ANOTHER_OPERATION = new Set(['58', '78', '79']);

export const CONTRACTOR_DECIDES: NotChecked = {
  notChecked: 'For a procedure of the claim the contractor decides whether a global period applies (YYY).',
  install: 'Ask the Medicare contractor of the region.',
};

/** An operation with a global period. */
export interface Operation {
  readonly service: Service;
  readonly global: string;
  /** Days after it that are covered. */
  readonly after: number;
}

/** Adds what is to be said of a service within the periods of operations. */
export function addWithin(
  operations: readonly Operation[],
  other: Service,
  outcomes: (Found | Bypassed | NotChecked)[],
  context: Context,
): void {
  let told = 0;
  for (const operation of operations) {
    const outcome = judge(operation, other, context);
    if (!outcome) continue;
    outcomes.push(outcome);
    if (++told === MOST_OPERATIONS) return;
  }
}

function judge(surgery: Operation, service: Service, context: Context): Found | Bypassed | undefined {
  const { global, after } = surgery;
  const operation = surgery.service.line;
  const other = service.line;
  if (other === operation || other.code === '' || other.from === undefined || operation.from === undefined) return undefined;
  const days = other.from === operation.from ? 0 : daysBetween(operation.from, other.from);
  if (days < (global === '090' ? -1 : 0) || days > after) return undefined;
  // After 54 somebody else gives the care that follows.
  if (days > 0 && operation.modifiers.includes('54')) return undefined;
  const provider = sameProviderOf(surgery.service, service);
  if (provider === 'no') return undefined;
  const doubt = provider === 'unknown';
  if (isVisit(other.code)) return visitWithin(surgery, service, days, doubt, context.claim);
  if (days <= 0 || hasAny(other, NOT_THE_SURGEON)) return undefined;
  const next = feeRow(other, { ...context, claim: service.claim })?.global;
  return next !== undefined && next in DAYS_AFTER ? operationWithin(surgery, service, days, doubt, context.claim) : undefined;
}

function visitWithin(surgery: Operation, service: Service, days: number, doubt: boolean, claim: ClaimView): Found | Bypassed {
  const { global, after } = surgery;
  const { line: operation } = surgery.service;
  const { line: visit } = service;
  const when = days > 0 ? 'after' : global === '090' ? 'before-major' : 'same-day-minor';
  const codes = [visit.code, operation.code];
  const opened = firstOf(visit, OPENS[when]);
  if (opened !== undefined) return { codes, bypassed: `modifier ${opened} on ${placeOf(service)}` };
  const wanted = when === 'after' ? '24' : when === 'before-major' ? '57' : '25';
  const other = when === 'before-major' ? '25' : when === 'same-day-minor' ? '57' : undefined;
  const swapped = other !== undefined && visit.modifiers.includes(other);
  const place = days === 0 ? 'on the day of' : days < 0 ? 'on the day before' : `${days} ${days === 1 ? 'day' : 'days'} after`;
  return {
    at: ownPath(surgery, service),
    codes,
    ...weightOf(service, doubt || swapped, claim),
    message: swapped
      ? `The visit ${visit.code} on ${placeOf(service)} carries modifier ${other}; ${place} ${operation.code}, which has a global period of ${global}, modifier ${wanted} is the one that counts.`
      : `The visit ${visit.code} on ${placeOf(service)} is ${place} ${operation.code} on ${placeOf(surgery.service)} and part of its global period (${global}).`,
    why: `The payment of an operation covers the surgeon's visits ${global === '090' ? 'from the day before' : 'of the day'}${after > 0 ? ` to ${after} days after` : ''} (CARC 97).${whose(claim)}`,
    fix: `${FIX[when]} Else take ${placeOf(service)} off.`,
  };
}

const FIX = {
  'same-day-minor': 'If the record shows a significant visit separate from the procedure, add modifier 25.',
  'before-major': 'If the decision for surgery was made at this visit, add modifier 57.',
  after: 'If the visit had nothing to do with the operation, add modifier 24 and the diagnosis that shows it.',
} as const;

function operationWithin(surgery: Operation, service: Service, days: number, doubt: boolean, claim: ClaimView): Found | Bypassed {
  const { line: operation } = surgery.service;
  const { line: other } = service;
  const codes = [other.code, operation.code];
  const opened = firstOf(other, ANOTHER_OPERATION);
  if (opened !== undefined) return { codes, bypassed: `modifier ${opened} on ${placeOf(service)}` };
  return {
    at: ownPath(surgery, service),
    codes,
    ...weightOf(service, doubt, claim),
    message: `${other.code} on ${placeOf(service)} is ${days} ${days === 1 ? 'day' : 'days'} after ${operation.code} on ${placeOf(surgery.service)}, within its global period (${surgery.global}), without modifier 58, 78 or 79.`,
    why: `Another procedure within the period is denied unless a modifier says that it was planned or more extensive (58), an unplanned return to the operating room (78) or unrelated (79) (CARC 97).${whose(claim)}`,
    fix: 'Add the one of the three that the record bears out.',
  };
}

/** The line of the claim that is checked: of what is within the period, unless that stands on another claim. */
function ownPath(surgery: Operation, within: Service): string {
  return `${(within.past ? surgery.service : within).line.path}/code`;
}

/** What stands on another claim is to be mended there: here it is only pointed out. */
function weightOf({ past }: Service, doubt: boolean, claim: ClaimView): Pick<Found, 'severity' | 'status'> {
  const review = doubt || past !== undefined;
  return weight(claim, review ? 'warning' : 'error', review);
}
