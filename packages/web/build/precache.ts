import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Tells the service worker which files belong to this build, so that the page works with the server stopped. The
 * version is the digest of their names and content: a new build is a new cache.
 */
export function precache(): Plugin {
  return {
    name: 'cleanclaim-precache',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') throw new Error('the build has no sw.js');
        const files = Object.keys(bundle)
          .filter((name) => name !== 'sw.js' && name !== 'index.html' && !name.endsWith('.map'))
          .toSorted();
        const digest = createHash('sha256');
        for (const name of [...files, 'index.html']) {
          const file = bundle[name];
          digest.update(name).update(file?.type === 'chunk' ? file.code : (file?.source ?? ''));
        }
        const urls = ['/', ...files.map((name) => `/${name}`), '/icon.svg', '/manifest.webmanifest', '/pressable.css'];
        worker.code = worker.code
          .replaceAll('__FILES__', JSON.stringify(urls))
          .replaceAll('__VERSION__', JSON.stringify(digest.digest('hex').slice(0, 16)));
      },
    },
  };
}
