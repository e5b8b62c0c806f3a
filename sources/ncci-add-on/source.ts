import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { julianDay, PROCEDURE, procedureCode } from '../support/cells.ts';
import { NO_PERIOD, quarterEdition } from '../support/editions.ts';

const TITLE = 'NCCI add-on code edits';

/** Add-on codes and the primary procedures they may stand with. The fixed-width text of the same table is not read: its layout is not published with it. */
export const ncciAddOn: TableSource = tableSource({
  id: 'ncci-add-on',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-add-code-edits',
  licence: 'bring-your-own',
  terms: 'CPT codes © American Medical Association; download it yourself after accepting the terms on the page of CMS',
  cadence: 'quarterly',
  // Medicaid's own list, AOC_V…-MCD, is another.
  files: [/^AOC_V20\d{2}Q[1-4](?!.*MCD).*\.(?:xlsx|csv|txt)$/i, /^ncci_aoc_20\d{2}Q[1-4].*\.csv$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['xlsx', 'csv', 'tab'],
      headerLines: 3,
      everySheet: true,
      columns: {
        primary: [/^primary code$/],
        addOn: [/^add on code$/],
        type: [/^(?:aoc )?edit type$/],
        from: [/^aoc edit eff/],
        to: [/^aoc edit del/],
      },
      optional: ['from', 'to'],
    },
    {
      kind: 'fixed',
      // The layout of AOC_V2026Q2-F-MCR.txt as a program that reads it states it.
      shape: /^[123][0-9A-Z]{5}[\d ]{7}[0-9A-Z]{5}[\d ]{7}\d{7}(?:[\d ]{7}|$)/,
      skip: /^(?![123][0-9A-Z]{5}[\d ]{7})/,
      fields: { type: [1, 1], addOn: [2, 6], primary: [14, 18], from: [26, 32], to: [33, 39] },
    },
  ],
  edition({ name }) {
    const quarter = /(20\d{2})q([1-4])/i.exec(name);
    return quarter ? quarterEdition(TITLE, Number(quarter[1]), Number(quarter[2])) : NO_PERIOD;
  },
  row({ primary: printed, addOn: added, type, from, to }) {
    if (added === '') return undefined;
    const addOn = procedureCode(added);
    const primary = procedureCode(printed);
    if (!PROCEDURE.test(addOn)) return new RowProblem('addOn', `"${addOn.slice(0, 20)}" is no procedure code`);
    if (!PROCEDURE.test(primary)) return new RowProblem('primary', `"${primary.slice(0, 20)}" is no procedure code`);
    if (!/^[123]$/.test(type)) return new RowProblem('type', `"${type.slice(0, 20)}" is neither 1, 2 nor 3`);
    const first = julianDay(from);
    const last = julianDay(to);
    if (first === undefined) return new RowProblem('from', `"${from.slice(0, 20)}" is no day of the form YYYYDDD`);
    if (last === undefined) return new RowProblem('to', `"${to.slice(0, 20)}" is no day of the form YYYYDDD`);
    return { addOn, primary, type, from: first, to: last };
  },
  store: {
    kind: 'table',
    key: ['addOn'],
    columns: { primary: { kind: 'text' }, type: { kind: 'decimal', scale: 0 }, from: { kind: 'day' }, to: { kind: 'day' } },
  },
  checks: { rows: [2_000, 100_000] },
  sample: {
    file: 'AOC_V2026Q4-MCR.csv',
    rows: 5,
    has: [
      { addOn: 'Z0010', primary: 'G0109', type: '1', from: '2013-04-01', to: '2025-12-31' },
      { addOn: 'Z0011', primary: 'CCCCC', type: '2', from: '2015-01-01', to: null },
    ],
  },
});
