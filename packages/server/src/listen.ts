import { createServer as createHttps } from 'node:https';
import { duplexPair } from 'node:stream';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { setTimeout as wait } from 'node:timers/promises';
import type { App } from './app.ts';
import type { Log } from './log.ts';
import { askInside } from './ask-inside.ts';

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  /** PEM texts; without them the server speaks plain HTTP. */
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly log: Log;
  /** Other times against slow callers; set in tests. */
  readonly times?: Partial<typeof TIMES>;
}

export interface Running {
  readonly port: number;
  readonly url: string;
  /** Asks what warms search and the way to it up, over a connection within the process; about a second and a half. Ends early when told to stop. */
  warmUp(): Promise<void>;
  /** Takes no new connections, lets what is under way end for up to `grace` milliseconds, then closes. */
  stop(grace?: number): Promise<void>;
}

/**
 * Times in milliseconds against callers that send or read slowly. A stream may last long, so the time for a whole
 * request is wide here; a body that is read whole has its own, shorter one (limits.ts).
 */
const TIMES = { headersTimeout: 10_000, requestTimeout: 3_600_000, keepAliveTimeout: 15_000, connectionsCheckingInterval: 2_000 };
const SILENT_SOCKET = 60_000;
const MAX_CONNECTIONS = 2_000;

/** Opens the port. Rejects with the system's error when it cannot (a port in use, a host that is not here). */
export async function listen(app: App, { port, host, tls, log, times }: ListenOptions): Promise<Running> {
  const [inside, own] = duplexPair();
  const fetch = (request: Request, { incoming }: { incoming: { socket: unknown } }) => app.fetch(request, { own: incoming.socket === own });
  const serverOptions = { ...TIMES, ...times, maxHeaderSize: 16 * 1024 };
  const server = tls
    ? createAdaptorServer({ fetch, createServer: createHttps, serverOptions: { ...serverOptions, ...tls } })
    : createAdaptorServer({ fetch, serverOptions });
  if (!('closeIdleConnections' in server)) throw new Error('An HTTP/1.1 server was expected.');
  server.maxConnections = MAX_CONNECTIONS;
  server.setTimeout(SILENT_SOCKET);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const at = (server.address() as AddressInfo).port;
  const url = `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${at}`;
  log({ event: 'listening', address: url });
  let stopped: Promise<void> | undefined;
  return {
    port: at,
    url,
    async warmUp() {
      const texts = await app.warmUp();
      if (stopped) return;
      server.emit(tls ? 'secureConnection' : 'connection', own);
      await askInside(
        inside,
        texts.map((text) => `/v1/suggest?q=${encodeURIComponent(text)}`),
        () => stopped !== undefined,
      );
    },
    stop(grace = 10_000) {
      stopped ??= (async () => {
        log({ event: 'stopping' });
        app.stopping();
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        server.closeIdleConnections();
        await Promise.race([closed, wait(grace, undefined, { ref: false })]);
        await app.close();
        server.closeAllConnections();
        await closed;
        log({ event: 'stopped' });
      })();
      return stopped;
    },
  };
}
