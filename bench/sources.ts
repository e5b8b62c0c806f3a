import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Day, dayNumber, PAIR_EPOCH, PairTable, procedureKey } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { installedEditions } from '../packages/data/src/editions.ts';
import { cpuSeconds, median, perSecond, seeded } from './measure.ts';

const FILE = fileURLToPath(
  new URL('../../shared/data/ncci/2024Q3_converted_from_northstar/ptp_practitioner_2024Q3.csv.gz', import.meta.url),
);
const ON = '2024-08-01' as Day;
const QUESTIONS = 1_000_000;
const OFFICE_CODES = 300;

/** NCCI pairs: import of the whole practitioner table, then look-ups against a Map and one binary search over all pairs. */
export async function benchSources(): Promise<void> {
  if (!existsSync(FILE)) {
    console.log('../shared/data is not there: nothing measured');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-bench-'));
  try {
    benchImport(folder);
    benchPairs(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In a process of its own, so that its memory is its own. */
function benchImport(folder: string): void {
  const script = `
    import { addFiles } from '@cleanclaim/data/import';
    import { TABLE_SOURCES } from '@cleanclaim/sources';
    const start = Date.now();
    const [added] = await addFiles(${JSON.stringify(FILE)}, { folder: ${JSON.stringify(folder)}, sources: TABLE_SOURCES, today: '2026-11-24' });
    const { user, system } = process.cpuUsage();
    console.log(JSON.stringify({ rows: added.rows, seconds: (Date.now() - start) / 1000, cpu: (user + system) / 1e6, memory: process.resourceUsage().maxRSS / 1024 }));`;
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const run = spawnSync(process.execPath, ['--conditions=@cleanclaim/source', '--input-type=module', '-e', script], {
    cwd,
    encoding: 'utf8',
  });
  const { rows, seconds, cpu, memory } = JSON.parse(run.stdout) as { rows: number; seconds: number; cpu: number; memory: number };
  console.log(
    `import of ${rows.toLocaleString('en-US')} NCCI pairs: ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} CPU-s (target < 20), ${memory.toFixed(0)} MB (target < 500)`,
  );
}

function benchPairs(folder: string): void {
  const ready = cpuSeconds(() => openPacks(folder).ptp('practitioner', ON)?.edit('00100', '36000', ON));
  console.log(`first answer from the installed pairs: ${(ready * 1000).toFixed(0)} ms of CPU (target for all tables ≤ 150)`);
  const [edition] = installedEditions(folder, 'ncci-ptp-practitioner');
  if (!edition) return;
  const table = new PairTable(edition.pack());
  const pairs = [...table.pairs()];
  const random = seeded(7);
  const codes = [...new Set(pairs.map(({ column1 }) => column1))];
  // An office bills some hundred codes; a table scan would ask all.
  const office = Array.from({ length: OFFICE_CODES }, () => codes[Math.floor(random() * codes.length)] ?? '');
  const questions: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    [`two of an office's ${OFFICE_CODES} codes`]: Array.from({ length: QUESTIONS }, () => {
      const pick = () => office[Math.floor(random() * office.length)] ?? '';
      return [pick(), pick()] as const;
    }),
    'any pair of the table, or its column 1 with any other code': Array.from({ length: QUESTIONS }, (_, at) => {
      const one = pairs[Math.floor(random() * pairs.length)];
      const other = pairs[Math.floor(random() * pairs.length)];
      return [one?.column1 ?? '', (at % 2 === 0 ? one : other)?.column2 ?? ''] as const;
    }),
  };
  const map = new Map(pairs.map(({ column1, column2, row }) => [column1 + column2, row]));
  const keys = Float64Array.from(pairs, ({ column1, column2 }) => procedureKey(column1) * 36 ** 5 + procedureKey(column2)).sort();
  const on = dayNumber(ON) - PAIR_EPOCH;
  let found = 0;
  for (const [says, asked] of Object.entries(questions)) {
    const ways: Readonly<Record<string, () => void>> = {
      'indexed by column 1': () => {
        for (const [one, other] of asked) if (table.row(one, other, on) >= 0) found++;
      },
      'a Map of all pairs': () => {
        for (const [one, other] of asked) if (map.has(one + other)) found++;
      },
      'one binary search': () => {
        for (const [one, other] of asked) {
          const key = procedureKey(one) * 36 ** 5 + procedureKey(other);
          let low = 0;
          let high = keys.length;
          while (low < high) {
            const middle = (low + high) >> 1;
            if ((keys[middle] ?? 0) < key) low = middle + 1;
            else high = middle;
          }
          if (keys[low] === key) found++;
        }
      },
    };
    const seconds = Object.fromEntries(
      Object.entries(ways).map(([name, work]) => [name, median([0, 1, 2, 3, 4].map(() => cpuSeconds(work)))]),
    );
    const own = seconds['indexed by column 1'] ?? 1;
    console.log(`${says}:`);
    for (const [name, used] of Object.entries(seconds))
      console.log(`  ${name}: ${perSecond(QUESTIONS, used)} (${(used / own).toFixed(2)} × the time)`);
  }
  if (found === 0) console.log('nothing was found: the figures mean nothing');
}
