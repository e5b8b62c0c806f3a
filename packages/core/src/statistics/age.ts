/** Ages from `start` up to but not including `end`, in years; `end` is Infinity for an open band. */
export interface AgeBand {
  readonly start: number;
  readonly end: number;
}

/** What an age text says: a band, a single number (a band's start or a person's age), no age, or a total of all ages. */
export type AgeReading =
  | { readonly kind: 'band'; readonly band: AgeBand }
  | { readonly kind: 'number'; readonly age: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'total' }
  | { readonly kind: 'unreadable' };

const TOTAL = /^(?:all|total|all ?ages|all ages combined|t)$/;
const UNKNOWN =
  /^(?:|unk|unknown|ns|n\/?a|nan|null|none|missing|not ?(?:stated|known|specified|given)|unspecified|age ?(?:unknown|not ?stated)|999|9999|-|\.|\?)$/;
const OLDEST = 130;

/**
 * Reads `0-4`, `00–04`, `5 to 9`, `85+`, `85 and over`, `<1`, `under 5`, `47`, `47.5`, `unknown`, `All ages`, with or without
 * "years". 999 is read as unknown, as many files write it. Ages above 130 are unreadable.
 */
export function readAge(text: string): AgeReading {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s*(?:years? old|years?|yrs?|y\.?o\.?)\b\.?/g, '')
    .replace(/^(?:ages?|aged)\s+/, '')
    .replace(/^["'[(]+|["'\])]+$/g, '')
    .trim();
  if (UNKNOWN.test(plain)) return { kind: 'unknown' };
  if (TOTAL.test(plain)) return { kind: 'total' };
  const number = /^\d{1,3}(?:\.\d+)?$/.exec(plain);
  if (number) return Number(plain) <= OLDEST ? { kind: 'number', age: Number(plain) } : { kind: 'unreadable' };
  const range = /^(\d{1,3})\s*(?:-|to|_)\s*(\d{1,3})$/.exec(plain);
  if (range) return band(Number(range[1]), Number(range[2]) + 1);
  const open = /^(?:>=|≥)?\s*(\d{1,3})\s*(?:\+|plus|p|and (?:over|above|older)|or (?:over|more|older)|-|& over)?$/.exec(plain);
  if (open && plain !== open[1]) return band(Number(open[1]), Number.POSITIVE_INFINITY);
  const above = /^>\s*(\d{1,3})$/.exec(plain);
  if (above) return band(Number(above[1]) + 1, Number.POSITIVE_INFINITY);
  const under = /^(?:<|under|less than|below)\s*(\d{1,3})$/.exec(plain);
  if (under) return band(0, Number(under[1]));
  return { kind: 'unreadable' };
}

function band(start: number, end: number): AgeReading {
  if (start >= end || start > OLDEST) return { kind: 'unreadable' };
  return { kind: 'band', band: { start, end } };
}

export function formatBand({ start, end }: AgeBand): string {
  if (end === Number.POSITIVE_INFINITY) return `${start}+`;
  return end === start + 1 ? String(start) : `${start}-${end - 1}`;
}

/**
 * The finest bands that both the standard's starts and the data's bands agree on: a standard's boundary stays where no band of
 * the data straddles it. Weights of joined bands add up. Bands outside the ages the data cover are left out and returned
 * as `uncovered`: a standard can only speak of ages that were counted.
 */
export function commonBands(
  starts: readonly number[],
  weights: readonly number[],
  data: readonly AgeBand[],
): { bands: AgeBand[]; weights: number[]; uncovered: number } {
  const from = Math.min(...data.map(({ start }) => start));
  const to = Math.max(...data.map(({ end }) => end));
  const straddled = (age: number): boolean => data.some(({ start, end }) => start < age && age < end);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const bands: { start: number; end: number }[] = [];
  const joined: number[] = [];
  let uncovered = 0;
  starts.forEach((start, at) => {
    const end = starts[at + 1] ?? Number.POSITIVE_INFINITY;
    const weight = weights[at] ?? 0;
    if (end <= from || start >= to) {
      uncovered += weight;
      return;
    }
    const last = bands.at(-1);
    if (last && straddled(start)) {
      last.end = end;
      joined[joined.length - 1] = (joined.at(-1) ?? 0) + weight;
    } else {
      bands.push({ start, end });
      joined.push(weight);
    }
  });
  return { bands, weights: joined, uncovered: total > 0 ? uncovered / total : 0 };
}

/** Index of the band that holds an age, or -1. Bands ascend. */
export function bandOf(bands: readonly AgeBand[], age: number): number {
  let low = 0;
  let high = bands.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { start, end } = bands[middle] as AgeBand;
    if (age < start) high = middle - 1;
    else if (age >= end) low = middle + 1;
    else return middle;
  }
  return -1;
}
