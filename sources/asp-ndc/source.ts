import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { amount, PROCEDURE } from '../support/cells.ts';
import { monthNumber, NO_PERIOD, quarterEdition, quarterOf } from '../support/editions.ts';

const TITLE = 'Medicare Part B drugs: NDC to HCPCS crosswalk (ASP)';

/**
 * Under which code a package of a drug is billed, and how many units of the code it holds. No file could be had here: columns are
 * those that CMS's list of questions of March 2026 and several programs name; the rows of the sample are made up. The archive also
 * holds lists for vaccines (AWP), hospital outpatients (OPPS) and unclassified drugs (NOC): this is the one named ASP.
 */
export const aspNdc: TableSource = tableSource({
  id: 'asp-ndc',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/part-b-drugs/asp-pricing-files',
  licence: 'bring-your-own',
  terms: 'US government work; it holds CPT codes, © American Medical Association: you accept its terms on the page',
  cadence: 'quarterly',
  files: [/^(?!.*\b(?:AWP|OPPS|NOC)\b).*ASP[ _-]NDC[ _-]HCPCS[ _-]Crosswalk.*\.(?:csv|xlsx)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv', 'xlsx'],
      columns: {
        code: [/^(?:20\d{2} code|hcpcs(?: level ii)? code(?: .*)?)$/],
        ndc: ['ndc2', 'ndc'],
        drug: ['drug name'],
        dosage: ['hcpcs dosage'],
        size: ['pkg size'],
        quantity: ['pkg qty'],
        itemUnits: ['billunits'],
        packageUnits: ['billunitspkg'],
      },
    },
  ],
  edition({ name, head }) {
    const stated = /Effective ([A-Z][a-z]+) \d{1,2}, (20\d{2})/.exec(head) ?? /([A-Z][a-z]{2,8})[ _-](20\d{2})/i.exec(name);
    const month = monthNumber(stated?.[1] ?? '');
    return month === 0 ? NO_PERIOD : quarterEdition(TITLE, Number(stated?.[2]), quarterOf(month));
  },
  row({ code, ndc, drug, dosage, size, quantity, itemUnits, packageUnits }) {
    if (code === '') return undefined;
    if (!PROCEDURE.test(code)) return new RowProblem('code', `"${code.slice(0, 20)}" is no procedure code`);
    // A few devices stand here by another number than an NDC.
    const parts = /^(\d{5})-?(\d{4})-?(\d{2})$/.exec(ndc);
    if (!parts) return undefined;
    const [inItem, inPackage, ofItem, items] = [itemUnits, packageUnits, size, quantity].map((text) => (text === '' ? null : amount(text)));
    if (inItem === undefined || inPackage === undefined) return new RowProblem('itemUnits', 'it is no number');
    if (ofItem === undefined || items === undefined) return new RowProblem('size', 'it is no number');
    return {
      ndc: parts.slice(1).join(''),
      code,
      drug,
      dosage,
      size: ofItem ?? null,
      quantity: items ?? null,
      itemUnits: inItem ?? null,
      packageUnits: inPackage ?? null,
    };
  },
  store: {
    kind: 'table',
    key: ['ndc'],
    columns: {
      code: { kind: 'text' },
      drug: { kind: 'text' },
      dosage: { kind: 'text' },
      size: { kind: 'decimal', scale: 4 },
      quantity: { kind: 'decimal', scale: 4 },
      itemUnits: { kind: 'decimal', scale: 4 },
      packageUnits: { kind: 'decimal', scale: 4 },
    },
  },
  checks: { rows: [2_000, 20_000] },
  sample: {
    file: 'section 508 version of July 2026 ASP NDC-HCPCS Crosswalk 060926.csv',
    rows: 3,
    has: [
      { ndc: '00000000101', code: 'J0001', dosage: '1 MG', size: '0.5000', itemUnits: '40.0000', packageUnits: '160.0000' },
      { ndc: '00000000301', code: 'J0003', size: '1.0000', itemUnits: '10.0000' },
    ],
  },
});
