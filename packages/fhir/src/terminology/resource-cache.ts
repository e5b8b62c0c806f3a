import { TerminologyError } from './issues.ts';
import type { JsonObject } from './json.ts';

const MOST_CACHES = 200;
/** Characters of resources kept, in all caches together. */
const MOST_CHARACTERS = 64 * 1024 * 1024;
const IDLE_MILLISECONDS = 30 * 60_000;

interface Cache {
  readonly resources: Map<string, { readonly resource: JsonObject; readonly size: number }>;
  readonly sealed: boolean;
  used: number;
}

/**
 * Resources that a client sends once and names afterwards by the id of its cache (`$cache-control`, header
 * `X-Cache-Id`). Bounded: caches left alone for half an hour end, and the least used one ends when there are too many.
 */
export class ResourceCache {
  readonly #caches = new Map<string, Cache>();
  #size = 0;

  /** Makes a cache under an id of the server's. */
  start(id: string, resources: readonly JsonObject[], sealed: boolean, now: number): void {
    this.#endIdle(now);
    while (this.#caches.size >= MOST_CACHES) this.#endOldest();
    this.#caches.set(id, { resources: new Map(), sealed: false, used: now });
    this.add(id, resources, now);
    const made = this.#caches.get(id);
    if (made && sealed) this.#caches.set(id, { ...made, sealed });
  }

  end(id: string): void {
    const cache = this.#caches.get(id);
    if (!cache) return;
    for (const { size } of cache.resources.values()) this.#size -= size;
    this.#caches.delete(id);
  }

  /** What is known of a cache; undefined when there is none of that id. */
  status(id: string, now: number): { readonly sealed: boolean; readonly resources: number; readonly idleSeconds: number } | undefined {
    this.#endIdle(now);
    const cache = this.#caches.get(id);
    if (!cache) return undefined;
    const idleSeconds = Math.floor((now - cache.used) / 1000);
    this.#use(id, cache, now);
    return { sealed: cache.sealed, resources: cache.resources.size, idleSeconds };
  }

  /** The resources of a cache with those sent now, which a cache that is not sealed keeps. Throws TerminologyError for an id that is unknown. */
  with(id: string, resources: readonly JsonObject[], now: number): readonly JsonObject[] {
    this.#endIdle(now);
    const cache = this.#caches.get(id);
    if (!cache)
      throw new TerminologyError(
        {
          severity: 'error',
          code: 'not-found',
          detail: 'cache-id-unknown',
          message: {
            id: '',
            text: 'The cache named by X-Cache-Id is not known: it was never made here, was ended, or was left alone too long',
          },
        },
        404,
      );
    this.#use(id, cache, now);
    if (!cache.sealed) this.add(id, resources, now);
    const kept = Array.from(cache.resources.values(), ({ resource }) => resource);
    return cache.sealed ? [...kept, ...resources] : kept;
  }

  add(id: string, resources: readonly JsonObject[], now: number): void {
    const cache = this.#caches.get(id);
    if (!cache) return;
    this.#use(id, cache, now);
    for (const resource of resources) {
      const key = [resource['resourceType'], resource['url'], resource['version']].map(String).join('|');
      const text = JSON.stringify(resource);
      const known = cache.resources.get(key);
      // The same resource again keeps its object, so that what was read of it stays.
      if (known && known.size === text.length && JSON.stringify(known.resource) === text) continue;
      if (text.length > MOST_CHARACTERS / 2)
        throw new TerminologyError(
          { severity: 'error', code: 'too-costly', message: { id: '', text: 'The resource is too large to be kept' } },
          413,
        );
      if (known) this.#size -= known.size;
      cache.resources.set(key, { resource, size: text.length });
      this.#size += text.length;
    }
    while (this.#size > MOST_CHARACTERS && this.#caches.size > 1) this.#endOldest(id);
    if (this.#size > MOST_CHARACTERS) {
      this.end(id);
      throw new TerminologyError(
        { severity: 'error', code: 'too-costly', message: { id: '', text: 'The cache has grown too large and was ended' } },
        413,
      );
    }
  }

  static get idleSeconds(): number {
    return IDLE_MILLISECONDS / 1000;
  }

  #use(id: string, cache: Cache, now: number): void {
    cache.used = now;
    this.#caches.delete(id);
    this.#caches.set(id, cache);
  }

  #endIdle(now: number): void {
    for (const [id, { used }] of this.#caches) {
      if (now - used < IDLE_MILLISECONDS) return;
      this.end(id);
    }
  }

  #endOldest(except?: string): void {
    for (const id of this.#caches.keys()) {
      if (id === except) continue;
      this.end(id);
      return;
    }
  }
}
