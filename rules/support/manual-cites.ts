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
