import type { InpatientResult, OutpatientResult } from '@cleanclaim/core';
import type { Segment } from '../reader/segment.ts';
import { money } from './read-parts.ts';

/** An element of MIA or MOA: its field, and whether it is an amount. */
type ResultField<Of> = readonly [element: number, field: Exclude<keyof Of, 'remarks'>, amount: boolean];

export const INPATIENT_FIELDS: readonly ResultField<InpatientResult>[] = [
  [1, 'coveredDays', false],
  [3, 'psychiatricDays', false],
  [4, 'drgAmount', true],
  [6, 'disproportionateShare', true],
  [7, 'passThrough', true],
  [8, 'capital', true],
  [9, 'capitalFederal', true],
  [10, 'capitalHospital', true],
  [11, 'capitalDisproportionateShare', true],
  [12, 'oldCapital', true],
  [13, 'capitalTeaching', true],
  [14, 'operatingHospital', true],
  [15, 'costReportDays', false],
  [16, 'operatingFederal', true],
  [17, 'capitalOutlier', true],
  [18, 'indirectTeaching', true],
  [19, 'professionalComponent', true],
  [24, 'capitalException', true],
];
/** Places of remark codes, in order. */
export const INPATIENT_REMARKS = [5, 20, 21, 22, 23] as const;

export const OUTPATIENT_FIELDS: readonly ResultField<OutpatientResult>[] = [
  [1, 'reimbursementRate', false],
  [2, 'payable', true],
  [8, 'esrdPayment', true],
  [9, 'professionalComponent', true],
];
export const OUTPATIENT_REMARKS = [3, 4, 5, 6, 7] as const;

/** MIA. */
export function inpatientOf(segment: Segment): InpatientResult {
  return resultOf(segment, INPATIENT_FIELDS, INPATIENT_REMARKS);
}

/** MOA. */
export function outpatientOf(segment: Segment): OutpatientResult {
  return resultOf(segment, OUTPATIENT_FIELDS, OUTPATIENT_REMARKS);
}

function resultOf(
  segment: Segment,
  fields: readonly (readonly [element: number, field: string, amount: boolean])[],
  remarkAt: readonly number[],
): Readonly<Record<string, string>> & { readonly remarks?: never } {
  const read: Record<string, string | readonly string[]> = {};
  for (const [element, field, amount] of fields) {
    const text = segment.element(element);
    if (text !== '') read[field] = amount ? money(text) : text;
  }
  const remarks = remarkAt.map((element) => segment.element(element)).filter((code) => code !== '');
  if (remarks.length > 0) read['remarks'] = remarks;
  return read as Readonly<Record<string, string>> & { readonly remarks?: never };
}
