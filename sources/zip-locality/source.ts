import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { fullYear, monthNumber, NO_PERIOD, quarterEdition, quarterOf } from '../support/editions.ts';

const TITLE = 'ZIP code to contractor and locality';

/** In which Medicare locality a five-digit ZIP code is priced. */
export const zipLocality: TableSource = tableSource({
  id: 'zip-locality',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/fee-schedules',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'quarterly',
  files: [/^ZIP5_[A-Z]{3}20\d{2}.*\.(?:txt|xlsx|csv)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['xlsx', 'csv', 'tab'],
      columns: {
        state: ['state'],
        zip: ['zip code'],
        contractor: ['carrier'],
        locality: ['locality'],
        rural: ['rural ind'],
        plusFour: ['plus 4 flag'],
        period: ['year qtr'],
      },
    },
    {
      kind: 'fixed',
      shape: /^[A-Z]{2}\d{12}[ RB]/,
      fields: {
        state: [1, 2],
        zip: [3, 7],
        contractor: [8, 12],
        locality: [13, 14],
        rural: [15, 15],
        plusFour: [21, 21],
        period: [76, 80],
      },
    },
  ],
  edition: ({ name, head }) => editionOf(TITLE, name, head),
  row({ state, zip, contractor, locality, rural, plusFour }) {
    if (zip === '') return undefined;
    if (!/^\d{3,5}$/.test(zip)) return new RowProblem('zip', `"${zip.slice(0, 20)}" is no ZIP code`);
    if (!/^\d{4,5}$/.test(contractor)) return new RowProblem('contractor', `"${contractor.slice(0, 20)}" is no contractor`);
    if (!/^\d{1,2}$/.test(locality)) return new RowProblem('locality', `"${locality.slice(0, 20)}" is no locality`);
    return {
      zip: zip.padStart(5, '0'),
      state,
      contractor: contractor.padStart(5, '0'),
      locality: locality.padStart(2, '0'),
      rural,
      plusFour: plusFour === '1' ? '1' : '',
    };
  },
  store: {
    kind: 'table',
    key: ['zip'],
    columns: {
      state: { kind: 'text' },
      contractor: { kind: 'text' },
      locality: { kind: 'text' },
      rural: { kind: 'text' },
      plusFour: { kind: 'text' },
    },
  },
  checks: { rows: [40_000, 50_000], has: ['10001', '90210'] },
  sample: {
    file: 'ZIP5_OCT2026.txt',
    rows: 2,
    has: [{ zip: '83124', state: 'WY', contractor: '03602', locality: '21', rural: 'B', plusFour: '' }],
  },
});

const PLUS_FOUR = 'ZIP+4 code to contractor and locality';

/**
 * In which Medicare locality a nine-digit ZIP code is priced, for the five-digit codes that lie in several (record layout
 * ZIP9lyout.txt beside the file). The file itself could not be had here: the sample is made up.
 */
export const zipPlusFour: TableSource = tableSource({
  id: 'zip-plus-four',
  title: PLUS_FOUR,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/fee-schedules',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'quarterly',
  files: [/^ZIP9_[A-Z]{3}20\d{2}.*\.(?:txt|csv)$/i],
  layouts: [
    {
      kind: 'fixed',
      shape: /^[A-Z]{2}\d{12}[ RB].{5}[01](?:\d{4}| {4})/,
      fields: {
        state: [1, 2],
        zip: [3, 7],
        contractor: [8, 12],
        locality: [13, 14],
        rural: [15, 15],
        plusFour: [22, 25],
        period: [76, 80],
      },
    },
  ],
  edition: ({ name, head }) => editionOf(PLUS_FOUR, name, head),
  row({ state, zip, contractor, locality, rural, plusFour }) {
    // A code without an extension stands in the five-digit file as well.
    if (plusFour === '') return undefined;
    return { zip: zip + plusFour, state, contractor, locality, rural };
  },
  store: {
    kind: 'table',
    key: ['zip'],
    columns: { state: { kind: 'text' }, contractor: { kind: 'text' }, locality: { kind: 'text' }, rural: { kind: 'text' } },
  },
  checks: { rows: [1_000, 5_000_000] },
  sample: {
    file: 'ZIP9_OCT2026.txt',
    rows: 2,
    has: [{ zip: '750011235', state: 'TX', contractor: '04412', locality: '99', rural: '' }],
  },
});

/** The quarter by the rows' own column and by the name, as ZIP5_OCT2025 or ZIP9_OCT2025; refused where the two differ. */
function editionOf(title: string, name: string, head: string): ReturnType<TableSource['edition']> {
  const stated = /(20\d{2})([1-4])\s*(?:\n|$)/.exec(head);
  const named = /^ZIP[59]_([A-Z]{3})(20\d{2})/i.exec(name);
  const fromName = named ? `${named[2]}${quarterOf(monthNumber(named[1] ?? ''))}` : undefined;
  const found = stated ? `${stated[1]}${stated[2]}` : fromName;
  if (found === undefined) return NO_PERIOD;
  if (fromName !== undefined && fromName !== found) return `its name says ${fromName} (year and quarter) and its rows ${found}.`;
  return quarterEdition(title, fullYear(found.slice(0, 4)), Number(found.slice(4)));
}
