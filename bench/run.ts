import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `npm run bench`: every figure of the project, or the named ones: `npm run bench -- lookup check`. */
const ALL: Readonly<Record<string, () => Promise<() => void | Promise<void>>>> = {
  lookup: async () => (await import('./lookup.ts')).benchLookup,
  start: async () => (await import('./start.ts')).benchStart,
  stats: async () => (await import('./stats.ts')).benchStats,
  'stats-large': async () => (await import('./stats-large.ts')).benchStatsLarge,
  sources: async () => (await import('./sources.ts')).benchSources,
  check: async () => (await import('./check.ts')).benchCheck,
  stays: async () => (await import('./stays.ts')).benchStays,
  history: async () => (await import('./history.ts')).benchHistory,
  tables: async () => (await import('./tables.ts')).benchTables,
  server: async () => (await import('./server.ts')).benchServer,
  fhir: async () => (await import('./fhir.ts')).benchFhir,
  index: async () => (await import('./index-term.ts')).benchIndexTerm,
  'search-hostile': async () => (await import('./search-hostile.ts')).benchSearchHostile,
  'search-installed': async () => (await import('./search-installed.ts')).benchSearchInstalled,
  x12: async () => (await import('./x12.ts')).benchX12,
  'x12-agreement': async () => (await import('./x12-agreement.ts')).benchAgreement,
  web: async () => (await import('./web.ts')).benchWeb,
};

const wanted = process.argv.slice(2);
const names = Object.keys(ALL).filter((name) => wanted.length === 0 || wanted.includes(name));
const [only, ...more] = names;
if (only !== undefined && more.length === 0) {
  console.log(`== ${only}`);
  await (await ALL[only]?.())?.();
} else {
  // A process each: what one leaves in memory, and what it has taught the compiler, would change the figures of the next.
  for (const name of names) spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), name], { stdio: 'inherit' });
}
