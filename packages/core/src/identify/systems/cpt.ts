import type { CodeSystem, IdentifyContext, NumberRange, Reading } from '../system.ts';
import { inRanges } from '../system.ts';

/**
 * CPT by its structure alone: the words of CPT belong to the American Medical Association and are not shipped, and
 * whether a number is in use cannot be said without the user's own licensed file. So nothing here is ever certain.
 */
const NEXT = 'Add your licensed CPT file to see its words and whether it is in use: cleanclaim data add FILE';

const EVALUATION_SINCE_2025: NumberRange<string> = [98000, 98016, 'Evaluation and Management'];

/** Sections of Category I in the order they are tried: a carve-out stands before the range it is cut from. */
const SECTIONS: readonly NumberRange<string>[] = [
  [99202, 99499, 'Evaluation and Management'],
  [100, 1999, 'Anesthesia'],
  [99100, 99140, 'Anesthesia'],
  [10004, 69990, 'Surgery'],
  [70010, 79999, 'Radiology'],
  [80047, 89398, 'Pathology and Laboratory'],
  [90281, 99199, 'Medicine'],
  [99500, 99607, 'Medicine'],
];

/** The section of Category I a number falls in on a day; undefined outside every range. */
export function cptSection(number: number, on: string): string | undefined {
  if (number >= EVALUATION_SINCE_2025[0] && number <= EVALUATION_SINCE_2025[1])
    return on >= '2025-01-01' ? EVALUATION_SINCE_2025[2] : undefined;
  // 99201 was withdrawn for 2021.
  if (number === 99201) return on < '2021-01-01' ? 'Evaluation and Management' : undefined;
  return inRanges(SECTIONS, number);
}

const SUFFIXES: Readonly<Record<string, Pick<Reading, 'kind' | 'says' | 'category' | 'rhythm'>>> = {
  F: {
    kind: 'measure',
    says: 'A performance measure: it reports quality of care and is paid nothing by itself.',
    category: 'Category II: performance measures, optional',
    rhythm: 'Each 1 January with the main release; additions are published up to three times a year.',
  },
  T: {
    kind: 'procedure',
    says: 'A procedure: what was done, with technology still so new that its code is temporary.',
    category: 'Category III: emerging technology, temporary',
    rhythm: 'Twice a year, effective 1 January and 1 July.',
  },
  U: {
    kind: 'procedure',
    says: 'A laboratory test: what was done, as offered by one named laboratory or manufacturer.',
    category: 'PLA: Proprietary Laboratory Analyses',
    rhythm: 'Quarterly.',
  },
  M: {
    kind: 'procedure',
    says: 'A laboratory test: what was done, a set of results worked into one score by a formula.',
    category: 'MAAA: Multianalyte Assays with Algorithmic Analyses, administrative',
    rhythm: 'Three times a year.',
  },
};

export const cpt: CodeSystem = {
  id: 'cpt',
  name: 'Current Procedural Terminology (CPT), HCPCS Level I',
  owner: 'American Medical Association (AMA), CPT Editorial Panel; CMS adopts it as HCPCS Level I',
  rhythm: 'Yearly, for 1 January; vaccine codes also 1 July.',
  read(code, context) {
    if (!/^\d{4}[\dFTUMA]$/.test(code)) return undefined;
    const suffix = code.charAt(4);
    if (suffix === 'A') return vaccineAdministration(code, context);
    const facts = SUFFIXES[suffix];
    if (facts) return { code, ...facts, certain: false, next: NEXT, likely: 80 };
    return categoryOne(code, context);
  },
};

function categoryOne(code: string, { on }: IdentifyContext): Reading {
  const section = cptSection(Number(code), on);
  const says = 'A procedure: what was done.';
  if (section) return { code, kind: 'procedure', says, category: `Category I, ${section}`, certain: false, next: NEXT, likely: 80 };
  return {
    code,
    kind: 'procedure',
    says,
    category: `No section: the number lies outside every range of Category I on ${on}`,
    certain: false,
    next: 'Check the digits: they have the shape of CPT, but no section of Category I holds this number on that day.',
    likely: 30,
  };
}

function vaccineAdministration(code: string, { on }: IdentifyContext): Reading {
  const inUse = on >= '2020-12-01' && on < '2023-11-01';
  return {
    code,
    kind: 'procedure',
    says: 'A procedure: one dose of a COVID-19 vaccine was given.',
    category: 'COVID-19 vaccine administration, December 2020 to October 2023',
    certain: false,
    next: inUse ? NEXT : `Find the code in use on ${on}: these codes served from December 2020 to October 2023 only.`,
    likely: inUse ? 80 : 50,
    rhythm: 'No more: withdrawn in late 2023.',
  };
}
