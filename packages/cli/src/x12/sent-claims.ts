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
    const wrong = sent.addJson(Buffer.concat(parts).toString('utf8'));
    if (wrong) throw new CleanclaimError(wrong.code, `${quote(path)}: ${wrong.message}`, wrong.path);
  }
  if (sent.count === 0) throw new CleanclaimError('input/unsupported-format', `${quote(path)} holds no claim that can be read.`);
  return sent;
}
