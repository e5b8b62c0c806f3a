import type { CodeSystem, Reading } from '../system.ts';

const STEM = /^[1-9A-HJ-NP-SV][A-HJ-NP-Z]\d[\dA-HJ-NP-Z](?:\.[\dA-HJ-NP-Z]{1,2})?$/;
const EXTENSION = /^X[A-HJ-NP-Z]\d[\dA-HJ-NP-Z]{1,3}$/;

/** Chapters 1–26 by first character; the titles belong to the WHO and may not be reworded, so only numbers are given. */
const CHAPTERS = '123456789ABCDEFGHJKLMNPQRS';

export const icd11: CodeSystem = {
  id: 'icd11',
  name: 'International Classification of Diseases, 11th Revision (ICD-11 MMS)',
  owner: 'World Health Organization (WHO)',
  rhythm: 'Yearly.',
  read(code) {
    if (STEM.test(code)) return stem(code, 65);
    if (EXTENSION.test(code)) return extension(code);
    return /[&/]/.test(code) && isCluster(code) ? cluster(code) : undefined;
  },
};

const NEXT = 'Do not put it on a US bill: no date is set for ICD-11 there. Add the WHO file to see its words: cleanclaim data add FILE';

function chapterOf(code: string): string {
  if (code.startsWith('V')) return 'Supplementary section V, functioning';
  return `Chapter ${CHAPTERS.indexOf(code.charAt(0)) + 1}`;
}

function stem(code: string, likely: number): Reading {
  return {
    code,
    kind: 'diagnosis',
    says: code.startsWith('V')
      ? 'A statement of functioning: how well a person manages daily life.'
      : 'A diagnosis or cause of death: what the person has.',
    category: `${chapterOf(code)}; stem code`,
    certain: false,
    next: NEXT,
    likely,
  };
}

function extension(code: string): Reading {
  return {
    code,
    kind: 'extension',
    says: 'A detail, such as severity, side or place in the body; it never stands alone.',
    category: 'Section X; extension code',
    certain: false,
    next: 'Join it to a stem code with &, as in BA00&XS5W.',
    likely: 55,
  };
}

/** Stem codes joined by `/` (or `&`), each with its extension codes after `&`; the first is always a stem. */
function isCluster(code: string): boolean {
  return code.split('/').every((group) => {
    const [first = '', ...rest] = group.split('&');
    return STEM.test(first) && rest.every((part) => STEM.test(part) || EXTENSION.test(part));
  });
}

function cluster(code: string): Reading {
  return {
    ...stem(code, 90),
    says: 'A diagnosis with its details: stem codes joined by / and refined by codes after &.',
    category: `${chapterOf(code)}; cluster of ${code.split(/[&/]/).length} codes`,
  };
}
