import { BALANCING_RULES } from './rules/balancing.ts';
import { CODE_LIST_RULES } from './rules/code-lists.ts';
import { ENVELOPE_RULES } from './rules/envelopes.ts';
import { PAYER_RULES } from './rules/payers.ts';
import { SITUATION_RULES } from './rules/situations.ts';
import { SPECIALTY_RULES } from './rules/specialties.ts';
import { STRUCTURE_RULES } from './rules/structure.ts';

/**
 * Every check of X12, by its id. SNIP types are those of the WEDI white paper: 1 integrity of the file, 2 what the guide
 * asks for, 3 sums, 4 one part depending on another, 5 code lists kept elsewhere, 6 single specialties, 7 payers.
 */
export const X12_RULES = {
  ...ENVELOPE_RULES,
  ...STRUCTURE_RULES,
  ...BALANCING_RULES,
  ...SITUATION_RULES,
  ...CODE_LIST_RULES,
  ...SPECIALTY_RULES,
  ...PAYER_RULES,
} as const;

export type RuleId = keyof typeof X12_RULES;
