import type { CodeSystem } from '../system.ts';

export const msDrg: CodeSystem = {
  id: 'ms-drg',
  name: 'Medicare Severity Diagnosis Related Group (MS-DRG)',
  owner: 'Centers for Medicare & Medicaid Services (CMS)',
  rhythm: 'Each 1 October, with corrections in April.',
  read(code) {
    if (!/^\d{3}$/.test(code) || code === '000') return undefined;
    return {
      code,
      kind: 'grouping',
      says: 'A grouping: inpatient stays that are alike and are paid alike.',
      category: 'MS-DRG, 001 to 999',
      certain: false,
      next: 'It is worked out from the diagnoses and procedures of the stay; ask which version was in force at discharge.',
      likely: 60,
    };
  },
};
