import type { Day } from '../day.ts';
import { lookup } from './lookup.ts';
import { type OperationContext, perform } from './operation.ts';

/** What operations on the ICD-10-CM tabular list say of a code that it does not have in force on the day. */
export interface Beyond {
  /** `found`: a code of another system, which this version keeps no tree and no notes of. */
  readonly status: 'found' | 'unknown' | 'no-data';
  readonly code: string | null;
  readonly display: string | null;
  readonly billable: boolean;
  readonly edition: string | null;
  readonly fix: string;
}

/** Looks a code up that the tabular list does not have; `what` names what was asked for, such as "tree". */
export function beyondIcd10cm(code: string, on: Day, context: OperationContext, what: string): Beyond {
  const answer = perform(lookup, { code, on }, context);
  const nothing = { code: null, display: null, billable: false, edition: null };
  if (answer.system !== 'icd10cm' && (answer.status === 'billable' || answer.status === 'header')) {
    const { code: own, display, billable, edition } = answer;
    const fix = `${own} is a code, but not of ICD-10-CM, and ICD-10-CM alone has a ${what} here. What it is: cleanclaim lookup ${own}`;
    return { status: 'found', code: own, display, billable, edition, fix };
  }
  const status = answer.status === 'no-data' ? 'no-data' : 'unknown';
  return { ...nothing, status, fix: [answer.why, answer.fix].filter((each) => each !== undefined).join(' ') };
}
