import { error, warning, type RuleText } from './rule-text.ts';

/** One part of a claim or answer depending on another. */
export const SITUATION_RULES = {
  'x12/line-number': error(
    2,
    { ik304: '8', ik403: 'I13', dataElement: '554' },
    'The lines of a claim are numbered 1, 2, 3 …: answers name a line by its number.',
    'Number the LX of each claim from 1 without a gap.',
  ),
  'x12/loop-bracket': error(
    2,
    { ik304: '3' },
    'LS and LE stand before and after the loops that they name; without one of them a reader cannot tell where they end.',
    'Write LS before the first of these loops and LE after the last.',
  ),
  'x12/below-zero': error(
    2,
    { ik304: '8', ik403: 'I12' },
    'A claim charges nothing or more: charges and counts of a claim are not below zero.',
    'Write the charge or count without a sign; take a claim back with a void (CLM05-3 8).',
  ),
  'x12/group-result': error(
    2,
    { ik304: '8', ik403: 'I13' },
    'The result of a group says how many of its sets were accepted; the counts must bear it out.',
    'Make AK901 agree with AK902, AK903 and AK904.',
  ),
  'x12/subscriber-patient': error(
    4,
    { ik304: '8', ik403: 'I13' },
    'SBR02 is 18 exactly when the subscriber is the patient, and then no patient level follows.',
    'Send SBR02 18 without a patient level, or leave SBR02 empty and add the patient level.',
  ),
  'x12/subscriber-details': error(
    4,
    { ik304: 'I6' },
    'When the subscriber is the patient, his address, birth date and sex are needed.',
    'Add the segment to loop 2010BA.',
  ),
  'x12/payer-order': error(
    4,
    { ik304: '8', ik403: 'I13', dataElement: '1138' },
    'SBR01 says which payer comes first, second, third: each place is taken once in a claim (U, unknown, may stand again).',
    'Give each payer of the claim its own place.',
  ),
  'x12/pointer': error(
    4,
    { ik304: '8', ik403: 'I13', dataElement: '1328' },
    'A line points to diagnoses by their place in HI, so the place must be filled.',
    'Point to a diagnosis that the claim has.',
  ),
  'x12/mixed-diagnosis-versions': error(
    4,
    { ik304: '8', ik403: 'I13' },
    'ICD-9-CM and ICD-10-CM may not stand in one claim.',
    'Use ABK and ABF for ICD-10-CM.',
  ),
  'x12/icd9-after-2015': error(
    4,
    { ik304: '8', ik403: 'I13' },
    'Services since 1 October 2015 are coded in ICD-10-CM (45 CFR 162.1002).',
    'Use ABK and ABF with ICD-10-CM codes.',
  ),
  'x12/original-claim': error(
    4,
    { ik304: 'I6' },
    'A replacement or void (CLM05-3 7 or 8) names the payer’s number of the claim it replaces.',
    'Add REF*F8 with the payer’s claim number.',
  ),
  'x12/accident': error(
    4,
    { ik304: 'I6' },
    'An accident (CLM11 AA, EM or OA) needs its date, an auto accident also the state.',
    'Add DTP*439, and the state in CLM11-4 for AA.',
  ),
  'x12/attachment-number': error(
    4,
    { ik304: '8', ik403: 'I9' },
    'An attachment sent another way (PWK02 other than AA) is found by its control number.',
    'Add PWK05 AC and the number in PWK06.',
  ),
  'x12/date-order': error(
    4,
    { ik304: '8', ik403: 'I13', dataElement: '1251' },
    'A period ends on or after the day it begins.',
    'Correct the dates.',
  ),
  'x12/date-before-birth': error(
    4,
    { ik304: '8', ik403: 'I13', dataElement: '1251' },
    'No service is given before birth.',
    'Correct the service date or the birth date.',
  ),
  'x12/payer-unknown': warning(
    4,
    { ik304: '8', ik403: 'I13' },
    'A line adjudication (SVD01) names a payer that the claim carries in loop 2330B.',
    'Write the NM109 of that payer in SVD01, or add its loop 2320.',
  ),
  'x12/notice-only': error(
    4,
    { ik304: '8', ik403: 'I13' },
    'BPR01 H is a notice: no money moves, so BPR02 is 0 and BPR04 is NON.',
    'Make BPR01, BPR02 and BPR04 agree.',
  ),
  'x12/state': warning(
    4,
    { ik304: '8', ik403: 'I9' },
    'An address in the United States or Canada needs its state or province and postal code.',
    'Add N402 and N403.',
  ),
  'x12/service-date': warning(
    4,
    { ik304: 'I6' },
    'A dental claim has a date of service for itself or for each of its lines, unless it is a predetermination.',
    'Add DTP*472 to the claim or to the line.',
  ),
  'x12/filing-indicator': warning(
    4,
    { ik304: '8', ik403: 'I9', dataElement: '1032' },
    'SBR09 says what kind of plan pays. The guide lets it out only where a national plan identifier takes its place, and there is none (from memory: CMS took the rule back in 2019).',
    'Write the kind of plan in SBR09, MB for Medicare Part B, MC for Medicaid, CI for a commercial one.',
  ),
} as const satisfies Record<string, RuleText>;
