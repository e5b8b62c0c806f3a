import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Classifier, crudeRate, directRate, tabulate, WHO_2000, whoMortalityList1 } from '@cleanclaim/core/statistics';
import { connect, hasDuckdb, readCells } from '@cleanclaim/stats';
import { cpuSeconds, median, perSecond, seeded } from './measure.ts';

const RATES = 1_000_000;
const RECORDS = 10_000_000;
const AGES = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85];

/**
 * A million rates with intervals (target: 2 CPU-seconds); then ten million records from Parquet tabulated to cause × age × sex ×
 * year, against the plain DuckDB query with a join to the same cause list in the same run (target: at most 1.5 times).
 */
export async function benchStats(): Promise<void> {
  const random = seeded(1);
  const groups = Array.from({ length: 1_000 }, () => {
    const populations = WHO_2000.starts.map(() => Math.round(1_000 + random() * 100_000));
    return { populations, counts: populations.map((people, at) => Math.floor(people * 0.00002 * (at + 1) ** 2 * random())) };
  });
  let kept = 0;
  const crude = cpuSeconds(() => {
    for (let at = 0; at < RATES; at++) kept += crudeRate(at % 1_000, 100_000 + at, 100_000).interval?.[1] ?? 0;
  });
  console.log(`crude rates with OHID limits: ${crude.toFixed(2)} CPU-s a million (target ≤ 2)`);
  for (const method of ['dobson', 'fay-feuer', 'tiwari'] as const) {
    const used = cpuSeconds(() => {
      for (let at = 0; at < RATES / 5; at++) {
        const group = groups[at % groups.length];
        if (group) kept += directRate({ ...group, weights: WHO_2000.weights }, { method, per: 100_000 }).interval[1];
      }
    });
    console.log(
      `standardised rates, ${method}, 18 bands: ${(used * 5).toFixed(2)} CPU-s a million (target ≤ 2); ${perSecond(RATES / 5, used)}`,
    );
  }
  if (kept === 0) throw new Error('nothing was computed');
  if (await hasDuckdb()) await benchTabulate();
  else console.log('tabulate: DuckDB is not installed, nothing measured');
}

async function benchTabulate(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-bench-'));
  const file = join(folder, 'deaths.parquet');
  const connection = await connect();
  try {
    await connection.run(
      `CREATE TABLE codes AS SELECT chr(65 + (i % 18)::INT) || lpad(((i * 7) % 100)::VARCHAR, 2, '0') || CASE WHEN i % 3 = 0 THEN '' ELSE '.' || (i % 10)::VARCHAR END AS code, i FROM range(2000) r(i)`,
    );
    await connection.run(
      `COPY (SELECT codes.code AS cause, (hash(n * 3) % 100)::INT AS age, 1 + (hash(n * 5) % 2)::INT AS sex, 2000 + (hash(n * 11) % 20)::INT AS year FROM range(${RECORDS}) t(n) JOIN codes ON codes.i = hash(n) % 2000) TO '${file}' (FORMAT parquet)`,
    );
    const classifier = new Classifier(whoMortalityList1());
    // The same list as the plain query of an analyst would have it: each code of the file with its group.
    await connection.run('CREATE TABLE list (code VARCHAR, grp VARCHAR)');
    const appender = await connection.createAppender('list');
    for (const [code] of classifier.alike()) {
      const found = classifier.classify(code);
      appender.appendVarchar(code);
      appender.appendVarchar(found.kind === 'groups' ? (classifier.list.groups[found.groups.at(-1) ?? 0]?.id ?? '') : 'outside');
      appender.endRow();
    }
    appender.closeSync();
    const band = `CASE ${AGES.slice(1)
      .map((start, at) => `WHEN age < ${start} THEN ${AGES[at]}`)
      .join(' ')} ELSE ${AGES.at(-1)} END`;
    const plain = `SELECT grp, ${band} AS band, sex, year, count(*) AS n FROM read_parquet('${file}') AS t LEFT JOIN list ON t.cause = list.code GROUP BY ALL`;
    const ratios: number[] = [];
    const seconds: number[] = [];
    for (let round = 0; round < 6; round++) {
      const bare = await cpuSecondsOf(async () => (await connection.runAndReadAll(plain)).getRows().length);
      const own = await cpuSecondsOf(async () => {
        const by = ['age', 'sex', 'year'];
        const read = await readCells(file, { by, roles: ['cause'], measure: 'count', alike: () => classifier.alike(), ages: AGES });
        return tabulate(read.cells, classifier, { by, ages: AGES }).length;
      });
      if (round === 0) continue;
      ratios.push(own / bare);
      seconds.push(own);
    }
    console.log(
      `tabulate ${RECORDS / 1e6} M records to cause × age × sex × year: ${median(seconds).toFixed(2)} CPU-s; ${median(ratios).toFixed(2)} × the plain query (target ≤ 1.50)`,
    );
  } finally {
    connection.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function cpuSecondsOf(work: () => Promise<number>): Promise<number> {
  const before = process.cpuUsage();
  if ((await work()) === 0) throw new Error('nothing was tabulated');
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1e6;
}
