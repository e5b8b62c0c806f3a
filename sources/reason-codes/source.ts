import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { anyDay } from '../support/cells.ts';

/**
 * Lists of codes on payments and claim status that X12 and CMS keep, as a user holds them: a table with a code and its words.
 * Their texts are X12's and never travel with Cleanclaim. X12 publishes pages, not files, and no file could be had here: columns
 * are found by the names the pages give them, and the rows of the samples are made up.
 */
function list(id: string, title: string, named: string, shape: RegExp, code: string): TableSource {
  return tableSource({
    id,
    title,
    publisher: 'X12',
    page: 'https://x12.org/codes',
    licence: 'bring-your-own',
    terms: '© X12: for holders of a licence',
    cadence: 'three times a year',
    files: [new RegExp(`^(?:${named})(?:[ _-].*)?\\.(?:csv|xlsx|txt)$`, 'i')],
    layouts: [
      {
        kind: 'columns',
        formats: ['csv', 'tab', 'xlsx'],
        columns: {
          code: ['code', /(?:reason|remark|status|category) code$/],
          text: ['description', 'text', 'code description', 'narrative'],
          start: ['start', 'start date', 'effective date', 'effective'],
          modified: ['modified', 'last modified', 'modified date'],
          stop: ['stop', 'stop date', 'deactivation date', 'deactivated'],
        },
        optional: ['start', 'modified', 'stop'],
      },
    ],
    edition({ name, modified }) {
      const day = /(20\d{2})-?(\d{2})-?(\d{2})/.exec(name)?.slice(1).join('-') ?? modified;
      if (!day) return 'nothing says of which day it is: put the day into its name, such as carc-2026-11-01.csv.';
      return { id: day, title: `${title}, as of ${day}`, from: '1995-01-01', to: null, ownFrom: day };
    },
    row({ code: written, text, start, modified, stop }) {
      if (written === '' && text === '') return undefined;
      const plain = written.toUpperCase();
      if (!shape.test(plain)) return new RowProblem('code', `"${written.slice(0, 20)}" does not have the form of such a code`);
      const days = [start, modified, stop].map(anyDay);
      if (days.includes(undefined)) return new RowProblem('start', 'it is not a day');
      const [from = null, , to = null] = days;
      return { code: plain, text, from, to };
    },
    store: { kind: 'table', key: ['code'], columns: { text: { kind: 'text' }, from: { kind: 'day' }, to: { kind: 'day' } } },
    checks: { rows: [10, 5_000] },
    sample: { file: `${id}-2026-11-01.csv`, rows: 2, has: [{ code, text: 'Made up, the first', from: '2000-01-01' }] },
  });
}

export const carc: TableSource = list(
  'carc',
  'Claim adjustment reason codes',
  'carc|claim[ _-]adjustment[ _-]reason[ _-]codes?',
  /^(?:\d{1,3}|[A-Z]\d{1,2})$/,
  'Z98',
);
export const rarc: TableSource = list(
  'rarc',
  'Remittance advice remark codes',
  'rarc|remittance[ _-]advice[ _-]remark[ _-]codes?',
  /^(?:MA?|N|S)\d{1,4}$/,
  'N9998',
);
export const claimStatus: TableSource = list(
  'claim-status',
  'Claim status codes',
  'claim[ _-]status(?:[ _-]codes?)?|csc',
  /^\d{1,4}$/,
  '9998',
);
