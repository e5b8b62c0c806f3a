import { type AlphabeticIndex, day, indexTerm, perform } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { officialIndex } from '../tests/support/official-index.ts';
import { cpuSeconds, seeded } from './measure.ts';

/**
 * Main terms and paths of the official index looked up through the public operation, forty lines an answer, against a scan
 * of all titles for the same words in the same run. Needs the shared index files.
 */
export function benchIndexTerm(): void {
  const folder = officialIndex();
  if (folder === undefined) {
    console.log('index: skipped, the official files are not here.');
    return;
  }
  const data = openPacks(folder);
  const index = data.alphabeticIndex() as AlphabeticIndex;
  const context = { data, today: day('2026-03-04') };
  const random = seeded(4);
  const terms = Array.from({ length: 400 }, () => Math.floor(random() * index.size));
  const questions = terms.map((term) =>
    index
      .path(term)
      .map((each) => index.title(each))
      .join(', ')
      .slice(0, 300),
  );
  const titles = Array.from({ length: index.size }, (_, term) => index.title(term).toLowerCase());
  for (const question of questions) perform(indexTerm, { term: question }, context);
  const times = questions.map((term) => 1_000 * cpuSeconds(() => perform(indexTerm, { term }, context))).sort((one, other) => one - other);
  let kept = 0;
  const scan = cpuSeconds(() => {
    for (const question of questions.slice(0, 40)) {
      const words = question.toLowerCase().split(/\W+/);
      for (const title of titles) if (words.some((word) => title.includes(word))) kept++;
    }
  });
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2);
  const own = times.reduce((sum, time) => sum + time, 0) / times.length;
  console.log(
    `index: p50 ${at(0.5)} p99 ${at(0.99)} CPU-ms an answer; ${((scan * 1_000) / 40 / own).toFixed(0)} × faster than a scan of the titles (${kept} hits)`,
  );
}
