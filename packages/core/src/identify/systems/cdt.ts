import { type CodeSystem, inRanges, type NumberRange } from '../system.ts';

const CATEGORIES: readonly NumberRange<string>[] = [
  [100, 999, 'Diagnostic'],
  [1000, 1999, 'Preventive'],
  [2000, 2999, 'Restorative'],
  [3000, 3999, 'Endodontics'],
  [4000, 4999, 'Periodontics'],
  [5000, 5899, 'Removable prosthodontics'],
  [5900, 5999, 'Maxillofacial prosthetics'],
  [6000, 6199, 'Implants'],
  [6200, 6999, 'Fixed prosthodontics'],
  [7000, 7999, 'Oral and maxillofacial surgery'],
  [8000, 8999, 'Orthodontics'],
  [9000, 9999, 'Adjunctive services'],
];

export const cdt: CodeSystem = {
  id: 'cdt',
  name: 'Current Dental Terminology (CDT)',
  owner: 'American Dental Association (ADA)',
  rhythm: 'Yearly, for 1 January.',
  read(code) {
    if (!/^D\d{4}$/.test(code)) return undefined;
    const category = inRanges(CATEGORIES, Number(code.slice(1)));
    return {
      code,
      kind: 'procedure',
      says: 'A dental procedure: what was done.',
      category: category ?? 'No category: the number lies outside every range',
      certain: false,
      next: category
        ? 'Add your licensed CDT file to see its words: cleanclaim data add FILE'
        : 'Check the digits: no category of CDT holds this number.',
      likely: category ? 70 : 30,
    };
  },
};
