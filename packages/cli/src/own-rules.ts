import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';

/** Rules of the user's own: every `*.rule.js` or `*.rule.ts` of a folder, its default export a rule. They run as code: only load what you trust. */
export async function loadRules(folder: string): Promise<Rule[]> {
  let names: string[];
  try {
    names = readdirSync(folder)
      .filter((name) => /\.rule\.[jt]s$/.test(name))
      .sort();
  } catch {
    throw new CleanclaimError('usage/unreadable-file', `--rules ${quote(folder)} is not a folder that can be read.`);
  }
  if (names.length === 0) throw new CleanclaimError('usage/unreadable-file', `--rules ${quote(folder)} holds no *.rule.js or *.rule.ts.`);
  return Promise.all(names.map((name) => loadRule(join(folder, name))));
}

async function loadRule(path: string): Promise<Rule> {
  let loaded: { default?: Partial<Rule> };
  try {
    loaded = (await import(pathToFileURL(resolve(path)).href)) as { default?: Partial<Rule> };
  } catch (error) {
    throw new CleanclaimError(
      'usage/unreadable-file',
      `${quote(path)} cannot be loaded: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}.`,
    );
  }
  const rule = loaded.default;
  if (typeof rule?.check !== 'function' || typeof rule.id !== 'string' || !rule.on || !rule.cites?.length) {
    throw new CleanclaimError('usage/unreadable-file', `${quote(path)} does not export a rule as its default (id, on, cites, check).`);
  }
  return rule as Rule;
}
