import { type CodeRange, readRanges } from './code-range.ts';

export interface CodeClass {
  readonly id: string;
  readonly title: string;
  readonly ranges: readonly CodeRange[];
  readonly source: string;
}

/** Share of deaths without a usable cause, as the WHO counts it: chapter XVIII but sudden infant death (R95). */
export const ILL_DEFINED: CodeClass = {
  id: 'ill-defined',
  title: 'Symptoms, signs and ill-defined causes (R00–R99 without R95)',
  ranges: readRanges('R00-R94, R96-R99'),
  source: 'Mathers et al., Bull World Health Organ 83 (2005)',
};

const NAGHAVI = 'Naghavi et al., Popul Health Metr 8:9 (2010), the causes its text names; not the whole table of its annex';

/** Garbage by type. Severity levels of GBD need its table of codes, which the user adds: nothing of it is guessed here. */
export const GARBAGE_TYPES: readonly CodeClass[] = [
  {
    id: 'type-1',
    title: 'Cannot be an underlying cause: symptoms, essential hypertension, atherosclerosis, sequelae',
    ranges: readRanges('R00-R94, R96-R99, I10, I70, B90-B94, E64, E68, G09, I69, O97, Y85-Y89'),
    source: NAGHAVI,
  },
  {
    id: 'type-2',
    title: 'Intermediate: heart failure, sepsis, pulmonary embolism, peritonitis, osteomyelitis',
    ranges: readRanges('I50, A40-A41, I26, K65, M86'),
    source: NAGHAVI,
  },
  { id: 'type-3', title: 'Mode of dying: cardiac arrest, respiratory failure', ranges: readRanges('I46, J96'), source: NAGHAVI },
  {
    id: 'type-4',
    title: 'Unspecified within a group: cancer or stroke unspecified, undetermined intent, unspecified accident',
    ranges: readRanges('C80, I64, Y34, X59'),
    source: NAGHAVI,
  },
];

/** Codes that never are an underlying cause of death: injuries by nature (their external cause is), contacts with services, organisms. */
export const NOT_UNDERLYING: CodeClass = {
  id: 'not-underlying',
  title: 'Never an underlying cause: nature of injury, contact with services, organisms of diseases classified elsewhere',
  ranges: readRanges('S00-T98, Z00-Z99, B95-B98'),
  source: 'ICD-10 volume 2, notes for use in underlying cause mortality coding',
};

/** The ranges were written down without the volume at hand; a test holds them against the sex edits of the Medicare Code Editor 43.1. */
const SEX_SOURCE =
  'ICD-10 volume 2, categories limited to, or more likely in, one sex (ranges not read there; no conflict with Medicare Code Editor 43.1)';
export const FEMALE_ONLY: CodeClass = {
  id: 'female-only',
  title: 'Causes of women',
  ranges: readRanges(
    'A34, B37.3, C51-C58, C79.6, D06, D07.0-D07.3, D25-D28, D39, E28, E89.4, F52.5, F53, I86.3, L29.2, M80.0-M80.1, M81.0-M81.1, M83.0, N70-N98, N99.2-N99.3, O00-O99, P54.6, Q50-Q52, R87, S31.4, S37.4-S37.6, T19.2-T19.3, T83.3, Y76',
  ),
  source: SEX_SOURCE,
};
export const MALE_ONLY: CodeClass = {
  id: 'male-only',
  title: 'Causes of men',
  ranges: readRanges('B26.0, C60-C63, D07.4-D07.6, D17.6, D29, D40, E29, E89.5, F52.4, I86.1, L29.1, N40-N53, Q53-Q55, R86, S31.2-S31.3'),
  source: SEX_SOURCE,
};

/** Ages in completed years at which a cause may stand; outside them the record needs a look. */
export const AGE_LIMITS: readonly (CodeClass & { readonly from: number; readonly to: number })[] = [
  {
    id: 'neonatal-tetanus',
    title: 'Tetanus of the newborn after the first year',
    ranges: readRanges('A33'),
    from: 0,
    to: 0,
    source: 'ICD-10 volume 1, A33',
  },
  {
    id: 'sudden-infant-death',
    title: 'Sudden infant death after the first year',
    ranges: readRanges('R95'),
    from: 0,
    to: 0,
    source: 'ICD-10 volume 1, R95',
  },
  {
    id: 'perinatal',
    title: 'A condition from around birth after the first year',
    ranges: readRanges('P00-P96'),
    from: 0,
    to: 0,
    source: 'ICD-10 volume 2: deaths from chapter XVI after infancy are to be looked at again',
  },
  {
    id: 'obstetric',
    title: 'A maternal cause outside ages 10–54',
    ranges: readRanges('O00-O99'),
    from: 10,
    to: 54,
    source: 'WHO, The WHO application of ICD-10 to deaths during pregnancy, childbirth and the puerperium (2012)',
  },
];
