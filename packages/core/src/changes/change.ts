import type { Data } from '../data.ts';
import type { Day } from '../day.ts';

export type ChangeKind = 'deleted' | 'header' | 'revised' | 'new-under' | 'new-beside' | 'begins' | 'unknown' | 'status' | 'units' | 'pair';

/** One thing that is otherwise on the later day, for a code of the user's list. */
export interface CodeChange {
  readonly input: string;
  readonly code: string;
  readonly system: 'icd10cm' | 'procedure';
  readonly kind: ChangeKind;
  /** The code may no longer stand on a claim, or not as it did. */
  readonly breaks: boolean;
  /** One sentence for the person who keeps the list. */
  readonly says: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly replacedBy: readonly { readonly code: string; readonly display: string | null }[];
}

/** What is compared, in words. */
export const WHAT = {
  diagnoses: 'diagnosis codes',
  hcpcs: 'HCPCS Level II codes',
  fees: 'fee schedule status',
} as const;

export interface NotCompared {
  readonly what: string;
  readonly reason: string;
  readonly install: string;
}

export interface ChangesOfCodes {
  readonly from: string;
  readonly to: string;
  readonly codes: number;
  readonly changes: readonly CodeChange[];
  readonly unchanged: readonly string[];
  readonly notCompared: readonly NotCompared[];
}

export interface ChangeQuestion {
  readonly data: Data;
  readonly before: Day;
  readonly after: Day;
  /** Gathers what could not be compared. */
  readonly notCompared: NotCompared[];
}

/** A change with the fields that most kinds leave empty. */
export function change(
  fields: Pick<CodeChange, 'input' | 'code' | 'system' | 'kind' | 'says'> & Partial<Omit<CodeChange, 'input'>>,
): CodeChange {
  return { breaks: false, before: null, after: null, replacedBy: [], ...fields };
}
