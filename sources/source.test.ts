import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KeyedTable, Pack } from '@cleanclaim/core';
import { Archives, compile, importFiles, recognise, type TableRecord } from '@cleanclaim/data/import';
import { describe, expect, it } from 'vitest';
import { TABLE_SOURCES } from './index.ts';
import { globSync } from 'node:fs';
import { hash } from 'node:crypto';

const here = dirname(fileURLToPath(import.meta.url));

/** Samples stand beside their descriptor; several descriptors may share a folder. */
const samples = new Map(globSync('*/sample/*', { cwd: here }).map((path) => [path.split('/').at(-1) ?? '', join(here, path)]));

describe.each(TABLE_SOURCES.map((source) => [source.id, source] as const))('%s', (id, source) => {
  it('recognises its sample, by name and by content', async () => {
    const path = samples.get(source.sample.file) ?? '';
    for await (const file of importFiles(path, new Archives())) {
      const found = await recognise(file, TABLE_SOURCES);
      expect(found?.source.id).toBe(id);
      expect(found?.edition.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('reads its sample', async () => {
    for await (const file of importFiles(samples.get(source.sample.file) ?? '', new Archives())) {
      const found = await recognise(file, TABLE_SOURCES);
      if (!found) throw new Error('not recognised');
      const edition = (await compile(found, { retrieved: '2026-11-24', sample: true })).at(-1);
      if (!edition) throw new Error('nothing compiled');
      expect(edition.edition.rows).toBe(source.sample.rows);
      expect(edition.edition.id.startsWith(`${id}-`)).toBe(true);
      const pack = new Pack({
        name: id,
        size: edition.pack.length,
        read: (offset, length) => edition.pack.slice(offset, offset + length),
        sha256: (bytes) => hash('sha256', bytes, 'hex'),
      });
      if (source.store.kind === 'pairs') continue;
      const { key } = source.store;
      const table = new KeyedTable(pack);
      for (const wanted of source.sample.has) {
        const rows = [...table.rowsOf(key.map((field) => wanted[field] ?? '').join('|'))].map((row) => table.record(row));
        const stored = Object.entries(wanted).filter(([field]) => !key.includes(field) || field in table.columns);
        const matches = (record: Record<string, string>) => stored.every(([field, value]) => same(record[field], value));
        expect(rows.some(matches), JSON.stringify({ wanted, rows } satisfies { wanted: TableRecord; rows: unknown })).toBe(true);
      }
    }
  });

  it('says who publishes it, under which terms and where', () => {
    expect(source.page).toMatch(/^https:\/\//);
    expect(source.publisher && source.terms && source.cadence && source.title).toBeTruthy();
  });
});

it('no sample holds a CPT code: five digits, or four and F, T or U', () => {
  for (const [name, path] of samples) {
    const text = readFileSync(path, 'latin1');
    const codes = [...text.matchAll(/(?:^|[\t,;"\n])(\d{4}[\dFTU])(?=[\t,;"\r\n])/g)].map((found) => found[1] ?? '');
    // 0000U and 0000T stand for no service: made up. Medicare contractors, the numbers of an order file and a spreadsheet's days are five digits too.
    const allowed = /^(?:GPCI|ANES|PFREV|\d\dLOCCO|OPPSCAP|POAexempt|ICD-10-CM-Conversion)/.test(name)
      ? []
      : codes.filter((code) => !/^0000[UT]$/.test(code));
    expect(allowed, name).toEqual([]);
  }
});

function same(found: string | undefined, wanted: string | null): boolean {
  if (wanted === null) return found === '';
  return found === wanted || (found !== '' && Number(found) === Number(wanted));
}
