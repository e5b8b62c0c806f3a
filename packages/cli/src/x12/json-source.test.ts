import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openJson } from './json-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-json-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function opened(content: string | Uint8Array): Promise<unknown> {
  const path = join(folder, 'given.json');
  writeFileSync(path, content);
  const source = await openJson(path);
  if (source.is === 'whole') return source.value;
  const texts: string[] = [];
  for await (const lines of source.lines) texts.push(...lines.map(({ number, text }) => `${number} ${text}`));
  return texts;
}

describe('a file of JSON', () => {
  it('is lines when its first line is an object, however long, whatever stands before and after', async () => {
    expect(await opened('{"a":1}\n{"a":2}')).toEqual(['1 {"a":1}', '2 {"a":2}']);
    expect(await opened('\n \r\n{"a":1}\r\n\n{broken\r\n')).toEqual(['3 {"a":1}', '5 {broken']);
    const long = `{"a":"${'x'.repeat(600_000)}"}`;
    expect(await opened(`${long}\n{}`)).toEqual([`1 ${long}`, '2 {}']);
    expect(await opened('\ufeff{"a":1}\n{}')).toHaveLength(2);
  });

  it('is one value otherwise', async () => {
    expect(await opened('{"a":1}')).toEqual({ a: 1 });
    expect(await opened('{\n"a":1\n}\n')).toEqual({ a: 1 });
    expect(await opened('[{"a":1}]\n')).toEqual([{ a: 1 }]);
    expect(await opened(Buffer.from('\ufeff{"a":1}\n', 'utf16le'))).toEqual({ a: 1 });
  });

  it('is refused when it is neither', async () => {
    for (const content of ['', ' \n', 'ISA*00*', '{"a":1', '{"a":\n', '{"a":1},\n{"a":2}\n'])
      await expect(opened(content)).rejects.toThrow('is not JSON');
  });
});
