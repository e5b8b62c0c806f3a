import type { Severity } from '@cleanclaim/core';
import type { AckCodes } from './ack-codes.ts';

/** What is the same in every finding of a rule. */
export interface RuleText {
  readonly snip: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: string;
  readonly codes: AckCodes;
}

const error = (snip: RuleText['snip'], codes: AckCodes, why: string, fix: string): RuleText => ({
  snip,
  severity: 'error',
  why,
  fix,
  codes,
});
const warning = (snip: RuleText['snip'], codes: AckCodes, why: string, fix: string): RuleText => ({
  snip,
  severity: 'warning',
  why,
  fix,
  codes,
});

/**
 * Every check of X12, by its id. SNIP types are those of the WEDI white paper: 1 integrity of the file, 2 what the guide
 * asks for, 3 sums, 4 one part depending on another, 5 code lists kept elsewhere, 6 single specialties, 7 payers.
 */
export const X12_RULES = {
  // The file and its envelopes.
  'x12/empty-file': error(1, {}, 'A file without bytes holds no interchange.', 'Send the file again.'),
  'x12/not-x12': error(
    1,
    {},
    'An X12 file begins with ISA; nothing before it can be read.',
    'Send the file from its ISA on, as plain text and not packed.',
  ),
  'x12/utf-16': error(1, {}, 'X12 is one byte a character; this file is UTF-16.', 'Save it as plain text (ASCII or UTF-8).'),
  'x12/header-broken': error(
    1,
    { ta1: '022' },
    'The ISA tells the delimiters; without a whole ISA nothing after it can be read.',
    'Write all 16 elements of the ISA.',
  ),
  'x12/header-widths': error(
    1,
    { ta1: '022' },
    'The ISA is 106 bytes fixed, each element padded with spaces to its width.',
    'Pad each ISA element to its width and put no line break inside.',
  ),
  'x12/delimiters': error(
    1,
    { ta1: '027' },
    'Delimiters must differ from each other and from letters and digits, or data cannot be told from marks.',
    'Choose four different marks that stand nowhere in the data.',
  ),
  'x12/bytes-between': error(
    1,
    { ta1: '022' },
    'Between the end of one interchange and the next ISA only line breaks may stand.',
    'Remove what stands there.',
  ),
  'x12/segment-too-long': error(
    1,
    { ta1: '024' },
    'A segment of more than 1 MB is none of HIPAA; its terminator is probably missing.',
    'Check the segment terminators.',
  ),
  'x12/too-many-elements': error(
    1,
    { ik304: '8', ik403: '3' },
    'No segment has more than 1,000 elements; a terminator is probably missing.',
    'Check the segment terminators.',
  ),
  'x12/unterminated': error(
    1,
    { ta1: '023' },
    'The file ends inside a segment: it was cut off or the last terminator is missing.',
    'Send the whole file again.',
  ),
  'x12/empty-segment': error(1, { ik304: '1' }, 'Two terminators in a row make a segment without a name.', 'Remove the second terminator.'),
  'x12/character': error(
    1,
    { ik304: '8', ik403: '6' },
    'Control characters are not part of the X12 character set.',
    'Remove the character.',
  ),
  'x12/not-ascii': warning(
    1,
    { ik304: '8', ik403: '6' },
    'Many receivers take only the basic and extended X12 character sets.',
    'Write the name without accents unless the receiver takes them.',
  ),
  'x12/nothing-inside': warning(
    1,
    {},
    'An interchange carries groups or a TA1, and a group carries transaction sets; without them only the envelope was there to check.',
    'Put in what it was meant to carry, or do not send it.',
  ),
  'x12/line-break-inside': warning(
    1,
    {},
    'The file was folded at a fixed column; the breaks were taken out before reading.',
    'Write each segment on one line.',
  ),
  'x12/isa-element': error(1, { ta1: '024' }, 'Each ISA element has a fixed form that receivers route by.', 'Correct the element.'),
  'x12/gs-element': error(1, { ak905: '6' }, 'Each group header element has a fixed form that receivers route by.', 'Correct the element.'),
  'x12/interchange-trailer-missing': error(
    1,
    { ta1: '023' },
    'An interchange without IEA was cut off: what is missing cannot be known.',
    'Send the whole interchange again.',
  ),
  'x12/interchange-control': error(
    1,
    { ta1: '001' },
    'IEA02 must repeat the control number of ISA13.',
    'Write the number of ISA13 in IEA02.',
  ),
  'x12/group-count': error(1, { ta1: '021' }, 'IEA01 counts the groups, so that a lost one is noticed.', 'Count the GS segments.'),
  'x12/interchange-repeated': warning(
    1,
    { ta1: '025' },
    'Receivers refuse a control number that they have seen.',
    'Give each interchange a number of its own.',
  ),
  'x12/group-trailer-missing': error(1, { ak905: '3' }, 'A group without GE was cut off.', 'Send the whole group again.'),
  'x12/group-control': error(1, { ak905: '4' }, 'GE02 must repeat the control number of GS06.', 'Write the number of GS06 in GE02.'),
  'x12/set-count': error(
    1,
    { ak905: '5' },
    'GE01 counts the transaction sets, so that a lost one is noticed.',
    'Count the ST segments of the group.',
  ),
  'x12/group-repeated': error(
    1,
    { ak905: '19' },
    'A group control number stands once in an interchange.',
    'Give each group a number of its own.',
  ),
  'x12/set-trailer-missing': error(1, { ik502: '2' }, 'A transaction set without SE was cut off.', 'Send the whole set again.'),
  'x12/set-control': error(1, { ik502: '3' }, 'SE02 must repeat the control number of ST02.', 'Write the number of ST02 in SE02.'),
  'x12/segment-count': error(
    1,
    { ik502: '4' },
    'SE01 counts the segments from ST to SE, so that a lost one is noticed.',
    'Count the segments, ST and SE included.',
  ),
  'x12/set-repeated': error(
    1,
    { ik502: '23' },
    'A transaction control number stands once in a group.',
    'Give each set a number of its own.',
  ),
  'x12/set-element': error(1, { ik502: '7' }, 'ST and SE name the transaction and its number.', 'Correct the element.'),
  'x12/set-group': error(
    1,
    { ik502: '18' },
    'The group code says which transactions the group carries.',
    'Send the set in a group of its own kind.',
  ),
  'x12/set-version': error(
    1,
    { ik502: '19' },
    'ST03 and GS08 name the guide that the set follows and must agree.',
    'Write the guide version in both.',
  ),
  'x12/stray-segment': error(
    1,
    { ik304: '2' },
    'The segment stands outside the envelope it belongs to.',
    'Put it between its header and its trailer.',
  ),
  // Segments and loops against the guide.
  'x12/segment-unknown': error(2, { ik304: '1' }, 'No transaction of this guide has such a segment.', 'Remove it, or correct its name.'),
  'x12/segment-unexpected': error(
    2,
    { ik304: '2' },
    'The guide has the segment, but not at this place.',
    'Move it into its loop, or remove it; a missing segment before it may be the cause.',
  ),
  'x12/segment-order': error(
    2,
    { ik304: '7' },
    'Segments of a loop come in the order of the guide.',
    'Move it before the segments that follow it in the guide.',
  ),
  'x12/segment-missing': error(2, { ik304: '3' }, 'The guide requires the segment in this loop.', 'Add the segment.'),
  'x12/loop-missing': error(2, { ik304: '3' }, 'The guide requires the loop.', 'Add the loop, beginning with this segment.'),
  'x12/segment-repeats': error(
    2,
    { ik304: '5' },
    'The guide limits how often the segment may stand in its loop.',
    'Keep as many as the guide takes.',
  ),
  'x12/loop-repeats': error(
    2,
    { ik304: '4' },
    'The guide limits how often the loop may stand.',
    'Keep as many as the guide takes, or split the claim.',
  ),
  'x12/segment-not-used': error(2, { ik304: 'I4' }, 'The guide says that the segment is not used.', 'Remove it.'),
  // Elements.
  'x12/element-missing': error(2, { ik304: '8', ik403: '1' }, 'The guide requires the element in this segment.', 'Fill the element.'),
  'x12/element-not-used': error(2, { ik304: '8', ik403: 'I10' }, 'The guide says that the element is not used here.', 'Leave it empty.'),
  'x12/element-count': error(
    1,
    { ik304: '8', ik403: '3' },
    'The segment has fewer elements than were sent.',
    'Remove the extra ones; check for a separator inside the data.',
  ),
  'x12/component-count': error(
    1,
    { ik304: '8', ik403: '13' },
    'The element has fewer components than were sent.',
    'Remove the extra ones; check for a component separator inside the data.',
  ),
  'x12/element-repeats': error(
    1,
    { ik304: '8', ik403: '12' },
    'The element may not be repeated so often.',
    'Remove the repetitions; check for a repetition separator inside the data.',
  ),
  'x12/element-short': error(1, { ik304: '8', ik403: '4' }, 'The standard gives the element a least length.', 'Write it in full.'),
  'x12/element-long': error(
    1,
    { ik304: '8', ik403: '5' },
    'The standard gives the element a greatest length; receivers cut or refuse what is longer.',
    'Shorten it.',
  ),
  'x12/element-number': error(
    1,
    { ik304: '8', ik403: '6' },
    'The element is a number: digits, one point where decimals are allowed, a leading minus.',
    'Write it as a plain number without thousands marks.',
  ),
  'x12/element-date': error(
    1,
    { ik304: '8', ik403: '8' },
    'The element is a day, and this is not one of the calendar.',
    'Write the day as the format code beside it says, CCYYMMDD for D8.',
  ),
  'x12/element-time': error(1, { ik304: '8', ik403: '9' }, 'The element is a time of day.', 'Write HHMM, 0000 to 2359.'),
  'x12/element-code': error(
    2,
    { ik304: '8', ik403: '7' },
    'The guide takes only certain codes here.',
    'Use one of the codes the guide takes.',
  ),
  'x12/element-relation': error(2, { ik304: '8', ik403: '2' }, 'These elements depend on each other.', 'Fill or empty them together.'),
  'x12/element-exclusive': error(2, { ik304: '8', ik403: '10' }, 'Only one of these elements may be filled.', 'Keep one.'),
  // Hierarchy.
  'x12/level-number': error(
    1,
    { ik304: '8', ik403: '7' },
    'HL01 numbers the levels of a set 1, 2, 3 … so that others can point to them.',
    'Number the HL segments in order.',
  ),
  'x12/level-parent': error(
    1,
    { ik304: '8', ik403: '7' },
    'HL02 names the level above, which must be the one this level stands under.',
    'Write the HL01 of the level above.',
  ),
  'x12/level-child': warning(
    1,
    { ik304: '8', ik403: '7' },
    'HL04 says whether levels below follow: 1 yes, 0 no.',
    'Set HL04 by what follows.',
  ),
  // Sums.
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
  // One part depending on another.
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
  // Code lists kept elsewhere.
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

  // Single specialties. Where no other source is named, the rule is of the guide, from a digest of it.
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

  // Payers.
  'x12/companion': warning(
    7,
    { ik304: '8', ik403: 'I13' },
    'The payer asks for it in its companion guide; the finding names the guide.',
    'As the companion guide says.',
  ),
} as const satisfies Record<string, RuleText>;

export type RuleId = keyof typeof X12_RULES;
