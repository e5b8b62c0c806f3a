/**
 * `npm run build`: each package to JavaScript with types (tsc), then the command line to its bundle and the page to its
 * files. `--bundle-only` (on install) makes just the bundle and the page, which is all that `npx cleanclaim` needs.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

if (!process.argv.includes('--bundle-only')) {
  for (const folder of [
    'packages/core',
    'packages/data',
    'packages/x12',
    'packages/fhir',
    'packages/forms',
    'packages/stats',
    'rules',
    'plans',
    'packages/server',
  ]) {
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
        exclude: ['dist', '**/*.test.ts', '**/testing/**'],
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
const commands = readdirSync(`${source}/commands`).map((name) => `commands/${name}`);
/** Node's own modules by either name, as dependencies written long ago ask for `fs`. */
const builtin = new RegExp(`^(?:node:[\\w/]+|${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`);
/** An import of one of them as esbuild writes it: a default name, names, or all of it. */
const builtinImport = new RegExp(
  String.raw`(?<=^|[;}\n])import ?(?:(\w+|\* ?as \w+)(?:, ?| (?=from)))?(\{[^}]*\})? ?from ?"(${builtin.source.slice(4, -2)})"`,
  'g',
);
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: ['main.ts', 'help.ts', 'check-worker.ts', 'x12-claims.ts', 'given-history.ts', ...commands].map(
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
  minifyIdentifiers: true,
  // Loaded only where they are needed: claims in PostgreSQL, large tables, figures.
  external: ['pg', 'pg-boss', '@duckdb/node-api', '@observablehq/plot', 'linkedom', '@napi-rs/canvas'],
  logLevel: 'warning',
  plugins: [
    {
      // Importing one of Node's own modules builds a facade with a copy of all its names, milliseconds of a start, and
      // reading some names loads more modules; asking for the module and the names in use does not.
      name: 'builtins-without-facade',
      setup({ initialOptions, onResolve, onLoad, onEnd }) {
        initialOptions.write = false;
        onResolve({ filter: builtin }, ({ path, kind }) =>
          kind === 'import-statement' ? { path, external: true } : { path, namespace: 'builtin', sideEffects: false },
        );
        onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
          contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
        }));
        onEnd(({ outputFiles = [] }) => {
          for (const { path, text } of outputFiles) {
            mkdirSync(dirname(path), { recursive: true });
            writeFileSync(path, text.replace(builtinImport, askForBuiltin));
          }
        });
      },
    },
    {
      name: 'load-commands-by-name',
      setup({ onResolve }) {
        onResolve({ filter: /^\.\/(?:commands\/.*|help)\.ts$|^\.{1,2}\/x12-claims\.ts$|^\.\.\/given-history\.ts$/ }, ({ path, kind }) =>
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

/** The same names asked of the module itself. Names that only types use are gone by then. */
function askForBuiltin(_: string, whole: string | undefined, names: string | undefined, name: string): string {
  const asked = `process.getBuiltinModule(${JSON.stringify(name)})`;
  const parts = [];
  if (whole) parts.push(`${whole.replace(/^\* ?as /, '')}=${asked}`);
  if (names) parts.push(`${names.replaceAll(' as ', ':')}=${asked}`);
  return `const ${parts.join(',')}`;
}
