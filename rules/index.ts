import type { Rule } from '@cleanclaim/core';
import excludes1 from './icd10cm/excludes1.rule.ts';

export { UNMADE } from './unmade.ts';

/** Every rule, in the order findings are listed: first what the code is, then how codes stand together, then the form. */
export const RULES: readonly Rule[] = [excludes1];
