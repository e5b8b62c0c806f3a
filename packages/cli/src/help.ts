import { COMMON } from './arguments.ts';
import type { Command } from './command.ts';
import type { Flag } from './given.ts';
import { COMMANDS } from './commands.ts';
import { openPacks } from '@cleanclaim/data';
import manifest from '../package.json' with { type: 'json' };

/** The page of all commands, or of one when its name follows `help`. */
export async function overview(name: string | undefined): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map(async (load): Promise<Command> => (await load()).default));
  const one = commands.find((command) => command.name === name);
  if (one) return help(one);
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'Cleanclaim checks a medical claim and explains its codes, offline, by date of service.',
    '',
    'cleanclaim COMMAND …',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.says}`),
    '',
    'cleanclaim COMMAND --help shows flags and examples; cleanclaim --version the bundled editions.',
    'Exit status: 0 nothing wrong, 1 a finding or a code that may not be billed, 2 wrong use, 3 no data to answer from.',
  ].join('\n');
}

export function help(command: Command): string {
  return [
    `cleanclaim ${command.name} ${command.usage}`,
    `  ${command.says}.`,
    '',
    'Flags:',
    ...[...command.flags, ...COMMON].map((flag) => `  ${flagText(flag).padEnd(36)} ${flag.says}`),
    '',
    'Examples:',
    ...command.examples.map(([line, says]) => `  ${line}\n      ${says}`),
  ].join('\n');
}

function flagText(flag: Flag): string {
  return `--${flag.name}${flag.takes === 'switch' ? '' : ` ${flag.value ?? flag.takes.toUpperCase()}`}`;
}

export function version(): string {
  const bundled = openPacks(undefined)
    .editions()
    .map(({ edition }) => `  ${edition.id}  ${edition.from} to ${edition.to ?? 'now'}  ${edition.title}`);
  return [`cleanclaim ${manifest.version}`, 'Bundled editions:', ...bundled].join('\n');
}
