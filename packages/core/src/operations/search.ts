import * as z from 'zod/mini';
import { CleanclaimError } from '../errors.ts';
import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import { NOTE_KINDS } from '../icd10cm/notes.ts';
import type { Icd10cmTable } from '../icd10cm/table.ts';
import { pairAmong } from '../search/pair.ts';
import { SEARCH_LIMITS, Searcher, type SearchResult } from '../search/searcher.ts';
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
  /** Two results that the notes tie in this order; `choices` are the billable codes beside the second. */
  pair: z.optional(
    z.object({
      first: z.object({ code: z.string(), display: z.string() }),
      second: z.object({ code: z.string(), display: z.string() }),
      choices: z.array(z.object({ code: z.string(), display: z.string() })),
      notes: z.array(z.object({ from: z.string(), kind: z.enum(NOTE_KINDS), text: z.string() })),
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
      ...pairIn(icd, results),
      ...groundOf(icd, on, false),
      ...(results.length > 0 ? {} : { fix: 'Try fewer or other words, or ask without --on if the condition is newer than that day.' }),
    };
  },
});

/** How far down the list a pair is looked for. */
const PAIRED = 12;

function pairIn(icd: Icd10cmEdition, results: readonly SearchResult[]): Pick<SearchResponse, 'pair'> {
  const pair = pairAmong(
    icd,
    results
      .filter((each) => each.billable)
      .slice(0, PAIRED)
      .map((each) => ({ row: each.row, words: answeredWords(each.why) })),
  );
  if (!pair) return {};
  const named = (row: Row) => ({ code: icd.code(row), display: icd.display(row) ?? '' });
  const parent = icd.parent(pair.second);
  const beside = parent < 0 ? [] : icd.children(parent).filter((row) => icd.billable(row));
  return {
    pair: {
      first: named(pair.first),
      second: named(pair.second),
      choices: (icd.code(pair.second).length > 3 && beside.length > 1 ? beside : [pair.second]).map(named),
      notes: pair.notes.map((id) => icd.note(id)).map(({ holder, kind, text }) => ({ from: holder.id, kind, text })),
    },
  };
}

/** The words of the query that a result answers: those its text holds, and those of the synonyms that they belong to. */
function answeredWords(why: SearchResult['why']): string[] {
  const held = why.flatMap((each) => ('words' in each ? each.words : []));
  const read = why.flatMap((each) => (each.kind === 'synonym' ? [each.matched.split(' ')] : []));
  return [...held, ...read.filter((words) => words.some((word) => held.includes(word))).flat()];
}

const SEARCHERS = new WeakMap<Icd10cmTable, Searcher>();

/** One searcher a table and the index installed beside it: it owns working memory that is made once. */
function searcherOf({ data }: OperationContext): Searcher | undefined {
  const table = data.icd10cmTable();
  if (!table) return undefined;
  let searcher = SEARCHERS.get(table);
  if (!searcher) SEARCHERS.set(table, (searcher = new Searcher(table, data.alphabeticIndex())));
  return searcher;
}
