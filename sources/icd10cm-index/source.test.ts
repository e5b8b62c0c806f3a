import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readIndex } from '@cleanclaim/data/build';
import { describe, expect, it } from 'vitest';
import { icd10cmIndex } from './source.ts';

describe.each(icd10cmIndex.files.map((file) => [file.file, file] as const))('%s', (name, file) => {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  it('is the sample described', () => {
    expect(createHash('sha256').update(text).digest('hex')).toBe(file.sha256);
    expect(text.split('\n').length).toBeLessThan(50);
  });
  it('is named and made like the published file', () => {
    expect(icd10cmIndex.names.filter((pattern) => pattern.test(name.replace('sample/', '')))).toHaveLength(1);
    expect(readIndex(text).version).toMatch(/^20(?:17|22)$/);
  });
});
