import type { PackBytes } from '@cleanclaim/core';

/**
 * A fetched pack in memory. Packs are read synchronously but the browser hashes asynchronously, so the digest of the
 * header and of every section is computed once, on load, from the bytes themselves; reading then compares as always.
 * Throws nothing: bytes that are no pack get no digests, and opening them says that they are damaged.
 */
export async function bufferBytes(name: string, buffer: ArrayBuffer): Promise<PackBytes> {
  const whole = new Uint8Array(buffer);
  const digests = new Map<string, string>();
  let header: { bytes: Uint8Array; digest: string } | undefined;
  const layout = layoutOf(buffer);
  if (layout) {
    header = { bytes: layout.body, digest: await digestOf(layout.body) };
    await Promise.all(
      layout.sections.map(async ({ from, length }) => {
        digests.set(`${from}:${length}`, await digestOf(whole.subarray(from, from + length)));
      }),
    );
  }
  return {
    name,
    size: whole.length,
    read: (offset, length) => whole.subarray(offset, offset + length),
    sha256(bytes) {
      if (bytes.buffer === buffer) return digests.get(`${bytes.byteOffset}:${bytes.length}`) ?? 'not a section';
      return header && isSame(bytes, header.bytes) ? header.digest : 'not the header';
    },
  };
}

interface Layout {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly sections: readonly { readonly from: number; readonly length: number }[];
}

/** Where the header and the sections lie; undefined when the bytes are no pack. */
function layoutOf(buffer: ArrayBuffer): Layout | undefined {
  if (buffer.byteLength < 16) return undefined;
  const length = new DataView(buffer).getUint32(8, true);
  const start = 16 + length;
  if (start > buffer.byteLength) return undefined;
  const text = new Uint8Array(buffer, 16, length);
  const body = text.slice(text.indexOf(10) + 1);
  try {
    const { sections } = JSON.parse(new TextDecoder().decode(body)) as { sections: Record<string, { offset: number; bytes: number }> };
    return { body, sections: Object.values(sections).map(({ offset, bytes }) => ({ from: start + offset, length: bytes })) };
  } catch {
    return undefined;
  }
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
