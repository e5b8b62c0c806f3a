import { KEY_SEPARATOR, type KeyedTable, type TableRow } from './keyed-table.ts';

/**
 * One row of the physician fee schedule's relative value file. RVUs are whole hundredths; the conversion factor whole
 * ten-thousandths of a dollar. Indicators are kept as the file prints them.
 */
export interface FeeRow {
  readonly code: string;
  readonly modifier: string;
  readonly status: string;
  readonly work: number;
  readonly nonFacilityPe: number;
  readonly facilityPe: number;
  readonly malpractice: number;
  /** The service is rarely or never done there. */
  readonly nonFacilityNa: boolean;
  readonly facilityNa: boolean;
  readonly pctc: string;
  readonly global: string;
  /** Shares of the global fee, whole hundredths. */
  readonly preoperative: number;
  readonly intraoperative: number;
  readonly postoperative: number;
  readonly multiple: string;
  readonly bilateral: string;
  readonly assistant: string;
  readonly coSurgeon: string;
  readonly team: string;
  readonly endoscopicBase: string;
  readonly conversionFactor: number;
  readonly supervision: string;
  readonly imagingFamily: string;
  readonly oppsNonFacilityPe: number;
  readonly oppsFacilityPe: number;
  readonly oppsMalpractice: number;
}

/** The relative values and payment indicators of one release. */
export class FeeScheduleTable {
  readonly edition: string;
  readonly #table: KeyedTable;
  readonly #rows = new Map<string, FeeRow | undefined>();
  /** Rows without a modifier, by code alone: they are asked most. */
  readonly #whole = new Map<string, FeeRow | undefined>();
  #lastCode: string | undefined;
  #last: FeeRow | undefined;

  constructor(table: KeyedTable) {
    this.#table = table;
    this.edition = table.edition.id;
  }

  /** The row of a code; `modifier` is `26`, `TC`, `53` or empty for the whole service. */
  find(code: string, modifier = ''): FeeRow | undefined {
    if (modifier !== '') return this.#find(code, modifier);
    // The rules of one line ask for the same row one after another.
    if (code !== this.#lastCode) {
      this.#last = this.#find(code, '');
      this.#lastCode = code;
    }
    return this.#last;
  }

  #find(code: string, modifier: string): FeeRow | undefined {
    const kept = modifier === '' ? this.#whole : this.#rows;
    const slot = modifier === '' ? code : code + modifier;
    const known = kept.get(slot);
    if (known !== undefined || kept.has(slot)) return known;
    const row = this.#table.find(`${code}${KEY_SEPARATOR}${modifier}`);
    const found = row < 0 ? undefined : this.#read(code, modifier, row);
    if (kept.size < MOST_KEPT) kept.set(slot, found);
    return found;
  }

  #read(code: string, modifier: string, row: TableRow): FeeRow {
    const decimal = (column: string) => this.#table.decimal(column, row) ?? 0;
    const text = (column: string) => this.#table.text(column, row);
    // What rules ask of every line stands together, and so in one place of memory.
    return {
      code,
      modifier,
      status: text('status'),
      pctc: text('pctc'),
      global: text('global'),
      nonFacilityNa: text('nonFacilityNa') !== '',
      facilityNa: text('facilityNa') !== '',
      bilateral: text('bilateral'),
      multiple: text('multiple'),
      assistant: text('assistant'),
      coSurgeon: text('coSurgeon'),
      team: text('team'),
      endoscopicBase: text('endoscopicBase'),
      supervision: text('supervision'),
      imagingFamily: text('imagingFamily'),
      work: decimal('work'),
      nonFacilityPe: decimal('nonFacilityPe'),
      facilityPe: decimal('facilityPe'),
      malpractice: decimal('malpractice'),
      preoperative: decimal('preoperative'),
      intraoperative: decimal('intraoperative'),
      postoperative: decimal('postoperative'),
      conversionFactor: decimal('conversionFactor'),
      oppsNonFacilityPe: decimal('oppsNonFacilityPe'),
      oppsFacilityPe: decimal('oppsFacilityPe'),
      oppsMalpractice: decimal('oppsMalpractice'),
    };
  }
}

/** Geographic practice cost indices of a locality, whole thousandths. */
export interface Gpci {
  readonly contractor: string;
  readonly locality: string;
  readonly name: string;
  readonly work: number;
  readonly practiceExpense: number;
  readonly malpractice: number;
}

export function findGpci(table: KeyedTable, contractor: string, locality: string): Gpci | undefined {
  const row = table.find(`${contractor}${KEY_SEPARATOR}${locality}`);
  if (row < 0) return undefined;
  return {
    contractor,
    locality,
    name: table.text('name', row),
    work: table.decimal('work', row) ?? 0,
    practiceExpense: table.decimal('practiceExpense', row) ?? 0,
    malpractice: table.decimal('malpractice', row) ?? 0,
  };
}

/** The OPPS cap of an imaging service in a locality: whole cents in and out of a facility. */
export function findOppsCap(
  table: KeyedTable,
  code: string,
  modifier: string,
  contractor: string,
  locality: string,
): { facility: number; nonFacility: number } | undefined {
  const row = table.find([code, modifier, contractor, locality].join(KEY_SEPARATOR));
  if (row < 0) return undefined;
  return { facility: table.decimal('facility', row) ?? 0, nonFacility: table.decimal('nonFacility', row) ?? 0 };
}

/**
 * The anaesthesia conversion factor of a locality in whole cents, with `apm` that of qualifying participants in advanced
 * payment models where the table has one (from 2026); undefined when the table has no such locality.
 */
export function findAnesthesiaFactor(table: KeyedTable, contractor: string, locality: string, apm = false): number | undefined {
  const row = table.find(`${contractor}${KEY_SEPARATOR}${locality}`);
  if (row < 0) return undefined;
  const own = apm && 'apmFactor' in table.columns ? table.decimal('apmFactor', row) : null;
  return own ?? table.decimal('factor', row) ?? undefined;
}

/** Where a ZIP code is priced. `plusFour` when the five digits do not decide and the ZIP+4 file does. */
export interface ZipLocality {
  readonly contractor: string;
  readonly locality: string;
  readonly state: string;
  /** blank urban, R rural, B super rural. */
  readonly rural: string;
  readonly plusFour: boolean;
}

export function findZip(table: KeyedTable, zip: string): ZipLocality | undefined {
  const row = table.find(zip.slice(0, 5));
  if (row < 0) return undefined;
  return {
    contractor: table.text('contractor', row),
    locality: table.text('locality', row),
    state: table.text('state', row),
    rural: table.text('rural', row),
    plusFour: table.text('plusFour', row) === '1',
  };
}

/** Where a nine-digit ZIP code is priced, by the ZIP+4 table; undefined for one it does not list. */
export function findZipPlusFour(table: KeyedTable, zip: string): ZipLocality | undefined {
  const row = table.find(zip);
  if (row < 0) return undefined;
  return {
    contractor: table.text('contractor', row),
    locality: table.text('locality', row),
    state: table.text('state', row),
    rural: table.text('rural', row),
    plusFour: false,
  };
}

/** Codes are the sender's words: what is kept of them must not grow without end. */
const MOST_KEPT = 65_536;
