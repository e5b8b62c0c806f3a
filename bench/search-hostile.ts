import { day, isCleanclaimError, perform, search } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { seeded } from './measure.ts';

const COMMON =
  'other unspecified of the left right fracture disease pain encounter initial disorder with without acute chronic type 2 injury'.split(
    ' ',
  );
const READ = 'htn ckd dm mi chf copd sob ra uti dvt pe afib gerd cad tia cva sugar flu stroke cancer cold'.split(' ');

/** Texts made to be slow: as long as is allowed, of frequent words, of misspelt ones, of words with many readings. */
export function hostileQueries(count: number): string[] {
  const random = seeded(21);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  const letters = (length: number): string => Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
  const misspelt = (word: string): string => `${word.slice(0, 2)}${letters(1)}${word.slice(2)}`;
  const kinds: readonly (() => string)[] = [
    () => pick(COMMON),
    () => pick(READ),
    () => misspelt(pick(COMMON.filter((word) => word.length > 5))),
    () => letters(4 + Math.floor(random() * 12)),
    () => `${pick(READ)},`,
    () => `no ${pick(COMMON)}`,
  ];
  return Array.from({ length: count }, (_, at) => {
    const make = kinds[at % (kinds.length + 1)] ?? ((): string => pick(kinds.map((each) => each())));
    const words: string[] = [];
    while (words.length < 38 && words.join(' ').length < 480) words.push(make());
    return words.join(' ').slice(0, 500);
  });
}

/** The slowest answers to texts made to be slow, with the bundled data alone; each is answered or refused. */
export function benchSearchHostile(): void {
  const context = { data: openPacks(undefined), today: day('2026-03-04') };
  const queries = hostileQueries(210);
  let refused = 0;
  const times = queries.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 3; round++) {
    queries.forEach((query, at) => {
      const start = performance.now();
      try {
        perform(search, { query, on: '2026-03-04' }, context);
      } catch (error) {
        if (!isCleanclaimError(error)) throw error;
        if (round === 0) refused++;
      }
      times[at] = Math.min(times[at] ?? 0, performance.now() - start);
    });
  }
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  console.log(
    `search, texts made to be slow: p50 ${at(0.5)} p90 ${at(0.9)} max ${at(1)} ms (target 8); ${refused} of ${queries.length} refused as too long`,
  );
}
