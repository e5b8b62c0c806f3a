import { withoutDot } from '../icd10cm/code-key.ts';
import type { KeyedTable, TableRow } from '../tables/keyed-table.ts';
import { describe, describeProcedure, officialProcedure, officially } from './named-target.ts';
import { type CodeMap, type MapOption, type MapQuestion, type MapSystem, type MapTarget, type Route, tableFor } from './route.ts';

// General Equivalence Mappings (CMS, GEMs documentation 2018): five flags behind each pair. Approximate; no map;
// combination; then, for combinations, the scenario and within it the list to choose one code from.

interface Direction {
  readonly from: MapSystem;
  readonly to: MapSystem;
  readonly source: string;
  readonly fits: RegExp;
  /** ICD-9-CM procedures are written and named otherwise than its diagnoses. */
  readonly procedures?: true;
}

const DIRECTIONS: readonly Direction[] = [
  { from: 'icd10cm', to: 'icd9cm', source: 'gem-icd10cm-to-icd9cm', fits: /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/ },
  { from: 'icd10pcs', to: 'icd9cm', source: 'gem-icd10pcs-to-icd9cm', fits: /^[0-9A-HJ-NP-Z]{7}$/, procedures: true },
  { from: 'icd9cm', to: 'icd10cm', source: 'gem-icd9cm-to-icd10cm', fits: /^(?:\d{3}|V\d{2}|E\d{3})(?:\.?\d{1,2})?$/ },
  { from: 'icd9cm', to: 'icd10pcs', source: 'gem-icd9cm-to-icd10pcs', fits: /^\d{2}(?:\.\d{1,2}|\d{1,2})$/, procedures: true },
];

export const GEM_ROUTES: readonly Route[] = DIRECTIONS.map((direction) => ({
  from: direction.from,
  to: direction.to,
  sources: [direction.source],
  fits: (code) => direction.fits.test(code),
  read: (code, question) => readGem(code, direction, question),
}));

function readGem(code: string, direction: Direction, question: MapQuestion): CodeMap | undefined {
  const table = tableFor(direction.source, question);
  const rows = table ? [...table.rowsOf(keyOf(code, direction))] : [];
  if (!table || rows.length === 0) return undefined;
  const { from, to, source, procedures } = direction;
  const written = procedures && from === 'icd9cm' ? officialProcedure(code) : officially(from, code);
  const own = procedures && from === 'icd9cm' ? describeProcedure(code, question) : describe(from, written, question);
  const noMap = rows.every((row) => table.text('noMap', row) === '1');
  return {
    from: { system: from, code: written, display: own.display },
    through: null,
    status: noMap ? 'no-map' : 'found',
    options: noMap ? [] : optionsOf(rows, table, (row) => targetOf(row, table, direction, question)),
    source,
    edition: table.edition.id,
    note: noMap ? `The mapping says that ${to === 'icd9cm' ? 'ICD-9-CM' : 'ICD-10'} has no code for it.` : null,
  };
}

function keyOf(code: string, { from }: Direction): string {
  return from === 'icd10cm' ? withoutDot(code) : code.replace('.', '');
}

/** Single codes are one choice; each scenario of a combination is another, with a list for each of its parts. */
function optionsOf(rows: readonly TableRow[], table: KeyedTable, target: (row: TableRow) => MapTarget): MapOption[] {
  const single: MapTarget[] = [];
  const scenarios = new Map<string, Map<string, MapTarget[]>>();
  for (const row of rows) {
    if (table.text('noMap', row) === '1') continue;
    if (table.text('combination', row) !== '1') {
      single.push(target(row));
      continue;
    }
    const scenario = table.text('scenario', row);
    const lists = scenarios.get(scenario) ?? new Map<string, MapTarget[]>();
    scenarios.set(scenario, lists);
    const choice = table.text('choice', row);
    lists.set(choice, [...(lists.get(choice) ?? []), target(row)]);
  }
  const combinations = [...scenarios].sort(byNumber).map(([, lists]) => ({ lists: [...lists].sort(byNumber).map(([, codes]) => codes) }));
  return single.length > 0 ? [{ lists: [single] }, ...combinations] : combinations;
}

function byNumber([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return Number(one) - Number(other);
}

function targetOf(row: TableRow, table: KeyedTable, { to, procedures }: Direction, question: MapQuestion): MapTarget {
  const raw = table.text('target', row);
  const code = procedures && to === 'icd9cm' ? officialProcedure(raw) : officially(to, raw);
  const named = procedures && to === 'icd9cm' ? describeProcedure(raw, question) : describe(to, code, question);
  return { code, ...named, approximate: table.text('approximate', row) === '1' };
}
