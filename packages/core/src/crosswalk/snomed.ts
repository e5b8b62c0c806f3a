import type { KeyedTable, TableRow } from '../tables/keyed-table.ts';
import { describe, officially } from './named-target.ts';
import { type CodeMap, type MapQuestion, type MapTarget, type Route, tableFor } from './route.ts';

const SOURCE = 'snomed-map';

// The extended map of SNOMED CT (RF2): a concept has groups, all of which are coded; within a group the rules are tried
// in their order and the first that holds gives the code.

export const SNOMED_ROUTES: readonly Route[] = (['icd10cm', 'icd10'] as const).map((to) => ({
  from: 'snomed',
  to,
  sources: [SOURCE],
  fits: isConcept,
  read: (code, question) => readMap(code, to, question),
}));

/** Identifiers of SNOMED CT are 6 to 18 digits whose last is a check digit (Verhoeff); here only the form. */
function isConcept(code: string): boolean {
  return /^[1-9]\d{5,17}$/.test(code);
}

function readMap(code: string, to: 'icd10cm' | 'icd10', question: MapQuestion): CodeMap | undefined {
  const table = tableFor(SOURCE, question);
  const rows = table ? [...table.rowsOf(`${to}|${code}`)] : [];
  const [first] = rows;
  if (!table || first === undefined) return undefined;
  const groups = new Map<number, TableRow[]>();
  for (const row of rows) {
    const group = table.decimal('group', row) ?? 1;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const lists = [...groups]
    .sort(([one], [other]) => one - other)
    .map(([, members]) => inOrder(members, table).map((row) => targetOf(row, table, to, question)))
    .map((list) => list.filter(({ code: target }) => target !== ''))
    .filter((list) => list.length > 0);
  return {
    from: { system: 'snomed', code, display: table.text('name', first) || null },
    through: null,
    status: lists.length > 0 ? 'found' : 'no-map',
    options: lists.length > 0 ? [{ lists }] : [],
    source: SOURCE,
    edition: table.edition.id,
    note: lists.length > 0 ? noteOf(lists) : 'The map says that the concept cannot be classified as it stands; its advice tells why.',
  };
}

function inOrder(rows: readonly TableRow[], table: KeyedTable): TableRow[] {
  const priority = (row: TableRow): number => table.decimal('priority', row) ?? 1;
  return rows.toSorted((one, other) => priority(one) - priority(other));
}

function noteOf(lists: readonly (readonly MapTarget[])[]): string | null {
  const parts = [
    lists.length > 1 ? 'Each list gives one code, and all of them are coded.' : '',
    lists.some((list) => list.length > 1) ? 'In a list the first rule that holds counts.' : '',
    lists.some((list) => list.some(({ code }) => code.includes('?'))) ? 'A ? stands for a character that the record gives.' : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : null;
}

function targetOf(row: TableRow, table: KeyedTable, to: 'icd10cm' | 'icd10', question: MapQuestion): MapTarget {
  const code = officially(to, table.text('target', row));
  const rule = table.text('rule', row);
  const advice = table.text('advice', row);
  const named = describe(to, code, question);
  return {
    code,
    ...named,
    display: named.display ?? (table.text('targetName', row) || null),
    approximate: null,
    ...(rule === '' || rule === 'TRUE' ? {} : { when: rule === 'OTHERWISE TRUE' ? 'otherwise' : inWords(rule) }),
    ...(advice === '' ? {} : { advice }),
  };
}

/** `IFA 248152002 | Female (finding) | AND IFA …` without the numbers. */
function inWords(rule: string): string {
  return rule
    .replace(/\bIFA\s+\d+\s*\|\s*([^|]*?)\s*\|/g, 'if $1')
    .replace(/\s+/g, ' ')
    .trim();
}
