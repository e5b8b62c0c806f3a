import { codeKey, type Icd10cmTable, keyCharacters, type KeyedTable, type PackEdition } from '@cleanclaim/core';
import { applyAddenda, type CodeAddenda, type ListedOrDerived } from '../build/icd10cm/addenda.ts';
import { type ExpansionException, expandTabular } from '../build/icd10cm/expand.ts';
import type { TabularNode } from '../build/icd10cm/read-tabular.ts';

/** The codes of one release: what an order file's table gives, and what is made of a tabular list or an addendum. */
export interface CodeList {
  readonly size: number;
  /** The code (no dot) of a row. */
  key(row: number): string;
  /** `billable` is `1` or `0`; the title is empty where nobody published one. */
  text(column: 'billable' | 'title', row: number): string;
}

/** The code list that a tabular list makes with its 7th characters. */
export function listOfTabular(chapters: readonly TabularNode[], edition: PackEdition): CodeList {
  const exceptions = (edition['exceptions'] as readonly { matches: string; only: string; why: string }[] | undefined) ?? [];
  const read = exceptions.map((each): ExpansionException => ({ ...each, matches: new RegExp(each.matches) }));
  return listOf(expandTabular(chapters, read));
}

/** The code list before, changed as an addendum says. */
export function listAfter(before: CodeList, addenda: KeyedTable): CodeList {
  const codes = new Map<string, ListedOrDerived & { title: string }>();
  for (let row = 0; row < before.size; row++) {
    const code = before.key(row);
    codes.set(code, { code, billable: before.text('billable', row) === '1', title: before.text('title', row), under: undefined });
  }
  return listOf(applyAddenda(codes, changesOf(addenda)));
}

function changesOf(table: KeyedTable): CodeAddenda {
  const added = new Map<string, string>();
  const deleted = new Set<string>();
  const revised = new Map<string, string>();
  for (let row = 0; row < table.size; row++) {
    const [code = '', action] = table.key(row).split('|');
    if (action === 'add') added.set(code, table.text('title', row));
    else if (action === 'delete') deleted.add(code);
    else if (action === 'revise') revised.set(code, table.text('title', row));
  }
  return { added, deleted, revised };
}

/** One release of the bundled pack, by its number. */
export function listOfRelease(table: Icd10cmTable, release: number): CodeList {
  const rows: number[] = [];
  for (let row = 0; row < table.size; row++) if ((table.editions[row] ?? 0) & (1 << release)) rows.push(row);
  return {
    size: rows.length,
    key: (at) => keyCharacters(table.key[rows[at] ?? 0] ?? 0),
    text: (column, at) => {
      const row = rows[at] ?? 0;
      if (column === 'billable') return (table.billable[row] ?? 0) & (1 << release) ? '1' : '0';
      return table.title(row, 1 << release) ?? '';
    },
  };
}

function listOf(codes: ReadonlyMap<string, ListedOrDerived>): CodeList {
  const rows = [...codes.values()].sort((one, other) => codeKey(one.code) - codeKey(other.code));
  const title = ({ title: own, under }: ListedOrDerived): string => {
    const above = under === undefined ? undefined : codes.get(under);
    return above ? `${title(above)}, ${own ?? ''}` : (own ?? '');
  };
  return {
    size: rows.length,
    key: (row) => rows[row]?.code ?? '',
    text: (column, row) => {
      const each = rows[row];
      if (!each) return '';
      return column === 'title' ? title(each) : each.billable ? '1' : '0';
    },
  };
}

/** Whether two releases have the same codes, complete and not. */
export function sameCodes(one: CodeList, other: CodeList): boolean {
  if (one.size !== other.size) return false;
  const known = new Map(Array.from({ length: one.size }, (_, row) => [one.key(row), one.text('billable', row)]));
  for (let row = 0; row < other.size; row++) if (known.get(other.key(row)) !== other.text('billable', row)) return false;
  return true;
}
