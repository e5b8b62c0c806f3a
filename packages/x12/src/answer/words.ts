/** What the codes of answers mean, in our own words. A code that is not here is shown without words, never guessed. */
type Words = Readonly<Record<string, string>>;

/** EB01. */
export const BENEFITS: Words = {
  '1': 'covered',
  '6': 'not covered: the cover is inactive',
  A: 'coinsurance of the patient',
  B: 'copayment of the patient',
  C: 'deductible',
  F: 'limit',
  G: 'most the patient pays (out of pocket)',
  I: 'not covered',
  R: 'another payer',
  U: 'ask elsewhere',
  V: 'cannot be processed',
  W: 'another source has the data',
};

/** EB02. */
export const LEVELS: Words = {
  IND: 'for the person',
  FAM: 'for the family',
  EMP: 'for the employee',
  CHD: 'for children',
  SPO: 'for the spouse',
};

/** EB03: the service types that every plan answers for. */
export const SERVICES: Words = {
  '1': 'medical care',
  '30': 'the plan in general',
  '33': 'chiropractic',
  '35': 'dental care',
  '47': 'hospital',
  '48': 'hospital, inpatient',
  '50': 'hospital, outpatient',
  '86': 'emergency',
  '88': 'pharmacy',
  '98': 'office visit',
  AL: 'vision',
  MH: 'mental health',
  UC: 'urgent care',
};

/** EB06. */
export const PERIODS: Words = {
  '7': 'a day',
  '22': 'a service year',
  '23': 'a calendar year',
  '24': 'this year so far',
  '26': 'an episode',
  '27': 'a visit',
  '29': 'left',
  '32': 'a lifetime',
  '33': 'left of a lifetime',
  '34': 'a month',
  '35': 'a week',
};

/** AAA03. */
export const REJECTIONS: Words = {
  '15': 'something needed is missing',
  '41': 'no access for this sender',
  '42': 'the payer cannot answer now',
  '43': 'the provider’s number is wrong',
  '50': 'the provider may not ask this payer',
  '51': 'the provider is not known',
  '52': 'the day is outside the provider’s enrollment',
  '57': 'the day of service is wrong',
  '58': 'the day of birth is wrong',
  '60': 'birth is after the service',
  '62': 'the day is outside the time that may be asked about',
  '63': 'the day is in the future',
  '64': 'the patient’s number is wrong',
  '65': 'the patient’s name is wrong',
  '67': 'the patient was not found',
  '71': 'the day of birth is another than the payer has',
  '72': 'the member number is wrong',
  '73': 'the member’s name is wrong',
  '75': 'the member was not found',
  '76': 'the member number stands for several people',
  '79': 'the number of a party is wrong',
  '80': 'no answer came',
};

/** AAA04. */
export const FOLLOW_UPS: Words = {
  C: 'correct it and send again',
  N: 'do not send again',
  P: 'send the original again',
  R: 'you may send again',
  S: 'do not send again: it went to another party',
  W: 'wait 30 days and send again',
  X: 'wait 10 days and send again',
  Y: 'do not send again: it is held and will be answered',
};

/** First part of STC01. */
export const STATUSES: Words = {
  A0: 'passed on',
  A1: 'received',
  A2: 'accepted',
  A3: 'returned: not to be processed',
  A4: 'not found',
  A5: 'split',
  A6: 'refused: something is missing',
  A7: 'refused: something is wrong',
  A8: 'refused: something conflicts',
  D0: 'not found',
  E0: 'the payer cannot answer',
  F0: 'finished',
  F1: 'finished and paid',
  F2: 'finished and denied',
  F3: 'finished and changed',
  F4: 'finished without payment',
  P0: 'pending',
  P1: 'pending: being worked on',
  P2: 'pending: the payer reviews it',
  P3: 'pending: the provider was asked for something',
  P4: 'pending: the patient was asked for something',
};

/** HCR01. */
export const DECISIONS: Words = {
  A1: 'approved as asked',
  A2: 'approved in part',
  A3: 'not approved',
  A4: 'pending',
  A6: 'approved with changes',
  CT: 'call the payer',
  NA: 'no approval is needed',
};
