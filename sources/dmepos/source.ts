import { RowProblem, type TableRecord, tableSource, type TableSource } from '../source.ts';
import { amount } from '../support/cells.ts';
import { fullYear, monthNumber, NO_PERIOD, quarterEdition, quarterOf } from '../support/editions.ts';

const TITLE = 'DMEPOS fee schedule';

/** Jurisdictions of the schedule: 50 states, the District of Columbia, Puerto Rico and the Virgin Islands. */
const STATES =
  'AL AR AZ CA CO CT DC DE FL GA IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY AK HI PR VI'.split(
    ' ',
  );
type Fee = `${string} NR` | `${string} R`;
const FEES: readonly Fee[] = STATES.flatMap((state): Fee[] => [`${state} NR`, `${state} R`]);
type Field = 'code' | 'modifier' | 'modifier2' | 'category' | 'jurisdiction' | Fee;

/** Fees that one state alone has at least. */
const LEAST_A_STATE = 1_000;

/**
 * What Medicare pays for equipment, prostheses, orthoses and supplies, by state: outside rural areas and in them. One
 * record a state that has a fee. A file cut to some states' columns answers for those, and its edition says which.
 */
export const dmepos: TableSource = tableSource<Field>({
  id: 'dmepos',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/fee-schedules/dmepos',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'quarterly',
  files: [/^DMEPOS\d{2}_[A-Z]{3}.*\.(?:csv|txt|xlsx)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv', 'xlsx', 'tab'],
      columns: {
        code: ['hcpcs'],
        modifier: ['mod'],
        modifier2: ['mod2'],
        category: ['catg'],
        jurisdiction: ['juris'],
        ...(Object.fromEntries(FEES.map((fee) => [fee, headingsOf(fee)])) as unknown as Record<Fee, readonly string[]>),
      },
      optional: ['jurisdiction', ...FEES],
    },
  ],
  edition({ name, head }) {
    const found = /^DMEPOS(\d{2})_([A-Z]{3})/i.exec(name);
    const month = monthNumber(found?.[2] ?? '');
    if (month === 0) return NO_PERIOD;
    const states = statesIn(head);
    if (states.length === 0) return 'it has no column of a state, such as "TX (NR)".';
    const edition = quarterEdition(TITLE, fullYear(found?.[1] ?? ''), quarterOf(month));
    if (states.length === STATES.length) return edition;
    return { ...edition, title: `${edition.title} (${states.join(', ')} only)`, facts: { states } };
  },
  row(cells) {
    const { code, modifier, modifier2, category, jurisdiction } = cells;
    if (code === '') return undefined;
    if (!/^[A-Z]\d{4}$/.test(code)) return new RowProblem('code', `"${code.slice(0, 20)}" is no HCPCS code`);
    const records: TableRecord[] = [];
    for (const state of STATES) {
      const [usual, rural] = ([`${state} NR`, `${state} R`] as const).map((fee) => amount(cells[fee] || '0'));
      if (usual === undefined || rural === undefined) return new RowProblem(`${state} NR`, 'it is no price');
      // 0 stands for no fee.
      if (Number(usual) > 0 || Number(rural) > 0)
        records.push({ code, modifier, modifier2, state, category, jurisdiction, usual, rural: Number(rural) > 0 ? rural : null });
    }
    return records;
  },
  store: {
    kind: 'table',
    key: ['code', 'modifier', 'modifier2', 'state'],
    columns: {
      category: { kind: 'text' },
      jurisdiction: { kind: 'text' },
      usual: { kind: 'decimal', scale: 2 },
      rural: { kind: 'decimal', scale: 2 },
    },
  },
  checks: {
    rows: [50_000, 400_000],
    least: ({ facts }) => (Array.isArray(facts?.['states']) ? facts['states'].length * LEAST_A_STATE : 50_000),
  },
  sample: {
    file: 'DMEPOS26_OCT.csv',
    rows: 106,
    has: [
      { code: 'E0431', modifier: 'RR', modifier2: '', state: 'AL', category: 'OX', usual: '25.19', rural: '28.41' },
      { code: 'A4216', modifier: '', modifier2: '', state: 'VI', usual: '0.62', rural: null },
    ],
  },
});

/** `TX (NR)` and `TX (R)`; before 2016, when no area was rural, `TX`. */
function headingsOf(fee: Fee): readonly string[] {
  const [state = '', area] = fee.toLowerCase().split(' ');
  return area === 'nr' ? [fee.toLowerCase(), state] : [fee.toLowerCase()];
}

/** The states that have a column in the line of headings. */
function statesIn(head: string): string[] {
  const headings = head.split('\n').find((line) => /^HCPCS\t/i.test(line)) ?? '';
  return STATES.filter((state) => new RegExp(`\\t${state}(?: ?\\(NR\\))?(?:\\t|$)`, 'i').test(headings));
}
