import type { Rule } from '@cleanclaim/core';
import codeAlso from './icd10cm/code-also.rule.ts';
import codeFirst from './icd10cm/code-first.rule.ts';
import excludes1 from './icd10cm/excludes1.rule.ts';
import manifestationFirst from './icd10cm/manifestation-first.rule.ts';
import sequence from './icd10cm/sequence.rule.ts';
import useAdditional from './icd10cm/use-additional.rule.ts';
import withConvention from './icd10cm/with-convention.rule.ts';

export { UNMADE } from './unmade.ts';

/** Every rule, in the order findings are listed: first what the code is, then how codes stand together, then the form. */
export const RULES: readonly Rule[] = [excludes1, manifestationFirst, codeFirst, sequence, useAdditional, withConvention, codeAlso];
