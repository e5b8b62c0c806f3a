import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import type { KeyedTable } from '../tables/keyed-table.ts';

/** Systems that codes are mapped from and to. */
export const MAP_SYSTEMS = ['icd10cm', 'icd10pcs', 'icd9cm', 'icd10', 'icd11', 'snomed'] as const;
export type MapSystem = (typeof MAP_SYSTEMS)[number];

export interface MapTarget {
  readonly code: string;
  readonly display: string | null;
  /** Of ICD-10-CM and ICD-10-PCS targets, what the code is on the day asked about: maps outlive codes. */
  readonly status?: 'billable' | 'header' | 'not-in-force' | 'unknown' | 'no-data';
  /** The map calls the two codes alike, not the same; null where it does not say. */
  readonly approximate: boolean | null;
  /** When this target holds, in the map's words. */
  readonly when?: string;
  /** What the map advises. */
  readonly advice?: string;
}

/** One way to say the code in the other system: from each list one code, all of them together. */
export interface MapOption {
  readonly lists: readonly (readonly MapTarget[])[];
}

export interface CodeMap {
  readonly from: { readonly system: MapSystem; readonly code: string; readonly display: string | null };
  /** The code by which the map was reached, where the map does not have the one asked about. */
  readonly through: { readonly system: MapSystem; readonly code: string } | null;
  readonly status: 'found' | 'no-map';
  /** Several where the map offers a choice between single codes and combinations. */
  readonly options: readonly MapOption[];
  readonly source: string;
  readonly edition: string;
  readonly note: string | null;
}

export interface MapQuestion {
  readonly data: Data;
  readonly on: Day;
}

/** How codes of one system are found in another: the table that says it, and how it is read. */
export interface Route {
  readonly from: MapSystem;
  readonly to: MapSystem;
  /** Sources of which one must be installed. */
  readonly sources: readonly string[];
  /** False for a text that cannot be a code of `from`. Must be quick on any text. */
  fits(code: string): boolean;
  /** What the installed table says; undefined when it does not have the code. */
  read(code: string, question: MapQuestion): CodeMap | undefined;
}

/** First day of the newest edition of each source, found once for each Data. */
const newest = new WeakMap<Data, ReadonlyMap<string, Day>>();

/** The table of a source that answers on a day; for codes that ended, the newest there is. */
export function tableFor(source: string, { data, on }: MapQuestion): KeyedTable | undefined {
  const own = data.table(source, on);
  if (own) return own;
  let days = newest.get(data);
  if (!days) newest.set(data, (days = newestDays(data)));
  const day = days.get(source);
  return day === undefined ? undefined : data.table(source, day);
}

function newestDays(data: Data): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const { source, edition } of data.editions()) {
    if (edition.from > (days.get(source) ?? '')) days.set(source, edition.from as Day);
  }
  return days;
}
