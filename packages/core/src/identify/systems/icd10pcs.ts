import type { CodeSystem } from '../system.ts';
import { FIRST_DAY_OF_ICD10 } from './icd10cm.ts';

const SECTIONS: Readonly<Record<string, string>> = {
  '0': 'Medical and Surgical',
  '1': 'Obstetrics',
  '2': 'Placement',
  '3': 'Administration',
  '4': 'Measurement and Monitoring',
  '5': 'Extracorporeal or Systemic Assistance and Performance',
  '6': 'Extracorporeal or Systemic Therapies',
  '7': 'Osteopathic',
  '8': 'Other Procedures',
  '9': 'Chiropractic',
  B: 'Imaging',
  C: 'Nuclear Medicine',
  D: 'Radiation Therapy',
  F: 'Physical Rehabilitation and Diagnostic Audiology',
  G: 'Mental Health',
  H: 'Substance Abuse Treatment',
  X: 'New Technology',
};

export const icd10pcs: CodeSystem = {
  id: 'icd10pcs',
  name: 'ICD-10 Procedure Coding System (ICD-10-PCS)',
  owner: 'Centers for Medicare & Medicaid Services (CMS)',
  rhythm: 'Each 1 October, and most years also 1 April.',
  read(code, { on }) {
    if (!/^[0-9BCDFGHX][0-9A-HJ-NP-Z]{6}$/.test(code)) return undefined;
    return {
      code,
      kind: 'procedure',
      says: 'A procedure: what was done during a hospital inpatient stay.',
      category: `Section ${code.charAt(0)}, ${SECTIONS[code.charAt(0)]}`,
      certain: false,
      next:
        on < FIRST_DAY_OF_ICD10
          ? `Use ICD-9-CM procedure codes for ${on}: ICD-10-PCS serves from ${FIRST_DAY_OF_ICD10}.`
          : 'Add the yearly ICD-10-PCS file of CMS to see its words: cleanclaim data add FILE',
      likely: 75,
    };
  },
};
