import { error, warning, type RuleText } from './rule-text.ts';

/** Sums: claims, coordination of benefits, payments and premiums that add up. */
export const BALANCING_RULES = {
  'x12/claim-total': error(
    3,
    { ik304: '8', ik403: 'I13', dataElement: '782' },
    'The charge of a claim is the sum of its lines; receivers refuse a claim that does not add up.',
    'Make CLM02 the sum of the line charges.',
  ),
  'x12/cob-claim': error(
    3,
    { ik304: '8', ik403: 'I13' },
    'What another payer paid and adjusted must account for the whole charge.',
    'Make paid amount plus adjustments equal the charge; do not repeat line adjustments at the claim.',
  ),
  'x12/cob-line': error(
    3,
    { ik304: '8', ik403: 'I13', dataElement: '782' },
    'What another payer paid and adjusted on a line must account for its charge.',
    'Make SVD02 plus the CAS amounts of the line equal its charge.',
  ),
  'x12/payment-line': error(
    3,
    { ik304: '8', ik403: 'I13', dataElement: '782' },
    'Line charge less line adjustments is the line payment (835 balancing, service level).',
    'Ask the payer for a corrected remittance; do not post it as it is.',
  ),
  'x12/payment-claim': error(
    3,
    { ik304: '8', ik403: 'I13', dataElement: '782' },
    'Claim charge less all adjustments is the claim payment (835 balancing, claim level).',
    'Ask the payer for a corrected remittance; do not post it as it is.',
  ),
  'x12/payment-charge': error(
    3,
    { ik304: '8', ik403: 'I13', dataElement: '782' },
    'The charges of the lines add up to the charge of the claim.',
    'Ask the payer for a corrected remittance.',
  ),
  'x12/payment-paid': error(
    3,
    { ik304: '8', ik403: 'I13', dataElement: '782' },
    'The payments of the lines, less claim-level adjustments, add up to the payment of the claim.',
    'Ask the payer for a corrected remittance.',
  ),
  'x12/payment-total': error(
    3,
    { ik304: '8', ik403: 'I13', dataElement: '782' },
    'The payment is the sum of the claims less the provider-level adjustments (835 balancing, transaction level; a positive PLB lowers the payment).',
    'Ask the payer for a corrected remittance; do not post it as it is.',
  ),
  'x12/premium-total': warning(
    3,
    { ik304: '8', ik403: 'I13', dataElement: '782' },
    'The amounts of an 820 (RMR04) add up to what is paid (BPR02), in all samples read but one.',
    'Ask the sender for a corrected advice before posting it.',
  ),
  'x12/payment-share': warning(
    3,
    {},
    'Most payers put into CLP05 exactly what the PR adjustments say.',
    'Compare with the explanation of benefits before billing the patient.',
  ),
} as const satisfies Record<string, RuleText>;
