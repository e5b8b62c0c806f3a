/**
 * What common claim adjustment reason codes mean, in our own words, and what kind of thing they are. The official list
 * (X12, external code list 139) is licensed; a code that is not here is given without words, never guessed.
 */
export type DenialCategory =
  | 'patient-share'
  | 'contract'
  | 'other-payer'
  | 'eligibility'
  | 'authorization'
  | 'medical-necessity'
  | 'coding'
  | 'duplicate'
  | 'timely-filing'
  | 'documentation'
  | 'coverage'
  | 'credentialing'
  | 'other';

/** What to do about it. */
export type NextStep = 'bill-patient' | 'write-off' | 'fix-and-resend' | 'appeal' | 'bill-other-payer' | 'check' | 'nothing';

export interface CategoryText {
  readonly says: string;
  /** Whether the office could have prevented it. */
  readonly preventable: 'yes' | 'sometimes' | 'no';
  readonly next: NextStep;
  readonly how: string;
}

export const CATEGORIES: Readonly<Record<DenialCategory, CategoryText>> = {
  'patient-share': {
    says: 'the patient’s own share',
    preventable: 'no',
    next: 'bill-patient',
    how: 'Bill the patient, or the next payer if there is one.',
  },
  contract: {
    says: 'the difference to the contract or fee schedule',
    preventable: 'no',
    next: 'write-off',
    how: 'Write it off, after comparing with the contract; it may not be billed to the patient.',
  },
  'other-payer': {
    says: 'another payer comes first, or has paid',
    preventable: 'sometimes',
    next: 'bill-other-payer',
    how: 'Bill the payer that comes first, or send its remittance along.',
  },
  eligibility: {
    says: 'the patient was not covered, or not found',
    preventable: 'yes',
    next: 'check',
    how: 'Check the member number and the dates of coverage; bill the right payer, or the patient.',
  },
  authorization: {
    says: 'prior authorization or referral',
    preventable: 'yes',
    next: 'appeal',
    how: 'Look for the authorization; resend with its number, ask for one after the fact, or appeal.',
  },
  'medical-necessity': {
    says: 'not shown to be medically necessary',
    preventable: 'sometimes',
    next: 'appeal',
    how: 'Check that the diagnosis supports the service; resend when it was miscoded, else appeal with the record.',
  },
  coding: {
    says: 'how the service was coded or bundled',
    preventable: 'yes',
    next: 'fix-and-resend',
    how: 'Check code, modifier, units and diagnosis; send a corrected claim, or appeal when the coding was right.',
  },
  duplicate: {
    says: 'it was sent before',
    preventable: 'yes',
    next: 'check',
    how: 'Find the first claim and its result; a corrected claim needs frequency code 7 and the payer’s claim number.',
  },
  'timely-filing': {
    says: 'it came too late',
    preventable: 'yes',
    next: 'appeal',
    how: 'Appeal with proof that it was sent in time (999, 277CA); else write it off.',
  },
  documentation: {
    says: 'something is missing on the claim or beside it',
    preventable: 'yes',
    next: 'fix-and-resend',
    how: 'The remark codes say what is missing; add it and resend.',
  },
  coverage: {
    says: 'the plan does not cover it, or its limit is reached',
    preventable: 'sometimes',
    next: 'check',
    how: 'Check the plan; the patient may be billed when the group is PR.',
  },
  credentialing: {
    says: 'the provider may not be paid for it by this payer',
    preventable: 'yes',
    next: 'check',
    how: 'Check NPI, taxonomy and enrollment with the payer; resend when settled.',
  },
  other: { says: 'another reason', preventable: 'sometimes', next: 'check', how: 'Ask the payer what is needed.' },
};

type Reason = readonly [words: string, category: DenialCategory];

export const REASONS: Readonly<Record<string, Reason>> = {
  '1': ['deductible', 'patient-share'],
  '2': ['coinsurance', 'patient-share'],
  '3': ['copayment', 'patient-share'],
  '4': ['the modifier is missing or does not fit the procedure', 'coding'],
  '5': ['the place of service does not fit the procedure', 'coding'],
  '6': ['the procedure does not fit the patient’s age', 'coding'],
  '7': ['the procedure does not fit the patient’s sex', 'coding'],
  '8': ['the procedure does not fit the provider’s specialty', 'credentialing'],
  '9': ['the diagnosis does not fit the patient’s age', 'coding'],
  '10': ['the diagnosis does not fit the patient’s sex', 'coding'],
  '11': ['the diagnosis does not support the procedure', 'coding'],
  '13': ['the date of death is before the service', 'eligibility'],
  '15': ['the authorization number is missing, wrong or for something else', 'authorization'],
  '16': ['the claim lacks information or holds wrong information; see the remark codes', 'documentation'],
  '18': ['an exact duplicate of another claim or line', 'duplicate'],
  '19': ['work-related: the workers’ compensation carrier is to pay', 'other-payer'],
  '20': ['an injury covered by a liability carrier', 'other-payer'],
  '21': ['an injury covered by a no-fault carrier', 'other-payer'],
  '22': ['another payer may come first', 'other-payer'],
  '23': ['what an earlier payer paid or adjusted', 'other-payer'],
  '24': ['covered by a capitation agreement', 'contract'],
  '26': ['given before coverage began', 'eligibility'],
  '27': ['given after coverage ended', 'eligibility'],
  '29': ['the time limit for sending has passed', 'timely-filing'],
  '31': ['the patient cannot be found as insured', 'eligibility'],
  '32': ['the dependent is not eligible', 'eligibility'],
  '33': ['the plan has no cover for dependents', 'eligibility'],
  '35': ['the lifetime limit is reached', 'coverage'],
  '39': ['denied when authorization was asked for', 'authorization'],
  '40': ['did not meet the terms of emergency or urgent care', 'medical-necessity'],
  '45': ['the charge is above the fee schedule or contracted amount', 'contract'],
  '49': ['a routine or preventive service that the plan leaves out', 'coverage'],
  '50': ['the payer does not hold it medically necessary', 'medical-necessity'],
  '54': ['several physicians or assistants are not covered here', 'coding'],
  '55': ['the payer holds it experimental', 'medical-necessity'],
  '56': ['the payer does not hold it proven effective', 'medical-necessity'],
  '58': ['given in a place that does not fit', 'coding'],
  '59': ['reduced by the rules for several procedures together', 'contract'],
  '60': ['outpatient service close to an inpatient stay', 'coverage'],
  '66': ['blood deductible', 'patient-share'],
  '89': ['professional fees taken out of the charge', 'contract'],
  '94': ['processed for more than the charge', 'contract'],
  '95': ['the plan’s procedures were not followed', 'authorization'],
  '96': ['not covered; see the remark codes', 'coverage'],
  '97': ['part of another service that was already paid or settled', 'coding'],
  '100': ['paid to the patient', 'patient-share'],
  '102': ['adjusted by major medical cover', 'coverage'],
  '104': ['managed care withholding', 'contract'],
  '107': ['the related service was not on this claim', 'documentation'],
  '109': ['this payer does not cover it: send it to the right one', 'eligibility'],
  '110': ['billed before the day of service', 'coding'],
  '112': ['not shown to have been given to the patient', 'documentation'],
  '116': ['the advance notice signed by the patient does not hold', 'documentation'],
  '119': ['the benefit limit for this period or event is reached', 'coverage'],
  '129': ['what was said of earlier processing seems wrong', 'documentation'],
  '131': ['a discount agreed for this claim', 'contract'],
  '133': ['still being looked into', 'other'],
  '140': ['member number and name do not belong together', 'eligibility'],
  '144': ['incentive payment', 'contract'],
  '146': ['the diagnosis was not valid on the day', 'coding'],
  '147': ['the contracted rate has ended or is not on file', 'contract'],
  '148': ['information from another provider is missing or not enough', 'documentation'],
  '149': ['the lifetime limit for this service is reached', 'coverage'],
  '150': ['the record does not support this level of service', 'medical-necessity'],
  '151': ['the record does not support so many or so frequent services', 'coding'],
  '163': ['the attachment named on the claim was not received', 'documentation'],
  '164': ['the attachment did not come in time', 'documentation'],
  '165': ['the referral is missing or was exceeded', 'authorization'],
  '166': ['sent after the payer’s time for this plan had ended', 'eligibility'],
  '167': ['the diagnosis is not covered', 'coverage'],
  '170': ['not paid to this kind of provider', 'credentialing'],
  '171': ['not paid to this kind of provider in this kind of facility', 'credentialing'],
  '172': ['not paid to this specialty', 'credentialing'],
  '177': ['the patient does not meet the terms of eligibility', 'eligibility'],
  '181': ['the procedure code was not valid on the day', 'coding'],
  '182': ['the modifier was not valid on the day', 'coding'],
  '183': ['the referring provider may not refer for it', 'credentialing'],
  '184': ['the ordering provider may not order it', 'credentialing'],
  '185': ['the rendering provider may not give it', 'credentialing'],
  '186': ['level of care changed', 'medical-necessity'],
  '189': ['an unlisted code where a specific one exists', 'coding'],
  '193': ['the first decision stands after review', 'other'],
  '197': ['authorization or notice before the service is missing', 'authorization'],
  '198': ['authorization or notice was exceeded', 'authorization'],
  '199': ['revenue code and procedure code do not belong together', 'coding'],
  '200': ['a gap in coverage', 'eligibility'],
  '204': ['not covered under the patient’s present plan', 'coverage'],
  '206': ['the NPI is missing', 'credentialing'],
  '207': ['the NPI is malformed', 'credentialing'],
  '208': ['the NPI does not match', 'credentialing'],
  '209': ['may by rule not be collected from the patient', 'contract'],
  '222': ['more than the hours or units agreed for this provider and period', 'contract'],
  '223': ['adjusted by a law or rule of its own', 'contract'],
  '226': ['information asked of this provider is missing or came late', 'documentation'],
  '227': ['information asked of the patient is missing or came late', 'documentation'],
  '231': ['two procedures that exclude each other on one day', 'coding'],
  '234': ['not paid separately', 'coding'],
  '236': ['code and modifier do not go together with another of that day (NCCI)', 'coding'],
  '237': ['a penalty set by law', 'contract'],
  '242': ['not given by a provider of the network', 'authorization'],
  '243': ['not authorized by the primary care provider', 'authorization'],
  '246': ['a code for reporting only, without payment', 'contract'],
  '250': ['the attachment received is not the right one', 'documentation'],
  '251': ['the attachment received is not complete', 'documentation'],
  '252': ['an attachment or other paper is needed; see the remark codes', 'documentation'],
  '253': ['sequestration: the reduction of federal payments', 'contract'],
  '256': ['not payable under the managed care contract', 'contract'],
  '261': ['procedure or service does not fit the patient’s history', 'coding'],
  A1: ['denied; see the remark codes', 'other'],
  A8: ['the DRG cannot be found from the claim', 'coding'],
  B1: ['visits that are not covered', 'coverage'],
  B7: ['the provider was not certified for it on the day', 'credentialing'],
  B9: ['the patient is in hospice', 'coverage'],
  B12: ['not documented in the record', 'documentation'],
  B13: ['paid before, perhaps by another claim', 'duplicate'],
  B14: ['one visit a physician and day is paid', 'duplicate'],
  B15: ['a qualifying service is missing', 'coding'],
  B16: ['the terms of a new patient are not met', 'coding'],
  B20: ['given wholly or partly by another provider', 'duplicate'],
  B23: ['not authorized by the laboratory’s CLIA certificate', 'credentialing'],
};

export const GROUPS: Readonly<Record<string, string>> = {
  CO: 'by contract: the provider bears it',
  PR: 'the patient owes it',
  OA: 'other: says nothing of who bears it',
  PI: 'the payer’s own reduction, outside the contract',
};

export const CLAIM_STATUSES: Readonly<Record<string, string>> = {
  '1': 'processed as primary',
  '2': 'processed as secondary',
  '3': 'processed as tertiary',
  '4': 'denied',
  '19': 'processed as primary and passed on to the next payer',
  '20': 'processed as secondary and passed on to the next payer',
  '21': 'processed as tertiary and passed on to the next payer',
  '22': 'reversal of an earlier payment',
  '23': 'not this payer’s claim; passed on',
  '25': 'predetermination: an estimate, no payment',
};

export const PROVIDER_REASONS: Readonly<Record<string, string>> = {
  '50': 'late charge',
  '51': 'interest penalty charge',
  '72': 'refund received from the provider',
  '90': 'early payment allowance',
  AP: 'acceleration of benefits',
  B2: 'rebate',
  BD: 'bad debt',
  BN: 'bonus',
  CS: 'correction of an earlier payment',
  CT: 'capitation',
  FB: 'balance carried forward',
  IR: 'withheld for the tax authority (IRS)',
  J1: 'payment not to be refunded',
  L6: 'interest owed',
  LE: 'levy',
  LS: 'lump sum',
  PI: 'periodic interim payment',
  WO: 'overpayment taken back',
  WU: 'unspecified recovery',
};
