import { createReadStream, existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** `vite dev` serves the bundled packs where the server does: at /packs. */
export function servePacks(): Plugin {
  return {
    name: 'cleanclaim-packs',
    configureServer(server) {
      server.middlewares.use('/packs', (request, response, next) => {
        const name = /^\/([a-z0-9-]+\.pack)(?:\?|$)/.exec(request.url ?? '')?.[1];
        const path = name && fileURLToPath(new URL(`../../data/packs/${name}`, import.meta.url));
        if (!path || !existsSync(path)) return next();
        response.setHeader('content-type', 'application/octet-stream');
        response.setHeader('content-length', statSync(path).size);
        createReadStream(path).pipe(response);
      });
    },
  };
}
