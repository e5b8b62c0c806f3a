import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import type { Carried } from './envelope.ts';
import { HttpFailure, methodNotAllowed } from './problem.ts';
import { PAGE_POLICY } from './security.ts';

/** Where the build of the web page puts its files: found through the package's own name, in a checkout, a package and a bundle alike. */
export function pageFolder(): string {
  return join(dirname(fileURLToPath(import.meta.resolve('@cleanclaim/server/package.json'))), 'public');
}

/**
 * Serves the page's files, and the page itself for every path that is no file: `/icd10cm/E11.22?on=2026-03-04` can be
 * kept and sent. Where the page was not built, a path gives `http/not-found` and `/` says what is here.
 */
export function addPage(app: Hono<Carried>, folder: string): void {
  const index = join(folder, 'index.html');
  const page = existsSync(index) ? readFileSync(index, 'utf8') : undefined;
  const policy = (c: Context): void => c.header('Content-Security-Policy', PAGE_POLICY);
  if (page !== undefined) {
    app.use(
      serveStatic({
        root: folder,
        precompressed: true,
        onFound: (path, c) => {
          policy(c);
          // The build writes a digest into the names under assets/; other files keep their name when they change.
          c.header('Cache-Control', path.startsWith(join(folder, 'assets/')) ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      }),
    );
  }
  app.all('*', (c) => {
    const { path, method } = c.req;
    c.set('route', 'page');
    // A path with a file's ending that is no file, and what looks like the interface, is a mistake and not a page.
    const last = path.slice(path.lastIndexOf('/') + 1);
    const isPage =
      page !== undefined
        ? !/^\/(?:v1|mcp|fhir|assets)(?:\/|$)/.test(path) && !/\.(?:js|css|map|json|html|svg|png|ico|pack|webmanifest|woff2)$/i.test(last)
        : path === '/';
    if (!isPage) {
      const why = page === undefined ? 'There is nothing at this path (the web page is not built here).' : 'There is nothing at this path.';
      throw new HttpFailure('http/not-found', why);
    }
    if (method !== 'GET' && method !== 'HEAD') throw methodNotAllowed('GET, HEAD');
    policy(c);
    c.header('Cache-Control', 'no-cache');
    return c.html(page ?? NO_PAGE);
  });
}

const NO_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Cleanclaim</title></head>
<body><h1>Cleanclaim</h1>
<p>The web page is not built here (<code>npm run build -w packages/web</code> builds it). The interface is:</p>
<ul><li><a href="/openapi.json">/openapi.json</a></li><li><a href="/v1/codes.lookup?code=E11.9">/v1/codes.lookup?code=E11.9</a></li>
<li><a href="/v1/suggest?q=diabetes">/v1/suggest?q=diabetes</a></li><li><a href="/health">/health</a></li></ul></body></html>
`;
