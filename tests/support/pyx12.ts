import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version compared with; installed beside the node packages from its registry, once. */
const PACKAGE = 'pyx12==4.0.0';
const place = fileURLToPath(new URL('../../node_modules/.cache/pyx12/', import.meta.url));
/** Where Python finds it. */
export const pyx12Environment = { ...process.env, PYTHONPATH: place };

function imports(): boolean {
  return spawnSync('python3', ['-c', 'import pyx12.scripts.x12valid'], { env: pyx12Environment, timeout: 30_000 }).status === 0;
}

/** Whether pyx12 can be run here; installs it when it can be had. */
export function hasPyx12(): boolean {
  if (imports()) return true;
  mkdirSync(place, { recursive: true });
  spawnSync('python3', ['-m', 'pip', 'install', '--quiet', '--target', place, PACKAGE], { timeout: 120_000 });
  const had = imports();
  if (!had) console.warn(`${PACKAGE} cannot be installed here: what compares with it is skipped.`);
  return had;
}

/** What pyx12 says of a file: its last word and the errors before it. */
export function pyx12(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-pyx12-'));
  try {
    const file = join(folder, 'made.x12');
    writeFileSync(file, text);
    const child = spawnSync('python3', ['-c', 'import sys; from pyx12.scripts.x12valid import main; sys.exit(main())', '-q', file], {
      env: pyx12Environment,
      encoding: 'utf8',
      timeout: 120_000,
    });
    const said = `${child.stdout}${child.stderr}`.replaceAll(`${file}: `, '').trim();
    return said.split('\n').at(-1) === 'OK' && !/ERROR/.test(said) ? 'OK' : said.slice(0, 2_000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
