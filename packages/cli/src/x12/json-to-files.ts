import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { jsonToX12 } from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import { readText } from '../inputs.ts';
import { EXIT, type Output } from '../output.ts';

/** JSON as `x12 json` writes it, one file or a list of them, back to X12 on standard output, byte for byte. */
export async function jsonToFiles(paths: readonly string[], _given: Given, output: Output): Promise<number> {
  for (const path of paths) {
    const text = await readText(path);
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      throw new CleanclaimError('input/not-json', `${path === '-' ? 'Standard input' : quote(path)} is not JSON.`);
    }
    const parts: Uint8Array[] = [];
    for (const file of Array.isArray(parsed) ? parsed : [parsed]) jsonToX12(file, (bytes) => parts.push(bytes));
    await output.flush();
    await writeAll(Buffer.concat(parts));
  }
  return EXIT.fine;
}

/** Bytes to standard output, whole: what is written is no text that may be recoded. */
async function writeAll(bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
