import type { Claim, Line } from '@cleanclaim/core';
import { exampleLine, visit } from './example-claim.ts';

/** A made-up row of the relative value file: an active physician service; `changes` are its indicators. */
export function feeExample(code: string, changes: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    code,
    modifier: '',
    status: 'A',
    work: '1.00',
    nonFacilityPe: '1.00',
    nonFacilityNa: '',
    facilityPe: '0.50',
    facilityNa: '',
    malpractice: '0.10',
    pctc: '0',
    global: 'XXX',
    preoperative: '0',
    intraoperative: '0',
    postoperative: '0',
    multiple: '0',
    bilateral: '0',
    assistant: '0',
    coSurgeon: '0',
    team: '0',
    endoscopicBase: '',
    conversionFactor: '33.0000',
    supervision: '09',
    imagingFamily: '99',
    oppsNonFacilityPe: '0',
    oppsFacilityPe: '0',
    oppsMalpractice: '0',
    ...changes,
  };
}

/** A Medicare claim of lines that change one thing each. */
export function medicareLines(...changes: readonly Partial<Line>[]): Claim {
  const on = '2026-03-04';
  return visit(on, ['I10'], {
    payer: { id: '12302', kind: 'medicare' },
    patient: { birthDate: '1950-06-15', sex: 'female', memberId: '1EG4TE5MK73' },
    lines: changes.map((each) => exampleLine(on, 1, each)),
    total: `${60 * changes.length}.00`,
  });
}
