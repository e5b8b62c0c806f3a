/** `npm run bench`: every figure of the project, or the named ones: `npm run bench -- lookup check`. */
import { benchLookup } from './lookup.ts';

const ALL: Readonly<Record<string, () => void | Promise<void>>> = { lookup: benchLookup };

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(ALL)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`== ${name}`);
  await run();
}
