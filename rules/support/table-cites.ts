import type { Cite } from '@cleanclaim/core';

const CHECKED = '2026-11-24';
const NCCI = 'https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits';

/** The NCCI Policy Manual for Medicare, known from a digest that quotes it by page. */
export function ncciManual(section: string): Cite {
  return {
    title: 'Medicare NCCI Policy Manual, chapter I: general correct coding policies',
    section,
    url: `${NCCI}/medicare-ncci-policy-manual`,
    checked: CHECKED,
    read: 'digest',
  };
}

export const ADD_ON_EDITS: Cite = {
  title: 'Medicare NCCI add-on code edits',
  url: `${NCCI}/medicare-ncci-add-code-edits`,
  checked: CHECKED,
  read: 'digest',
};

/** Field descriptions of the relative value file, as its release document of October 2025 gives them. */
export function relativeValueFile(section: string): Cite {
  return {
    title: 'Physician fee schedule relative value file: record layout and attachment A',
    section,
    url: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files',
    checked: CHECKED,
    read: 'text',
    note: 'RVU25D.pdf, October 2025',
  };
}

/** Medicare Claims Processing Manual, chapter 12, known from digests. */
export function practitionerManual(section: string): Cite {
  return {
    title: 'Medicare Claims Processing Manual, chapter 12: physicians and nonphysician practitioners',
    section,
    url: 'https://www.cms.gov/regulations-and-guidance/guidance/manuals/downloads/clm104c12.pdf',
    checked: CHECKED,
    read: 'digest',
  };
}

export const HCPCS_RELEASE: Cite = {
  title: 'HCPCS Level II: quarterly release of codes and modifiers',
  url: 'https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update',
  checked: CHECKED,
  read: 'text',
  note: 'the record layout and the files of 2017 to 2020',
};

export const NEW_PATIENT: Cite = {
  title: 'Medicare Claims Processing Manual, chapter 12: physicians and nonphysician practitioners',
  section: '30.6.7 A Definition of new patient for selection of E/M visit code',
  url: 'https://www.cms.gov/regulations-and-guidance/guidance/manuals/downloads/clm104c12.pdf',
  checked: CHECKED,
  read: 'text',
  note: 'as quoted in full by several; the exact third anniversary is not in it',
};

export const WELLNESS_CITES = [
  {
    title: 'Change request 7079: annual wellness visit (42 CFR 410.15)',
    section: 'policy: who may have one',
    url: 'https://www.cms.gov/regulations-and-guidance/guidance/transmittals/downloads/r2159cp.pdf',
    checked: CHECKED,
    read: 'text',
    note: 'the paragraph on the past 12 months, as reprinted; that G0402 and G0438 are paid once, from a reprint of its article',
  },
  {
    title: 'Recovery audit issue 0077: annual wellness visit sooner than 11 whole months after the first examination',
    url: 'https://www.cms.gov/research-statistics-data-and-systems/monitoring-programs/medicare-ffs-compliance-programs/recovery-audit-program/approved-rac-topics',
    checked: CHECKED,
    read: 'text',
  },
] as const satisfies readonly [Cite, ...Cite[]];

export const SCREENING_INTERVALS: readonly [Cite, ...Cite[]] = [
  {
    title: '42 CFR 410.37: colorectal cancer screening tests, limitations on coverage',
    url: 'https://www.ecfr.gov/current/title-42/section-410.37',
    checked: CHECKED,
    read: 'text',
    note: 'a transcript of the section as revised on 1 October 2023',
  },
  {
    title: '42 CFR 410.34: mammography services, limitations on coverage',
    url: 'https://www.ecfr.gov/current/title-42/section-410.34',
    checked: CHECKED,
    read: 'digest',
    note: 'the count of full months from an example that CMS gave',
  },
  {
    title: 'Medicare Benefit Policy Manual, chapter 15: covered medical and other health services',
    section: '280.1 Glaucoma screening',
    url: 'https://www.cms.gov/regulations-and-guidance/guidance/manuals/downloads/bp102c15.pdf',
    checked: CHECKED,
    read: 'text',
    note: 'revision 194 of 2014, as reprinted',
  },
  {
    title: 'NGS: preventive services guide, prostate cancer screening',
    url: 'https://ngsmedicare.com/hu/preventive-services?selectedArticleId=1658722',
    checked: CHECKED,
    read: 'text',
  },
  {
    title: 'Medicare guide to preventive services: screening pelvic examination',
    url: 'https://www.whatismedicalinsurancebilling.org/2010/04/pelvic-examination-cpt-code-g0101.html',
    checked: CHECKED,
    read: 'text',
    note: 'a reprint of 2010; for smears (Q0091) from a digest',
  },
  {
    title: 'Palmetto GBA: annual depression screening, G0444',
    url: 'https://www.palmettogba.com/palmetto/jjb.nsf/DID/AS3JMT0477',
    checked: CHECKED,
    read: 'text',
  },
];
