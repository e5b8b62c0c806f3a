import { readFileSync } from 'node:fs';
import { Icd10cmTable, Pack } from '@cleanclaim/core';
import { describe, expect, it } from 'vitest';
import { bufferBytes } from '../../packages/web/src/data/buffer-bytes.ts';

const file = new Uint8Array(readFileSync(new URL('../../packages/data/packs/icd10cm.pack', import.meta.url)));
const open = async (bytes: Uint8Array): Promise<Icd10cmTable> =>
  new Icd10cmTable(new Pack(await bufferBytes('test.pack', Uint8Array.from(bytes).buffer)));

describe('a fetched pack', () => {
  it('opens as one from a file does', async () => {
    const table = await open(file);
    expect(table.code(table.row('E11.22'))).toBe('E11.22');
  });

  it.each([
    ['cut off', file.subarray(0, 1_000_000)],
    ['no pack', new TextEncoder().encode('<!doctype html><title>Not found</title>')],
    ['empty', new Uint8Array(0)],
    ['with a changed header', changed(40)],
    ['with a changed first section', changed(firstSection())],
  ])('that is damaged is refused: %s', async (_, bytes) => {
    await expect(open(bytes)).rejects.toThrow(/damaged/);
  });
});

function changed(at: number): Uint8Array {
  const bytes = Uint8Array.from(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

function firstSection(): number {
  const header = new DataView(file.buffer, file.byteOffset).getUint32(8, true);
  const text = new TextDecoder().decode(file.subarray(16, 16 + header));
  const { sections } = JSON.parse(text.slice(text.indexOf('\n') + 1)) as { sections: Record<string, { offset: number }> };
  return 16 + header + (sections['code.key']?.offset ?? 0) + 8;
}
