import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PUBLIC, serveSite, type Site } from '../../support/static-server.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const LOCK = join(root, 'node_modules/.cache/web-build.lock');

/** The page as it is in the sources, built once for all test files that run side by side, and served. */
export async function openSite(): Promise<Site> {
  await buildPage();
  return serveSite();
}

export async function buildPage(): Promise<void> {
  mkdirSync(join(LOCK, '..'), { recursive: true });
  for (let tries = 0; !take(); tries++) {
    if (tries > 600) throw new Error(`another run holds ${LOCK}; remove it if none is going on`);
    await wait(100);
  }
  try {
    // Under the test runner NODE_ENV is "test", and Vite would build for development.
    const env = { ...process.env, NODE_ENV: 'production' };
    if (isStale())
      execFileSync(join(root, 'node_modules/.bin/vite'), ['build', '--logLevel', 'error'], {
        cwd: join(root, 'packages/web'),
        stdio: 'inherit',
        env,
      });
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function take(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    // A lock left by a run that was ended.
    if (existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs > 60_000) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

function isStale(): boolean {
  const built = join(PUBLIC, 'index.html');
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  return ['packages/web', 'packages/core/src', 'packages/fhir/src', 'packages/forms/src', 'packages/x12/src', 'plans', 'rules'].some(
    (folder) => newest(join(root, folder)) > since,
  );
}

function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
      .map((entry) => (entry.isDirectory() ? newest(join(folder, entry.name)) : statSync(join(folder, entry.name)).mtimeMs)),
  );
}
