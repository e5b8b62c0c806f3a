import { connect, type Socket } from 'node:net';

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** Answers that were not 200. */
  readonly refused: number;
  /** Milliseconds from the first byte sent to the last received, sorted. */
  readonly latencies: Float64Array;
}

/**
 * Sends requests over keep-alive connections of this machine, one at a time on each, and times each. It writes ready
 * bytes to plain sockets and reads no more than the head and length of an answer, so that its own work stays small
 * beside the server's.
 */
export async function load(port: number, requests: readonly Buffer[], connections: number): Promise<LoadResult> {
  const latencies = new Float64Array(requests.length);
  let next = 0;
  let refused = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      const answers = new Answers(socket);
      for (let at = next++; at < requests.length; at = next++) {
        const before = performance.now();
        socket.write(requests[at] ?? '');
        if ((await answers.next()) !== 200) refused++;
        latencies[at] = performance.now() - before;
      }
      socket.destroy();
    }),
  );
  return { requests: requests.length, seconds: (performance.now() - start) / 1000, refused, latencies: latencies.sort() };
}

export function percentile({ latencies }: LoadResult, part: number): number {
  return latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))] ?? Number.NaN;
}

/** The answers of one connection, by their Content-Length. */
class Answers {
  #pending: Buffer = Buffer.alloc(0);
  #wake: ((status: number) => void) | undefined;
  #fail: ((error: Error) => void) | undefined;

  constructor(socket: Socket) {
    socket.on('data', (part: Buffer) => {
      this.#pending = this.#pending.length === 0 ? part : Buffer.concat([this.#pending, part]);
      this.#settle();
    });
    socket.on('error', (error) => this.#fail?.(error));
    socket.on('close', () => this.#fail?.(new Error('the server closed the connection')));
  }

  next(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#wake = resolve;
      this.#fail = reject;
    });
  }

  #settle(): void {
    const head = this.#pending.indexOf('\r\n\r\n');
    if (head < 0) return;
    const text = this.#pending.toString('latin1', 0, head);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) return void this.#fail?.(new Error('an answer without Content-Length'));
    const end = head + 4 + length;
    if (this.#pending.length < end) return;
    this.#pending = this.#pending.subarray(end);
    this.#wake?.(Number(text.slice(9, 12)));
  }
}
