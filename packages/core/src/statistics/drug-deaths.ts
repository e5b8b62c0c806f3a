import { CleanclaimError } from '../errors.ts';

/** Which opioid a code of poisoning names. */
export type OpioidKind = 'opium' | 'heroin' | 'natural-or-semisynthetic' | 'methadone' | 'synthetic' | 'other' | 'unspecified';
export type PoisoningIntent = 'unintentional' | 'suicide' | 'homicide' | 'undetermined';

export interface DrugDeath {
  /** ICD-10: an underlying cause of drug poisoning. ICD-9: that, or a nature-of-injury code of drugs among the conditions. */
  readonly drugPoisoning: boolean;
  /** `drugPoisoning` with at least one condition that names a drug (in ICD-10 T36–T50): the rule of the ISW7 consensus and of narcan. */
  readonly drugNamed: boolean;
  /** `drugNamed` with at least one opioid. */
  readonly opioid: boolean;
  readonly opioids: readonly OpioidKind[];
  /** By the underlying cause; null where it says none. */
  readonly intent: PoisoningIntent | null;
}

/** The edition in use at US deaths of a year: ICD-10 from 1999. Two digits mean 1960–1999 from 60 on, and 2000–2059 below. */
export function editionOfDeaths(year: number): 'icd9' | 'icd10' {
  const full = year >= 100 ? year : year >= 60 ? 1900 + year : 2000 + year;
  if (!Number.isInteger(full) || full < 1968 || full > 2100)
    throw new CleanclaimError('input/out-of-range', `${year} is no year of death from 1968 on.`);
  return full >= 1999 ? 'icd10' : 'icd9';
}

/**
 * Flags of one death by its codes. `conditions` are those of the record axis. Codes may have a dot; in ICD-9 a nature-of-injury code
 * may carry the letter N of the multiple-cause files, and a code with the letter E is an external cause.
 * Sources: Injury Surveillance Workgroup 7, Consensus recommendations for national and state poisoning surveillance (2012), as
 * the narcan package applies them; CDC's definition of a drug overdose death is `drugPoisoning`.
 */
export function drugDeath(underlying: string, conditions: readonly string[], edition: 'icd9' | 'icd10'): DrugDeath {
  const cause = plain(underlying);
  const others = conditions.map(plain);
  return edition === 'icd10' ? byIcd10(cause, others) : byIcd9(cause, others);
}

const plain = (code: string): string => code.trim().toUpperCase().replace('.', '');

const POISONING_10 = /^(?:X4[0-4]|X6[0-4]|X85|Y1[0-4])/;
const DRUG_10 = /^T(?:3[6-9]|4\d|50)/;
const OPIOID_10: Readonly<Record<string, OpioidKind>> = {
  T400: 'opium',
  T401: 'heroin',
  T402: 'natural-or-semisynthetic',
  T403: 'methadone',
  T404: 'synthetic',
  T406: 'other',
};

function byIcd10(cause: string, conditions: readonly string[]): DrugDeath {
  const drugPoisoning = POISONING_10.test(cause);
  const drugNamed = drugPoisoning && conditions.some((code) => DRUG_10.test(code));
  const opioids = drugNamed ? kindsOf(conditions, (code) => OPIOID_10[code.slice(0, 4)]) : [];
  return { drugPoisoning, drugNamed, opioid: opioids.length > 0, opioids, intent: intent10(cause) };
}

function intent10(cause: string): PoisoningIntent | null {
  if (/^X4[0-9]/.test(cause)) return 'unintentional';
  if (/^X6[0-9]/.test(cause)) return 'suicide';
  if (/^(?:X8[5-9]|X90)/.test(cause)) return 'homicide';
  return /^Y1[0-9]/.test(cause) ? 'undetermined' : null;
}

const POISONING_9 = /^E(?:85[0-8]|950[0-5]|9620|980[0-5])/;
const DRUG_9 = /^N?(?:9[67]\d|9090|9095|9952|9954)/;

function byIcd9(cause: string, conditions: readonly string[]): DrugDeath {
  const named = conditions.some((code) => DRUG_9.test(code));
  const drugPoisoning = POISONING_9.test(cause) || named;
  const opioids = kindsOf([cause, ...conditions], opioid9);
  return { drugPoisoning, drugNamed: drugPoisoning, opioid: opioids.length > 0, opioids, intent: intent9(cause) };
}

function opioid9(code: string): OpioidKind | undefined {
  const nature = code.replace(/^N/, '');
  if (code === 'E8500' || nature === '96501') return 'heroin';
  if (code === 'E8501' || nature === '96502') return 'methadone';
  if (code === 'E8502' || nature === '96509') return 'other';
  if (nature === '96500') return 'opium';
  return nature === '9650' ? 'unspecified' : undefined;
}

function intent9(cause: string): PoisoningIntent | null {
  if (/^E85[0-8]/.test(cause)) return 'unintentional';
  if (/^E950[0-5]/.test(cause)) return 'suicide';
  if (cause.startsWith('E962')) return 'homicide';
  return /^E980[0-5]/.test(cause) ? 'undetermined' : null;
}

function kindsOf(codes: readonly string[], kindOf: (code: string) => OpioidKind | undefined): OpioidKind[] {
  return [...new Set(codes.map(kindOf).filter((kind) => kind !== undefined))];
}
