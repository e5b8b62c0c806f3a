/** `npm run bench`: every figure of the project, or the named ones: `npm run bench -- lookup check`. */
const ALL: Readonly<Record<string, () => Promise<() => void | Promise<void>>>> = {
  lookup: async () => (await import('./lookup.ts')).benchLookup,
  start: async () => (await import('./start.ts')).benchStart,
  check: async () => (await import('./check.ts')).benchCheck,
  tables: async () => (await import('./tables.ts')).benchTables,
  server: async () => (await import('./server.ts')).benchServer,
};

const wanted = process.argv.slice(2);
for (const [name, load] of Object.entries(ALL)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`== ${name}`);
  await (await load())();
}
