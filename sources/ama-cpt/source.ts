import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { yearEdition } from '../support/editions.ts';

const AMA = {
  publisher: 'American Medical Association',
  page: 'https://www.ama-assn.org/practice-management/cpt/ama-cpt-licensing-overview',
  licence: 'bring-your-own',
  terms: 'CPT © American Medical Association; only with your own licence, and only as far as it goes',
  cadence: 'yearly, with updates each quarter',
} as const;

/** Five digits, or four and the letter of a category: F II, T III, U laboratory, M and A multianalyte and administrative. */
const CODE = String.raw`\d{4}[0-9AFMTU]`;

/** The year stands in the licence text above the codes, or in the name of the archive or folder. */
function yearOf(head: string, path: string): number | undefined {
  const stated = /\bCPT\b[^\n]{0,40}?\b(20\d{2})\b/i.exec(head.split(/\n(?=\d{4}[0-9A-Z][\t ])/)[0] ?? '')?.[1];
  const named = /cpt\W{0,3}(20\d{2})|(20\d{2})\W{0,3}cpt/i.exec(path);
  const year = named?.[1] ?? named?.[2] ?? stated;
  return year === undefined ? undefined : Number(year);
}

function cpt(id: string, what: string, files: readonly RegExp[], sample: TableSource['sample']): TableSource {
  const title = `CPT ${what} descriptors`;
  return tableSource({
    ...AMA,
    id,
    title,
    files,
    layouts: [
      // LONGULT and LONGUT part the two by a tab, MEDU and SHORTU by a blank. The licence text above does not begin with a code.
      {
        kind: 'fixed',
        shape: new RegExp(`^${CODE}[\\t ]\\S`),
        skip: new RegExp(`^(?!${CODE}[\\t ])`),
        fields: { code: [1, 5], line: [6, 6], title: [7, 5000] },
      },
      // LONGULF and LONGUF: lines of 80 characters with a number, and the code again on each.
      {
        kind: 'fixed',
        shape: new RegExp(`^${CODE}\\d{2} `),
        skip: new RegExp(`^(?!${CODE}\\d{2} )`),
        fields: { code: [1, 5], line: [6, 7], title: [9, 80] },
      },
    ],
    edition({ head, path }) {
      const year = yearOf(head, path);
      return year === undefined
        ? 'neither the text above its codes nor its folder says of which year: put it into a folder called CPT 2026.'
        : yearEdition(title, year);
    },
    row({ code, line, title: text }) {
      return text === '' ? new RowProblem('title', 'the descriptor is missing') : { code, line: line.trim() || '01', title: text };
    },
    continues(record, next) {
      if (next['code'] !== record['code'] || next['line'] === '01') return undefined;
      return { ...record, title: `${record['title']} ${next['title']}` };
    },
    store: { kind: 'table', key: ['code'], columns: { title: { kind: 'text' } } },
    search: { texts: ['title'] },
    checks: { rows: [8_000, 20_000] },
    sample,
  });
}

/** What a user's own CPT files call each code in full. */
export const cptLong: TableSource = cpt('cpt-long', 'long', [/^LONGUL?[TF]\.txt$/i], {
  file: 'LONGULF.txt',
  rows: 2,
  has: [{ code: '0000U', title: 'Made-up descriptor that is longer than the seventy-two characters of one line and goes on' }],
});
export const cptMedium: TableSource = cpt('cpt-medium', 'medium', [/^MEDU\.txt$/i], {
  file: 'MEDU.txt',
  rows: 2,
  has: [{ code: '0000U', title: 'MADE-UP DESCRIPTOR' }],
});
export const cptShort: TableSource = cpt('cpt-short', 'short', [/^SHORTU\.txt$/i], {
  file: 'SHORTU.txt',
  rows: 1,
  has: [{ code: '0000U', title: 'MADE-UP' }],
});

function descriptor(id: string, title: string, file: RegExp, heading: string, sample: TableSource['sample']): TableSource {
  return tableSource({
    ...AMA,
    id,
    title,
    files: [file],
    layouts: [{ kind: 'columns', formats: ['tab', 'csv', 'xlsx'], columns: { code: ['cpt code'], title: [heading] } }],
    edition({ head, path }) {
      const year = yearOf(head, path);
      return year === undefined ? 'its folder does not say of which year: put it into a folder called CPT 2026.' : yearEdition(title, year);
    },
    row({ code, title: text }) {
      if (code === '') return undefined;
      return new RegExp(`^${CODE}$`).test(code) ? { code, title: text } : new RowProblem('code', `"${code.slice(0, 20)}" is no CPT code`);
    },
    store: { kind: 'table', key: ['code'], columns: { title: { kind: 'text' } } },
    search: { texts: ['title'] },
    checks: { rows: [5_000, 60_000] },
    sample,
  });
}

/** Wording for patients and, several a code, for clinicians. */
export const cptConsumer: TableSource = descriptor(
  'cpt-consumer',
  'CPT consumer descriptors',
  /^ConsumerDescriptor\.txt$/i,
  'consumer friendly descriptor',
  {
    file: 'ConsumerDescriptor.txt',
    rows: 1,
    has: [{ code: '0000U', title: 'Made-up words for patients' }],
  },
);
export const cptClinician: TableSource = descriptor(
  'cpt-clinician',
  'CPT clinician descriptors',
  /^ClinicianDescriptor\.txt$/i,
  'clinician descriptor',
  {
    file: 'ClinicianDescriptor.txt',
    rows: 2,
    has: [{ code: '0000U', title: 'Made-up, second' }],
  },
);
