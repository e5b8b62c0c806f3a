import type { Duplex } from 'node:stream';

/**
 * Asks paths one after another over one end of a connection whose other end a server was handed: bytes of HTTP go all
 * the way through it, and none through the network. Ends when all are answered, the server closes, or `isOver` says so.
 */
export function askInside(connection: Duplex, paths: readonly string[], isOver: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    let at = 0;
    let pending = '';
    const ask = (): void => {
      const path = isOver() ? undefined : paths[at++];
      if (path === undefined) connection.end();
      else connection.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
    };
    connection.on('data', (part: Buffer) => {
      pending += part.toString('latin1');
      const head = pending.indexOf('\r\n\r\n');
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(pending.slice(0, head))?.[1] ?? 0);
      if (head < 0 || pending.length < head + 4 + length) return;
      pending = '';
      ask();
    });
    connection.on('error', () => resolve());
    connection.on('close', () => resolve());
    ask();
  });
}
