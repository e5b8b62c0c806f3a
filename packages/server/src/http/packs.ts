import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Data, type Pack, quote } from '@cleanclaim/core';
import type { Hono } from 'hono';
import type { Carried } from './envelope.ts';
import { type RouteParts, unchanged } from './operation-route.ts';
import { HttpFailure, methodNotAllowed } from './problem.ts';

/**
 * The installed packs as they are, so that the page answers by itself, also without the server. They hold published data
 * only and need no token. `/packs/icd10cm.pack` is tagged by its own digest.
 */
export function addPacks(app: Hono<Carried>, { service }: RouteParts): void {
  const small = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  app.all('/packs/:name', async (c) => {
    c.set('route', 'packs');
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw methodNotAllowed('GET, HEAD');
    const name = c.req.param('name');
    const pack = packsOf(service.data).find((each) => `${each.header.id}.pack` === name);
    if (!pack) throw new HttpFailure('http/not-found', `No pack is called ${quote(name)}.`);
    const headers = { ETag: `W/"${pack.digest}"`, 'Cache-Control': 'public, no-cache', Vary: 'Accept-Encoding' };
    const same = unchanged(c, headers);
    if (same) return same;
    const packed = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
    let bytes: Uint8Array<ArrayBuffer> = new Uint8Array();
    if (packed) {
      // Packed once, off the main thread, and kept.
      const made = small.get(pack.digest) ?? promisify(gzip)(pack.whole(), { level: 6 }).then((buffer) => new Uint8Array(buffer));
      small.set(pack.digest, made);
      bytes = await made;
    } else bytes = new Uint8Array(pack.whole());
    return c.body(bytes, 200, {
      ...headers,
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(bytes.length),
      ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
    });
  });
}

function packsOf(data: Data): Pack[] {
  return [data.icd10cmTable()?.pack, data.placeOfService()?.pack].filter((pack) => pack !== undefined);
}
