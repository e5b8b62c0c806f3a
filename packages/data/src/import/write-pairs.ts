import { type Day, dayNumber, OPEN_END, PAIR_EPOCH, PROCEDURE_LENGTH, UNKNOWN_START, VOID_INDICATOR } from '@cleanclaim/core';
import type { Sections } from '../build/write-pack.ts';
import type { TableRecord } from './table-source.ts';

const GROW = 1 << 20;

/** Gathers pairs of codes into typed arrays and lays them out sorted (core's PairTable): 13 bytes a pair while reading. */
export class PairWriter {
  readonly #codes = new Map<string, number>();
  readonly #days = new Map<string, number>();
  readonly #rationales = new Map<string, number>();
  #first = new Uint16Array(GROW);
  #second = new Uint16Array(GROW);
  #from = new Uint16Array(GROW);
  #to = new Uint16Array(GROW);
  #kind = new Uint8Array(GROW);
  #count = 0;

  get rows(): number {
    return this.#count;
  }

  add(record: TableRecord): void {
    if (this.#count === this.#first.length) this.#grow();
    const at = this.#count++;
    this.#first[at] = this.#code(record['column1'] ?? '');
    this.#second[at] = this.#code(record['column2'] ?? '');
    this.#from[at] = record['from'] == null ? UNKNOWN_START : this.#day(record['from']);
    this.#to[at] = record['to'] == null ? OPEN_END : this.#day(record['to']);
    this.#kind[at] =
      (record['indicator'] === '1' ? 1 : record['indicator'] === '0' ? 0 : VOID_INDICATOR) |
      (this.#rationale(record['rationale'] ?? '') << 2);
  }

  sections(): { readonly sections: Sections; readonly rationales: readonly string[] } {
    const names = [...this.#codes.keys()];
    const order = names.map((_, at) => at).sort((one, other) => ((names[one] ?? '') < (names[other] ?? '') ? -1 : 1));
    const rank = new Uint16Array(names.length);
    order.forEach((code, at) => (rank[code] = at));
    const sorted = this.#sort(rank);
    const second = new Uint16Array(this.#count);
    const from = new Uint16Array(this.#count);
    const to = new Uint16Array(this.#count);
    const kind = new Uint8Array(this.#count);
    for (let at = 0; at < sorted.rows.length; at++) {
      const row = sorted.rows[at] ?? 0;
      second[at] = rank[this.#second[row] ?? 0] ?? 0;
      from[at] = this.#from[row] ?? 0;
      to[at] = this.#to[row] ?? 0;
      kind[at] = this.#kind[row] ?? 0;
    }
    return {
      rationales: [...this.#rationales.keys()],
      sections: {
        'code.bytes': ['u8', Buffer.from(order.map((code) => names[code] ?? '').join(''), 'latin1')],
        'first.start': ['u32', sorted.start],
        'pair.second': ['u16', second],
        'pair.from': ['u16', from],
        'pair.to': ['u16', to],
        'pair.kind': ['u8', kind],
      },
    };
  }

  /** Rows by column 1 (counted into place), then by column 2 and first day within each run. */
  #sort(rank: Uint16Array): { start: Uint32Array; rows: Uint32Array } {
    const start = new Uint32Array(rank.length + 1);
    for (let row = 0; row < this.#count; row++) {
      const slot = (rank[this.#first[row] ?? 0] ?? 0) + 1;
      start[slot] = (start[slot] ?? 0) + 1;
    }
    for (let at = 1; at < start.length; at++) start[at] = (start[at] ?? 0) + (start[at - 1] ?? 0);
    const next = start.slice();
    const rows = new Uint32Array(this.#count);
    for (let row = 0; row < this.#count; row++) {
      const slot = rank[this.#first[row] ?? 0] ?? 0;
      const at = next[slot] ?? 0;
      next[slot] = at + 1;
      rows[at] = row;
    }
    const key = (row: number): number => (rank[this.#second[row] ?? 0] ?? 0) * 65_536 + (this.#from[row] ?? 0);
    for (let code = 0; code < rank.length; code++)
      rows.subarray(start[code], start[code + 1]).sort((one, other) => key(one) - key(other) || one - other);
    return { start, rows };
  }

  #code(code: string): number {
    let id = this.#codes.get(code);
    if (id === undefined) {
      if (code.length !== PROCEDURE_LENGTH || this.#codes.size > 65_535)
        throw new Error(`${JSON.stringify(code.slice(0, 20))} does not fit the pair table`);
      // A copy: a slice would keep its whole block of text alive.
      this.#codes.set(Buffer.from(code).toString(), (id = this.#codes.size));
    }
    return id;
  }

  #day(day: string): number {
    let number = this.#days.get(day);
    if (number === undefined) this.#days.set(day, (number = dayNumber(day as Day) - PAIR_EPOCH));
    return number;
  }

  #rationale(text: string): number {
    let id = this.#rationales.get(text);
    if (id === undefined) {
      if (this.#rationales.size > 63) throw new Error('more than 64 different rationales: not foreseen');
      this.#rationales.set(text, (id = this.#rationales.size));
    }
    return id;
  }

  #grow(): void {
    const size = this.#first.length + GROW;
    const wider = (old: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> => {
      const next = new Uint16Array(size);
      next.set(old);
      return next;
    };
    this.#first = wider(this.#first);
    this.#second = wider(this.#second);
    this.#from = wider(this.#from);
    this.#to = wider(this.#to);
    const kind = new Uint8Array(size);
    kind.set(this.#kind);
    this.#kind = kind;
  }
}
