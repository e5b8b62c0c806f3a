import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { CleanclaimError } from '@cleanclaim/core';

/** Seals what identifies a patient before it is stored, and marks patients without naming them. */
export interface Cipher {
  /** `place` binds the sealed text to its row: moved to another, it no longer opens. */
  seal(text: string, place: string): string;
  /** Throws `store/no-key` when no key that is set opens it, `store/damaged` when it was changed. */
  open(text: string, place: string): string;
  /** The same mark for the same text, under every key that is set, the newest first. With a key, nobody without it can find the text by trying. */
  marks(text: string): readonly [string, ...string[]];
  /** The hash that chains the audit, under every key that is set, the newest first. With a key, nobody without it can write a chain that holds. */
  chains(text: string): readonly [string, ...string[]];
}

const SEALED = 'sealed1';
/** Stands in the list of keys for what was kept before there was one. */
const NO_KEY = 'none';

interface Key {
  /** How a sealed text names it; undefined for no key. */
  readonly name: string | undefined;
  seal(text: string, place: string): string;
  open(text: string, place: string): string;
  mark(text: string): string;
  chain(text: string): string;
}

/** Without a key: texts as they are. They are readable by whoever can read the database. */
export const noCipher: Cipher = over([plain()]);

/**
 * AES-256-GCM under keys derived from secrets of 32 bytes as base64 or hex, the newest first, with commas between: the
 * first seals, all open. The last may be `none`, for what was kept before there was a key. Throws RangeError for others.
 */
export function makeCipher(secrets: string): Cipher {
  const words = secrets.split(',').map((each) => each.trim());
  const keys = words.map((word, at) => (word === NO_KEY && at > 0 && at === words.length - 1 ? plain() : makeKey(word)));
  return over(keys);
}

function over(keys: readonly Key[]): Cipher {
  const [newest = plain(), ...older] = keys;
  return {
    seal: (text, place) => newest.seal(text, place),
    open(text, place) {
      const name = text.startsWith(`${SEALED}.`) ? text.split('.', 2)[1] : undefined;
      const key = keys.find((each) => each.name === name);
      if (key) return key.open(text, place);
      const why = name === undefined ? 'without a key' : 'under a key that is not set';
      throw new CleanclaimError('store/no-key', `The claim was kept ${why}.`);
    },
    marks: (text) => [newest.mark(text), ...older.map((key) => key.mark(text))],
    chains: (text) => [newest.chain(text), ...older.map((key) => key.chain(text))],
  };
}

function plain(): Key {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  return { name: undefined, seal: (text) => text, open: (text) => text, mark: hash, chain: hash };
}

function makeKey(secret: string): Key {
  const master = /^[0-9a-f]{64}$/i.test(secret) ? Buffer.from(secret, 'hex') : Buffer.from(secret, 'base64');
  if (master.length !== 32) throw new RangeError('each key must be 32 bytes, written as base64 or hex');
  const derive = (use: string): Buffer => Buffer.from(hkdfSync('sha256', master, '', `cleanclaim office ${use}`, 32));
  const sealing = derive('content');
  const marking = derive('patient');
  const chaining = derive('audit');
  const name = createHash('sha256').update(sealing).digest('hex').slice(0, 8);
  return {
    name,
    seal(text, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(place));
      const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [SEALED, name, Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64')].join('.');
    },
    open(text, place) {
      const bytes = Buffer.from(text.slice(text.lastIndexOf('.') + 1), 'base64');
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12), { authTagLength: 16 })
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        throw new CleanclaimError('store/damaged', 'What is stored was changed by other hands: it does not open.');
      }
    },
    mark: (text) => createHmac('sha256', marking).update(text).digest('hex'),
    chain: (text) => createHmac('sha256', chaining).update(text).digest('hex'),
  };
}
