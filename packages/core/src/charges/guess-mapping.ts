import { type DateOrder, readWrittenDay } from '../written-day.ts';
import { HEADING_ROWS } from './columns.ts';
import { CHARGE_FIELDS, plainHeading } from './fields.ts';
import type { ChargeMapping } from './mapping.ts';

export interface GuessedMapping {
  /** To be looked over and kept. */
  readonly mapping: ChargeMapping;
  /** Row of the headings, counted from 1; 0 when none was found. */
  readonly headerRow: number;
  /** Columns that were given to no field. */
  readonly unused: readonly string[];
  /** What a person has to decide or look at. */
  readonly open: readonly string[];
}

/** Proposes which column holds what, from the first rows of a table: by the headings, and by what stands under them. */
export function guessMapping(rows: readonly (readonly string[])[]): GuessedMapping {
  const scores = rows.slice(0, HEADING_ROWS).map((row) => row.filter((cell) => fieldNamed(cell) !== undefined).length);
  const best = Math.max(0, ...scores);
  const at = scores.indexOf(best);
  const headings = best === 0 ? [] : (rows[at] ?? []);
  const body = rows.slice(at + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
  const columns = new Map<string, string[]>();
  const unused: string[] = [];
  const count = new Map<string, number>();
  headings.forEach((heading, column) => {
    if (heading.trim() === '') return;
    const name = plainHeading(heading);
    const nth = (count.get(name) ?? 0) + 1;
    count.set(name, nth);
    const written = nth > 1 ? `${heading.trim()}#${nth}` : heading.trim();
    const values = body.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
    const field = fieldNamed(heading);
    const taken = field !== undefined && columns.has(field) && CHARGE_FIELDS[field]?.several !== true;
    if (field === undefined || taken || !looksLike(field, values)) unused.push(written);
    else columns.set(field, [...(columns.get(field) ?? []), written]);
  });
  const open: string[] = [];
  settleDiagnoses(columns);
  const dates = orderOf(rows, headings, columns, at, open);
  addOpen(columns, open, best);
  const written = Object.fromEntries([...columns].map(([field, list]) => [field, list.length === 1 ? (list[0] ?? '') : list]));
  const mapping: ChargeMapping = { columns: written, ...(dates ? { dates } : {}), defaults: { type: 'professional' } };
  return { mapping, headerRow: best === 0 ? 0 : at + 1, unused, open };
}

function fieldNamed(heading: string): string | undefined {
  const plain = plainHeading(heading);
  if (plain === '') return undefined;
  return Object.entries(CHARGE_FIELDS).find(([, { named }]) => named.test(plain))?.[0];
}

/** Most of what stands under a heading has the form of the field. */
function looksLike(field: string, values: readonly string[]): boolean {
  const looks = CHARGE_FIELDS[field]?.looks;
  if (!looks || values.length === 0) return true;
  return values.filter((value) => looks.test(value)).length * 2 >= values.length;
}

/** Without pointers, diagnoses that stand in the rows belong to the rows. */
function settleDiagnoses(columns: Map<string, string[]>): void {
  const diagnoses = columns.get('diagnoses');
  if (!diagnoses || columns.has('line.pointers')) return;
  columns.delete('diagnoses');
  columns.set('line.diagnoses', diagnoses);
}

/** The order of month and day, where the dates themselves show it. */
function orderOf(
  rows: readonly (readonly string[])[],
  headings: readonly string[],
  columns: ReadonlyMap<string, readonly string[]>,
  header: number,
  open: string[],
): DateOrder | undefined {
  const places = [...columns].flatMap(([field, [heading]]) =>
    CHARGE_FIELDS[field]?.kind === 'day' && heading !== undefined ? [headings.findIndex((each) => each.trim() === heading)] : [],
  );
  let monthFirst = 0;
  let dayFirst = 0;
  let either = 0;
  for (const row of rows.slice(header + 1)) {
    for (const place of places) {
      const text = row[place]?.trim() ?? '';
      if (!/^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}/.test(text)) continue;
      const fits = (order: DateOrder): boolean => 'day' in readWrittenDay(text, order);
      if (fits('month-first') && fits('day-first')) either++;
      else if (fits('month-first')) monthFirst++;
      else if (fits('day-first')) dayFirst++;
    }
  }
  if (monthFirst > 0 && dayFirst > 0) open.push('Some dates have the month first and some the day: they cannot all be read in one order.');
  else if (monthFirst > 0) return 'month-first';
  else if (dayFirst > 0) return 'day-first';
  else if (either > 0) open.push('Dates such as 03/04/2026 can be read two ways: set "dates" to "month-first" or "day-first".');
  return undefined;
}

function addOpen(columns: ReadonlyMap<string, readonly string[]>, open: string[], best: number): void {
  if (best === 0) {
    open.push('No row has headings that are known: name the columns yourself.');
    return;
  }
  if (!columns.has('id'))
    open.push(
      'No column looks like the number of the claim: name it as "id", or list under "claimBy" the columns that together make a claim.',
    );
  for (const [field, what] of [
    ['line.code', 'the procedure code'],
    ['line.from', 'the date of service'],
    ['line.charge', 'the charge'],
  ] as const)
    if (!columns.has(field)) open.push(`No column looks like ${what}: name it as "${field}".`);
  if (!columns.has('diagnoses') && !columns.has('line.diagnoses'))
    open.push('No column looks like a diagnosis: name it as "line.diagnoses".');
}
