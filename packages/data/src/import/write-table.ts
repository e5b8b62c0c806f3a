import { type ColumnFacts, KEY_SEPARATOR, NO_DECIMAL, type SectionType, type SectionView } from '@cleanclaim/core';
import type { Sections } from '../build/write-pack.ts';
import type { ColumnSpec, TableRecord } from './table-source.ts';

type KeyedStore = { readonly key: readonly string[]; readonly columns: Readonly<Record<string, ColumnSpec>> };

/** Gathers records and lays them out as a keyed table (core's KeyedTable). */
export class TableWriter {
  readonly #store: KeyedStore;
  readonly #keys: string[] = [];
  readonly #values: Readonly<Record<string, number[]>>;
  readonly #texts = new Map<string, number>([['', 0]]);

  constructor(store: KeyedStore) {
    this.#store = store;
    this.#values = Object.fromEntries(Object.keys(store.columns).map((column) => [column, []]));
  }

  get rows(): number {
    return this.#keys.length;
  }

  add(record: TableRecord): void {
    const key = this.#store.key.map((field) => record[field] ?? '').join(KEY_SEPARATOR);
    if (!/^[\x21-\x7e][\x20-\x7e]*$/.test(key)) throw new Error(`a key must be printable ASCII: ${JSON.stringify(key.slice(0, 40))}`);
    this.#keys.push(key);
    for (const [column, spec] of Object.entries(this.#store.columns))
      this.#values[column]?.push(this.#value(column, spec, record[column] ?? null));
  }

  /** Those of the wanted keys that no record has. */
  lacks(keys: readonly string[]): string[] {
    const own = new Set(this.#keys);
    return keys.filter((key) => !own.has(key));
  }

  sections(): { readonly sections: Sections; readonly columns: Readonly<Record<string, ColumnFacts>> } {
    const keys = this.#keys;
    const order = Uint32Array.from(keys.keys()).sort((one, other) => {
      const left = keys[one] ?? '';
      const right = keys[other] ?? '';
      return left < right ? -1 : left > right ? 1 : one - other;
    });
    const sorted = Array.from(order, (at) => keys[at] ?? '');
    const sections: Record<string, readonly [SectionType, SectionView]> = { ...textSections('key', sorted) };
    const columns: Record<string, ColumnFacts> = {};
    for (const [column, spec] of Object.entries(this.#store.columns)) {
      const values = this.#values[column] ?? [];
      const list = Array.from(order, (at) => values[at] ?? 0);
      const [type, view] = spec.kind === 'decimal' ? (['i32', Int32Array.from(list)] as const) : narrow(list);
      sections[`column.${column}`] = [type, view];
      columns[column] = { kind: spec.kind, section: type, ...(spec.kind === 'decimal' ? { scale: spec.scale } : {}) };
    }
    return { sections: { ...sections, ...textSections('text', [...this.#texts.keys()]) }, columns };
  }

  #value(column: string, spec: ColumnSpec, text: string | null): number {
    if (spec.kind === 'text') {
      const plain = text ?? '';
      let id = this.#texts.get(plain);
      if (id === undefined) this.#texts.set(plain, (id = this.#texts.size));
      return id;
    }
    if (text === null || text === '') return spec.kind === 'day' ? 0 : NO_DECIMAL;
    const value = spec.kind === 'day' ? Number(text.replaceAll('-', '')) : scaled(text, spec.scale);
    if (!Number.isSafeInteger(value) || Math.abs(value) >= 0x7fffffff)
      throw new Error(`${column}: ${JSON.stringify(text.slice(0, 40))} is no ${spec.kind}`);
    return value;
  }
}

/** `12.3` at scale 2 is 1230, exactly; NaN when there are more decimals than the scale keeps. */
export function scaled(text: string, scale: number): number {
  const parts = /^(-?)(\d{0,9})(?:\.(\d*))?$/.exec(text);
  const decimals = (parts?.[3] ?? '').replace(/0+$/, '');
  if (!parts || decimals.length > scale || (parts[2] === '' && parts[3] === undefined)) return Number.NaN;
  return Number(`${parts[1]}${parts[2] || '0'}${decimals.padEnd(scale, '0')}`);
}

function narrow(values: readonly number[]): readonly ['u8' | 'u16' | 'u32', SectionView] {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  if (most < 0x100) return ['u8', Uint8Array.from(values)];
  return most < 0x10000 ? ['u16', Uint16Array.from(values)] : ['u32', Uint32Array.from(values)];
}

function textSections(name: string, texts: readonly string[]): Sections {
  const start = new Uint32Array(texts.length + 1);
  const bytes = Buffer.from(texts.join(''), 'utf8');
  let at = 0;
  texts.forEach((text, row) => {
    at += Buffer.byteLength(text);
    start[row + 1] = at;
  });
  return { [`${name}.start`]: ['u32', start], [`${name}.bytes`]: ['u8', bytes] };
}
