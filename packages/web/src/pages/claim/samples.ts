import type { Claim } from '@cleanclaim/core';

/** Made-up claims to try; no person or practice stands behind them. The NPIs only pass their check digit. */
export interface Sample {
  readonly id: 'findings' | 'nearly' | 'person';
  readonly claim: Claim;
}

const PROVIDERS = {
  billing: { npi: '1234567893', taxonomy: '207Q00000X', taxId: '123456789' },
  rendering: { npi: '1558598797' },
} as const;

export const SAMPLES: readonly Sample[] = [
  {
    id: 'findings',
    claim: {
      type: 'professional',
      id: 'A-100',
      payer: { id: '00831', name: 'Medicare', kind: 'medicare' },
      patient: { name: 'Sample Patient', birthDate: '1957-04-02', sex: 'female', memberId: '1EG4TE5MK73' },
      ...PROVIDERS,
      diagnoses: [{ code: 'E11.9' }, { code: 'N18.31' }, { code: 'I10' }, { code: 'S82.101' }],
      lines: [
        { code: '99213', modifiers: ['25'], from: '2026-05-12', pos: '11', units: 1, charge: '128.00', pointers: [1, 2, 3] },
        { code: 'Q4048', modifiers: ['RT'], from: '2026-05-12', pos: '11', units: 1, charge: '96.00', pointers: [] },
        { code: 'G0108', modifiers: [], from: '2026-05-12', pos: '11', units: 1, charge: '14.00', pointers: [1] },
      ],
      total: '224.00',
    },
  },
  {
    id: 'nearly',
    claim: {
      type: 'professional',
      id: 'A-101',
      payer: { id: '00831', name: 'Medicare', kind: 'medicare' },
      patient: { name: 'Sample Patient', birthDate: '1957-04-02', sex: 'female', memberId: '1EG4TE5MK73' },
      ...PROVIDERS,
      diagnoses: [{ code: 'E11.22' }, { code: 'N18.31' }],
      lines: [{ code: 'G0108', modifiers: [], from: '2026-03-04', pos: '11', units: 1, charge: '128.00', pointers: [1, 2] }],
      total: '128.00',
    },
  },
  {
    id: 'person',
    claim: {
      type: 'professional',
      id: 'A-102',
      payer: { id: 'SAMPLE', name: 'Sample Health Plan', kind: 'commercial' },
      patient: { name: 'Sample Patient', birthDate: '1984-09-17', sex: 'female', memberId: 'W000000001' },
      ...PROVIDERS,
      diagnoses: [{ code: 'V43.52XA' }, { code: 'N40.1' }, { code: 'Z38.00' }, { code: 'I21.4' }, { code: 'R07.9' }],
      lines: [{ code: '99213', modifiers: [], from: '2026-03-04', pos: '11', units: 1, charge: '128.00', pointers: [1, 2, 3, 4, 5] }],
      total: '128.00',
    },
  },
];
