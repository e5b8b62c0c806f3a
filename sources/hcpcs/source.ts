import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { anyDay } from '../support/cells.ts';
import { type FoundEdition } from '../source.ts';
import { fullYear, monthNumber, NO_PERIOD, quarterEdition, quarterOf, yearEdition } from '../support/editions.ts';

const TITLE = 'HCPCS Level II codes and modifiers';

/** A list of codes has nothing at the places of the other fields. */
const NOWHERE = [400, 400] as const;
const EMPTY_FIELDS = {
  kind: NOWHERE,
  sequence: NOWHERE,
  long: NOWHERE,
  short: NOWHERE,
  coverage: NOWHERE,
  betos: NOWHERE,
  service: NOWHERE,
  from: NOWHERE,
  changed: NOWHERE,
  to: NOWHERE,
  action: NOWHERE,
} as const;

/** First year in which the file is published each quarter; before it was one a year. */
const QUARTERLY_SINCE = 2020;

/**
 * HCPCS Level II: supplies, drugs, services and modifiers beside CPT, from the contractors' alpha-numeric file. Also lists
 * that others made of it, of codes alone or with their dates, where their name says the quarter, as hcpcs_2026q3.txt does:
 * such an edition knows which codes there are, not their words, and has no modifiers.
 */
export const hcpcs: TableSource = tableSource({
  id: 'hcpcs',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update',
  licence: 'public',
  terms: 'US government work; D codes, which CMS no longer lists here, are © American Dental Association',
  cadence: 'quarterly',
  files: [/^HCPC\d{2,4}.*ANWEB.*\.(?:txt|xlsx|csv)$/i, /^anweb\.xlsx$/i, /^hcpcs.*20\d{2}[ _-]?q[1-4].*\.(?:txt|csv|xlsx)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['xlsx', 'csv', 'tab'],
      columns: {
        code: ['hcpc'],
        sequence: ['seqnum'],
        kind: ['recid'],
        long: ['long description'],
        short: ['short description'],
        coverage: ['cov'],
        betos: ['betos'],
        service: ['tos1'],
        from: ['add dt'],
        to: ['term dt'],
        changed: ['act eff dt'],
        action: ['action cd'],
      },
      optional: ['changed', 'action'],
    },
    {
      kind: 'columns',
      named: true,
      formats: ['csv', 'xlsx', 'tab'],
      columns: {
        code: ['hcpcs code', 'hcpcs', 'hcpc'],
        sequence: ['seqnum'],
        kind: ['recid'],
        long: ['long description'],
        short: ['short description'],
        coverage: ['cov'],
        betos: ['betos'],
        service: ['tos'],
        from: ['date added', 'add date', 'add dt'],
        to: ['date term', 'term date', 'term dt'],
        changed: ['date action'],
        action: ['action'],
      },
      optional: ['sequence', 'kind', 'long', 'short', 'coverage', 'betos', 'service', 'changed', 'action'],
    },
    {
      kind: 'fixed',
      named: true,
      shape: /^[A-Z]\d{4}\s*$/,
      fields: { ...EMPTY_FIELDS, code: [1, 5] },
    },
    {
      kind: 'fixed',
      shape: /^(?:[A-Z]\d{4}| {3}[0-9A-Z]{2})\d{5}[3478]/,
      // Captions stand above the first record only; they do not begin as a record does.
      skip: /^(?!(?:[A-Z]\d{4}| {3}[0-9A-Z]{2})\d{5})/,
      fields: {
        code: [1, 5],
        sequence: [6, 10],
        kind: [11, 11],
        long: [12, 91],
        short: [92, 119],
        coverage: [230, 230],
        betos: [257, 259],
        service: [261, 261],
        from: [269, 276],
        changed: [277, 284],
        to: [285, 292],
        action: [293, 293],
      },
    },
  ],
  edition({ name, path, head, modified }): FoundEdition | string {
    const named = /HCPC(\d{4}|\d{2})_(?:([A-Z]{3,9})_)?/i.exec(name);
    const month = monthNumber(named?.[2] ?? '');
    if (named && month > 0) return quarterEdition(TITLE, fullYear(named[1] ?? ''), quarterOf(month));
    if (named && fullYear(named[1] ?? '') < QUARTERLY_SINCE) return yearEdition(TITLE, fullYear(named[1] ?? ''));
    const stated = /\b(January|April|July|October)\s+(20\d{2})\b/.exec(head);
    if (stated) return quarterEdition(TITLE, Number(stated[2]), quarterOf(monthNumber(stated[1] ?? '')));
    const quarter = /(20\d{2})[ _-]?q([1-4])/i.exec(name);
    if (quarter) return quarterEdition(TITLE, Number(quarter[1]), Number(quarter[2]));
    // A mirror keeps the file in folders of year and month: 2020/10/hcpc/anweb.xlsx.
    const folders = /(?:^|[\\/])(?:[a-z]*)(20\d{2})[\\/](0[1-9]|1[0-2])[\\/]/i.exec(path);
    if (folders) return quarterEdition(TITLE, Number(folders[1]), quarterOf(Number(folders[2])));
    return modified === null
      ? `${NO_PERIOD.slice(0, -1)}, or one with the quarter in it such as hcpcs_2026q3.csv.`
      : `neither its name nor its first lines say which quarter it is for (its archive dates it ${modified}).`;
  },
  row({ code, kind, long, short, coverage, betos, service, from, to }) {
    if (code === '' || (kind === '' && !/^[A-Z]\d{4}$/.test(code))) return undefined;
    if (!/^(?:[0-9A-Z]{5}|[0-9A-Z]{2})$/.test(code))
      return new RowProblem('code', `"${code.slice(0, 20)}" is neither a code nor a modifier`);
    if (!/^[3478]?$/.test(kind)) return new RowProblem('kind', `"${kind.slice(0, 20)}" is no kind of record (3, 4, 7 or 8)`);
    const first = anyDay(from);
    const last = anyDay(to);
    if (first === undefined) return new RowProblem('from', `"${from.slice(0, 20)}" is no date`);
    if (last === undefined) return new RowProblem('to', `"${to.slice(0, 20)}" is no date`);
    return { code, kind, long, short, coverage, betos, service, from: first, to: last };
  },
  /** Kinds 4 and 8 carry on the description of the record before. */
  continues(record, next) {
    if (next['code'] !== record['code'] || (next['kind'] !== '4' && next['kind'] !== '8')) return undefined;
    return { ...record, long: `${record['long']} ${next['long']}`.trim() };
  },
  store: {
    kind: 'table',
    key: ['code'],
    columns: {
      long: { kind: 'text' },
      short: { kind: 'text' },
      coverage: { kind: 'text' },
      betos: { kind: 'text' },
      service: { kind: 'text' },
      from: { kind: 'day' },
      to: { kind: 'day' },
    },
  },
  search: { texts: ['long', 'short'] },
  checks: { rows: [6_000, 20_000], has: ['A0425', 'J0120'] },
  sample: {
    file: 'HCPC2019_CONTR_ANWEB.txt',
    rows: 6,
    has: [
      {
        code: 'E0431',
        long: 'Portable gaseous oxygen system, rental; includes portable container, regulator, flowmeter, humidifier, cannula or mask, and tubing',
        short: 'Portable gaseous 02',
        from: '1993-01-01',
        to: null,
      },
      { code: 'AA', coverage: 'D' },
      { code: 'G0168', betos: 'P6C', service: '1', from: '2000-01-01' },
    ],
  },
});
