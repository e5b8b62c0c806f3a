import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
// Commands run in a folder of their own, with the examples and the sample lines of sources in it: what they write does not land in the checkout.
const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-docs-'));
symlinkSync(join(root, 'examples'), join(folder, 'examples'));
symlinkSync(join(root, 'sources'), join(folder, 'sources'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Packaged = Partial<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>>;

const guides = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md') && name !== 'operations.md');

/**
 * `sh` blocks of a page: each line is run as it stands; `exit=N` says how it ends, 0 when not given. Commands that run
 * until they are stopped have tests of their own.
 */
function commandsOf(page: string): { command: string; exit: number }[] {
  return [...readFileSync(join(root, 'docs', page), 'utf8').matchAll(/```sh(?: exit=(\d))?\n([\s\S]*?)```/g)].flatMap((block) =>
    (block[2] ?? '')
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, '').trim())
      .filter((line) => line.includes('cleanclaim ') && !/cleanclaim (?:serve|mcp)\b/.test(line))
      .map((command) => ({ command, exit: Number(block[1] ?? 0) })),
  );
}

describe.each(guides.map((page) => [page]))('docs/%s', (page) => {
  const commands = commandsOf(page);
  // A page without commands has no such test.
  if (commands.length > 0)
    it('its commands run as written', () => {
      for (const { command, exit } of commands) {
        const plain = command.replace(
          /(?:npx(?: --no-install)? )?\bcleanclaim /g,
          `"${process.execPath}" "${join(root, 'packages/cli/bin/cleanclaim.js')}" `,
        );
        const { status, stderr } = spawnSync('/bin/sh', ['-c', plain], {
          timeout: 60_000,
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, CLEANCLAIM_DATA: join(folder, 'data') },
        });
        expect(status, `${command}\n${stderr}`).toBe(exit);
      }
    });

  it('its links lead somewhere', () => {
    const text = readFileSync(join(root, 'docs', page), 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\(((?!https?:)[^)#]+)/g))
      expect(() => readFileSync(join(root, 'docs', target)), target).not.toThrow();
  });
});

it('every guide and decision is reached from docs/README.md, and that from README', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain('(docs/README.md)');
  const index = readFileSync(join(root, 'docs/README.md'), 'utf8');
  const decisions = readdirSync(join(root, 'docs/decisions')).map((name) => `decisions/${name}`);
  const pages = [...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')), ...decisions];
  expect(pages.filter((page) => page !== 'README.md' && !index.includes(`(${page})`))).toEqual([]);
});

it('every dependency is named with its version and reason', () => {
  const named = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  const files = ['package.json', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/package.json`)];
  const missing = files.flatMap((file) => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, file), 'utf8')) as Packaged;
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    return all.filter(([name, version]) => !name.startsWith('@cleanclaim/') && !(named.includes(name) && named.includes(version)));
  });
  expect(missing).toEqual([]);
});

it('README holds the two commands for a fresh machine', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  expect(readme).toContain('npm ci && npx --no-install cleanclaim check examples/office-visit.json');
  expect(readme).toContain('npm ci && npm run verify');
  expect(readFileSync(join(root, '.ci/run'), 'utf8')).toContain('npm ci && npm run verify');
});
