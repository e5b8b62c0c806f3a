import type { Command } from './command.ts';

/** Each command is loaded only when called, so that a look-up never pays for the rules. */
export const COMMANDS = {
  check: () => import('./commands/check.ts'),
  price: () => import('./commands/price.ts'),
  lookup: () => import('./commands/lookup.ts'),
  search: () => import('./commands/search.ts'),
  identify: () => import('./commands/identify.ts'),
  tree: () => import('./commands/tree.ts'),
  notes: () => import('./commands/notes.ts'),
  charges: () => import('./commands/charges.ts'),
  map: () => import('./commands/map.ts'),
  em: () => import('./commands/em.ts'),
  diff: () => import('./commands/diff.ts'),
  serve: () => import('./commands/serve.ts'),
  office: () => import('./commands/office.ts'),
  mcp: () => import('./commands/mcp.ts'),
  stats: () => import('./commands/stats.ts'),
  index: () => import('./commands/index-term.ts'),
  pcs: () => import('./commands/pcs.ts'),
  data: () => import('./commands/data.ts'),
  x12: () => import('./commands/x12.ts'),
  form: () => import('./commands/form.ts'),
  convert: () => import('./commands/convert.ts'),
} satisfies Record<string, () => Promise<{ default: Command }>>;
