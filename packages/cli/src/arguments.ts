import { parseArgs } from 'node:util';
import { type Day, isDay } from '@cleanclaim/core/day';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import type { Command } from './command.ts';
import { type Flag, type Format, FORMATS, type Given } from './given.ts';

/** Flags every command takes. */
export const COMMON: readonly Flag[] = [
  {
    name: 'format',
    takes: 'text',
    value: 'table|json|ndjson|csv',
    says: 'How to write the answer; a table on a terminal, JSON when piped',
  },
  { name: 'quiet', takes: 'switch', says: 'Write no progress and no hints' },
  { name: 'no-color', takes: 'switch', says: 'Write no colours (NO_COLOR does the same)' },
  { name: 'data', takes: 'text', value: 'DIR', says: 'Folder of installed data; else CLEANCLAIM_DATA, else the XDG data folder' },
  { name: 'help', takes: 'switch', says: 'This page' },
];

/** Reads the words after the command's name. Anything the command does not know is refused, with what it does know. */
export function readArguments(command: Command, words: readonly string[]): Given {
  const flags = [...(command.flagsFor?.(words) ?? command.flags), ...COMMON];
  const { values, positionals } = parse(command, flags, words);
  const today = new Date().toISOString().slice(0, 10) as Day;
  for (const flag of flags) {
    const value = values[flag.name];
    if (typeof value !== 'string') continue;
    if (flag.takes === 'day' && !isDay(value)) throw new CleanclaimError('input/not-a-day', `--${flag.name} ${quote(value)} is not a day.`);
    if (flag.takes === 'port' && !(/^\d{1,5}$/.test(value) && Number(value) <= 65_535)) {
      throw new CleanclaimError('input/out-of-range', `--${flag.name} takes a port from 0 to 65535, not ${quote(value)}.`);
    }
    if (flag.takes === 'number' && !/^[1-9]\d{0,5}$/.test(value)) {
      throw new CleanclaimError('input/out-of-range', `--${flag.name} takes a whole number from 1 to 999999, not ${quote(value)}.`);
    }
  }
  if (values['help'] !== true) {
    if (positionals.length < command.atLeast)
      throw new CleanclaimError('usage/missing-argument', `Write: cleanclaim ${command.name} ${command.usage}`);
    if (command.atMost !== undefined && positionals.length > command.atMost) {
      throw new CleanclaimError(
        'usage/unknown-flag',
        `One word too many: ${quote(positionals[command.atMost] ?? '')}. Write: cleanclaim ${command.name} ${command.usage}`,
      );
    }
  }
  const on = values['on'];
  return {
    words: positionals,
    flags: values,
    format: formatOf(command, values['format']),
    on: typeof on === 'string' && isDay(on) ? on : today,
    today,
  };
}

function parse(command: Command, flags: readonly Flag[], words: readonly string[]) {
  const options = Object.fromEntries(
    flags.map((flag) => [flag.name, { type: flag.takes === 'switch' ? ('boolean' as const) : ('string' as const) }]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('.')[0] ?? '') : '';
    const known = flags.map((flag) => `--${flag.name}`).join(' ');
    throw new CleanclaimError('usage/unknown-flag', `${why}. ${command.name} takes ${known}.`);
  }
}

function formatOf(command: Command, format: string | boolean | undefined): Format {
  if (format === undefined) return process.stdout.isTTY ? 'table' : 'json';
  const known = FORMATS.find((each) => each === format);
  if (!known || (known === 'csv' && !command.csv)) {
    throw new CleanclaimError(
      'usage/unknown-flag',
      `--format takes ${FORMATS.filter((each) => each !== 'csv' || command.csv).join(', ')} here, not ${quote(String(format))}.`,
    );
  }
  return known;
}
