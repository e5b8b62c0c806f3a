import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { PROCEDURE, procedureCode } from '../support/cells.ts';
import { NO_PERIOD, quarterEdition, quarterOf } from '../support/editions.ts';

function mue(service: string, title: string, heading: string, files: readonly RegExp[], sampleFile: string): TableSource {
  return tableSource({
    id: `ncci-mue-${service}`,
    title,
    publisher: 'Centers for Medicare & Medicaid Services',
    page: 'https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-medically-unlikely-edits',
    licence: 'bring-your-own',
    terms: 'CPT codes © American Medical Association; download it yourself after accepting the terms on the page of CMS',
    cadence: 'quarterly',
    files,
    layouts: [
      {
        kind: 'columns',
        formats: ['csv', 'tab', 'xlsx'],
        columns: {
          code: ['hcpcs cpt code'],
          units: [`${heading} mue values`],
          indicator: ['mue adjudication indicator'],
          rationale: ['mue rationale'],
        },
      },
      // The converted table of 2024Q3: the same columns under other names.
      {
        kind: 'columns',
        formats: ['csv'],
        columns: { code: ['hcpcs code'], units: ['mue units'], indicator: ['mue mai'], rationale: ['mue rationale'] },
      },
    ],
    edition({ name }) {
      const day = /(\d{2})-(\d{2})-(20\d{2})/.exec(name);
      if (day) return quarterEdition(title, Number(day[3]), quarterOf(Number(day[1])));
      const quarter = /(20\d{2})[_-]?q([1-4])/i.exec(name);
      return quarter ? quarterEdition(title, Number(quarter[1]), Number(quarter[2])) : NO_PERIOD;
    },
    row({ code: printed, units, indicator, rationale }) {
      if (printed === '') return undefined;
      const code = procedureCode(printed);
      if (!PROCEDURE.test(code)) return new RowProblem('code', `"${code.slice(0, 20)}" is no procedure code`);
      if (!/^\d{1,9}$/.test(units)) return new RowProblem('units', `"${units.slice(0, 20)}" is no number of units`);
      const kind = /^[123](?=\D|$)/.exec(indicator)?.[0];
      if (!kind) return new RowProblem('indicator', `"${indicator.slice(0, 40)}" does not begin with 1, 2 or 3`);
      return { code, units, indicator: kind, rationale };
    },
    store: {
      kind: 'table',
      key: ['code'],
      columns: { units: { kind: 'decimal', scale: 0 }, indicator: { kind: 'decimal', scale: 0 }, rationale: { kind: 'text' } },
    },
    checks: { rows: [1_000, 40_000] },
    sample: {
      file: sampleFile,
      rows: 6,
      has: [
        { code: 'A4206', units: '0', indicator: '3', rationale: 'CMS Policy' },
        { code: 'G0108', units: '8', indicator: '1', rationale: 'Nature of Service/Procedure' },
      ],
    },
  });
}

/** Most units of a service on professional claims. */
export const ncciMuePractitioner: TableSource = mue(
  'practitioner',
  'Medically unlikely edits, practitioner services',
  'practitioner services',
  [/MUE_Practitioner.*\.(?:csv|xlsx|txt)$/i, /^ncci_mue_prac_.*\.csv$/i],
  'MCR_MUE_PractitionerServices_Eff_10-01-2026.csv',
);
/** Most units of a service on hospital outpatient claims. */
export const ncciMueOutpatient: TableSource = mue(
  'outpatient',
  'Medically unlikely edits, outpatient hospital services',
  'outpatient hospital services',
  [/MUE_Outpatient.*\.(?:csv|xlsx|txt)$/i, /^ncci_mue_out_.*\.csv$/i],
  'MCR_MUE_OutpatientHospitalServices_Eff_10-01-2026.csv',
);
/** Most units of an item from a supplier of medical equipment. */
export const ncciMueDme: TableSource = mue(
  'dme',
  'Medically unlikely edits, DME supplier services',
  'dme supplier services',
  [/MUE_DME.*\.(?:csv|xlsx|txt)$/i, /^ncci_mue_dme_.*\.csv$/i],
  'MCR_MUE_DMESupplierServices_Eff_10-01-2026.csv',
);

/**
 * Medicaid's own unit edits. Of the files only their names and kinds were seen, in the Medicaid NCCI Edit Design Manual of
 * 2012 to 2016 (`MCD-MUE-PRA-v2016q2-…`). The columns are taken to be those of the Medicare files but for the indicator,
 * which that manual does not have: every edit counts a line.
 */
function medicaid(service: string, title: string, heading: string, short: string): TableSource {
  return tableSource({
    id: `ncci-mue-medicaid-${service}`,
    title: `Medicaid NCCI medically unlikely edits, ${title}`,
    publisher: 'Centers for Medicare & Medicaid Services',
    page: 'https://www.cms.gov/medicare/coding-billing/ncci-medicaid/medicaid-ncci-edit-files',
    licence: 'bring-your-own',
    terms: 'CPT codes © American Medical Association; download it yourself after accepting the terms on the page of CMS',
    cadence: 'quarterly',
    files: [new RegExp(`^MCD[-_]MUE[-_]${short}[-_]v?20\\d{2}_?q[1-4].*\\.(?:txt|xlsx|csv)$`, 'i')],
    layouts: [
      {
        kind: 'columns',
        formats: ['csv', 'tab', 'xlsx'],
        columns: { code: ['hcpcs cpt code'], units: [`${heading} mue values`, 'mue values', 'mue value'], rationale: ['mue rationale'] },
        optional: ['rationale'],
      },
    ],
    edition({ name }) {
      const quarter = /(20\d{2})_?q([1-4])/i.exec(name);
      return quarter ? quarterEdition(title, Number(quarter[1]), Number(quarter[2])) : NO_PERIOD;
    },
    row({ code: printed, units, rationale }) {
      if (printed === '') return undefined;
      const code = procedureCode(printed);
      if (!PROCEDURE.test(code)) return new RowProblem('code', `"${code.slice(0, 20)}" is no procedure code`);
      if (!/^\d{1,9}$/.test(units)) return new RowProblem('units', `"${units.slice(0, 20)}" is no number of units`);
      return { code, units, indicator: '1', rationale };
    },
    store: {
      kind: 'table',
      key: ['code'],
      columns: { units: { kind: 'decimal', scale: 0 }, indicator: { kind: 'decimal', scale: 0 }, rationale: { kind: 'text' } },
    },
    checks: { rows: [100, 40_000] },
    sample: {
      file: `MCD-MUE-${short}-v2026q4.csv`,
      rows: 2,
      has: [{ code: 'G0108', units: '8', indicator: '1', rationale: 'Made up' }],
    },
  });
}

export const ncciMueMedicaidPractitioner: TableSource = medicaid('practitioner', 'practitioner services', 'practitioner services', 'PRA');
export const ncciMueMedicaidOutpatient: TableSource = medicaid(
  'outpatient',
  'outpatient hospital services',
  'outpatient hospital services',
  'OPH',
);
export const ncciMueMedicaidDme: TableSource = medicaid('dme', 'suppliers of medical equipment', 'dme supplier services', 'DME');
