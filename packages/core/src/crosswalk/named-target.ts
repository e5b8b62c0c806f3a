import { withDot } from '../icd10cm/code-key.ts';
import { type MapQuestion, type MapSystem, type MapTarget, tableFor } from './route.ts';

/** A code as its system writes it, without knowing whether it exists. */
export function officially(system: MapSystem, code: string): string {
  if (system === 'icd10cm' || system === 'icd10') return withDot(code.replace('.', ''));
  if (system !== 'icd9cm') return code;
  // External causes have four characters before the dot.
  return dotted(code, code.startsWith('E') ? 4 : 3);
}

/** An ICD-9-CM procedure (volume 3), which has two digits before the dot. */
export function officialProcedure(code: string): string {
  return dotted(code, 2);
}

function dotted(code: string, before: number): string {
  const bare = plain(code);
  return bare.length > before ? `${bare.slice(0, before)}.${bare.slice(before)}` : bare;
}

/** The title and, where codes are dated, the standing of a code on the day. */
export function describe(system: MapSystem, code: string, question: MapQuestion): Pick<MapTarget, 'display' | 'status'> {
  if (system === 'icd10cm') return ofIcd10cm(code, question);
  const shelf = SHELVES[system];
  const table = shelf && tableFor(shelf.source, question);
  if (!shelf || !table) return { display: null, ...(system === 'icd10pcs' ? { status: 'no-data' as const } : {}) };
  const row = table.find(shelf.key(code));
  if (row < 0) return { display: null, ...(system === 'icd10pcs' ? { status: 'unknown' as const } : {}) };
  const display = table.text('title', row);
  if (system !== 'icd10pcs') return { display };
  return { display, status: table.text('billable', row) === '1' ? 'billable' : 'header' };
}

function ofIcd10cm(code: string, { data, on }: MapQuestion): Pick<MapTarget, 'display' | 'status'> {
  const icd = data.icd10cm(on);
  if (!icd) return { display: null, status: 'no-data' };
  const row = icd.row(code);
  if (row < 0) return { display: null, status: 'unknown' };
  if (!icd.inForce(row)) return { display: icd.display(row), status: 'not-in-force' };
  return { display: icd.display(row), status: icd.billable(row) ? 'billable' : 'header' };
}

interface Shelf {
  readonly source: string;
  key(code: string): string;
}

const plain = (code: string): string => code.replace('.', '');
const SHELVES: Partial<Record<MapSystem, Shelf>> = {
  icd10pcs: { source: 'icd10pcs', key: plain },
  icd9cm: { source: 'icd9cm-diagnoses', key: plain },
  icd10: { source: 'icd10-who', key: plain },
  icd11: { source: 'icd11-mms', key: (code) => code },
};

/** Volume 3 of ICD-9-CM has a table of its own. */
export function describeProcedure(code: string, question: MapQuestion): Pick<MapTarget, 'display'> {
  const table = tableFor('icd9cm-procedures', question);
  const row = table?.find(plain(code)) ?? -1;
  return { display: table && row >= 0 ? table.text('title', row) : null };
}
