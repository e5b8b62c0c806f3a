import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import { type Identification, identify } from '../identify/identify.ts';

export interface IdentifyInput {
  readonly codes: readonly string[];
  /** The date of service. */
  readonly on: Day;
}

/** One answer a code, in the order given: the systems it may belong to, what it says, who keeps it, what to check next. */
export function identifyCodes(input: IdentifyInput, data: Data): Identification[] {
  const context = { data, on: input.on };
  return input.codes.map((code) => identify(code, context));
}

export type { Candidate, Identification } from '../identify/identify.ts';
export type { CodeKind, SystemId } from '../identify/system.ts';
