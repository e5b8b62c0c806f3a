import type { KeyedTable, LineView, TableRow } from '@cleanclaim/core';

/** A package of a drug as the crosswalk lists it under one code. */
export interface ListedDrug {
  readonly code: string;
  readonly drug: string;
  /** What one unit of the code is, such as `10 MG`. */
  readonly dosage: string;
  /** Units of the code in one item of the package, and how much an item holds; null where the file does not say. */
  readonly itemUnits: number | null;
  readonly size: number | null;
}

/** The eleven digits of a line's NDC; undefined where there is none that can be read. */
export function ndcOf({ line }: LineView): string | undefined {
  const code = line.ndc?.code?.trim().replaceAll('-', '') ?? '';
  return /^\d{11}$/.test(code) ? code : undefined;
}

/** The quantity of a line's package; undefined where it is none. */
export function ndcQuantity({ line }: LineView): number | undefined {
  const written = line.ndc?.quantity;
  const quantity = typeof written === 'string' && written.trim() !== '' ? Number(written) : written;
  return typeof quantity === 'number' && Number.isFinite(quantity) && quantity > 0 ? quantity : undefined;
}

/** Under which codes a package is listed; none where the crosswalk does not know it. */
export function listedDrugs(table: KeyedTable, ndc: string): ListedDrug[] {
  return Array.from(table.rowsOf(ndc), (row) => ({
    code: table.text('code', row),
    drug: table.text('drug', row),
    dosage: table.text('dosage', row),
    itemUnits: plain(table, 'itemUnits', row),
    size: plain(table, 'size', row),
  }));
}

function plain(table: KeyedTable, column: string, row: TableRow): number | null {
  const value = table.decimal(column, row);
  return value === null ? null : value / 10 ** table.scale(column);
}
