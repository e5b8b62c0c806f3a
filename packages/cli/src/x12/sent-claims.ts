import { isFailure, parseClaims } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { ClaimStream, SentClaims } from '@cleanclaim/x12';
import { lookInto } from '../inputs.ts';
import { isX12 } from '../is-x12.ts';

/** The claims of a file, an 837 or JSON as `check` takes it. */
export async function readSentClaims(path: string): Promise<SentClaims> {
  const sent = new SentClaims();
  const { first, all } = await lookInto(path);
  if (isX12(first)) {
    // What was sent is matched, not judged: `x12 check` does that.
    const stream = new ClaimStream((claim) => sent.add(claim));
    for await (const bytes of all) stream.push(bytes);
    stream.end();
  } else {
    const parts: Buffer[] = [];
    for await (const bytes of all) parts.push(bytes);
    const text = Buffer.concat(parts)
      .toString('utf8')
      .replace(/^\ufeff/, '');
    for (const read of claimsOf(text)) {
      if (isFailure(read)) throw new CleanclaimError(read.code, `${quote(path)}: ${read.message}`, read.path);
      sent.add(read.claim);
    }
  }
  if (sent.count === 0) throw new CleanclaimError('input/unsupported-format', `${quote(path)} holds no claim that can be read.`);
  return sent;
}

/** One claim, an array, or a claim a line. */
function claimsOf(text: string): ReturnType<typeof parseOne>[number][] {
  const whole = parseOne(text);
  const [first] = whole;
  if (!first || !isFailure(first) || !text.trim().includes('\n')) return whole;
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap(parseOne);
}

function parseOne(text: string) {
  const entries = parseClaims(text);
  return Array.isArray(entries) ? entries.map(({ read }) => read) : [entries];
}
