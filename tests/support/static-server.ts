import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const PUBLIC = join(root, 'packages/server/public');
const PACKS = join(root, 'packages/data/packs');

/** As strict as the server's: nothing inline, nothing from elsewhere, no connection but to ourselves. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.pack': 'application/octet-stream',
};

export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built page and the packs for tests and development, as `cleanclaim serve` does: unknown paths are the page. */
export async function serveSite(port = 0): Promise<Site> {
  const compressed = new Map<string, Buffer>();
  const server: Server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = path.startsWith('/packs/') ? join(PACKS, path.slice('/packs/'.length)) : join(PUBLIC, path);
    const isFile = (file.startsWith(PUBLIC) || file.startsWith(PACKS)) && existsSync(file) && statSync(file).isFile();
    if (!isFile && (path.startsWith('/packs/') || extname(path) === '.js')) {
      response.writeHead(404).end();
      return;
    }
    const found = isFile ? file : join(PUBLIC, 'index.html');
    response.setHeader('content-type', TYPES[extname(found)] ?? 'application/octet-stream');
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('x-content-type-options', 'nosniff');
    const zip = request.headers['accept-encoding']?.includes('br') && !found.endsWith('.pack');
    if (!zip) {
      const bytes = readFileSync(found);
      response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
      return;
    }
    let bytes = compressed.get(found);
    if (!bytes)
      compressed.set(found, (bytes = brotliCompressSync(readFileSync(found), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })));
    response.writeHead(200, { 'content-encoding': 'br', 'content-length': bytes.length }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await serveSite(Number(process.argv[2] ?? 8080))).url);
