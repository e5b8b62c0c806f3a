import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { CleanclaimError } from '@cleanclaim/core';

/** Seals what identifies a patient before it is stored, and marks patients without naming them. */
export interface Cipher {
  /** `place` binds the sealed text to its row: moved to another, it no longer opens. */
  seal(text: string, place: string): string;
  /** Throws `store/no-key` when the text was sealed under another key, or was changed. */
  open(text: string, place: string): string;
  /** The same mark for the same text; with a key, nobody without it can find the text by trying. */
  mark(text: string): string;
  /** The hash that chains the audit; with a key, nobody without it can write a chain that holds. */
  chain(text: string): string;
}

const SEALED = 'sealed1';

/** Without a key: texts as they are. They are readable by whoever can read the database. */
export const noCipher: Cipher = {
  seal: (text) => text,
  open(text) {
    if (text.startsWith(`${SEALED}.`)) throw new CleanclaimError('store/no-key', 'The claim was kept under a key, and none is set.');
    return text;
  },
  mark: (text) => createHash('sha256').update(text).digest('hex'),
  chain: (text) => createHash('sha256').update(text).digest('hex'),
};

/** AES-256-GCM under a key derived from `secret` (32 bytes as base64 or hex). Throws RangeError for any other secret. */
export function makeCipher(secret: string): Cipher {
  const master = /^[0-9a-f]{64}$/i.test(secret) ? Buffer.from(secret, 'hex') : Buffer.from(secret, 'base64');
  if (master.length !== 32) throw new RangeError('the key must be 32 bytes, written as base64 or hex');
  const derive = (use: string): Buffer => Buffer.from(hkdfSync('sha256', master, '', `cleanclaim office ${use}`, 32));
  const sealing = derive('content');
  const marking = derive('patient');
  const chaining = derive('audit');
  const name = createHash('sha256').update(sealing).digest('hex').slice(0, 8);
  return {
    seal(text, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(place));
      const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [SEALED, name, Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64')].join('.');
    },
    open(text, place) {
      const [kind, key, sealed = ''] = text.split('.');
      if (kind !== SEALED) return text;
      if (key !== name) throw new CleanclaimError('store/no-key', 'The claim was kept under another key than the one that is set.');
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(12, 28));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        throw new CleanclaimError('store/damaged', 'What is stored was changed by other hands: it does not open.');
      }
    },
    mark: (text) => createHmac('sha256', marking).update(text).digest('hex'),
    chain: (text) => createHmac('sha256', chaining).update(text).digest('hex'),
  };
}
