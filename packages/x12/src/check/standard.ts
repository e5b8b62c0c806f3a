import type { ElementSpec } from '../map/model.ts';

/**
 * Elements that the X12 standard itself makes mandatory in a segment, by place: no guide can make them situational, so
 * they are errors in guides too whose facts are less sure. From the segment notation that open libraries agree on
 * (docs/x12-maps.md).
 */
const MANDATORY: Readonly<Record<string, readonly number[]>> = {
  AAA: [1],
  AMT: [1, 2],
  BGN: [1, 2, 3],
  BHT: [1, 2],
  BPR: [1, 2, 3, 4],
  CAS: [1, 2, 3],
  CLM: [1],
  DTM: [1],
  DTP: [1, 2, 3],
  EB: [1],
  HD: [1],
  HI: [1],
  HL: [1, 3],
  INS: [1, 2],
  LX: [1],
  MSG: [1],
  N1: [1],
  N3: [1],
  NM1: [1, 2],
  PER: [1],
  PRV: [1],
  QTY: [1],
  REF: [1],
  SBR: [1],
  SV1: [1],
  SV3: [1],
  TRN: [1, 2],
  UM: [1],
};

/** Data elements whose values are few and the same in every guide: yes or no, sex, debit or credit, person or not, payer order, kind of enrollment change. */
const CLOSED: ReadonlySet<string> = new Set(['478', '875', '1065', '1068', '1073', '1138']);

/** True when the standard, not the guide alone, asks for element `n` of the segment. */
export function isMandatory(segment: string, n: number): boolean {
  return MANDATORY[segment]?.includes(n) ?? false;
}

/** True when a value outside the guide's list can be no value of the standard either: its length is wrong, or the list is closed. */
export function isNoCode(spec: ElementSpec, length: number): boolean {
  return CLOSED.has(spec.dataElement) || length < spec.min || (spec.max > 0 && length > spec.max);
}
