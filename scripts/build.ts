/**
 * `npm run build`: each package to JavaScript with types (tsc), then the command line to its bundle and the page to its
 * files. `--bundle-only` (on install) makes just the bundle and the page, which is all that `npx cleanclaim` needs.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

if (!process.argv.includes('--bundle-only')) {
  for (const folder of ['packages/core', 'packages/data', 'rules']) {
    const source = existsSync(`${root}${folder}/src`) ? 'src' : '.';
    rmSync(`${root}${folder}/dist`, { recursive: true, force: true });
    const config = `${root}${folder}/tsconfig.build.json`;
    writeFileSync(
      config,
      JSON.stringify({
        extends: '../'.repeat(folder.split('/').length) + 'tsconfig.json',
        compilerOptions: {
          noEmit: false,
          allowImportingTsExtensions: false,
          declaration: true,
          outDir: 'dist',
          rootDir: source,
          customConditions: [],
        },
        include: [source],
        exclude: ['dist', '**/*.test.ts'],
      }),
    );
    try {
      execFileSync(`${root}node_modules/.bin/tsc`, ['-p', config], { stdio: 'inherit' });
    } finally {
      rmSync(config, { force: true });
    }
  }
}

// Each command is a bundle of its own that `main` loads by name: a look-up reads two small files and never meets the rules.
const source = `${root}packages/cli/src`;
const outdir = `${root}packages/cli/dist`;
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: ['main.ts', 'help.ts', 'check-worker.ts', ...readdirSync(`${source}/commands`).map((name) => `commands/${name}`)].map(
    (name) => `${source}/${name}`,
  ),
  outdir,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['@cleanclaim/source'],
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
  plugins: [
    {
      name: 'load-commands-by-name',
      setup({ onResolve }) {
        onResolve({ filter: /^\.\/(?:commands\/.*|help)\.ts$/ }, ({ path, kind }) =>
          kind === 'dynamic-import' ? { path: path.replace(/ts$/, 'js'), external: true } : undefined,
        );
      },
    },
  ],
});

// The page, into the server package. Vite is a tool of development: an install without those has the page built already.
const vite = `${root}node_modules/.bin/vite`;
if (existsSync(vite)) {
  // NODE_ENV decides between a page for users and one for developers; whoever calls this wants the first.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(vite, ['build', '--logLevel', 'warn'], { cwd: `${root}packages/web`, stdio: 'inherit', env });
}
