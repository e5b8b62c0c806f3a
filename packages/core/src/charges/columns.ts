import { CleanclaimError, quote } from '../errors.ts';
import { plainHeading } from './fields.ts';
import type { ChargeMapping } from './mapping.ts';

export interface Column {
  readonly at: number;
  /** As printed. */
  readonly heading: string;
}

export interface FoundColumns {
  /** Row of the headings, counted from 1. */
  readonly headerRow: number;
  readonly fields: ReadonlyMap<string, readonly Column[]>;
  readonly claimBy: readonly Column[];
}

/** Rows looked at to find headings: exports have captions above them. */
export const HEADING_ROWS = 60;

/** Columns by their headings, so that they may move. Undefined while the rows seen do not have them all. */
export function findColumns(mapping: ChargeMapping, rows: readonly (readonly string[])[]): FoundColumns | undefined {
  for (let at = 0; at < Math.min(rows.length, HEADING_ROWS); at++) {
    const places = placesOf(rows[at] ?? []);
    const fields = new Map<string, readonly Column[]>();
    for (const [field, wanted] of wantedOf(mapping)) {
      const columns = wanted.flatMap((heading) => places.get(nameOf(heading)) ?? []);
      if (columns.length === wanted.length) fields.set(field, columns);
    }
    const claimBy = (mapping.claimBy ?? []).flatMap((heading) => places.get(nameOf(heading)) ?? []);
    if (fields.size === Object.keys(mapping.columns).length && claimBy.length === (mapping.claimBy?.length ?? 0))
      return { headerRow: at + 1, fields, claimBy };
  }
  return undefined;
}

/** Says which columns are missing from the row that has most of them, and what that row has instead. */
export function noColumns(mapping: ChargeMapping, rows: readonly (readonly string[])[], what: string): CleanclaimError {
  const wanted = [...wantedOf(mapping).values(), mapping.claimBy ?? []].flat();
  let best: { row: number; missing: readonly string[] } | undefined;
  rows.slice(0, HEADING_ROWS).forEach((row, at) => {
    const places = placesOf(row);
    const missing = wanted.filter((heading) => !places.has(nameOf(heading)));
    if (!best || missing.length < best.missing.length) best = { row: at, missing };
  });
  const has = (rows[best?.row ?? 0] ?? []).filter((cell) => cell.trim() !== '').slice(0, 30);
  const missing = [...new Set(best?.missing ?? wanted)].map(quote).join(', ');
  return new CleanclaimError(
    'charges/no-column',
    has.length === 0
      ? `${what} holds no rows.`
      : `${what} has no column ${missing}. Row ${(best?.row ?? 0) + 1} has ${has.map(quote).join(', ')}.`,
  );
}

function wantedOf({ columns }: ChargeMapping): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(columns).map(([field, heading]) => [field, typeof heading === 'string' ? [heading] : heading]));
}

/** `Mod#2` names the second column called Mod. */
function nameOf(heading: string): string {
  const [, name = heading, nth = '1'] = /^(.*)#(\d{1,2})$/.exec(heading) ?? [];
  return `${plainHeading(name) || name.trim()}#${nth}`;
}

function placesOf(row: readonly string[]): Map<string, Column> {
  const places = new Map<string, Column>();
  const count = new Map<string, number>();
  row.forEach((heading, at) => {
    const name = plainHeading(heading) || heading.trim();
    if (name === '') return;
    const nth = (count.get(name) ?? 0) + 1;
    count.set(name, nth);
    places.set(`${name}#${nth}`, { at, heading: heading.trim() });
  });
  return places;
}

/** `AB` for the 28th column, as a spreadsheet names it. */
export function columnLetter(at: number): string {
  const rest = Math.floor(at / 26);
  return `${rest > 0 ? columnLetter(rest - 1) : ''}${String.fromCharCode(65 + (at % 26))}`;
}
