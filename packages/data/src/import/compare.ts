import { CleanclaimError, KeyedTable, PairTable, quote, type TableRow } from '@cleanclaim/core';
import { installedEditions } from '../editions.ts';

/** What changed between two editions of one source: keys of rows, and values where a row stayed. */
export interface Compared {
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly key: string; readonly before: string; readonly after: string }[];
}

/** Compares two installed editions row by row. ICD-10-CM editions are compared by `cleanclaim diff`, which knows replacements. */
export function compareEditions(folder: string, from: string, to: string): Compared {
  const installed = installedEditions(folder);
  const [before, after] = [from, to].map((id) => {
    const found = installed.find(({ edition }) => edition.id === id);
    if (!found) throw new CleanclaimError('data/no-edition', `No edition ${quote(id)} was added.`);
    return found;
  });
  if (!before || !after) throw new CleanclaimError('data/no-edition', 'Two editions are compared.');
  if (before.source !== after.source)
    throw new CleanclaimError(
      'data/no-edition',
      `${from} is of ${before.source} and ${to} of ${after.source}: editions of one source are compared.`,
    );
  const rowsOf = (edition: typeof before) =>
    before.source.startsWith('ncci-ptp') ? pairRows(new PairTable(edition.pack())) : tableRows(new KeyedTable(edition.pack()));
  const old = rowsOf(before);
  const added: string[] = [];
  const changed: { key: string; before: string; after: string }[] = [];
  for (const [key, value] of rowsOf(after)) {
    const was = old.get(key);
    if (was === undefined) added.push(key);
    else if (was !== value) changed.push({ key, before: was, after: value });
    old.delete(key);
  }
  return { source: before.source, from, to, added, removed: [...old.keys()], changed };
}

function tableRows(table: KeyedTable): Map<string, string> {
  const rows = new Map<string, string[]>();
  for (let row: TableRow = 0; row < table.size; row++) {
    const key = table.key(row);
    const text = Object.entries(table.record(row))
      .filter(([, value]) => value !== '')
      .map(([column, value]) => `${column} ${value}`)
      .join(', ');
    const list = rows.get(key);
    if (list) list.push(text);
    else rows.set(key, [text]);
  }
  return new Map([...rows].map(([key, list]) => [key, list.join('; ')]));
}

function pairRows(table: PairTable): Map<string, string> {
  const rows = new Map<string, string>();
  for (const { column1, column2, row } of table.pairs()) {
    const { modifier, from, to } = table.edit(row);
    const key = `${column1}|${column2}`;
    const text = `${from ?? 'unknown'} to ${to ?? 'open'}, modifier ${modifier}`;
    const known = rows.get(key);
    rows.set(key, known === undefined ? text : `${known}; ${text}`);
  }
  return rows;
}
