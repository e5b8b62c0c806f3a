import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));

/** Arguments of Node that run the command line from its source, without a build. */
export function cliArguments(words: readonly string[]): string[] {
  const run = `const { main } = await import(${JSON.stringify(main)}); process.exitCode = await main(${JSON.stringify(words)});`;
  return ['--conditions=@cleanclaim/source', '--input-type=module', '-e', run];
}

export function startCli(words: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(process.execPath, cliArguments(words), { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
}

/** Runs to the end and gives what was written. */
export async function runCli(
  words: readonly string[],
  options: SpawnOptions = {},
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = startCli(words, options);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (part) => (stdout += String(part)));
  child.stderr?.on('data', (part) => (stderr += String(part)));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, stdout, stderr };
}
