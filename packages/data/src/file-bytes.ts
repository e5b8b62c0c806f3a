import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { PackBytes } from '@cleanclaim/core';

/** A pack in a file, read by range: what is never asked for is never read. */
export function fileBytes(path: string): PackBytes {
  const file = openSync(path, 'r');
  const size = fstatSync(file).size;
  if (size === 0) closeSync(file);
  return {
    name: path,
    size,
    read(offset, length) {
      const bytes = new Uint8Array(length);
      let done = 0;
      while (done < length) {
        const count = readSync(file, bytes, done, length - done, offset + done);
        if (count === 0) break;
        done += count;
      }
      return bytes;
    },
    sha256: (bytes) => hash('sha256', bytes, 'hex'),
  };
}

/** A pack that is already in memory. */
export function bytesInMemory(name: string, bytes: Uint8Array): PackBytes {
  return {
    name,
    size: bytes.length,
    read: (offset, length) => bytes.slice(offset, offset + length),
    sha256: (part) => hash('sha256', part, 'hex'),
  };
}
