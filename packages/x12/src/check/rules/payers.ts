import { warning, type RuleText } from './rule-text.ts';

/** What payers ask for beyond the guides. */
export const PAYER_RULES = {
  'x12/companion': warning(
    7,
    { ik304: '8', ik403: 'I13' },
    'The payer asks for it in its companion guide; the finding names the guide.',
    'As the companion guide says.',
  ),
} as const satisfies Record<string, RuleText>;
