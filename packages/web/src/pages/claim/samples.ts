import type { Claim } from '@cleanclaim/core';

/** Made-up claims to try; no person or practice stands behind them. The NPIs only pass their check digit. */
export interface Sample {
  readonly id: 'findings' | 'nearly' | 'person' | 'stay' | 'dental';
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
  {
    id: 'stay',
    claim: {
      type: 'institutional',
      id: 'A-103',
      payer: { id: 'SAMPLE', name: 'Sample Health Plan', kind: 'commercial' },
      patient: { name: 'Sample Patient', birthDate: '1944-08-30', sex: 'male', memberId: 'W000000002' },
      billing: { npi: '1234567893', taxonomy: '282N00000X', taxId: '123456789' },
      attending: { npi: '1558598797' },
      billType: '0111',
      statement: { from: '2026-03-02', to: '2026-03-07' },
      admission: '2026-03-02',
      admissionType: '1',
      admissionSource: '1',
      discharge: '2026-03-07',
      dischargeStatus: '01',
      // The shock stands first, before the sepsis that caused it.
      diagnoses: [
        { code: 'R65.21', kind: 'principal', poa: 'Y' },
        { code: 'A41.51', kind: 'other', poa: 'Y' },
        { code: 'N17.9', kind: 'other', poa: 'Y' },
        { code: 'N39.0', kind: 'other' },
      ],
      procedures: [{ code: '02HV33Z', on: '2026-03-02' }],
      values: [{ code: '80', amount: '5.00' }],
      lines: [
        { revenue: '0120', from: '2026-03-02', units: 5, charge: '9000.00' },
        { revenue: '0250', from: '2026-03-02', units: 1, charge: '1240.00' },
      ],
      total: '10240.00',
    },
  },
  {
    id: 'dental',
    claim: {
      type: 'dental',
      id: 'A-104',
      payer: { id: 'SAMPLE', name: 'Sample Health Plan', kind: 'commercial' },
      patient: { name: 'Sample Patient', birthDate: '1999-12-24', sex: 'female', memberId: 'W000000003' },
      billing: { npi: '1234567893', taxonomy: '122300000X', taxId: '123456789' },
      rendering: { npi: '1558598797' },
      diagnoses: [{ code: 'K02.51' }],
      lines: [{ code: 'D9999', from: '2026-06-10', pos: '11', units: 1, charge: '140.00', pointers: [1], tooth: '19', surfaces: 'O' }],
      total: '140.00',
    },
  },
];
