import type { Day } from '../day.ts';
import { CleanclaimError, quote } from '../errors.ts';
import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import { MAX_CODE_INPUT, tidyCode } from '../text/code-text.ts';
import type { OperationContext } from './operation.ts';

/** What every answer about a code says of its ground: which edition, whether a later one may exist, how old the notes are. */
export interface Ground {
  readonly edition: string;
  readonly notesAsOf?: string;
  readonly mayBeSuperseded?: true;
}

export function groundOf(icd: Icd10cmEdition, on: Day, usesNotes: boolean): Ground {
  return {
    edition: icd.edition.id,
    ...(usesNotes && icd.notesAsOf !== undefined ? { notesAsOf: icd.notesAsOf } : {}),
    ...(icd.mayBeSuperseded(on) ? { mayBeSuperseded: true as const } : {}),
  };
}

export type KnownCode =
  | { readonly status: 'found'; readonly icd: Icd10cmEdition; readonly row: Row }
  | { readonly status: 'unknown' | 'no-data' };

/** The code as in force on the day, for operations that tell about a code rather than judge it. */
export function knownCode(code: string, on: Day, context: OperationContext): KnownCode {
  if (code.length > MAX_CODE_INPUT) {
    throw new CleanclaimError(
      'input/too-long',
      `A code of ${code.length} characters was sent; the limit is ${MAX_CODE_INPUT}: ${quote(code)}.`,
      '/code',
    );
  }
  const icd = context.data.icd10cm(on);
  if (!icd) return { status: 'no-data' };
  const row = icd.row(tidyCode(code));
  return row >= 0 && icd.inForce(row) ? { status: 'found', icd, row } : { status: 'unknown' };
}

export const NO_EDITION = (on: Day): string =>
  `No installed ICD-10-CM edition covers ${on}. Install it: cleanclaim data add FILE (the official order file of that fiscal year).`;
