import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Classifier, tabulate, whoMortalityList1 } from '@cleanclaim/core/statistics';
import { connect, hasDuckdb, readCells } from '@cleanclaim/stats';

const RECORDS = 100_000_000;
/** Made in parts, so that making the file takes no more memory than reading it. */
const PARTS = 10;
const AGES = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85];

/**
 * A hundred million records from Parquet tabulated to cause × age × sex × year (targets: 30 s and 2 GB on 2 cores, 1.5 times the
 * plain DuckDB query with a join to the same list in the same run). Both run in turn in one process, so the peak of memory
 * is told after ours alone and at the end.
 */
export async function benchStatsLarge(): Promise<void> {
  if (!(await hasDuckdb())) {
    console.log('DuckDB is not installed, nothing measured');
    return;
  }
  const folder = join(tmpdir(), 'cleanclaim-bench-large');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'deaths.parquet');
  try {
    await make(file);
    console.log(
      `${RECORDS / 1e6} M records, ${Math.round(statSync(file).size / 1e6)} MB of Parquet; load of the machine ${loadavg()[0]?.toFixed(1)}`,
    );
    const classifier = new Classifier(whoMortalityList1());
    const by = ['age', 'sex', 'year'];
    const own = await timed(async () => {
      const read = await readCells(file, { by, roles: ['cause'], measure: 'count', alike: () => classifier.alike(), ages: AGES });
      return tabulate(read.cells, classifier, { by, ages: AGES }).length;
    });
    console.log(
      `tabulate: ${own.seconds.toFixed(1)} s, ${own.cpu.toFixed(1)} CPU-s (target ≤ 30 s on 2 free cores); peak memory ${(process.resourceUsage().maxRSS / 1024 / 1024).toFixed(2)} GB (target ≤ 2)`,
    );
    const bare = await timed(() => plain(file, classifier));
    console.log(
      `plain query: ${bare.seconds.toFixed(1)} s, ${bare.cpu.toFixed(1)} CPU-s; ours ${(own.cpu / bare.cpu).toFixed(2)} × in CPU (target ≤ 1.50)`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function make(file: string): Promise<void> {
  if (existsSync(file)) return;
  const connection = await connect();
  try {
    await connection.run(
      `CREATE TABLE codes AS SELECT chr(65 + (i % 18)::INT) || lpad(((i * 7) % 100)::VARCHAR, 2, '0') || CASE WHEN i % 3 = 0 THEN '' ELSE '.' || (i % 10)::VARCHAR END AS code, i FROM range(2000) r(i)`,
    );
    const part = RECORDS / PARTS;
    const selects = Array.from(
      { length: PARTS },
      (_, at) =>
        `SELECT codes.code AS cause, (hash(n * 3) % 100)::INT AS age, 1 + (hash(n * 5) % 2)::INT AS sex, 2000 + (hash(n * 11) % 20)::INT AS year FROM range(${at * part}, ${(at + 1) * part}) t(n) JOIN codes ON codes.i = hash(n) % 2000`,
    );
    await connection.run(`COPY (${selects.join(' UNION ALL ')}) TO '${file}' (FORMAT parquet)`);
  } finally {
    connection.closeSync();
  }
}

/** The query of an analyst who has the list as a table of codes. */
async function plain(file: string, classifier: Classifier): Promise<number> {
  const connection = await connect();
  try {
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
    const sql = `SELECT grp, ${band} AS band, sex, year, count(*) AS n FROM read_parquet('${file}') AS t LEFT JOIN list ON t.cause = list.code GROUP BY ALL`;
    return (await connection.runAndReadAll(sql)).getRows().length;
  } finally {
    connection.closeSync();
  }
}

async function timed(work: () => Promise<number>): Promise<{ seconds: number; cpu: number }> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  if ((await work()) === 0) throw new Error('nothing was tabulated');
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 };
}
