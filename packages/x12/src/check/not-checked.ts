import type { GuideId } from '../map/guides.ts';
import type { NotChecked } from './finding.ts';

const entry = (rule: string, reason: string, install: string): NotChecked => ({ rule, reason, install });

const PROCEDURES = entry(
  'x12/procedure-codes',
  'Procedure codes and modifiers (CPT, HCPCS, CDT) were checked for their place, not looked up.',
  'cleanclaim data add FILE (the CMS HCPCS file; your licensed CPT or CDT file), in a later version',
);
const TAXONOMY = entry(
  'x12/taxonomy',
  'Provider taxonomy codes were not looked up.',
  'cleanclaim data add FILE (the NUCC taxonomy CSV), in a later version',
);
const BILLING_CODES = entry(
  'x12/uniform-bill-codes',
  'Revenue, condition, occurrence, value and status codes (NUBC) were not looked up.',
  'cleanclaim data add FILE (your NUBC file), in a later version',
);
/** Said where a CAS stands and no list is installed. */
export const REASONS = entry(
  'x12/reason-code',
  'Adjustment reasons (CARC) were not looked up.',
  'cleanclaim data add FILE (your X12 list, such as carc-2026-11-01.csv)',
);
const REMARKS = entry(
  'x12/remark-codes',
  'Remark codes (RARC) were not looked up here; `x12 read-835` shows their words from your list.',
  'They come with a later version.',
);
const STATUSES = entry(
  'x12/status-codes',
  'Claim status categories and codes were not looked up.',
  'cleanclaim data add FILE (your X12 external code lists), in a later version',
);
const SPECIALTY = entry(
  'x12/specialty',
  'Rules of single specialties (SNIP type 6) are those docs/x12-checks.md lists; vision, hospice, hemodialysis and other ones are not made.',
  'They come with a later version.',
);
/** Left out where a companion guide was given. */
export const COMPANION = entry(
  'x12/companion-guide',
  'The payer’s own companion guide (SNIP type 7) was not applied.',
  'Give it with --companion FILE (docs/x12-companions.md).',
);
const REVIEW = entry(
  'x12/guide-facts',
  'The facts on rare segments of the 278 are not sure: they are reported as warnings only.',
  'Compare with your copy of the guide (005010X217).',
);

const PREDETERMINATION = entry(
  'x12/guide-facts',
  'Predetermination guides are read as their claim guides with the differences known: what else differs is reported as warnings only.',
  'Compare with your copy of the guide (005010X291 or 005010X292).',
);

const ENROLLMENT = entry(
  'x12/guide-facts',
  'The map of the 834 has one source for its elements: most findings are reported as warnings only.',
  'Compare with your copy of the guide (005010X220A1 or 005010X307).',
);

const PREMIUM = entry(
  'x12/guide-facts',
  'The map of the 820 has one source (005010X218) or none but samples (005010X306): most findings are reported as warnings only.',
  'Compare with your copy of the guide (005010X218 or 005010X306).',
);

const CLAIMS = [PROCEDURES, TAXONOMY, SPECIALTY, COMPANION];

/** What no check of this version looks at, by guide: a report says so rather than look cleaner than it is. */
export const NOT_CHECKED: Readonly<Record<GuideId, readonly NotChecked[]>> = {
  '837P': CLAIMS,
  '837I': [...CLAIMS, BILLING_CODES],
  '837D': CLAIMS,
  '837P-X291': [PREDETERMINATION, ...CLAIMS],
  '837I-X292': [PREDETERMINATION, ...CLAIMS, BILLING_CODES],
  '820': [PREMIUM, COMPANION],
  '820-X306': [PREMIUM, COMPANION],
  '834': [ENROLLMENT, COMPANION],
  '835': [PROCEDURES, REMARKS, COMPANION],
  '270': [COMPANION],
  '271': [PROCEDURES, COMPANION],
  '276': [PROCEDURES, COMPANION],
  '277': [PROCEDURES, STATUSES, COMPANION],
  '277CA': [STATUSES, COMPANION],
  '278Q': [REVIEW, PROCEDURES, COMPANION],
  '278R': [REVIEW, PROCEDURES, COMPANION],
  '997': [],
  '999': [],
  TA1: [],
};
