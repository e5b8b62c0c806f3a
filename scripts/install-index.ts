/**
 * Compiles files of the ICD-10-CM Alphabetic Index (XML, as NCHS publishes them) into a data folder:
 * `npm run -s install-index -- --to FOLDER FILE…`.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { installIndex } from '@cleanclaim/data/build';

const { values, positionals } = parseArgs({ options: { to: { type: 'string' } }, allowPositionals: true });
if (values.to === undefined || positionals.length === 0) {
  console.error('Write: npm run -s install-index -- --to FOLDER FILE…');
  process.exitCode = 2;
} else {
  const files = positionals.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));
  const { path, parts } = installIndex(files, values.to, { retrieved: new Date().toISOString().slice(0, 10) });
  console.log(`${path}: ${parts.map(({ name, version }) => `${name} FY${version}`).join(', ')}`);
}
