import { type Claim, isFailure, readClaim } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { checkX12, type ClaimEnvelope, isRequest, jsonToX12, readRequest, writeClaimBytes, writeRequests } from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import { readText } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output, worstExit } from '../output.ts';
import { momentNow } from './moment.ts';

/**
 * JSON as `x12 json` writes it goes back to X12 byte for byte; claims of our own model become 837P, 837I and 837D, small
 * forms become a 270, 276 or 278, and the file is checked before it leaves: exit 1 when it has errors.
 */
export async function jsonToFiles(paths: readonly string[], given: Given, output: Output): Promise<number> {
  const statuses: number[] = [EXIT.fine];
  for (const path of paths) {
    const parsed = parse(path, await readText(path));
    const entries: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
    if (entries.some(isTree)) {
      const parts: Uint8Array[] = [];
      for (const entry of entries) jsonToX12(entry, (bytes) => parts.push(bytes));
      await writeBytes(Buffer.concat(parts), output);
    } else if (entries.some(isRequest)) {
      const requests = entries.map((entry, at) => readRequest(entry, Array.isArray(parsed) ? `/${at}` : ''));
      statuses.push(await sendBytes(Buffer.from(writeRequests(requests, envelope(given)), 'utf8'), given, output));
    } else statuses.push(await claimsToFile(entries, given, output));
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

function isTree(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'x12' in entry;
}

async function claimsToFile(entries: readonly unknown[], given: Given, output: Output): Promise<number> {
  const claims = entries.map((entry, at): Claim => {
    const read = readClaim(entry);
    if (isFailure(read)) throw new CleanclaimError(read.code, read.message, `/${at}${read.path}`);
    return read.claim;
  });
  return await sendBytes(writeClaimBytes(claims, envelope(given, partiesOf(claims))), given, output);
}

type Parties = Partial<Record<PartyFlag, string>>;
type PartyFlag = 'sender' | 'sender-name' | 'contact' | 'phone' | 'receiver' | 'receiver-name';

/**
 * Who sends and who receives when no flag says so: the billing provider and the payer, where all claims have the same.
 * What the claims do not tell stays empty, and the check after writing names it.
 */
function partiesOf(claims: readonly Claim[]): Parties {
  const billing = same(claims.map((claim) => claim.billing));
  const payer = same(claims.map((claim) => claim.payer));
  const name = textOf(billing?.name);
  return {
    ...(billing ? { sender: billing.npi ?? billing.taxId ?? '', 'sender-name': name, contact: name, phone: billing.phone ?? '' } : {}),
    ...(payer ? { receiver: payer.id ?? '', 'receiver-name': payer.name ?? '' } : {}),
  };
}

/** The one value of all; undefined when they differ or there is none. */
function same<Value>(values: readonly Value[]): Value | undefined {
  const [first] = values;
  const text = JSON.stringify(first);
  return values.every((value) => value === first || JSON.stringify(value) === text) ? first : undefined;
}

function textOf(name: unknown): string {
  if (typeof name === 'string') return name;
  const { last, first } = (name ?? {}) as { last?: unknown; first?: unknown };
  return [last, first].filter((part) => typeof part === 'string').join(' ');
}

/** The file as it is, and what the check finds in it on standard error. */
async function sendBytes(bytes: Uint8Array, given: Given, output: Output): Promise<number> {
  const errors = checkX12(bytes, { data: openData(given) }).findings.filter(({ severity }) => severity === 'error');
  await writeBytes(bytes, output);
  for (const { message, fix, where } of errors.slice(0, 20)) output.hint(`segment ${where.segmentNumber}: ${message} ${fix}`);
  if (errors.length > 0)
    output.hint(`The file has ${errors.length} error${errors.length === 1 ? '' : 's'}: add what is missing before sending it.`);
  return errors.length > 0 ? EXIT.finding : EXIT.fine;
}

function envelope(given: Given, known: Parties = {}): ClaimEnvelope {
  const flag = (name: PartyFlag): string => {
    const value = given.flags[name] ?? known[name];
    if (typeof value !== 'string' || (value === '' && (name === 'sender' || name === 'receiver' || known[name] === undefined)))
      throw new CleanclaimError('usage/missing-argument', `Claims are written for someone: --${name} is missing.`);
    return value;
  };
  return {
    sender: { id: flag('sender'), name: flag('sender-name'), contact: flag('contact'), phone: flag('phone') },
    receiver: { id: flag('receiver'), name: flag('receiver-name') },
    moment: momentNow(),
    control: Number(given.flags['control'] ?? 1),
    usage: given.flags['test'] === true ? 'T' : 'P',
  };
}

/** Bytes to standard output, whole: they are no text that may be recoded. */
async function writeBytes(bytes: Uint8Array, output: Output): Promise<void> {
  await output.flush();
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
