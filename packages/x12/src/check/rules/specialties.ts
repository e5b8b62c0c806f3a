import { warning, type RuleText } from './rule-text.ts';

/** Single specialties. Where no other source is named, the rule is of the guide, from a digest of it. */
export const SPECIALTY_RULES = {
  'x12/ambulance': warning(
    6,
    { ik304: 'I6' },
    'Ambulance transport is told with its facts (CR1) and with where it began and ended.',
    'Add CR1 and loops 2310E and 2310F, or those of the line.',
  ),
  'x12/anesthesia-time': warning(
    6,
    { ik304: '8', ik403: '7', dataElement: '355' },
    'Minutes (MJ) tell the time of anesthesia; other services are counted in units (UN).',
    'Write UN and the number of units, or the anesthesia code.',
  ),
  'x12/chiropractic': warning(
    6,
    { ik304: 'I9' },
    'CR2 tells of a course of spinal manipulation; without such a service it says nothing.',
    'Remove CR2, or add the line of the manipulation.',
  ),
  'x12/drug-number': warning(
    6,
    { ik304: '8', ik403: 'I12', dataElement: '234' },
    'An NDC on a claim has 11 digits, 5 for the maker, 4 for the product and 2 for the package.',
    'Write the NDC with leading zeros in each part and no hyphens.',
  ),
  'x12/drug-number-missing': warning(
    6,
    { ik304: 'I6' },
    'Medicaid needs the NDC of drugs that a physician gives (42 CFR 447.520, from memory: check with the state).',
    'Add LIN and CTP to the line.',
  ),
  'x12/mammography-number': warning(
    6,
    { ik304: 'I6' },
    'Who makes a mammogram names the certificate of the facility (REF EW).',
    'Add REF*EW with the certification number.',
  ),
  'x12/clia-number': warning(
    6,
    { ik304: 'I6' },
    'A laboratory that makes tests under CLIA gives its number on Medicare and Medicaid claims (REF X4).',
    'Add REF*X4 with the CLIA number.',
  ),
  'x12/epsdt': warning(6, { ik304: 'I6' }, 'An EPSDT service is told of in CRC*ZZ too, with the referral.', 'Add CRC*ZZ to the claim.'),
  'x12/orthodontics': warning(
    6,
    { ik304: 'I6' },
    'Orthodontic treatment is told with its months in DN1.',
    'Add DN1 with the months in all and the months left.',
  ),
  'x12/prior-placement': warning(
    6,
    { ik304: 'I6' },
    'A prosthesis that replaces another is told with the day the other was placed.',
    'Add DTP*441 to the line.',
  ),
  'x12/purchased-service': warning(
    6,
    { ik304: 'I6' },
    'A service that was purchased names its provider in loop 2420B.',
    'Add loop 2420B to the line.',
  ),
  'x12/certificate-ended': warning(
    6,
    { ik304: 'I9' },
    'Medicare ended certificates of medical necessity: for services from 2023-01-01 a claim that carries one is sent back (CGS, CMN/DIF Elimination, read 2026-11-24).',
    'Remove CR3 and loop 2440.',
  ),
  'x12/home-health-group': warning(
    6,
    { ik304: 'I6' },
    'A Medicare home health claim is paid by the group (HIPPS code) on its line of revenue code 0023 (from memory: Medicare Claims Processing Manual chapter 10).',
    'Add the line with revenue code 0023 and the HIPPS code.',
  ),
} as const satisfies Record<string, RuleText>;
