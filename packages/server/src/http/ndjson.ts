import { setImmediate } from 'node:timers/promises';
import { type Failure, failure } from '@cleanclaim/core';
import type { Limits } from './limits.ts';
import { nextPart } from './next-part.ts';

/** Stands in the place of a line that could not be answered; the rest goes on. */
export interface Unanswered {
  readonly line: number;
  readonly input: string;
  readonly error: Failure;
}

/**
 * Answers one line after another as they come, in order: one JSON object a line in, one out. Memory stays flat, and a
 * slow reader slows the upload. Between pieces other requests get their turn. `end` is called once, however it ends.
 */
export function answerLines(
  body: ReadableStream<Uint8Array>,
  answer: (text: string, line: number) => object | Promise<object>,
  limits: Limits,
  end: () => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const encoder = new TextEncoder();
  const lines = new LineReader(limits.line);
  const write = async (found: readonly FoundLine[]): Promise<string> => {
    let text = '';
    for (const line of found) {
      const answered = line.tooLong ? longLine(line.text, line.number, limits) : answer(line.text, line.number);
      text += `${JSON.stringify(answered instanceof Promise ? await answered : answered)}\n`;
    }
    return text;
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        for (;;) {
          const part = await nextPart(reader, limits.idleTime);
          if (part === 'silence') {
            const error = failure('http/too-slow', `Nothing came for ${limits.idleTime / 1000} seconds.`);
            controller.enqueue(encoder.encode(`${JSON.stringify({ line: lines.next, input: '', error } satisfies Unanswered)}\n`));
            await reader.cancel().catch(() => undefined);
          }
          const text = part === 'silence' ? '' : await write(part === undefined ? lines.rest() : lines.add(part));
          if (text !== '') controller.enqueue(encoder.encode(text));
          if (part === undefined || part === 'silence') {
            end();
            controller.close();
            return;
          }
          await setImmediate();
          if (text !== '') return;
        }
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    async cancel() {
      end();
      await reader.cancel().catch(() => undefined);
    },
  });
}

function longLine(text: string, line: number, limits: Limits): Unanswered {
  return { line, input: text, error: failure('input/too-long', `The line holds more than ${limits.line / 1024} kB.`) };
}

interface FoundLine {
  readonly text: string;
  readonly number: number;
  readonly tooLong: boolean;
}

/** Cuts pieces of bytes into lines. Empty lines are passed over but counted; of a line over the limit only the start is kept. */
export class LineReader {
  readonly #longest: number;
  readonly #decoder = new TextDecoder();
  #pending = '';
  #dropping = false;
  #number = 1;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** The number the next line will have, from 1. */
  get next(): number {
    return this.#number;
  }

  add(part: Uint8Array): FoundLine[] {
    const [first = '', ...others] = this.#decoder.decode(part, { stream: true }).split('\n');
    const found: FoundLine[] = [];
    this.#pending += this.#dropping ? '' : first;
    for (const other of others) {
      this.#finish(found);
      this.#pending = other;
    }
    if (this.#pending.length > this.#longest) {
      found.push({ text: this.#pending.slice(0, 200), number: this.#number, tooLong: true });
      this.#dropping = true;
      this.#pending = '';
    }
    return found;
  }

  /** What stands after the last line end. */
  rest(): FoundLine[] {
    const found: FoundLine[] = [];
    this.#pending += this.#decoder.decode();
    this.#finish(found);
    return found;
  }

  #finish(found: FoundLine[]): void {
    const text = this.#pending.trim();
    if (!this.#dropping && text !== '') found.push({ text, number: this.#number, tooLong: text.length > this.#longest });
    this.#dropping = false;
    this.#number++;
  }
}
