import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { NO_PERIOD, yearEdition } from '../support/editions.ts';
import { PROCEDURE, procedureCode } from '../support/cells.ts';

const TITLE = 'List of Medicare telehealth services';

/**
 * Which services Medicare pays by telehealth in a year. The file could not be had here: the headings are those of a program that
 * reads it (list of 2026), and the sample is made up.
 */
export const telehealthList: TableSource = tableSource({
  id: 'telehealth-list',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/coverage/telehealth/list-services',
  licence: 'bring-your-own',
  terms: 'CPT codes © American Medical Association; download it yourself after accepting the terms on the page of CMS',
  cadence: 'yearly, changed within the year now and then',
  files: [/telehealth[-_ ]services?.*\.(?:xlsx|csv|txt)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['xlsx', 'csv', 'tab'],
      headerLines: 2,
      columns: {
        code: ['code', 'hcpcs', 'hcpcs code', 'cpt hcpcs', 'cpt code'],
        status: [/^status/],
        audioOnly: [/audio only/],
      },
      optional: ['status'],
    },
  ],
  edition({ name, head }) {
    const stated = /(?:CY|calendar year|effective [a-z]+ \d{1,2},)\s*(20\d{2})/i.exec(head)?.[1];
    const named = /20\d{2}/.exec(name)?.[0];
    const year = stated ?? named;
    if (year === undefined) return NO_PERIOD;
    if (stated !== undefined && named !== undefined && stated !== named) return `its name says ${named} and its first lines ${stated}.`;
    return yearEdition(TITLE, Number(year));
  },
  row({ code: printed, status, audioOnly }) {
    if (printed === '' || /\s/.test(printed)) return undefined;
    const code = procedureCode(printed);
    if (!PROCEDURE.test(code)) return new RowProblem('code', `"${code.slice(0, 20)}" is no procedure code`);
    return { code, status, audioOnly: /^y/i.test(audioOnly) ? '1' : '' };
  },
  store: { kind: 'table', key: ['code'], columns: { status: { kind: 'text' }, audioOnly: { kind: 'text' } } },
  checks: { rows: [100, 1_000] },
  sample: {
    file: 'List-of-Medicare-Telehealth-Services-2026.csv',
    rows: 2,
    has: [
      { code: 'G0108', status: 'Permanent', audioOnly: '1' },
      { code: 'G0109', status: 'Provisional', audioOnly: '' },
    ],
  },
});
