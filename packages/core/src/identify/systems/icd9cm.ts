import { type CodeSystem, type IdentifyContext, inRanges, type NumberRange, type Reading } from '../system.ts';
import { addDays, day } from '../../day.ts';
import { FIRST_DAY_OF_ICD10 } from './icd10cm.ts';

export const LAST_DAY_OF_ICD9 = addDays(day(FIRST_DAY_OF_ICD10), -1);

const CHAPTERS: readonly NumberRange<number>[] = [
  [1, 139, 1],
  [140, 239, 2],
  [240, 279, 3],
  [280, 289, 4],
  [290, 319, 5],
  [320, 389, 6],
  [390, 459, 7],
  [460, 519, 8],
  [520, 579, 9],
  [580, 629, 10],
  [630, 679, 11],
  [680, 709, 12],
  [710, 739, 13],
  [740, 759, 14],
  [760, 779, 15],
  [780, 799, 16],
  [800, 999, 17],
];

export const icd9cm: CodeSystem = {
  id: 'icd9cm',
  name: 'International Classification of Diseases, 9th Revision, Clinical Modification (ICD-9-CM)',
  owner: 'National Center for Health Statistics (NCHS, CDC) for diagnoses, CMS for procedures',
  rhythm: 'Closed: it served US claims for services before 1 October 2015.',
  read(code, context) {
    const before = context.on < FIRST_DAY_OF_ICD10;
    if (/^\d{2}\.\d{1,2}$/.test(code)) return procedure(code, context);
    if (/^\d{3}(?:\.\d{1,2}|\d{1,2})?$/.test(code)) {
      // Five digits without a dot are CPT unless ICD-9-CM served on the day, or its list is installed and has the code.
      if (code.startsWith('000') || (/^\d{5}$/.test(code) && !before && !isListed(code, context))) return undefined;
      return diagnosis(code, 3, `Chapter ${inRanges(CHAPTERS, Number(code.slice(0, 3)))}`, context);
    }
    if (/^V\d{2}(?:\.\d{1,2}|\d{1,2})?$/.test(code)) return diagnosis(code, 3, 'V codes: reasons for care other than illness', context);
    if (/^E[89]\d{2}(?:\.\d|\d)?$/.test(code)) return diagnosis(code, 4, 'E codes: external causes', context);
    return undefined;
  },
};

function isListed(code: string, { data }: IdentifyContext): boolean {
  return (data.table('icd9cm-diagnoses', LAST_DAY_OF_ICD9)?.find(code) ?? -1) >= 0;
}

function diagnosis(code: string, dotAt: number, category: string, { on }: IdentifyContext): Reading {
  const dotted = code.includes('.');
  const written = dotted || code.length <= dotAt ? code : `${code.slice(0, dotAt)}.${code.slice(dotAt)}`;
  return {
    code: written,
    kind: 'diagnosis',
    says: code.startsWith('E') ? 'An external cause: how an injury or illness came about.' : 'A diagnosis: why the care was given.',
    category,
    certain: false,
    next: nextOf(written, on),
    likely: likelihood(code, dotted, on < FIRST_DAY_OF_ICD10),
  };
}

/** On the days it served, a dotted or lettered code is ICD-9-CM before anything else; later only a dot in its place speaks for it. */
function likelihood(code: string, dotted: boolean, served: boolean): number {
  const lettered = /^[VE]/.test(code);
  if (served) return dotted || lettered ? 95 : 60;
  if (dotted) return lettered ? 45 : 85;
  if (lettered) return 32;
  if (code.length === 4 && !code.startsWith('0')) return 45;
  return 25;
}

function procedure(code: string, { on }: IdentifyContext): Reading {
  return {
    code,
    kind: 'procedure',
    says: 'A procedure: what was done during a hospital inpatient stay.',
    category: 'Volume 3: procedures',
    certain: false,
    next: nextOf(code, on),
    likely: 85,
  };
}

function nextOf(code: string, on: string): string {
  return on < FIRST_DAY_OF_ICD10
    ? 'Add the last ICD-9-CM file of CMS to see its words: cleanclaim data add FILE'
    : `It cannot stand on a claim for ${on}; see what follows it: cleanclaim map ${code} --to icd10cm`;
}
