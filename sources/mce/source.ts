import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { compactDay } from '../support/cells.ts';

/** Version of the editor that was read, and the last day it is the one in force. */
const VERSION = '43.1';
const FROM = '2015-10-01';
const TO = '2026-09-30';

function mce(
  what: 'diagnoses' | 'procedures',
  title: string,
  file: RegExp,
  code: RegExp,
  rows: readonly [number, number],
  sample: TableSource['sample'],
) {
  return tableSource({
    id: `mce-${what}`,
    title,
    publisher: 'Centers for Medicare & Medicaid Services',
    page: 'https://www.cms.gov/medicare/payment/prospective-payment-systems/acute-inpatient-pps/ms-drg-classifications-and-software',
    licence: 'public',
    terms: 'US government work, public domain in the United States',
    cadence: 'yearly, with a release in April',
    files: [file],
    layouts: [{ kind: 'columns', formats: ['csv'], columns: { code: ['code'], from: ['start'], to: ['end'], flags: ['flags'] } }],
    edition({ path }) {
      // The table holds its whole history; the version is that of the editor it was taken from.
      const version = /v(\d{2}(?:\.\d)?)/i.exec(path)?.[1] ?? VERSION;
      if (version !== VERSION) return `version ${version} of the editor is not known to this version of Cleanclaim: it knows ${VERSION}.`;
      return { id: `v${version}`, title: `${title}, MCE ${version}`, from: FROM, to: TO };
    },
    row({ code: text, from, to, flags }) {
      if (text === '') return undefined;
      if (!code.test(text)) return new RowProblem('code', `"${text.slice(0, 20)}" does not have the form of a code`);
      const first = compactDay(from);
      const last = compactDay(to);
      if (first === undefined) return new RowProblem('from', `"${from.slice(0, 20)}" is no date`);
      if (last === undefined) return new RowProblem('to', `"${to.slice(0, 20)}" is no date`);
      if (!/^[\w| ]*$/.test(flags)) return new RowProblem('flags', `"${flags.slice(0, 40)}" is no list of attributes`);
      return { code: text, from: first, to: last, flags };
    },
    store: { kind: 'table', key: ['code'], columns: { from: { kind: 'day' }, to: { kind: 'day' }, flags: { kind: 'text' } } },
    checks: { rows },
    sample,
  });
}

/** What the Medicare Code Editor holds of each ICD-10-CM code, in intervals of days. */
export const mceDiagnoses: TableSource = mce(
  'diagnoses',
  'Medicare Code Editor, attributes of diagnoses',
  /^i10dx.*\.csv$/i,
  /^[A-Z][0-9A-Z]{2,6}$/,
  [70_000, 200_000],
  { file: 'i10dx.csv', rows: 5, has: [{ code: 'V000', from: '2015-10-01', to: '2024-09-30', flags: 'ecodepdx|female' }] },
);

/** What the Medicare Code Editor holds of each ICD-10-PCS code, in intervals of days. */
export const mceProcedures: TableSource = mce(
  'procedures',
  'Medicare Code Editor, attributes of procedures',
  /^i10pr.*\.csv$/i,
  /^[0-9A-Z]{7}$/,
  [70_000, 200_000],
  { file: 'i10pr.csv', rows: 2, has: [{ code: '00X0000', from: '2015-10-01', to: null, flags: 'ncov7' }] },
);
