/**
 * `npm run build`: each package to JavaScript with types (tsc), then the command line to its bundle.
 * `--bundle-only` (on install) makes just the bundle, which is all that `npx cleanclaim` needs.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type PluginBuild } from 'esbuild';

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
const entries = ['main.ts', 'help.ts', 'check-worker.ts', ...readdirSync(`${source}/commands`).map((name) => `commands/${name}`)];
/** Reads archives with yauzl, which asks for Node's modules the old way: only this bundle has a `require`. */
const importing = 'commands/data.ts';
const options = {
  outdir,
  outbase: source,
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
      setup({ onResolve }: PluginBuild) {
        onResolve({ filter: /^\.\/(?:commands\/.*|help)\.ts$/ }, ({ path, kind }) =>
          kind === 'dynamic-import' ? { path: path.replace(/ts$/, 'js'), external: true } : undefined,
        );
      },
    },
  ],
} satisfies BuildOptions;
await build({ ...options, entryPoints: entries.filter((name) => name !== importing).map((name) => `${source}/${name}`) });
await build({
  ...options,
  entryPoints: [`${source}/${importing}`],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
