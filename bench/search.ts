/**
 * Measures search: answers the phrases of `../shared/eval` (a hand-collected file that is not part of the repository)
 * and prints how often the right code comes first or among ten, by source; what leaving one source out would show;
 * time and memory. `--misses N` tells by cause why phrases were missed, with N of each. Usage: node --conditions=@cleanclaim/source bench/search.ts [PACK] [--phrases FILE] [--misses N]
 * [--answers FILE] [--quick] [--index PACK]; --phrases reads another file of the same form, --index adds an installed
 * Alphabetic Index.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AlphabeticIndex, type Day, Icd10cmTable, Pack, Searcher } from '@cleanclaim/core';
import { fileBytes } from '@cleanclaim/data';
import { type Miss, printMisses } from './search-misses.ts';

const bundled = fileURLToPath(new URL('../packages/data/packs/icd10cm.pack', import.meta.url));
const phraseFile = option('--phrases') ?? fileURLToPath(new URL('../../shared/eval/search_dev.tsv', import.meta.url));
const packPath = process.argv[2]?.endsWith('.pack') ? process.argv[2] : bundled;

interface Phrase {
  readonly text: string;
  readonly accepted: readonly string[];
  readonly source: string;
}

interface Tally {
  n: number;
  first: number;
  ten: number;
  reciprocal: number;
  empty: number;
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : (process.argv[at + 1] ?? '');
}

function readPhrases(): Phrase[] {
  const lines = readFileSync(phraseFile, 'utf8').split('\n').slice(1).filter(Boolean);
  return lines.map((line) => {
    const [text = '', accepted = '', source = ''] = line.split('\t');
    return { text, accepted: accepted.split('|').map((code) => code.replace('.', '')), source: source.split(' ')[0] ?? '' };
  });
}

function tally(): Tally {
  return { n: 0, first: 0, ten: 0, reciprocal: 0, empty: 0 };
}

function line(name: string, { n, first, ten, reciprocal, empty }: Tally): string {
  const percent = (count: number): string => ((100 * count) / n).toFixed(1).padStart(5);
  return `${name.padEnd(44)} n ${String(n).padStart(4)}  hit@1 ${percent(first)}  hit@10 ${percent(ten)}  MRR ${(reciprocal / n).toFixed(3)}  empty ${percent(empty)}`;
}

if (!existsSync(phraseFile)) {
  console.log('bench/search: skipped, ../shared/eval is not here.');
} else {
  const phrases = readPhrases();
  const memoryBefore = process.memoryUsage.rss();
  const table = new Icd10cmTable(new Pack(fileBytes(packPath)));
  const day = '2026-04-15' as Day;
  const edition = table.on(day);
  if (!edition) throw new Error(`no edition covers ${day}`);
  const began = performance.now();
  const indexPath = option('--index');
  const searcher = new Searcher(table, indexPath === undefined ? undefined : new AlphabeticIndex(new Pack(fileBytes(indexPath))));
  searcher.search('headache', { edition });
  const firstSearch = performance.now() - began;

  const bySource = new Map<string, Tally>();
  const total = tally();
  const halves = [tally(), tally()];
  const misses: Miss[] = [];
  const answers: string[] = [];
  phrases.forEach((phrase, at) => {
    const results = searcher.search(phrase.text, { edition }).results;
    const codes = results.map((result) => result.code.replace('.', ''));
    const rank = codes.findIndex((code) => phrase.accepted.some((accepted) => code.startsWith(accepted)));
    const own = bySource.get(phrase.source) ?? tally();
    bySource.set(phrase.source, own);
    for (const each of [own, total, halves[at % 2] ?? total]) {
      each.n++;
      if (rank === 0) each.first++;
      if (rank >= 0) each.ten++;
      if (rank >= 0) each.reciprocal += 1 / (rank + 1);
      if (codes.length === 0) each.empty++;
    }
    if (rank !== 0) misses.push({ text: phrase.text, accepted: phrase.accepted, rank, results });
    answers.push(JSON.stringify({ query: phrase.text, results: codes.map((code) => ({ code })) }));
  });
  for (const [source, own] of bySource) console.log(line(source, own));
  console.log(line('all', total));
  console.log('\nwithout one source');
  for (const [source, own] of bySource) {
    const rest = {
      n: total.n - own.n,
      first: total.first - own.first,
      ten: total.ten - own.ten,
      reciprocal: total.reciprocal - own.reciprocal,
      empty: total.empty - own.empty,
    };
    console.log(line(`without ${source}`, rest));
  }
  halves.forEach((half, at) => console.log(line(`half ${at + 1}`, half)));
  const hand = tally();
  for (const [source, own] of bySource) {
    if (source.startsWith('hand:')) continue;
    for (const key of ['n', 'first', 'ten', 'reciprocal', 'empty'] as const) hand[key] += own[key];
  }
  console.log(line('not by hand', hand));

  // The least of five rounds: other programs on the machine take their share of the others.
  const times = phrases.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < (process.argv.includes('--quick') ? 1 : 5); round++) {
    phrases.forEach((phrase, at) => {
      const start = performance.now();
      searcher.search(phrase.text, { edition });
      times[at] = Math.min(times[at] ?? 0, performance.now() - start);
    });
  }
  times.sort((one, other) => one - other);
  const quantile = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2);
  const size = Object.entries(table.pack.header.sections).filter(([name]) => /^(?:search|knowledge)\./.test(name));
  const bytes = size.reduce((sum, [, section]) => sum + section.bytes, 0);
  console.log(
    `\nfirst search ${firstSearch.toFixed(1)} ms with opening the index; then p50 ${quantile(0.5)} p90 ${quantile(0.9)} p99 ${quantile(0.99)} max ${quantile(1)} ms`,
  );
  console.log(`index ${(bytes / 1e6).toFixed(2)} MB; RSS grew by ${((process.memoryUsage.rss() - memoryBefore) / 1e6).toFixed(0)} MB`);
  const missed = option('--misses');
  if (missed !== undefined) printMisses(misses, edition, searcher, Number(missed) || 0);
  const file = option('--answers');
  if (file !== undefined) writeFileSync(file, `${answers.join('\n')}\n`);
}
