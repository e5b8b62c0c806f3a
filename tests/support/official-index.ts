import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { installIndex } from '@cleanclaim/data/build';
import { shared } from './data.ts';

/** Installs the official index files of the shared folder into a folder of its own; undefined when they are not there. */
export function officialIndex(): string | undefined {
  const folder = shared('data/icd10cm/index_xml');
  if (folder === undefined) return undefined;
  const main = execFileSync('unzip', ['-p', join(folder, 'ICD10CM_FY2017_Full_XML.zip'), 'icd10cm_index_2017.xml'], {
    maxBuffer: 1 << 25,
    encoding: 'utf8',
  });
  const others = ['drug', 'neoplasm', 'eindex'].map((name) => {
    const file = `icd10cm_${name}_2022.xml.gz`;
    return { name: file, text: gunzipSync(readFileSync(join(folder, file))).toString('utf8') };
  });
  const to = mkdtempSync(join(tmpdir(), 'cleanclaim-official-index-'));
  installIndex([{ name: 'icd10cm_index_2017.xml', text: main }, ...others], to, { retrieved: '2026-11-24' });
  return to;
}
