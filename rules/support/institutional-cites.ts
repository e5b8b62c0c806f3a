import type { Cite } from '@cleanclaim/core';
import { pageRead } from './manual-cites.ts';

/** What was read of the codes that facilities bill with: the NUBC's own manual is sold, so these are documents of payers and states. */

export const DISCHARGE_STATUS_QUESTIONS: Cite = pageRead(
  'Patient discharge status codes: questions and answers (MLN Matters SE0801)',
  'https://www.medicarepaymentandreimbursement.com/2019/12/patient-discharge-status-code-list-and.html',
  'a reprint: the answer on status 30, and on types of bill that end in 2 or 3',
);

export const DISCHARGE_STATUS_LIST: Cite = pageRead(
  'ResDAC: patient discharge status code',
  'https://www.resdac.org/cms-data/variables/patient-discharge-status-code',
  'the codes up to 62, with the three that are for hospices only',
);

export const DATE_OF_DEATH: Cite = pageRead(
  'Change request 7792 (MLN Matters MM7792): occurrence code 55 for the date of death',
  'https://hhs.gov/guidance/document/new-occurrence-code-report-date-death',
  'the guidance page of CMS; which discharge statuses ask for it in several quotations, of which one is of AAPC',
);

export const COVERED_DAYS: Cite = pageRead(
  'First Coast: reason code 12206, covered and non-covered days',
  'https://medicare.fcso.com/Inquiries_and_denials/Tips/169984.asp',
  'with its words on value codes 80 to 83 and on status 30',
);

export const STATEMENT_AND_ADMISSION: Cite = pageRead(
  'X12 request for interpretation 2183: value codes, statement dates and the admission date',
  'https://rfi.x12.org/Request/Details/2183',
  'that the statement may begin before the admission',
);

export const CLAIM_CHANGE: Cite = pageRead(
  'Medicare Claims Processing Manual, chapter 1, 130.1.2: claim change reason codes, and edits on them',
  'https://dmebillingservice.blogspot.com/search/label/Claim%20Change%20Reasons',
  'a reprint of 2017; its table also at CGS and Palmetto GBA, 2018 and 2019',
);

export const POINT_OF_ORIGIN: Cite = pageRead(
  '22 CCR 97222: point of origin of inpatients (California)',
  'https://www.law.cornell.edu/regulations/california/22-CCR-97222',
  'as amended for discharges from 2023 on; the same codes in the guide of the Texas Hospital Association, with the end of code 7 on 1 July 2010',
);

export const OCCURRENCE_RANGES: Cite = pageRead(
  'Medicare Claims Processing Manual, transmittal 81: occurrence and occurrence span codes',
  'https://www.cms.gov/regulations-and-guidance/guidance/transmittals/downloads/r81cp.pdf',
  'its two sentences on which codes are of which kind, as quoted; that codes stand once, from an edit of Stedi',
);

export const CONSISTENCY_EDITS: Cite = pageRead(
  'Medicare: consistency edits of the uniform bill, occurrence spans and value codes',
  'https://1library.net/article/fls-value-codes-amounts-2.zx3wv94z',
  'an excerpt of an old edition, with types of bill that are no longer used',
);
