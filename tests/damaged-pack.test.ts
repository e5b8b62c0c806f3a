import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import { isCleanclaimError, Icd10cmTable, Pack, type PackBytes } from '@cleanclaim/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const whole = readFileSync(fileURLToPath(new URL('../packages/data/packs/icd10cm.pack', import.meta.url)));

function asPack(bytes: Uint8Array): PackBytes {
  return {
    name: 'test.pack',
    size: bytes.length,
    read: (offset, length) => bytes.slice(offset, offset + length),
    sha256: (part) => createHash('sha256').update(part).digest('hex'),
  };
}

/** Reads every section: the failure, or undefined when all is well. */
function trouble(bytes: Uint8Array): string | undefined {
  try {
    const pack = new Pack(asPack(bytes));
    for (const [name, { type }] of Object.entries(pack.header.sections)) pack.section(name, type);
    expect(new Icd10cmTable(pack).size).toBeGreaterThan(0);
    return undefined;
  } catch (error) {
    if (!isCleanclaimError(error)) throw error;
    return error.failure.code;
  }
}

describe('a pack', () => {
  it('is read when whole', () => expect(trouble(whole)).toBeUndefined());

  it('is refused when any byte but padding changed', () => {
    const header = new DataView(whole.buffer, whole.byteOffset).getUint32(8, true);
    const { sections } = new Pack(asPack(whole)).header;
    const used = Object.values(sections)
      .map(({ offset, bytes }) => [16 + header + offset, bytes] as const)
      .filter(([, bytes]) => bytes > 0);
    const place = fc.oneof(
      fc.integer({ min: 0, max: 15 + header }).filter((at) => at < 8 || at >= 12),
      fc.constantFrom(...used).chain(([start, bytes]) => fc.integer({ min: start, max: start + bytes - 1 })),
    );
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, change) => {
        // Bytes 12 to 15 are reserved and read by nobody.
        const bytes = Uint8Array.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(at >= 12 && at < 16 ? 'pack/damaged' : trouble(bytes)).toBe('pack/damaged');
      }),
      { numRuns: 25 },
    );
  });

  it('is refused when cut off anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 8 }), (length) => {
        expect(trouble(whole.subarray(0, length))).toBe('pack/damaged');
      }),
      { numRuns: 25 },
    );
  });
});
