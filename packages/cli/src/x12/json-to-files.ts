import { type Claim, isFailure, parseClaim, parseJson } from '@cleanclaim/core';
import { CleanclaimError, isCleanclaimError, quote } from '@cleanclaim/core/errors';
import {
  ClaimFileWriter,
  isRequest,
  PARTIES,
  type Parties,
  type Party,
  type WriteOptions,
  type WrittenX12,
  writeJson,
} from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import { MAX_LINE, type TextLine } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { OutFile } from '../out-file.ts';
import { EXIT, type Output, worstExit } from '../output.ts';
import { openJson } from './json-source.ts';
import { momentNow } from './moment.ts';

const FLAGS: Readonly<Record<Party, string>> = {
  sender: 'sender',
  senderName: 'sender-name',
  contact: 'contact',
  phone: 'phone',
  receiver: 'receiver',
  receiverName: 'receiver-name',
};

type Checked = Pick<WrittenX12, 'findings' | 'errors'>;

/** Where what is written goes. */
interface Target {
  put(bytes: Uint8Array): void;
  /** Waits until what was put has gone, so that no more is held than a set of claims. */
  settle(): Promise<void>;
}

/**
 * JSON as `x12 json` writes it goes back to X12 byte for byte; claims of our own model become 837P, 837I and 837D, small
 * forms become a 270, 276 or 278, and the file is checked while it is written: exit 1 when it has errors. Claims that
 * come one a line are written as they come. With --out the file is there whole or not at all.
 */
export async function jsonToFiles(paths: readonly string[], given: Given, output: Output): Promise<number> {
  const { out, overwrite } = given.flags;
  if (typeof out !== 'string') return await writeAll(paths, given, output, standardOutput(output));
  const file = new OutFile(out, overwrite === true);
  try {
    const target: Target = { put: (bytes) => file.writeBytes(bytes), settle: async () => {} };
    const status = await writeAll(paths, given, output, target);
    file.keep();
    return status;
  } finally {
    file.drop();
  }
}

function standardOutput(output: Output): Target {
  return {
    // A copy: the writer goes on in the same bytes before they have gone.
    put: (bytes) => void output.bytes(bytes.slice()),
    settle: () => output.flush(),
  };
}

async function writeAll(paths: readonly string[], given: Given, output: Output, target: Target): Promise<number> {
  const statuses: number[] = [EXIT.fine];
  for (const path of paths) {
    const source = await openJson(path);
    const options = optionsOf(given);
    if (source.is === 'lines' && isClaim(source.first)) statuses.push(tell(await writeLines(path, source.lines, options, target), output));
    else {
      const written = writeJson(source.is === 'whole' ? source.value : await valuesOf(path, source.lines), options);
      target.put(written.bytes);
      await target.settle();
      statuses.push(tell(written, output));
    }
  }
  return worstExit(statuses);
}

/** Requests and trees are told by a field of theirs. */
function isClaim(value: object): boolean {
  return !isRequest(value) && !('x12' in value);
}

/** Claims one a line, written as they come; a line that is no claim, or that no 837 can hold, ends the file. */
async function writeLines(path: string, lines: AsyncIterable<TextLine[]>, options: WriteOptions, target: Target): Promise<Checked> {
  const writer = new ClaimFileWriter(options, target.put);
  for await (const batch of lines) {
    for (const line of batch) {
      try {
        writer.add(claimOf(line));
      } catch (error) {
        throw isCleanclaimError(error) ? inLine(error, path, line) : error;
      }
    }
    await target.settle();
  }
  const checked = writer.end();
  await target.settle();
  return checked;
}

function claimOf({ text, tooLong }: TextLine): Claim {
  if (tooLong) throw tooLongLine();
  const read = parseClaim(text.replace(/^\ufeff/, ''));
  if (isFailure(read)) throw new CleanclaimError(read.code, read.message, read.path);
  return read.claim;
}

/** The same, with the line it is about; wrong use of the command is about no line. */
function inLine({ failure }: CleanclaimError, path: string, { number }: TextLine): CleanclaimError {
  const { code, message, path: at } = failure;
  if (code.startsWith('usage/')) return new CleanclaimError(code, message, at);
  return new CleanclaimError(code, `Line ${number} of ${path === '-' ? 'standard input' : quote(path)}: ${message}`, at);
}

/** Values one a line: a list, or the one there is. */
async function valuesOf(path: string, lines: AsyncIterable<TextLine[]>): Promise<unknown> {
  const values: unknown[] = [];
  for await (const batch of lines) {
    for (const line of batch) {
      const read = line.tooLong ? undefined : parseJson(line.text.replace(/^\ufeff/, ''));
      if (!read) throw inLine(tooLongLine(), path, line);
      if (!read.ok) throw inLine(new CleanclaimError(read.failure.code, read.failure.message, read.failure.path), path, line);
      values.push(read.value);
    }
  }
  return values.length === 1 ? values[0] : values;
}

function tooLongLine(): CleanclaimError {
  return new CleanclaimError('input/too-long', `It holds more than ${MAX_LINE / 1024 / 1024} MB.`);
}

function optionsOf(given: Given): WriteOptions {
  const said = PARTIES.flatMap((party) => {
    const value = given.flags[FLAGS[party]];
    return typeof value === 'string' ? [[party, value]] : [];
  });
  return {
    parties: Object.fromEntries(said) as Parties,
    moment: momentNow(),
    control: Number(given.flags['control'] ?? 1),
    test: given.flags['test'] === true,
    // Opened only when what was written is checked.
    get data() {
      return openData(given);
    },
    missing: (party) => new CleanclaimError('usage/missing-argument', `Claims are written for someone: --${FLAGS[party]} is missing.`),
  };
}

/** What the check finds in what was written, on standard error. */
function tell({ findings, errors }: Checked, output: Output): number {
  const worst = findings.filter(({ severity }) => severity === 'error');
  for (const { message, fix, where } of worst.slice(0, 20)) output.hint(`segment ${where.segmentNumber}: ${message} ${fix}`);
  if (errors > 0) output.hint(`The file has ${errors} error${errors === 1 ? '' : 's'}: add what is missing before sending it.`);
  return errors > 0 ? EXIT.finding : EXIT.fine;
}
