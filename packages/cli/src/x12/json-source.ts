import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { linesOf, MAX_LINE, readBytes, type TextLine, textOf } from '../inputs.ts';

/** A file of JSON whose beginning has told what it is: one object a line, the first of which is here, or one value. */
export type JsonSource =
  | { readonly is: 'lines'; readonly first: object; readonly lines: AsyncIterable<TextLine[]> }
  | { readonly is: 'whole'; readonly value: unknown };

/**
 * Opens a file of JSON, or standard input for `-`. Where its first line is an object of its own, its lines come as they
 * are read, memory flat however many; anything else is read whole.
 */
export async function openJson(path: string): Promise<JsonSource> {
  const source = readBytes(path);
  const held: Buffer[] = [];
  let line: string | undefined;
  for (let size = 0; line === undefined && size <= MAX_LINE; ) {
    const { value } = await source.next();
    if (!value) break;
    held.push(value);
    size += value.length;
    if (value.includes(NEW_LINE)) line = firstLine(Buffer.concat(held));
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield* held.splice(0);
    yield* source;
  }
  const first = line === undefined ? undefined : parsed(line);
  if (typeof first === 'object' && first !== null && !Array.isArray(first)) return { is: 'lines', first, lines: linesOf(all()) };
  return { is: 'whole', value: parseJsonOf(path, await textOf(path, all())) };
}

const NEW_LINE = 10;

/** The first line that is not blank, once its end has come. */
function firstLine(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8').replace(/^\ufeff?\s*/, '');
  const end = text.indexOf('\n');
  return end < 0 ? undefined : text.slice(0, end);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseJsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CleanclaimError('input/not-json', `${path === '-' ? 'Standard input' : quote(path)} is not JSON.`);
  }
}
