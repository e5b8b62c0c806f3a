import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { PARTIES, type Parties, type Party, type WriteOptions, type WrittenX12, writeJson } from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import { readText } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output, worstExit } from '../output.ts';
import { momentNow } from './moment.ts';

const FLAGS: Readonly<Record<Party, string>> = {
  sender: 'sender',
  senderName: 'sender-name',
  contact: 'contact',
  phone: 'phone',
  receiver: 'receiver',
  receiverName: 'receiver-name',
};

/**
 * JSON as `x12 json` writes it goes back to X12 byte for byte; claims of our own model become 837P, 837I and 837D, small
 * forms become a 270, 276 or 278, and the file is checked before it leaves: exit 1 when it has errors.
 */
export async function jsonToFiles(paths: readonly string[], given: Given, output: Output): Promise<number> {
  const statuses: number[] = [EXIT.fine];
  for (const path of paths) {
    const written = writeJson(parse(path, await readText(path)), optionsOf(given));
    await writeBytes(written.bytes, output);
    statuses.push(tell(written, output));
  }
  return worstExit(statuses);
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CleanclaimError('input/not-json', `${path === '-' ? 'Standard input' : quote(path)} is not JSON.`);
  }
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
function tell({ findings, errors }: WrittenX12, output: Output): number {
  const worst = findings.filter(({ severity }) => severity === 'error');
  for (const { message, fix, where } of worst.slice(0, 20)) output.hint(`segment ${where.segmentNumber}: ${message} ${fix}`);
  if (errors > 0) output.hint(`The file has ${errors} error${errors === 1 ? '' : 's'}: add what is missing before sending it.`);
  return errors > 0 ? EXIT.finding : EXIT.fine;
}

/** Bytes to standard output, whole: they are no text that may be recoded. */
async function writeBytes(bytes: Uint8Array, output: Output): Promise<void> {
  await output.flush();
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
