import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Data, day, KeyedTable, perform, search } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { addFiles } from '@cleanclaim/data/import';
import { TABLE_SOURCES } from '@cleanclaim/sources';
import { seeded } from './measure.ts';

interface Measured {
  readonly system: 'hcpcs' | 'icd10pcs' | 'icd11' | 'icd10' | 'icd9cm';
  readonly source: string;
  readonly file: string;
  readonly on: string;
  readonly column: string;
}

const TABLES: readonly Measured[] = [
  { system: 'hcpcs', source: 'hcpcs', file: 'hcpcs/raw2017_2019/2019-Alpha-Numeric-HCPCS-File.zip', on: '2019-06-03', column: 'long' },
  { system: 'icd10pcs', source: 'icd10pcs', file: 'icd10pcs/order/cms_2026_pr.zip', on: '2026-03-04', column: 'title' },
  {
    system: 'icd11',
    source: 'icd11-mms',
    file: 'icd11_who/icd11_mms_2024_01/SimpleTabulation-ICD-11-MMS-en.zip',
    on: '2026-03-04',
    column: 'title',
  },
  { system: 'icd10', source: 'icd10-who', file: 'icd10_who/icd10_who_2019.txt', on: '2026-03-04', column: 'title' },
  { system: 'icd9cm', source: 'icd9cm-diagnoses', file: 'icd9_gems/cms_v32.zip', on: '2015-03-04', column: 'title' },
];
const QUESTIONS = 400;

/**
 * Search in the tables a user installs: what the index adds to the import and to the disk, the first answer, the time of
 * later ones, and whether a code is found by three words of its own title. Needs the shared files.
 */
export async function benchSearchInstalled(): Promise<void> {
  const shared = fileURLToPath(new URL('../../shared/data/', import.meta.url));
  for (const { system, source, file, on, column } of TABLES) {
    if (!existsSync(join(shared, file))) {
      console.log(`${system}: skipped, the official file is not here.`);
      continue;
    }
    const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-bench-'));
    try {
      const without = TABLE_SOURCES.map((each) => ({ ...each, search: undefined }));
      const plain = await timed(() =>
        addFiles(join(shared, file), { folder: join(folder, 'plain'), sources: without, today: '2026-11-24' }),
      );
      const whole = await timed(() =>
        addFiles(join(shared, file), { folder: join(folder, 'whole'), sources: TABLE_SOURCES, today: '2026-11-24' }),
      );
      const added = whole.answer.find((each) => each.source === source);
      const bytes = statSync(join(folder, 'whole', source, added?.edition.id ?? '', 'search.pack')).size;
      const data = openPacks(join(folder, 'whole'));
      report(system, ask(data, system, source, on, column), { rows: added?.rows ?? 0, bytes, plain: plain.ms, whole: whole.ms });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

interface Asked {
  readonly first: number;
  readonly times: readonly number[];
  readonly found: number;
  readonly rss: number;
}

function ask(data: Data, system: Measured['system'], source: string, on: string, column: string): Asked {
  const context = { data, today: day(on) };
  const before = process.memoryUsage.rss();
  const began = performance.now();
  perform(search, { query: 'knee', on, system }, context);
  const first = performance.now() - began;
  const rss = process.memoryUsage.rss() - before;
  const table = data.table(source, day(on)) as KeyedTable;
  const questions = threeWords(table, column);
  for (const { query } of questions) perform(search, { query, on, system }, context);
  let found = 0;
  const times = questions.map(({ query, title }) => {
    const start = performance.now();
    const { results } = perform(search, { query, on, system }, context);
    const time = performance.now() - start;
    if (results.some(({ display }) => display === title)) found++;
    return time;
  });
  return { first, times: times.sort((one, other) => one - other), found: found / questions.length, rss };
}

/** Three words of a title, in another order. */
function threeWords(table: KeyedTable, column: string): { query: string; title: string }[] {
  const random = seeded(9);
  return Array.from({ length: QUESTIONS }, () => {
    const title = table.text(column, Math.floor(random() * table.size));
    const words = [...new Set(title.toLowerCase().match(/[a-z]{4,}/g) ?? ['knee'])];
    return {
      title,
      query: words
        .sort(() => random() - 0.5)
        .slice(0, 3)
        .join(' '),
    };
  });
}

function report(
  system: string,
  { first, times, found, rss }: Asked,
  import_: { rows: number; bytes: number; plain: number; whole: number },
): void {
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2);
  const { rows, bytes, plain, whole } = import_;
  console.log(
    `${system} (${rows} rows): import ${whole.toFixed(0)} ms, ${(whole / plain).toFixed(1)} × that without its index (${(bytes / 1e6).toFixed(2)} MB); ` +
      `first answer ${first.toFixed(0)} ms; then p50 ${at(0.5)} p99 ${at(0.99)} ms; RSS grew by ${(rss / 1e6).toFixed(0)} MB; ` +
      `three words of a title find it among ten ${(100 * found).toFixed(0)} %`,
  );
}

async function timed<Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer; ms: number }> {
  const began = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - began };
}
