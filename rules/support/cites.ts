import type { Cite } from '@cleanclaim/core';

const CHECKED = '2026-11-24';
const MANUAL = 'https://www.cms.gov/regulations-and-guidance/guidance/manuals/downloads';

/** The sections of a document whose own words were seen, with the copy they stood in; all others are known from a digest. */
type Read = Readonly<Record<string, string>>;

/** How far a section was read. `key` is the part of it that the table knows: a number, an item, an edit. */
function howFar(table: Read, key: string): Pick<Cite, 'read' | 'note'> {
  const note = table[key];
  return note === undefined ? { read: 'digest' } : { read: 'text', note };
}

/** docs/decisions/0005-citations.md tells where each copy was found. */
const GUIDELINES: Read = {
  'I.A.3': 'in a reprint of FY2026',
  'I.A.4': 'as quoted; the edition is not given',
  'I.A.12.a': 'in the words of FY2017, as quoted',
  'I.A.13': 'as quoted; the edition is not given',
  'I.A.15': 'in the words of FY2025, as quoted',
  'I.A.17': 'in a reprint of FY2026',
  'I.B.2': 'in a reprint of FY2026',
  'I.B.5': 'in a reprint of FY2026',
  'I.B.10': 'as quoted; the edition is not given',
  'I.B.12': 'in a reprint of FY2026',
  'I.B.13': 'to the sentence on separate encounters, as quoted and in the course of CMS; the edition is not given',
  'I.B.14': 'in the words of FY2022, as quoted, and the list of FY2026; underimmunization from a digest',
  'I.C.2.e.2': 'in a reprint of FY2026',
  'I.C.2.m': 'as quoted; the edition is not given',
  'I.C.9.a': 'paragraphs 1 and 2 in the words of FY2026, as quoted',
  'I.C.15.a': 'paragraphs 1 to 4 in reprints, the first two of FY2026',
  'I.C.15.n': 'paragraph 3 in the words of FY2026, paragraph 1 in those of FY2021, as quoted',
  'I.C.16.a': 'in a reprint of FY2026',
  'I.C.19.e.5': 'the paragraphs in several quotations, that on underdosing of FY2023',
  'I.C.20': 'the introduction, in a reprint of FY2026',
  'I.C.20.b': 'as quoted; the edition is not given',
  'I.C.21.c.7': 'as quoted; the edition is not given',
  'I.C.21.c.16': 'the sentence and the list up to Z31.84 in the words of FY2024; the rest of the list from a digest of FY2026',
};

/** One section of the ICD-10-CM Official Guidelines: its number, then its title. */
export function guidelines(section: string): Cite {
  return {
    title: 'ICD-10-CM Official Guidelines for Coding and Reporting, FY2026',
    section,
    url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
    checked: CHECKED,
    ...howFar(GUIDELINES, section.split(' ', 1)[0] ?? ''),
  };
}

const EDITS: Read = {
  'edit 1': 'in a reprint that does not give its version',
  'edit 2': 'in a reprint that does not give its version',
  'edit 3': 'in a reprint that does not give its version',
  'edit 4': 'in a reprint that does not give its version; the ages also in the tables of version 43.1',
  'edit 19': 'as quoted; the version is not given',
  'edit 20': 'the first sentences, as quoted from the final rule of FY2022',
  'edit 5': 'the first sentences in a reprint that does not give its version; its last day in the tables of version 43.1',
};

/** One edit of the Medicare Code Editor, such as `edit 4, age conflict`. */
export function codeEditor(section: string): Cite {
  return {
    title: 'Definitions of Medicare Code Edits, version 43.1',
    section,
    url: 'https://www.cms.gov/medicare/payment/prospective-payment-systems/acute-inpatient-pps/ms-drg-classifications-and-software',
    checked: CHECKED,
    ...howFar(EDITS, section.split(',', 1)[0] ?? ''),
  };
}

const ITEMS: Read = {
  'item 24A': 'as reprinted for the form of 08/05',
  'item 24B': 'as reprinted for the form of 08/05',
  'item 24E': 'as reprinted for the form of 02/12',
  'item 24F': 'as reprinted for the form of 08/05',
  'item 24G': 'as reprinted for the form of 08/05',
};

/** Items of form CMS-1500. An item that was read stands alone. */
export function professionalForm(section: string): Cite {
  return {
    title: 'Medicare Claims Processing Manual, chapter 26: completing and processing form CMS-1500',
    section,
    url: `${MANUAL}/clm104c26pdf.pdf`,
    checked: CHECKED,
    ...howFar(ITEMS, section),
  };
}

const LOCATORS: Read = {
  'form locator 4': 'in a reprint of 2010',
  'form locator 6': 'in a reprint of 2010',
};

/** Form locators of form CMS-1450. One that was read stands alone. */
export function institutionalForm(section: string): Cite {
  return {
    title: 'Medicare Claims Processing Manual, chapter 25: completing and processing form CMS-1450',
    section,
    url: `${MANUAL}/clm104c25.pdf`,
    checked: CHECKED,
    ...howFar(LOCATORS, section),
  };
}

/** The 837 implementation guides are under licence: named, never quoted, and known only from what others say of them. */
export function electronicForm(section: string): Cite {
  return {
    title: 'ASC X12N 837 implementation guides 005010X222A1 (professional) and 005010X223A2 (institutional)',
    section,
    url: 'https://x12.org/products/technical-reports',
    checked: CHECKED,
    read: 'digest',
  };
}

export const DUPLICATE_CLAIMS: Cite = {
  title: 'Medicare Claims Processing Manual, chapter 1: general billing requirements',
  section: '120 Detection of duplicate claims',
  url: `${MANUAL}/clm104c01.pdf`,
  checked: CHECKED,
  read: 'text',
  note: 'as reprinted after change request 8121 of 2013',
};
