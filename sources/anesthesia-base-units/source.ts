import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { amount, procedureCode } from '../support/cells.ts';
import { fullYear, NO_PERIOD } from '../support/editions.ts';

const TITLE = 'Anaesthesia base units';

/**
 * How many units an anaesthesia service counts before its time. CMS publishes the list apart from the fee schedule and
 * anew only when it changes, so an edition answers until a newer one. No file could be had here: the columns are those that
 * programs which read the lists of 2013 and 2022 name (a heading spread over up to three rows, codes that lost their zeros);
 * the rows of the sample are made up.
 */
export const anesthesiaBaseUnits: TableSource = tableSource({
  id: 'anesthesia-base-units',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/anesthesiologists-information-center',
  licence: 'bring-your-own',
  terms: 'CPT codes © American Medical Association; download it yourself after accepting the terms on the page of CMS',
  cadence: 'when it changes',
  files: [/^(?=.*an(?:a)?esth?)(?=.*base[ _-]*units?).*\.(?:csv|xlsx|txt)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['xlsx', 'csv', 'tab'],
      headerLines: 3,
      columns: {
        code: ['code', /^(?:cpt|hcpcs)(?: anesthesia)?(?: code)?s?$/, 'anesthesia code'],
        units: [/^(?:cms |medicare )?base units?(?: value)?$/],
      },
    },
  ],
  edition({ name, path, head }) {
    const year = [name, path, head].map((text) => /(?<!\d)(20\d{2})(?!\d)/.exec(text)?.[1]).find((each) => each !== undefined);
    if (year === undefined) return NO_PERIOD;
    return { id: year, title: `${TITLE}, ${year}`, from: `${fullYear(year)}-01-01`, to: null };
  },
  row({ code, units }) {
    if (!/^\d{3,5}$/.test(code)) return undefined;
    const value = amount(units);
    if (value === undefined) return new RowProblem('units', `"${units.slice(0, 20)}" is no number of units`);
    return { code: procedureCode(code), units: value };
  },
  store: { kind: 'table', key: ['code'], columns: { units: { kind: 'decimal', scale: 1 } } },
  checks: { rows: [200, 400] },
  sample: { file: '2026 Anesthesia Base Units by CPT Code.csv', rows: 2, has: [{ code: '00001', units: '5' }] },
});
