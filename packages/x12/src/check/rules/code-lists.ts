import { error, warning, type RuleText } from './rule-text.ts';

/** Code lists and numbers kept outside X12. */
export const CODE_LIST_RULES = {
  'x12/npi': error(
    5,
    { ik304: '8', ik403: '7', dataElement: '67' },
    'An NPI has ten digits, the last being a check digit over the others.',
    'Correct the number; look it up in NPPES.',
  ),
  'x12/diagnosis-unknown': error(
    5,
    { ik304: '8', ik403: '7', dataElement: '1271' },
    'The code is not in the ICD-10-CM edition of the day.',
    'Look the code up on the date of service.',
  ),
  'x12/diagnosis-not-in-force': error(
    5,
    { ik304: '8', ik403: '7', dataElement: '1271' },
    'A diagnosis code counts only on days on which it is in force (45 CFR 162.1002).',
    'Use the code in force on the date of service.',
  ),
  'x12/diagnosis-not-billable': error(
    5,
    { ik304: '8', ik403: '7', dataElement: '1271' },
    'Codes are reported at the highest number of characters available (ICD-10-CM guidelines, section I.B.2).',
    'Use one of the complete codes under it.',
  ),
  'x12/place-of-service': error(
    5,
    { ik304: '8', ik403: '7', dataElement: '1331' },
    'Places of service are those of the CMS list.',
    'Use a code of the CMS place-of-service list.',
  ),
  'x12/tax-number': error(
    5,
    { ik304: '8', ik403: 'I12', dataElement: '127' },
    'Employer and social security numbers have nine digits and are sent without separators.',
    'Write the nine digits without hyphens.',
  ),
  'x12/phone-number': warning(
    5,
    { ik304: '8', ik403: 'I12', dataElement: '364' },
    'A phone number of the United States has ten digits, area code first; an extension follows its number.',
    'Write the ten digits without marks, the extension apart with EX.',
  ),
  'x12/revenue-code': error(
    5,
    { ik304: '8', ik403: '7', dataElement: '234' },
    'Revenue codes have four digits.',
    'Write the revenue code with its leading zero.',
  ),
  'x12/tooth-number': error(
    5,
    { ik304: '8', ik403: '7', dataElement: '1271' },
    'Teeth are 1 to 32 and A to T, supernumerary ones 51 to 82 and AS to TS (universal numbering).',
    'Write the tooth by the universal numbering.',
  ),
  'x12/reason-code': warning(
    5,
    { ik304: '8', ik403: '7', dataElement: '1034' },
    'Adjustment reasons are those of a list that X12 keeps; yours does not have the code, or it had ended.',
    'Ask the payer, or install a newer list.',
  ),
  'x12/state-unknown': error(
    5,
    { ik304: '8', ik403: '7', dataElement: '156' },
    'States and provinces are two-letter postal codes.',
    'Use the two-letter code.',
  ),
  'x12/postal-code': warning(
    5,
    { ik304: '8', ik403: '7', dataElement: '116' },
    'A US postal code has five or nine digits; billing and service addresses need nine.',
    'Write the ZIP code as digits only, nine for billing and service facility.',
  ),
} as const satisfies Record<string, RuleText>;
