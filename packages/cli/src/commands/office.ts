import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { isDay } from '@cleanclaim/core/day';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import type { Role, Store } from '@cleanclaim/server';
import type { Given } from '../given.ts';
import type { Command } from '../command.ts';
import { DATABASE, openNeededOffice, personHere } from '../office.ts';
import { EXIT, type Output } from '../output.ts';

const ROLES: readonly Role[] = ['read', 'bill', 'admin'];

const command: Command = {
  name: 'office',
  usage: 'backup FILE | restore FILE | erase CLAIM | erase --before DATE | reseal | audit | token add|remove|list [NAME]',
  says: 'Look after the claims an office keeps: backup, erasing, audit, tokens',
  flags: [
    DATABASE,
    { name: 'before', takes: 'day', value: 'DATE', says: 'Erase paid and denied claims last changed before DATE' },
    { name: 'role', takes: 'text', value: 'read|bill|admin', says: 'What a new token may do (read)' },
  ],
  examples: [
    ['cleanclaim office backup office.ndjson --database office.sqlite', 'Write everything kept to a new file'],
    ['cleanclaim office token add front-desk --role bill --database office.sqlite', 'Make a token; it is shown once'],
    ['cleanclaim office audit --database office.sqlite', 'Check that the audit is whole'],
  ],
  atLeast: 1,
  atMost: 3,
  async run(given, output) {
    const [action = ''] = given.words;
    const work = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!work) throw new CleanclaimError('usage/unknown-command', `office knows ${Object.keys(ACTIONS).join(', ')}, not ${quote(action)}.`);
    const store = await openNeededOffice(given);
    try {
      return await work(store, given, output);
    } finally {
      await store.close();
    }
  },
};
export default command;

type Work = (store: Store, given: Given, output: Output) => Promise<number>;

const ACTIONS: Readonly<Record<string, Work>> = {
  async backup(store, given, output) {
    const path = word(given, 1, 'the file to write');
    const part = `${path}.part`;
    const file = await open(part, 'wx', 0o600).catch(() => {
      throw new CleanclaimError('usage/unreadable-file', `${quote(part)} cannot be written, or is there already.`);
    });
    let rows = 0;
    try {
      for await (const line of store.backup(personHere())) {
        await file.write(line);
        rows++;
      }
      await file.sync();
      await file.close();
      await rename(part, path);
    } catch (error) {
      await file.close().catch(() => undefined);
      await rm(part, { force: true });
      throw error;
    }
    output.single({ file: path, rows: rows - 2 }, () => `${rows - 2} rows written to ${path}.`);
    return EXIT.fine;
  },

  async restore(store, given, output) {
    const path = word(given, 1, 'the file to read');
    const stream = createReadStream(path);
    stream.on('error', () => undefined);
    try {
      await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject));
    } catch {
      throw new CleanclaimError('usage/unreadable-file', `${quote(path)} cannot be read.`);
    }
    const rows = await store.restore(createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }), personHere());
    output.single({ rows }, () => `${rows} rows restored.`);
    return EXIT.fine;
  },

  async erase(store, given, output) {
    const before = given.flags['before'];
    if (isDay(before)) {
      const erased = await store.eraseClosedBefore(before, personHere());
      output.single({ erased }, () => `${erased} paid or denied claims erased.`);
      return EXIT.fine;
    }
    const id = word(given, 1, 'the id of the claim, or --before DATE');
    await store.erase(id, personHere());
    output.single({ erased: 1 }, () => `Erased ${id} and its reports.`);
    return EXIT.fine;
  },

  async reseal(store, _, output) {
    const resealed = await store.reseal(personHere());
    output.single({ resealed }, () => `${resealed} claims sealed under the newest key.`);
    return EXIT.fine;
  },

  async audit(store, _, output) {
    const checked = await store.checkAudit();
    output.single(checked, () =>
      checked.holds
        ? `The audit is whole: ${checked.entries} entries, ending in ${checked.end || 'nothing'}.`
        : `The audit is broken at entry ${checked.brokenAt}.`,
    );
    return checked.holds ? EXIT.fine : EXIT.finding;
  },

  async token(store, given, output) {
    const action = word(given, 1, 'add, remove or list');
    if (action === 'list') {
      const tokens = await store.tokens();
      if (output.format === 'table') output.text(tokens.map(({ name, role }) => `${name}  ${role}`).join('\n') || 'No tokens.');
      else {
        for (const { name, role } of tokens) output.answer({ name, role }, () => '');
        output.end();
      }
      return EXIT.fine;
    }
    const name = word(given, 2, 'the name of the token');
    if (!/^[\w.@ -]{1,60}$/.test(name))
      throw new CleanclaimError('input/invalid', 'A name holds up to 60 letters, digits, spaces and .@_-.');
    if (action === 'remove') {
      const removed = await store.removeToken(name, personHere());
      output.single({ removed }, () =>
        removed ? `Removed ${name}; a running server forgets it within seconds.` : `There is no token ${name}.`,
      );
      return removed ? EXIT.fine : EXIT.finding;
    }
    if (action !== 'add') throw new CleanclaimError('usage/unknown-command', `token knows add, remove and list, not ${quote(action)}.`);
    const role = ROLES.find((each) => each === (given.flags['role'] ?? 'read'));
    if (!role) throw new CleanclaimError('usage/unknown-flag', `--role takes ${ROLES.join(', ')}.`);
    const token = randomBytes(32).toString('base64url');
    await store.addToken(name, role, token, personHere());
    output.single({ name, role, token }, () => `${token}\nThis is the only time it is shown. ${name} may ${role}.`);
    return EXIT.fine;
  },
};

function word({ words }: Given, at: number, what: string): string {
  const found = words[at];
  if (found === undefined) throw new CleanclaimError('usage/missing-argument', `Name ${what}: cleanclaim office ${command.usage}`);
  return found;
}
