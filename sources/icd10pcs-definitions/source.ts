import { tableSource, type TableSource } from '../source.ts';
import { fiscalYearEdition, NO_PERIOD } from '../support/editions.ts';

const TITLE = 'ICD-10-PCS definitions';
type Field = 'section' | 'axis' | 'term' | 'definition' | 'explanation' | 'includes';

/** What the values of ICD-10-PCS mean: operations and approaches defined, body parts and devices with what belongs to them. */
export const icd10pcsDefinitions: TableSource = tableSource<Field>({
  id: 'icd10pcs-definitions',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly, with a release in April',
  files: [/^icd10pcs_definitions_20\d{2}.*\.xml$/i],
  layouts: [{ kind: 'xml', root: 'ICD10PCS.definitions', reader }],
  edition({ name, head }) {
    const stated = /<version>(20\d{2})<\/version>/.exec(head)?.[1];
    const named = /definitions_(20\d{2})/i.exec(name)?.[1];
    const year = stated ?? named;
    if (year === undefined) return NO_PERIOD;
    if (named !== undefined && named !== year) return `its name says ${named} and its version ${year}.`;
    return fiscalYearEdition(TITLE, Number(year));
  },
  row: (cells) => ({ ...cells }),
  store: {
    kind: 'table',
    key: ['section', 'axis', 'term'],
    columns: { definition: { kind: 'text' }, explanation: { kind: 'text' }, includes: { kind: 'text' } },
  },
  checks: { rows: [800, 6_000] },
  sample: {
    file: 'icd10pcs_definitions_2025.xml',
    rows: 3,
    has: [
      { section: '0', axis: '3', term: 'Alteration', explanation: 'Principal purpose is to improve appearance' },
      { section: '0', axis: '4', term: 'Basilic Vein, Right', includes: 'Median antebrachial vein\nMedian cubital vein' },
    ],
  },
});

/** One record a title: several titles of one entry share what is said of them. */
function reader() {
  let section = '';
  let axis = '';
  let isTerm = false;
  let text = '';
  let titles: string[] = [];
  let said: Record<'definition' | 'explanation' | 'includes', string[]> = { definition: [], explanation: [], includes: [] };
  return {
    open(tag: string, attributes: Readonly<Record<string, string>>) {
      text = '';
      if (tag === 'section') section = attributes['code'] ?? '';
      else if (tag === 'axis') axis = attributes['pos'] ?? '';
      else if (tag === 'terms') {
        isTerm = true;
        titles = [];
        said = { definition: [], explanation: [], includes: [] };
      }
    },
    text(part: string) {
      text += part;
    },
    close(tag: string, emit: (cells: Record<Field, string>) => void) {
      const plain = text.trim();
      text = '';
      if (!isTerm) return;
      if (tag === 'title') titles.push(plain);
      else if (tag === 'definition' || tag === 'explanation' || tag === 'includes') said[tag].push(plain);
      else if (tag === 'terms') {
        isTerm = false;
        const { definition, explanation, includes } = said;
        for (const term of titles)
          emit({
            section,
            axis,
            term,
            definition: definition.join(' '),
            explanation: explanation.join(' '),
            includes: includes.join('\n'),
          });
      }
    },
  };
}
