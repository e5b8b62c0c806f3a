import type { Cite } from '@cleanclaim/core';

const CHECKED = '2026-11-24';
const MANUAL = 'https://www.cms.gov/regulations-and-guidance/guidance/manuals/downloads';

/** Chapters of the Medicare Claims Processing Manual that rules cite. */
const CHAPTERS = {
  '4': ['part B hospital and OPPS', 'clm104c04.pdf'],
  '5': ['part B outpatient rehabilitation', 'clm104c05.pdf'],
  '16': ['laboratory services', 'clm104c16.pdf'],
  '17': ['drugs and biologicals', 'clm104c17.pdf'],
  '18': ['preventive and screening services', 'clm104c18pdf.pdf'],
  '26': ['completing and processing form CMS-1500', 'clm104c26pdf.pdf'],
  '30': ['financial liability protections', 'clm104c30.pdf'],
} as const;

/** A section of the manual; `note` tells the copy in which its own words were read, and is left out where they were not. */
export function claimsManual(chapter: keyof typeof CHAPTERS, section: string, note?: string): Cite {
  const [title, file] = CHAPTERS[chapter];
  return {
    title: `Medicare Claims Processing Manual, chapter ${chapter}: ${title}`,
    section,
    url: `${MANUAL}/${file}`,
    checked: CHECKED,
    ...(note === undefined ? { read: 'digest' } : { read: 'text', note }),
  };
}

/** A page that was read on the day, of Medicare or of one of its contractors. */
export function pageRead(title: string, url: string, note: string): Cite {
  return { title, url, checked: CHECKED, read: 'text', note };
}

/** Chapter 12, section 50 K, as a list of it is quoted. */
export const ANESTHESIA_MODIFIERS: Cite = {
  title: 'Medicare Claims Processing Manual, chapter 12: physicians and nonphysician practitioners',
  section: '50 K Anesthesia claims modifiers',
  url: `${MANUAL}/clm104c12.pdf`,
  checked: CHECKED,
  read: 'text',
  note: 'as quoted in 2010',
};

export const HOSPICE_MODIFIERS: readonly [Cite, ...Cite[]] = [
  pageRead(
    'Novitas: modifiers GV and GW for patients in hospice',
    'https://www.novitas-solutions.com/webcenter/portal/MedicareJL/pagebyid?contentId=00003600',
    'its first paragraphs; the denial (CARC B9) from a page on it of 2026',
  ),
  pageRead(
    'GV and GW modifiers for hospice claims',
    'https://www.onemedbilling.com/blog-details/hospice-modifiers-gv-and-gw',
    'a digest of 2026, for condition code 07 on facility claims',
  ),
];

export const PAYMENT_WINDOW: readonly [Cite, ...Cite[]] = [
  pageRead(
    'Noridian: 3-day payment window',
    'https://med.noridianmedicare.com/web/jea/topics/claim-submission/3-day-payment-window',
    'which services, which hospitals, and what is left out',
  ),
  pageRead(
    'Medicare Claims Processing Manual, chapter 3, 40.3: outpatient services treated as inpatient services',
    'https://cardiologybilling.blogspot.com/2017/07/three-day-payment-window.html',
    'a reprint of 2017, with the revenue codes of diagnostic services and the window of one day',
  ),
  pageRead(
    'Condition code 51: payment window rules and requirements',
    'https://legalclarity.org/condition-code-51-requirements-for-claim-submission',
    'what the code attests, and that it speaks for services that are not diagnostic alone',
  ),
];

export const SCREENING_CONVERTED: readonly [Cite, ...Cite[]] = [
  pageRead(
    'Noridian: modifier PT',
    'https://med.noridianmedicare.com/web/jeb/topics/modifiers/pt',
    'as of December 2022: codes it goes with, and when not',
  ),
  pageRead(
    'AAPC: modifier PT and screening colonoscopies that become diagnostic',
    'https://aapc.com/codes/coding-newsletters/my-practice-management-alert/reimbursement-roundup-modifier-pt-helps-your-practice-capture-screening-turned-diagnostic-colonoscopy-pay-article',
    'that it does not go on the G codes',
  ),
];

export const PLACE_OF_STAY: readonly [Cite, ...Cite[]] = [
  pageRead(
    'Place of service codes for skilled nursing facilities: resources of CMS (MLN)',
    'https://paltc.org/news-media/skilled-nursing-facility-place-service-codes-updated-resources-cms',
    'the snapshot of 3 May 2024, with the inpatient who is seen in an office',
  ),
  pageRead(
    'Medicare Claims Processing Manual, chapter 26, 10.5: places of service',
    'https://aapc.com/codes/coding-newsletters/my-medicare-compliance-reimbursement-alert/medicare-regulations-pay-attention-to-medicare-pos-intricacies-178812-article/rci',
    'what is paid in places 31 and 32, as told in October 2024',
  ),
];
