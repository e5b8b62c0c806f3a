import type { Companion } from '@cleanclaim/data/source';

/**
 * Files that lie beside the ones that are read and are not tables of their own, and what to add instead. The content is not
 * looked at.
 */
export const COMPANIONS: readonly Companion[] = [
  { files: /^\d{2}LOCCO.*\.txt$/i, says: 'The text rendering of the localities has no fixed columns: add its CSV or sheet.' },
  {
    files: /^icd10cm[-_]codes[-_ ].*\.txt(?:\.gz)?$/i,
    says: 'It lists the billable codes without the categories above them: add the order file of the same archive.',
  },
  {
    files: /HCPC.*correction|^hcpc\d{4}_corrections/i,
    says: 'It lists corrections, which later releases contain: add the release itself (HCPC…ANWEB).',
  },
  { files: /trans[-_ ]?alpha|HCPC.*trans/i, says: 'It lists what changed in a quarter: add the release itself (HCPC…ANWEB).' },
  {
    files: /NOC[-_ ]?codes|hcpcs_noc/i,
    says: 'Codes of things not otherwise classified are told by the words of the release (HCPC…ANWEB).',
  },
  { files: /record[-_ ]layout|lyout|readme/i, says: 'It describes a file and has no rows.' },
  {
    files: /^hcpcs/i,
    says: 'A list that was made of a HCPCS release is read where its name says the quarter, as hcpcs_2026q3.csv does.',
  },
  { files: /^i9(?:dx|pr)\.csv$/i, says: 'Attributes of ICD-9-CM codes end with 2015-09-30 and are not used.' },
  {
    files: /^ra_(?:proposed_)?(?:coefficients|hierarchies|labels|dx_edits|eligible)/i,
    says: 'Risk scores are not worked out: of these files the map of diagnoses to categories is read (ra_dx_to_cc).',
  },
  { files: /^cc_exclusions|table ?6k/i, says: 'Exclusions of complications are not used; the lists 6I and 6J are read.' },
  { files: /^DMEPEN/i, says: 'Fees of parenteral and enteral nutrition are not read; the schedule of equipment is (DMEPOS…).' },
  { files: /\.(?:pdf|docx?|pptx?|htm|html)$/i, says: 'It is a document, not a table.' },
  { files: /\.xls$/i, says: 'It is a workbook of the old kind: add the text or the .xlsx of the same archive, or save it as .xlsx.' },
];
