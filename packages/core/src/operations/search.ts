import * as z from 'zod/mini';
import { CleanclaimError } from '../errors.ts';
import type { Icd10cmTable } from '../icd10cm/table.ts';
import { SEARCH_LIMITS, Searcher } from '../search/searcher.ts';
import { groundOf, NO_EDITION } from './known-code.ts';
import { dayField } from './fields.ts';
import { onDay } from './on-day.ts';
import { operation, type OperationContext } from './operation.ts';

/** Which words matched where: title, inclusion term, a synonym, a mended spelling, a code. */
const why = z.object({ kind: z.string(), matched: z.string(), means: z.optional(z.string()), words: z.optional(z.array(z.string())) });

const output = z.object({
  query: z.string(),
  status: z.enum(['found', 'nothing', 'no-data']),
  results: z.array(
    z.object({
      code: z.string(),
      system: z.string(),
      /** What the code answers: `why` for a diagnosis, `what` for a procedure. */
      answers: z.enum(['why', 'what']),
      display: z.string(),
      billable: z.boolean(),
      score: z.number(),
      why: z.array(why),
    }),
  ),
  edition: z.nullable(z.string()),
  mayBeSuperseded: z.optional(z.literal(true)),
  fix: z.optional(z.string()),
});
export type SearchResponse = z.infer<typeof output>;

const MOST_RESULTS = 500;
const TOO_LONG = `A query holds at most ${SEARCH_LIMITS.characters} characters and ${SEARCH_LIMITS.words} words.`;

/** Finds codes by words: clinical, lay, abbreviated or misspelt; a code typed here finds the code. */
export const search = operation({
  id: 'codes.search',
  title: 'Find codes by words',
  input: z.object({
    query: z.string().register(z.globalRegistry, {
      description: 'Clinical or lay words, abbreviations, several conditions at once, or a code.',
      maxLength: SEARCH_LIMITS.characters,
    }),
    on: dayField,
    limit: z.optional(
      z.number().register(z.globalRegistry, {
        description: 'How many results; 10 when left out.',
        type: 'integer',
        minimum: 1,
        maximum: MOST_RESULTS,
      }),
    ),
    all: z.optional(z.boolean().register(z.globalRegistry, { description: 'Headers too, not only codes that may stand on a claim.' })),
  }),
  output,
  failures: ['input/invalid', 'input/too-long', 'input/out-of-range', 'input/not-a-day'],
  examples: [
    { says: 'Words in any order', input: { query: 'kidney type 2 diabetes', on: '2026-03-04' } },
    { says: 'Abbreviations, several conditions in one line', input: { query: 'htn ckd 3', on: '2026-03-04' } },
  ],
  run({ query, on: onText, limit = 10, all = false }, context): SearchResponse {
    const on = onDay(onText, context);
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST_RESULTS) {
      throw new CleanclaimError('input/out-of-range', `The number of results is 1 to ${MOST_RESULTS}.`, '/limit');
    }
    if (query.length > SEARCH_LIMITS.characters) throw new CleanclaimError('input/too-long', TOO_LONG, '/query');
    const icd = context.data.icd10cm(on);
    const searcher = searcherOf(context);
    if (!icd || !searcher) return { query, status: 'no-data', results: [], edition: null, fix: NO_EDITION(on) };
    const { results, tooLong } = searcher.search(query, { edition: icd, limit, all });
    if (tooLong) throw new CleanclaimError('input/too-long', TOO_LONG, '/query');
    return {
      query,
      status: results.length > 0 ? 'found' : 'nothing',
      results: results.map(({ code, display, billable, score, why: reasons }) => ({
        code,
        system: 'icd10cm',
        answers: 'why' as const,
        display,
        billable,
        score: Math.round(score * 1000) / 1000,
        why: reasons.map((each) => ({
          kind: each.kind,
          matched: each.matched,
          ...('means' in each ? { means: each.means } : {}),
          ...('words' in each ? { words: [...each.words] } : {}),
        })),
      })),
      ...groundOf(icd, on, false),
      ...(results.length > 0 ? {} : { fix: 'Try fewer or other words, or ask without --on if the condition is newer than that day.' }),
    };
  },
});

const SEARCHERS = new WeakMap<Icd10cmTable, Searcher>();

/** One searcher a table and the index installed beside it: it owns working memory that is made once. */
function searcherOf({ data }: OperationContext): Searcher | undefined {
  const table = data.icd10cmTable();
  if (!table) return undefined;
  let searcher = SEARCHERS.get(table);
  if (!searcher) SEARCHERS.set(table, (searcher = new Searcher(table, data.alphabeticIndex())));
  return searcher;
}
