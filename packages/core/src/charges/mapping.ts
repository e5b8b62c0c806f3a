import { CleanclaimError, quote } from '../errors.ts';
import type { DateOrder } from '../written-day.ts';
import { CHARGE_FIELDS } from './fields.ts';

/** Which column of an office's table holds what: made once, kept in a file, used for every export (docs/charges.md). */
export interface ChargeMapping {
  /** Field to heading, or to several headings in their order. `Mod#2` is the second column called Mod. */
  readonly columns: Readonly<Record<string, string | readonly string[]>>;
  /** Columns whose values together make a claim; the claim's number when left out. */
  readonly claimBy?: readonly string[];
  /** How 03/04/2026 is read; without it such a date is refused. */
  readonly dates?: DateOrder;
  /** Name of the sheet; the first one that has the columns when left out. */
  readonly sheet?: string;
  /** What stands in every claim, or line with `line.`, where the row says nothing. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** What the office writes, and what it means: `{"payer.kind": {"MCR": "medicare"}}`. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const PARTS = ['columns', 'claimBy', 'dates', 'sheet', 'defaults', 'values'];

/** Reads a mapping from parsed JSON. Throws `charges/wrong-mapping` with the path of what is wrong. */
export function readMapping(value: unknown): ChargeMapping {
  const mapping = objectAt(value, '');
  for (const part of Object.keys(mapping)) {
    if (!PARTS.includes(part)) throw wrong(`/${part}`, `there is no ${quote(part)}; a mapping has ${PARTS.join(', ')}`);
  }
  const columns = objectAt(mapping['columns'], '/columns');
  if (Object.keys(columns).length === 0) throw wrong('/columns', 'it names no column');
  for (const [field, heading] of Object.entries(columns)) {
    expectField(field, '/columns');
    const several = Array.isArray(heading) && heading.every(isName);
    if (!isName(heading) && !several) throw wrong(`/columns/${field}`, 'it must be a heading, or a list of headings');
    if (several && heading.length > 1 && CHARGE_FIELDS[field]?.several !== true) throw wrong(`/columns/${field}`, 'it takes one column');
  }
  const { claimBy, dates, sheet, defaults, values } = mapping;
  if (claimBy !== undefined && !(Array.isArray(claimBy) && claimBy.length > 0 && claimBy.every(isName)))
    throw wrong('/claimBy', 'it must be a list of headings');
  if (dates !== undefined && dates !== 'month-first' && dates !== 'day-first') throw wrong('/dates', 'it must be month-first or day-first');
  if (sheet !== undefined && !isName(sheet)) throw wrong('/sheet', 'it must be the name of a sheet');
  for (const [field, text] of Object.entries(defaults === undefined ? {} : objectAt(defaults, '/defaults'))) {
    expectField(field, '/defaults');
    if (typeof text !== 'string') throw wrong(`/defaults/${field}`, 'it must be a text');
  }
  for (const [field, meanings] of Object.entries(values === undefined ? {} : objectAt(values, '/values'))) {
    expectField(field, '/values');
    for (const [written, meant] of Object.entries(objectAt(meanings, `/values/${field}`)))
      if (typeof meant !== 'string') throw wrong(`/values/${field}/${written}`, 'it must be a text');
  }
  if (claimBy === undefined && columns['id'] === undefined)
    throw wrong('/columns', 'it must name the column of the claim\'s number as "id", or claimBy the columns that make a claim');
  if (columns['line.diagnoses'] !== undefined && columns['diagnoses'] !== undefined)
    throw wrong('/columns', 'it takes diagnoses of the claim (with pointers) or line.diagnoses of each row, not both');
  return mapping as unknown as ChargeMapping;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 200;
}

function expectField(field: string, at: string): void {
  if (!Object.hasOwn(CHARGE_FIELDS, field))
    throw wrong(`${at}/${field}`, `${quote(field)} is no field; there are ${Object.keys(CHARGE_FIELDS).join(', ')}`);
}

function objectAt(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(path, 'it must be an object');
  return value as Readonly<Record<string, unknown>>;
}

function wrong(path: string, why: string): CleanclaimError {
  return new CleanclaimError(
    'charges/wrong-mapping',
    `The column mapping is wrong${path === '' ? '' : ` at ${path.slice(0, 120)}`}: ${why}.`,
    path,
  );
}
