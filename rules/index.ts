import type { Rule } from '@cleanclaim/core';
import age from './demographic/age.rule.ts';
import sex from './demographic/sex.rule.ts';
import accident from './form/accident.rule.ts';
import aftercare from './icd10cm/aftercare.rule.ts';
import duplicateDiagnosis from './icd10cm/duplicate-diagnosis.rule.ts';
import excludes1 from './icd10cm/excludes1.rule.ts';
import externalCauseFirst from './icd10cm/external-cause-first.rule.ts';
import firstListedOnly from './icd10cm/first-listed-only.rule.ts';
import laterality from './icd10cm/laterality.rule.ts';
import obstetric from './icd10cm/obstetric.rule.ts';
import perinatal from './icd10cm/perinatal.rule.ts';
import sequelaOrder from './icd10cm/sequela-order.rule.ts';
import sequence from './icd10cm/sequence.rule.ts';
import symptomIntegral from './icd10cm/symptom-integral.rule.ts';
import unspecifiedSide from './icd10cm/unspecified-side.rule.ts';

export { UNMADE } from './unmade.ts';

/** Every rule, in the order findings are listed: first what the code is, then how codes stand together, then the form. */
export const RULES: readonly Rule[] = [
  excludes1,
  duplicateDiagnosis,
  externalCauseFirst,
  firstListedOnly,
  sequelaOrder,
  sequence,
  obstetric,
  perinatal,
  laterality,
  unspecifiedSide,
  aftercare,
  symptomIntegral,
  age,
  sex,
  accident,
];
