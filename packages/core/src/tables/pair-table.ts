import { addDays, type Day, dayNumber } from '../day.ts';
import { CleanclaimError } from '../errors.ts';
import type { Pack, PackEdition } from '../pack/format.ts';
import { CodeIndex, PROCEDURE_LENGTH } from './code-index.ts';
import { PairPartners } from './pair-partners.ts';

/** Days of a pair are counted from here and fit 16 bits until 2139. */
export const PAIR_EPOCH: number = dayNumber('1960-01-01' as Day);
/** Last day of a pair that has none. */
export const OPEN_END = 0xffff;
/** First day of a pair whose file does not state it. */
export const UNKNOWN_START = 0;
/** Indicators as stored: 0 no modifier opens the pair, 1 one may, 2 (printed 9) the row is void. */
export const VOID_INDICATOR = 2;

/** Searches after which knowing roughly what each code is paired with pays for itself. */
const MANY = 500;

/** A procedure-to-procedure edit in force on the day asked. */
export interface PairEdit {
  /** Whether an NCCI modifier may open the pair (indicator 1) or none does (indicator 0). */
  readonly modifier: 'allowed' | 'not-allowed';
  /** First day; null where the installed file does not state it. */
  readonly from: Day | null;
  /** Last day on which it is active; null while it is open. */
  readonly to: Day | null;
  readonly rationale: string;
}

/**
 * NCCI pairs, packed: codes stand once in a sorted list, the pairs of a column-1 code are one run, sorted by column 2
 * and then by first day. A pair may have several rows, and the reverse pair rows of its own.
 */
export class PairTable {
  readonly edition: PackEdition;
  readonly #pack: Pack;
  readonly #start: Uint32Array;
  readonly #second: Uint16Array;
  readonly #from: Uint16Array;
  readonly #to: Uint16Array;
  readonly #kind: Uint8Array;
  readonly #codes: string;
  readonly #index: CodeIndex;
  readonly #rationales: readonly string[];
  #partners: PairPartners | undefined;
  #searches = 0;

  constructor(pack: Pack) {
    const [edition] = pack.header.editions;
    if (!edition) throw new CleanclaimError('pack/damaged', `The data file of ${pack.header.id} names no edition.`);
    this.edition = edition;
    this.#pack = pack;
    this.#start = pack.section('first.start', 'u32');
    this.#second = pack.section('pair.second', 'u16');
    this.#from = pack.section('pair.from', 'u16');
    this.#to = pack.section('pair.to', 'u16');
    this.#kind = pack.section('pair.kind', 'u8');
    this.#rationales = pack.header.facts['rationales'] as readonly string[];
    this.#codes = new TextDecoder('latin1').decode(pack.section('code.bytes', 'u8'));
    this.#index = new CodeIndex(this.#codes);
  }

  get size(): number {
    return this.#second.length;
  }

  get pack(): Pack {
    return this.#pack;
  }

  /** The place of a code in the table's list; -1 when no pair has it. */
  place(code: string): number {
    return this.#index.find(code);
  }

  /** True when the table has any pair with the code of this place in column 1, in force or not. */
  hasColumn1(place: number): boolean {
    return place >= 0 && (this.#start[place] ?? 0) < (this.#start[place + 1] ?? 0);
  }

  /** The row in force for an ordered pair on a day; see `rowAt`. */
  row(column1: string, column2: string, on: number): number {
    return this.rowAt(this.place(column1), this.place(column2), on);
  }

  /** The row in force for an ordered pair, by the places of its codes, on a day, given as `dayNumber(day) - PAIR_EPOCH`; -1 when there is none. */
  rowAt(first: number, second: number, on: number): number {
    if (first < 0 || second < 0 || !this.#mayPair(first, second)) return -1;
    let low = this.#start[first] ?? 0;
    const after = this.#start[first + 1] ?? 0;
    let high = after;
    const seconds = this.#second;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((seconds[middle] ?? 0) < second) low = middle + 1;
      else high = middle;
    }
    for (; low < after && seconds[low] === second; low++) {
      if ((this.#from[low] ?? 0) <= on && on <= (this.#to[low] ?? 0) && ((this.#kind[low] ?? 0) & 3) !== VOID_INDICATOR) return low;
    }
    return -1;
  }

  #mayPair(first: number, second: number): boolean {
    if (this.#partners) return this.#partners.mayHave(first, second);
    if (++this.#searches > MANY) this.#partners = new PairPartners(this.#start, this.#second);
    return true;
  }

  /** Every row with its codes, in order: for comparing editions. */
  *pairs(): Generator<{ readonly column1: string; readonly column2: string; readonly row: number }> {
    const codes = this.#codes.match(new RegExp(`.{${PROCEDURE_LENGTH}}`, 'g')) ?? [];
    for (const [at, column1] of codes.entries()) {
      for (let row = this.#start[at] ?? 0; row < (this.#start[at + 1] ?? 0); row++)
        yield { column1, column2: codes[this.#second[row] ?? 0] ?? '', row };
    }
  }

  edit(row: number): PairEdit {
    const kind = this.#kind[row] ?? 0;
    const from = this.#from[row] ?? 0;
    const to = this.#to[row] ?? 0;
    return {
      modifier: (kind & 3) === 1 ? 'allowed' : 'not-allowed',
      from: from === UNKNOWN_START ? null : dayOf(from),
      to: to === OPEN_END ? null : dayOf(to),
      rationale: this.#rationales[kind >> 2] ?? '',
    };
  }
}

function dayOf(count: number): Day {
  return addDays('1960-01-01' as Day, count);
}
