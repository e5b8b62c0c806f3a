import type { Claim } from '../claim/model.ts';
import { isFailure, readClaim } from '../claim/read-claim.ts';
import { quote } from '../errors.ts';
import { addMoney, formatMoney, parseMoney, ZERO_MONEY } from '../money.ts';
import { tidyCode } from '../text/code-text.ts';
import { type Column, columnLetter, type FoundColumns } from './columns.ts';
import { CHARGE_FIELDS } from './fields.ts';
import type { ChargeMapping } from './mapping.ts';
import { type CellContext, type CellValue, readCell } from './read-cell.ts';

/** What is wrong with a cell, by row and column as a spreadsheet numbers them. */
export interface ChargeTrouble {
  readonly row: number;
  /** Letter of the column; null where the row as a whole is wrong. */
  readonly column: string | null;
  readonly heading: string | null;
  readonly why: string;
}

/** The rows of one claim: the claim, or what is wrong with them. */
export type ChargedClaim = { readonly id: string; readonly rows: readonly number[] } & (
  | { readonly claim: Claim }
  | { readonly troubles: readonly ChargeTrouble[] }
);

interface Open {
  readonly id: string;
  readonly rows: number[];
  readonly lines: Record<string, unknown>[];
  readonly fields: Map<string, { readonly value: CellValue; readonly text: string; readonly row: number }>;
  readonly diagnoses: string[];
  readonly troubles: ChargeTrouble[];
}

/**
 * Turns rows into claims as they come: rows that stand together and have the same claim number are one claim. Memory is
 * that of one claim, and the numbers of those that ended.
 */
export class ClaimsOfRows {
  readonly #mapping: ChargeMapping;
  readonly #columns: FoundColumns;
  readonly #context: CellContext;
  /** Numbers of claims that ended, with their last row. */
  readonly #ended = new Map<string, number>();
  #open: Open | undefined;

  constructor(mapping: ChargeMapping, columns: FoundColumns, serial: CellContext['serial']) {
    this.#mapping = mapping;
    this.#columns = columns;
    this.#context = { dates: mapping.dates, serial };
  }

  /** Takes a row, numbered from 1; gives the claim that ended before it. */
  push(number: number, cells: readonly string[]): ChargedClaim | undefined {
    if (number <= this.#columns.headerRow || cells.every((cell) => cell.trim() === '')) return undefined;
    const id = this.#idOf(cells);
    const ended = this.#open && this.#open.id !== id ? this.end() : undefined;
    const open = this.#opened(id);
    const before = this.#ended.get(id);
    if (open.rows.length === 0 && before !== undefined) {
      const why = `claim ${quote(id)} ended in row ${before}: sort the table by claim, so that its rows stand together`;
      open.troubles.push({ row: number, column: null, heading: null, why });
    }
    if (id === '') open.troubles.push({ row: number, column: null, heading: null, why: 'it does not say to which claim it belongs' });
    open.rows.push(number);
    this.#read(number, cells, open);
    return ended;
  }

  #opened(id: string): Open {
    this.#open ??= { id, rows: [], lines: [], fields: new Map(), diagnoses: [], troubles: [] };
    return this.#open;
  }

  /** The claim that is still open, at the end of the table. */
  end(): ChargedClaim | undefined {
    const open = this.#open;
    if (!open) return undefined;
    this.#open = undefined;
    this.#ended.set(open.id, open.rows.at(-1) ?? 0);
    const { id, rows, troubles } = open;
    if (troubles.length > 0) return { id, rows, troubles };
    const claim = this.#claimOf(open);
    const read = readClaim(claim);
    if (!isFailure(read)) return { id, rows, claim: read.claim };
    const line = /^\/lines\/(\d+)/.exec(read.path)?.[1];
    return {
      id,
      rows,
      troubles: [{ row: rows[Number(line ?? 0)] ?? 0, column: null, heading: null, why: read.message.replace(/\.$/, '') }],
    };
  }

  #idOf(cells: readonly string[]): string {
    const { claimBy, fields } = this.#columns;
    const columns = claimBy.length > 0 ? claimBy : (fields.get('id') ?? []);
    const parts = columns.map(({ at }) => cells[at]?.trim() ?? '');
    return parts.every((part) => part === '') ? '' : parts.join(' ');
  }

  #read(row: number, cells: readonly string[], open: Open): void {
    const line: Record<string, unknown> = {};
    for (const [field, columns] of this.#columns.fields) {
      const values: (string | number)[] = [];
      let single: CellValue | undefined;
      let text = '';
      for (const column of columns) {
        const written = cells[column.at]?.trim() ?? '';
        if (written === '') continue;
        const value = this.#cell(field, written, row, column, open);
        if (value === undefined) continue;
        text = written;
        if (Array.isArray(value)) values.push(...(value as readonly (string | number)[]));
        else single = value as CellValue;
      }
      const value = values.length > 0 ? values : single;
      if (value === undefined) continue;
      if (field === 'line.diagnoses') line['pointers'] = placesIn(open.diagnoses, values);
      else if (field.startsWith('line.')) put(line, field.slice('line.'.length), value);
      else this.#keep(field, value, text, row, columns, open);
    }
    for (const [field, value] of this.#defaults('line.', row, open)) if (!has(line, field)) put(line, field, value);
    open.lines.push(line);
  }

  #cell(field: string, written: string, row: number, { at, heading }: Column, open: Open): CellValue | undefined {
    const read = readCell(this.#meant(field, written), CHARGE_FIELDS[field]?.kind ?? 'text', this.#context);
    if ('value' in read) return read.value;
    open.troubles.push({ row, column: columnLetter(at), heading, why: read.trouble });
    return undefined;
  }

  #meant(field: string, written: string): string {
    const meanings = this.#mapping.values?.[field];
    return meanings && Object.hasOwn(meanings, written) ? (meanings[written] ?? written) : written;
  }

  /** A field of the claim is the same in all its rows, or empty. */
  #keep(field: string, value: CellValue, text: string, row: number, columns: readonly Column[], open: Open): void {
    const before = open.fields.get(field);
    if (!before) open.fields.set(field, { value, text, row });
    else if (JSON.stringify(before.value) !== JSON.stringify(value)) {
      const [column] = columns;
      const why = `it says ${quote(text)}, and row ${before.row} of the same claim ${quote(before.text)}`;
      open.troubles.push({ row, column: column ? columnLetter(column.at) : null, heading: column?.heading ?? null, why });
    }
  }

  *#defaults(prefix: 'line.' | '', row: number, open: Open): Generator<[string, CellValue]> {
    for (const [field, text] of Object.entries(this.#mapping.defaults ?? {})) {
      if (field.startsWith('line.') !== (prefix === 'line.')) continue;
      const read = readCell(text, CHARGE_FIELDS[field]?.kind ?? 'text', this.#context);
      if ('value' in read) yield [field.slice(prefix.length), read.value];
      else open.troubles.push({ row, column: null, heading: null, why: `the default of ${field}: ${read.trouble}` });
    }
  }

  #claimOf(open: Open): Record<string, unknown> {
    const claim: Record<string, unknown> = { type: 'professional', id: open.id };
    for (const [field, value] of this.#defaults('', open.rows[0] ?? 0, open)) put(claim, field, value);
    for (const [field, { value }] of open.fields) put(claim, field, value);
    const diagnoses = open.diagnoses.length > 0 ? open.diagnoses : claim['diagnoses'];
    if (Array.isArray(diagnoses)) claim['diagnoses'] = diagnoses.map((code: unknown) => ({ code: String(code) }));
    claim['lines'] = open.lines;
    // Tables of charges seldom have a total: it is the sum of what was read.
    if (claim['total'] === undefined) put(claim, 'total', sumOf(open.lines));
    return claim;
  }
}

function sumOf(lines: readonly Readonly<Record<string, unknown>>[]): string {
  const charges = lines.map(({ charge }) => (typeof charge === 'string' ? parseMoney(charge) : undefined) ?? ZERO_MONEY);
  return formatMoney(charges.reduce(addMoney, ZERO_MONEY));
}

/** The places of a row's diagnoses among those of the claim, which grow with each new one. */
function placesIn(diagnoses: string[], row: readonly (string | number)[]): number[] {
  return row.map((each) => {
    const code = tidyCode(String(each));
    const known = diagnoses.findIndex((one) => one.replace('.', '') === code.replace('.', ''));
    return known >= 0 ? known + 1 : diagnoses.push(code);
  });
}

/** Puts a value at `patient.birthDate`, making what stands above it. Names come from the list of fields. */
function put(target: Record<string, unknown>, field: string, value: CellValue): void {
  const [name = '', ...rest] = field.split('.');
  if (rest.length === 0) target[name] = value;
  else put((target[name] ??= {}) as Record<string, unknown>, rest.join('.'), value);
}

function has(target: Readonly<Record<string, unknown>>, field: string): boolean {
  let at: unknown = target;
  for (const name of field.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return false;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return true;
}

/** `row 7, column D (DOB): "soon" is not a day`. */
export function writeTrouble({ row, column, heading, why }: ChargeTrouble): string {
  return `row ${row}${column === null ? '' : `, column ${column}${heading ? ` (${heading.slice(0, 60)})` : ''}`}: ${why}.`;
}
