import { withDot, withoutDot } from '../../icd10cm/code-key.ts';
import type { CodeSystem } from '../system.ts';

/** Dagger, plus and asterisk mark the pair of underlying disease and manifestation. */
const SHAPE = /^([A-Z]\d\d(?:\.\d{1,2}|\d)?)([†+*]?)$/;

export const icd10who: CodeSystem = {
  id: 'icd10',
  name: 'International Classification of Diseases, 10th Revision (ICD-10), WHO edition',
  owner: 'World Health Organization (WHO)',
  rhythm: 'No more regular updates: the last edition is that of 2019; ICD-11 follows it.',
  read(code) {
    const parts = SHAPE.exec(code);
    if (!parts) return undefined;
    const mark = parts[2] ?? '';
    return {
      code: withDot(withoutDot(parts[1] ?? '')) + mark,
      kind: 'diagnosis',
      says: 'A diagnosis or cause of death, as counted in statistics and in countries other than the US.',
      category: mark ? (mark === '*' ? 'Manifestation (asterisk) code' : 'Underlying disease (dagger) code') : 'Three to five characters',
      certain: false,
      next: 'Do not put it on a US bill: that needs ICD-10-CM, which shares many but not all of these codes.',
      likely: mark ? 80 : 15,
    };
  },
};
