import type { Claim, Day } from '@cleanclaim/core';

/** A visit of one line and one reason, made up but for the two codes, to be opened on the bench. */
export function visitClaim(what: string, why: string, on: Day): Claim {
  return {
    type: 'professional',
    id: 'VISIT-1',
    payer: { id: 'SAMPLE', name: 'Sample Health Plan', kind: 'commercial' },
    patient: { name: 'Sample Patient', birthDate: '1984-09-17', sex: 'female', memberId: 'W000000001' },
    billing: { npi: '1234567893', taxonomy: '207Q00000X', taxId: '123456789' },
    diagnoses: [{ code: why }],
    lines: [{ code: what, modifiers: [], from: on, pos: '11', units: 1, charge: '128.00', pointers: [1] }],
    total: '128.00',
  };
}
