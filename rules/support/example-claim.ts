import type { Claim, Line } from '@cleanclaim/core';

/**
 * Claims for rule examples: complete and right, so that an example shows the one thing it changes. Procedure codes
 * are HCPCS Level II; people, numbers and identifiers are invented (the NPIs have a right check digit).
 */
export function visit(on: string, codes: readonly string[], changes: Partial<Claim> = {}): Claim {
  return {
    type: 'professional',
    id: 'example',
    payer: { id: 'EX001', kind: 'commercial' },
    patient: { birthDate: '1970-06-15', sex: 'female', memberId: 'EX-1' },
    billing: { npi: '1234567893', taxonomy: '207Q00000X', taxId: '123456789' },
    rendering: { npi: '1558598797' },
    diagnoses: codes.map((code) => ({ code })),
    lines: [exampleLine(on, codes.length)],
    total: '60.00',
    ...changes,
  };
}

export function exampleLine(on: string, diagnoses = 1, changes: Partial<Line> = {}): Line {
  return {
    code: 'G0108',
    modifiers: [],
    from: on,
    pos: '11',
    units: 1,
    charge: '60.00',
    pointers: Array.from({ length: Math.min(diagnoses, 4) }, (_, at) => at + 1),
    ...changes,
  };
}

/** A hospital stay of three days that ends on `discharge`; the first code is principal. */
export function stay(discharge: string, codes: readonly string[], changes: Partial<Claim> = {}): Claim {
  const admission = `${discharge.slice(0, 8)}${String(Number(discharge.slice(8)) - 3).padStart(2, '0')}`;
  return {
    type: 'institutional',
    id: 'example',
    payer: { id: 'EX001', kind: 'commercial' },
    patient: { birthDate: '1970-06-15', sex: 'female', memberId: 'EX-1' },
    billing: { npi: '1234567893', taxonomy: '282N00000X', taxId: '123456789' },
    attending: { npi: '1558598797' },
    billType: '0111',
    admission,
    admissionType: '1',
    admissionSource: '1',
    discharge,
    dischargeStatus: '01',
    statement: { from: admission, to: discharge },
    diagnoses: codes.map((code, at) =>
      at === 0 ? { code, kind: 'principal' as const, poa: 'Y' } : { code, kind: 'other' as const, poa: 'Y' },
    ),
    lines: [{ revenue: '0120', from: admission, to: discharge, units: 3, charge: '3600.00' }],
    total: '3600.00',
    ...changes,
  };
}
