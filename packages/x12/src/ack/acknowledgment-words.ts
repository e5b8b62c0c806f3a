/**
 * What the codes of TA1, 999 and 277CA mean, in our own words. The official lists (X12 data elements I18, 618, 620, 621,
 * 716; external lists 507 and 508) are licensed; a code that is not here is given without words, never guessed.
 */
type Words = Readonly<Record<string, string>>;

/** TA104, IK501 and AK901 say the same things of an interchange, a set and a group. */
export const RESULTS: Readonly<Record<string, 'accepted' | 'accepted-with-errors' | 'partly-accepted' | 'rejected'>> = {
  A: 'accepted',
  E: 'accepted-with-errors',
  P: 'partly-accepted',
  R: 'rejected',
  M: 'rejected',
  W: 'rejected',
  X: 'rejected',
};

export const INTERCHANGE_NOTES: Words = {
  '000': 'no error',
  '001': 'the control numbers of header and trailer differ',
  '002': 'this standard is not supported',
  '003': 'this version is not supported',
  '004': 'the segment terminator is wrong',
  '005': 'the sender’s qualifier is wrong',
  '006': 'the sender’s id is wrong or not known to them',
  '007': 'the receiver’s qualifier is wrong',
  '008': 'the receiver’s id is wrong',
  '009': 'the receiver is not known to them',
  '014': 'the date is wrong',
  '015': 'the time is wrong',
  '018': 'the control number is wrong',
  '020': 'the test or production mark is wrong',
  '021': 'the number of groups is wrong',
  '022': 'the envelopes are not built right',
  '023': 'the file ends too early',
  '024': 'the content is not as it should be',
  '025': 'a file with this control number came before',
};

export const GROUP_ERRORS: Words = {
  '1': 'this kind of group is not supported',
  '2': 'this version is not supported',
  '3': 'the trailer of the group is missing',
  '4': 'the control numbers of header and trailer differ',
  '5': 'the number of sets is wrong',
  '6': 'the control number is wrong',
  '19': 'a group with this control number came before',
};

export const SET_ERRORS: Words = {
  '1': 'this kind of set is not supported',
  '2': 'the trailer of the set is missing',
  '3': 'the control numbers of header and trailer differ',
  '4': 'the number of segments is wrong',
  '5': 'segments have errors',
  '6': 'the name of the set is wrong',
  '7': 'the control number is wrong',
  '23': 'a set with this control number came before',
  I5: 'segments break the guide',
  I6: 'this guide is not supported',
};

export const SEGMENT_ERRORS: Words = {
  '1': 'no such segment',
  '2': 'the segment was not expected here',
  '3': 'a required segment is missing',
  '4': 'the loop comes too often',
  '5': 'the segment comes too often',
  '6': 'the segment does not belong in this set',
  '7': 'the segment stands in the wrong place',
  '8': 'elements of the segment have errors',
  I4: 'the guide does not use this segment',
  I6: 'a segment that is needed in this situation is missing',
  I7: 'the loop comes too seldom',
  I8: 'the segment comes too seldom',
  I9: 'the segment may not stand here in this situation',
};

export const ELEMENT_ERRORS: Words = {
  '1': 'a required element is missing',
  '2': 'an element that others call for is missing',
  '3': 'there are too many elements',
  '4': 'the element is too short',
  '5': 'the element is too long',
  '6': 'a character is not allowed',
  '7': 'the code is not one of the list',
  '8': 'this is no day',
  '9': 'this is no time of day',
  '10': 'two elements stand together that may not',
  '12': 'the element is repeated too often',
  '13': 'there are too many components',
  I6: 'the guide does not use this code',
  I9: 'an element that is needed in this situation is missing',
  I10: 'the guide does not use this element',
  I11: 'the element is repeated too seldom',
  I12: 'the element is not built as the guide says',
  I13: 'the element may not stand here in this situation',
};

export interface ClaimCategory {
  readonly says: string;
  readonly result: 'accepted' | 'received' | 'rejected';
  readonly how: string;
}

const RESEND = 'It never reached the payer’s decision: mend what is named here and send it again as a new claim.';

/** Claim status categories that a 277CA uses. */
export const CLAIM_CATEGORIES: Readonly<Record<string, ClaimCategory>> = {
  A0: { says: 'passed on to another party', result: 'received', how: 'Wait for the answer of the party it went to.' },
  A1: { says: 'received, not yet accepted', result: 'received', how: 'Wait for the next 277CA; received is not accepted.' },
  A2: { says: 'accepted for a decision', result: 'accepted', how: 'Wait for the payment (835).' },
  A3: { says: 'returned, it cannot be processed', result: 'rejected', how: RESEND },
  A4: { says: 'not found at the payer', result: 'rejected', how: 'Check that it was sent, and to the right payer; send it again.' },
  A5: { says: 'split into several claims', result: 'received', how: 'Watch each part: the payment names them one by one.' },
  A6: { says: 'rejected, something is missing', result: 'rejected', how: RESEND },
  A7: { says: 'rejected, something is not valid', result: 'rejected', how: RESEND },
  A8: { says: 'rejected, two parts do not fit together', result: 'rejected', how: RESEND },
};

/** Claim status codes that 277CAs give most; what they speak of, the entity beside it telling whose. */
export const CLAIM_STATUSES: Words = {
  '16': 'passed on',
  '19': 'received',
  '20': 'accepted for processing',
  '21': 'something is missing or not valid',
  '23': 'returned',
  '24': 'not allowed to send electronically',
  '26': 'not found',
  '33': 'subscriber not found',
  '54': 'a claim or line like it was processed before',
  '78': 'a claim or line like it is waiting already',
  '97': 'eligibility of the patient not found',
  '116': 'sent to the wrong payer',
  '125': 'name',
  '126': 'address',
  '128': 'tax id',
  '145': 'specialty (taxonomy) code',
  '153': 'id number',
  '158': 'date of birth',
  '164': 'member number',
  '178': 'charge',
  '187': 'date of service',
  '188': 'first and last day of the statement',
  '218': 'NDC of the drug',
  '228': 'type of bill',
  '234': 'discharge status',
  '244': 'tooth',
  '249': 'place of service',
  '254': 'principal diagnosis',
  '255': 'diagnosis',
  '400': 'amounts do not add up',
  '453': 'modifier',
  '454': 'procedure code',
  '455': 'revenue code',
  '464': 'the payer’s number of the earlier claim',
  '481': 'format of the claim',
  '488': 'diagnosis pointers of the line',
  '500': 'ZIP code',
  '535': 'claim frequency code',
  '562': 'NPI',
};

/** Whose the status is (entity codes). */
export const ENTITIES: Words = {
  '40': 'the receiver',
  '41': 'the sender',
  '71': 'the attending provider',
  '72': 'the operating provider',
  '77': 'the service facility',
  '82': 'the rendering provider',
  '85': 'the billing provider',
  '87': 'the pay-to provider',
  DK: 'the ordering provider',
  DN: 'the referring provider',
  IL: 'the subscriber',
  PR: 'the payer',
  QC: 'the patient',
};
