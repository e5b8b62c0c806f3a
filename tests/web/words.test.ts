import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../packages/web/src', import.meta.url));

/** Names that are the same in every language. */
const NAMES = ['cleanclaim data add FILE', 'sha256'];

it('every word of the page is in the catalogue, so that it can be translated', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
  expect(files.length).toBeGreaterThan(30);
  const wrong = files.flatMap((name) => {
    // What is printed on a key stays as it is.
    const text = readFileSync(join(source, name), 'utf8').replace(/<kbd>[^<]*<\/kbd>/g, '');
    const words = [
      ...text.matchAll(/>\s*([^<>{}()=;]*[a-z]{3,}[^<>{}()=;]*?)\s*<\//g),
      ...text.matchAll(/\b(?:aria-label|placeholder|title|alt)="([^"]*[a-z]{3,}[^"]*)"/g),
    ];
    return words
      .map((found) => (found[1] ?? '').trim())
      .filter((found) => !NAMES.includes(found))
      .map((found) => `${name}: ${found}`);
  });
  expect(wrong).toEqual([]);
});
