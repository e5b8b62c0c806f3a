import { RowProblem, tableSource, type TableRecord, type TableSource } from '../source.ts';
import { anyDay, PROCEDURE } from '../support/cells.ts';

const TITLE = 'Lists of diagnoses that support procedures';

/** How a list may say that a diagnosis supports a procedure, or does not. */
const SUPPORTS = /^(?:covered|supports?|supporting|yes|y)$/i;
const DOES_NOT = /^(?:(?:not|non)[ -]?covered|(?:does )?not support(?:ing)?|no support|no|n)$/i;
/** A diagnosis with or without its dot, or the beginning of several before an asterisk. */
const DIAGNOSIS = /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{0,4})?\*?$/;
/** A row may name many codes; more than this is no row that somebody wrote. */
const MOST = 20_000;

/**
 * The user's own table of what payers accept: national determinations of Medicare on laboratory tests, whose workbook has no layout
 * that could be read here, and policies of any payer. One row a diagnosis, or several codes in a cell.
 */
export const coverageLists: TableSource = tableSource({
  id: 'coverage-lists',
  title: TITLE,
  publisher: "your own, from the payers' policies",
  page: 'https://www.cms.gov/medicare/coverage/determination-process/basics/laboratory-national-coverage-determinations-icd10',
  licence: 'bring-your-own',
  terms: 'what the payers say of their policies; procedure codes © American Medical Association',
  cadence: 'as the policies change',
  files: [/^coverage[ _-]lists?(?:[ _-].*)?\.(?:csv|xlsx|txt)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv', 'tab', 'xlsx'],
      columns: {
        payer: ['payer', 'payer id'],
        policy: ['policy', 'ncd', 'ncd number', 'policy number'],
        procedure: ['procedure', 'procedures', 'hcpcs', 'cpt', 'cpt hcpcs', 'procedure code', 'hcpcs code'],
        diagnosis: ['diagnosis', 'diagnoses', 'icd 10', 'icd 10 cm', 'diagnosis code', 'icd 10 cm code'],
        list: ['list', 'coverage', 'covered'],
        from: ['from', 'effective', 'effective date'],
        to: ['to', 'end', 'end date'],
      },
      optional: ['payer', 'from', 'to'],
    },
  ],
  edition({ name, modified }) {
    const day = /(20\d{2})-?(\d{2})-?(\d{2})/.exec(name)?.slice(1).join('-') ?? modified;
    if (!day) return 'nothing says of which day it is: put the day into its name, such as coverage-lists-2026-10-01.csv.';
    return { id: day, title: `${TITLE}, as of ${day}`, from: '2015-10-01', to: null, ownFrom: day };
  },
  row({ payer, policy, procedure, diagnosis, list, from, to }) {
    if (procedure === '' && diagnosis === '') return undefined;
    const [procedures, diagnoses] = [procedure, diagnosis].map((text) =>
      text
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    );
    if (!procedures || !diagnoses || procedures.length * diagnoses.length > MOST)
      return new RowProblem('diagnosis', 'it names too many codes');
    const wrong = procedures.find((code) => !PROCEDURE.test(code));
    if (wrong !== undefined || procedures.length === 0)
      return new RowProblem('procedure', `"${(wrong ?? '').slice(0, 20)}" is no procedure code`);
    const other = diagnoses.find((code) => !DIAGNOSIS.test(code));
    if (other !== undefined || diagnoses.length === 0)
      return new RowProblem('diagnosis', `"${(other ?? '').slice(0, 20)}" is no diagnosis code`);
    const supports = SUPPORTS.test(list);
    if (!supports && !DOES_NOT.test(list)) return new RowProblem('list', `"${list.slice(0, 20)}" is neither "covered" nor "not covered"`);
    const [first, last] = [anyDay(from), anyDay(to)];
    if (first === undefined || last === undefined) return new RowProblem('from', 'it is not a day');
    return procedures.flatMap((code) =>
      diagnoses.map(
        (each): TableRecord => ({
          procedure: code,
          payer: payer.toLowerCase(),
          policy,
          diagnosis: each.replace('.', ''),
          list: supports ? 'covered' : 'not covered',
          from: first,
          to: last,
        }),
      ),
    );
  },
  store: {
    kind: 'table',
    key: ['procedure'],
    columns: {
      payer: { kind: 'text' },
      policy: { kind: 'text' },
      diagnosis: { kind: 'text' },
      list: { kind: 'text' },
      from: { kind: 'day' },
      to: { kind: 'day' },
    },
  },
  checks: { rows: [1, 2_000_000] },
  sample: {
    file: 'coverage-lists-2026-10-01.csv',
    rows: 7,
    has: [
      { procedure: 'G0306', policy: '190.15', diagnosis: 'Z0000', list: 'not covered' },
      { procedure: 'G0108', payer: 'ex001', policy: 'MP-7', diagnosis: 'E11*', list: 'covered' },
    ],
  },
});
