import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES } from '@cleanclaim/rules';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each package may import of ours. Arrows only point down; nobody imports the command line. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'packages/core/src': [],
  rules: ['@cleanclaim/core'],
  plans: ['@cleanclaim/core'],
  sources: ['@cleanclaim/data/source'],
  'packages/data/src': ['@cleanclaim/core'],
  'packages/x12/src': ['@cleanclaim/core'],
  'packages/fhir/src': ['@cleanclaim/core'],
  'packages/forms/src': ['@cleanclaim/core'],
  'packages/stats/src': ['@cleanclaim/core'],
  'packages/server/src': [
    '@cleanclaim/core',
    '@cleanclaim/data',
    '@cleanclaim/fhir/terminology',
    '@cleanclaim/plans',
    '@cleanclaim/rules',
    '@cleanclaim/x12',
  ],
  'packages/cli/src': [
    '@cleanclaim/core',
    '@cleanclaim/data',
    '@cleanclaim/fhir',
    '@cleanclaim/forms',
    '@cleanclaim/plans',
    '@cleanclaim/rules',
    '@cleanclaim/server',
    '@cleanclaim/sources',
    '@cleanclaim/stats',
    '@cleanclaim/x12',
  ],
  'packages/web/src': [
    '@cleanclaim/core',
    '@cleanclaim/fhir',
    '@cleanclaim/forms',
    '@cleanclaim/plans',
    '@cleanclaim/rules',
    '@cleanclaim/stats/figures',
    '@cleanclaim/x12',
  ],
};

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'dist' || name === 'node_modules') return [];
    return statSync(join(root, path)).isDirectory() ? filesUnder(path) : [path];
  });
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:^|\n)\s*(?:import|export)[^'"\n;]*?(?:from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map(
    (found) => found[1] ?? found[2] ?? '',
  );
}

describe.each(Object.entries(MAY_IMPORT))('%s', (folder, allowed) => {
  const files = filesUnder(folder).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'));

  it('imports only downwards', () => {
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => {
          if (name.startsWith('.'))
            return relative(join(root, folder), join(root, file, '..', name)).startsWith('..') && !name.endsWith('package.json');
          return name.startsWith('@cleanclaim/') && !allowed.some((each) => name === each || name.startsWith(`${each}/`));
        })
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it.skipIf(['packages/data/src', 'packages/stats/src', 'packages/server/src', 'packages/cli/src', 'packages/web/src'].includes(folder))(
    'reads no file, clock or network',
    () => {
      const wrong = files.flatMap((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        const modules = importsOf(file).filter((name) => name.startsWith('node:'));
        const clock = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(/.exec(text);
        return [...modules, ...(clock ? [clock[0]] : [])].map((what) => `${file} uses ${what}`);
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe('rules', () => {
  const files = filesUnder('rules').filter((file) => file.endsWith('.rule.ts'));

  it('every rule file is listed, and its id is its path', () => {
    expect(RULES.map((rule) => `rules/${rule.id}.rule.ts`).toSorted()).toEqual(files.toSorted());
  });

  it('every rule says who decided it, when and how far that was read', () => {
    for (const { id, cites } of RULES) {
      for (const cite of cites) {
        expect(cite.title, id).not.toBe('');
        expect(cite.url, id).toMatch(/^(?:https:\/\/|docs\/)/);
        expect(cite.checked, id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(['text', 'digest'], `${id}: ${cite.title}`).toContain(cite.read);
        expect(cite.note, id).not.toBe('');
        // Each section is judged by itself, so that one that was read cannot vouch for one that was not.
        expect(cite.section ?? '', id).not.toContain(';');
      }
    }
  });
});

it('ARCHITECTURE.md draws the folders that are there', () => {
  const drawn = [...readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(/^[├│└ ]*[├└] ([a-z0-9.-]+)\//gm)].map(
    (found) => found[1],
  );
  const top = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name),
  );
  for (const entry of top) expect(drawn).toContain(entry.name);
  for (const entry of readdirSync(join(root, 'packages'))) expect(drawn).toContain(entry);
  for (const entry of readdirSync(join(root, 'rules'), { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== 'dist') expect(drawn).toContain(entry.name);
  }
});
