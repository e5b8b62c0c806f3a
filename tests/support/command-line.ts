import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));

/** Runs the command line from source, as a user would. Answers of `--format json` are read. */
export function cleanclaim(
  words: readonly string[],
  input?: string,
): { status: number | null; out: string; err: string; json: () => Record<string, unknown>[] } {
  const run = spawnSync(
    process.execPath,
    [
      '--conditions=@cleanclaim/source',
      '--input-type=module',
      '-e',
      `import { main } from ${JSON.stringify(main)}; process.exitCode = await main(process.argv.slice(1));`,
      ...words,
    ],
    { encoding: 'utf8', ...(input === undefined ? {} : { input }) },
  );
  return {
    status: run.status,
    out: run.stdout,
    err: run.stderr,
    json: () => JSON.parse(run.stdout) as Record<string, unknown>[],
  };
}
