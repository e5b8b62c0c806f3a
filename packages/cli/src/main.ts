import { CleanclaimError, type Failure, isCleanclaimError } from '@cleanclaim/core/errors';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { readArguments } from './arguments.ts';
import { EXIT, Output } from './output.ts';

/**
 * Runs one command line and returns its exit status: 0 nothing wrong, 1 a finding or a code that may not be billed,
 * 2 wrong use, 3 no data to answer from. Only what the command needs is loaded.
 */
export async function main(words: readonly string[]): Promise<number> {
  const output = new Output(process.stdout, process.stderr);
  try {
    const status = await run(words, output);
    await output.flush();
    output.tellUnread();
    return status;
  } catch (error) {
    // What was answered before the failure stays answered.
    await output.flush().catch(() => undefined);
    return report(error, output);
  }
}

async function run(words: readonly string[], output: Output): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const { overview } = await import('./help.ts');
    output.text(await overview(rest[0]));
    return name === undefined ? EXIT.usage : EXIT.fine;
  }
  if (name === '--version' || name === '-V') {
    const { version } = await import('./help.ts');
    output.text(version());
    return EXIT.fine;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name as keyof typeof COMMANDS] : undefined;
  if (!load) throw new CleanclaimError('usage/unknown-command', `There is no command ${JSON.stringify(name.slice(0, 40))}.`);
  const command: Command = (await load()).default;
  const given = readArguments(command, rest);
  if (given.flags['help'] === true) {
    const { help } = await import('./help.ts');
    output.text(help(command));
    return EXIT.fine;
  }
  output.use(given);
  return await command.run(given, output);
}

function report(error: unknown, output: Output): number {
  // A reader that closed its end (head, less) is no error.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return EXIT.fine;
  if (isCleanclaimError(error)) {
    output.failure(error.failure);
    return error.failure.code === 'pack/damaged' ? EXIT.noData : EXIT.usage;
  }
  const unexpected: Failure = {
    code: 'usage/unreadable-file',
    message: `Cleanclaim met something it did not foresee: ${error instanceof Error ? error.message.slice(0, 200) : 'an unknown error'}.`,
    path: '',
    recovery: 'Please report it with the command you ran (without patient data).',
  };
  output.failure(unexpected);
  return EXIT.usage;
}
