/**
 * Keeps the page and the packs, so that look-up, search and the claim bench work with the server stopped. Claims never
 * pass through here: nothing but GETs of our own files is touched.
 */
declare const self: ServiceWorkerGlobalScope;
declare const __FILES__: readonly string[];
declare const __VERSION__: string;

/** Files of this build, filled in by build/precache.ts. */
const FILES = __FILES__;
const SHELL = `shell-${__VERSION__}`;
const PACKS = 'packs';
const PACK_FILES = ['/packs/icd10cm.pack', '/packs/place-of-service.pack'];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(FILES.map((url) => new Request(url, { cache: 'reload' }))))
      .then(keepPacks)
      .then(() => self.skipWaiting()),
  );
});

/** The packs were fetched before this worker was there: from the browser's own cache they come without a second download. */
async function keepPacks(): Promise<void> {
  const cache = await caches.open(PACKS);
  for (const url of PACK_FILES) if (!(await cache.match(url))) await cache.add(url).catch(() => undefined);
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELL && name !== PACKS).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/packs/')) event.respondWith(pack(event));
  else if (request.mode === 'navigate' && isPage(url.pathname)) event.respondWith(page(request));
  else if (FILES.includes(url.pathname)) event.respondWith(file(url.pathname, request));
});

/** Addresses of the page itself; everything else at the server (its API, /metrics, …) is not ours to answer. */
function isPage(path: string): boolean {
  return path === '/' || /^\/(?:icd10cm|icd10pcs|index|chapters|claim|payments|worklist|em|statistics|apart|changes)(?:\/|$)/.test(path);
}

/** The page from the server when it answers, so that a new build is seen at once; the kept one when it does not. */
async function page(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok) return answer;
  } catch {
    // The server is stopped: that is what the kept page is for.
  }
  return (await caches.match('/', { cacheName: SHELL })) ?? Response.error();
}

async function file(path: string, request: Request): Promise<Response> {
  return (await caches.match(path, { cacheName: SHELL })) ?? fetch(request);
}

/** The kept pack at once; the server is asked in the background whether it has a newer one, for the next visit. */
async function pack(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(PACKS);
  const kept = await cache.match(event.request);
  const renew = async (): Promise<Response> => {
    const answer = await fetch(event.request, { cache: 'no-cache' });
    if (answer.ok && answer.status === 200) await cache.put(event.request, answer.clone());
    return answer;
  };
  if (!kept) return renew();
  event.waitUntil(renew().catch(() => undefined));
  return kept;
}
