import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { precache } from './build/precache.ts';
import { servePacks } from './build/serve-packs.ts';

/** The page is built into the server package, which serves it; nothing in it is inline, so the content policy can be strict. */
export default defineConfig({
  plugins: [react(), servePacks(), precache()],
  resolve: { conditions: ['@cleanclaim/source', ...defaultClientConditions] },
  worker: { format: 'es' },
  build: {
    outDir: '../server/public',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What draws PDF and figures is large and loaded only when asked for; `bench/web.ts` holds what everybody loads.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: 'index.html', sw: 'src/service-worker/worker.ts' },
      output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
});
