import * as z from 'zod/mini';
import type { Data } from '../data.ts';
import { CleanclaimError } from '../errors.ts';
import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import { NOTE_KINDS } from '../icd10cm/notes.ts';
import type { Icd10cmTable } from '../icd10cm/table.ts';
import { pairAmong } from '../search/pair.ts';
import { SEARCH_LIMITS, Searcher, type SearchResult } from '../search/searcher.ts';
import type { Day } from '../day.ts';
import type { Why } from '../search/why.ts';
import { groundOf, NO_EDITION } from './known-code.ts';
import {
  type InstalledQuestion,
  type NotSearched,
  openShelf,
  type OpenShelf,
  SEARCHED_SHELVES,
  searchShelves,
  type ShelfAnswer,
} from './search-installed.ts';
import { dayField } from './fields.ts';
import { onDay } from './on-day.ts';
import { operation, type OperationContext } from './operation.ts';

/** Which words matched where: title, inclusion term, a synonym, a mended spelling, a code. */
const why = z.object({ kind: z.string(), matched: z.string(), means: z.optional(z.string()), words: z.optional(z.array(z.string())) });

/** Systems that can be asked by name. */
export const SEARCHED_SYSTEMS = ['icd10cm', 'hcpcs', 'cpt', 'icd10pcs', 'icd9cm', 'icd10', 'icd11'] as const;
export type SearchedSystem = (typeof SEARCHED_SYSTEMS)[number];

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
      /** 0 to 1: the share of the highest score the query could have; 1 for a typed code. */
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
  /** The ICD-10-CM edition; null when it was not asked or none covers the day. */
  edition: z.nullable(z.string()),
  /** Editions of other systems that were searched beside it. */
  beside: z.optional(z.array(z.object({ system: z.string(), answers: z.enum(['why', 'what']), edition: z.string() }))),
  /** Systems that could not be searched: not installed though asked by name, or installed without a search index. */
  notSearched: z.optional(z.array(z.object({ system: z.string(), reason: z.string(), install: z.string() }))),
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
        description:
          'At most how many results in all, the best of every system; when left out, 10 of ICD-10-CM and 5 of each system beside it.',
        type: 'integer',
        minimum: 1,
        maximum: MOST_RESULTS,
      }),
    ),
    each: z.optional(
      z.number().register(z.globalRegistry, {
        description: 'At most how many results of each system; as limit, which bounds them all together, when left out.',
        type: 'integer',
        minimum: 1,
        maximum: MOST_RESULTS,
      }),
    ),
    system: z.optional(
      z.enum(SEARCHED_SYSTEMS).register(z.globalRegistry, {
        description: 'Only this code system; when left out, ICD-10-CM and every installed one.',
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
  run({ query, on: onText, limit, each, all = false, system }, context): SearchResponse {
    const on = onDay(onText, context);
    expectNumber(limit, '/limit');
    expectNumber(each, '/each');
    if (query.length > SEARCH_LIMITS.characters) throw new CleanclaimError('input/too-long', TOO_LONG, '/query');
    const { data } = context;
    const byName = system !== undefined;
    const most = each ?? limit;
    const isRight = (word: string): boolean => searcherOf(context.data)?.knows(word) ?? false;
    const beside = searchBeside({ query, on, all, limit: most ?? (byName ? USUAL : USUAL_BESIDE), byName, data, isRight }, system);
    const icd = system === undefined || system === 'icd10cm' ? icd10cmAnswer(query, on, { limit: most ?? USUAL, all }, context) : undefined;
    const isCode = icd?.byCode === true || beside.answers.some((answer) => answer.byCode);
    // A text that is a code somewhere is not words elsewhere: what its pieces match would mislead.
    const diagnoses = isCode && icd?.byCode !== true ? [] : (icd?.results ?? []);
    const answers = isCode ? beside.answers.filter((answer) => answer.byCode) : beside.answers;
    const results = bestOf([...diagnoses.map(shown), ...grouped(answers)], limit);
    const nothingToAsk = icd === undefined && beside.answers.length === 0;
    return {
      query,
      status: nothingToAsk ? 'no-data' : results.length > 0 ? 'found' : 'nothing',
      results,
      ...(icd
        ? { ...(diagnoses.length > 0 ? pairIn(icd.edition, diagnoses) : {}), ...groundOf(icd.edition, on, false) }
        : { edition: null }),
      ...(beside.answers.length > 0
        ? { beside: beside.answers.map(({ searched, edition }) => ({ system: searched.system, answers: searched.answers, edition })) }
        : {}),
      ...(beside.notSearched.length > 0 ? { notSearched: [...beside.notSearched] } : {}),
      ...(nothingToAsk ? { fix: beside.notSearched[0]?.install ?? NO_EDITION(on) } : results.length > 0 ? {} : { fix: TRY_OTHER }),
    };
  },
});

/** A code and its title, as type-ahead shows them. */
export interface Suggestion {
  readonly code: string;
  readonly display: string;
}

/**
 * The diagnoses that `codes.search` finds for the same words, in the same order, without why they answer, what belongs
 * beside them, and other systems: type-ahead shows none of that, and making it is a fifth of a search. Empty where no
 * edition covers the day. Throws `input/too-long`.
 */
export function suggestDiagnoses(query: string, { on, ...options }: { on: Day; limit: number; all: boolean }, data: Data): Suggestion[] {
  const edition = data.icd10cm(on);
  const searcher = searcherOf(data);
  if (!edition || !searcher) return [];
  const { rows, tooLong } = searcher.rows(query, { edition, ...options });
  if (tooLong) throw new CleanclaimError('input/too-long', TOO_LONG, '/query');
  return rows.map((row) => ({ code: edition.code(row), display: edition.display(row) ?? '' }));
}

/** Results of each system when no number is given: of the one that is asked, and of those beside ICD-10-CM. */
const USUAL = 10;
const USUAL_BESIDE = 5;
const TRY_OTHER = 'Try fewer or other words, or ask without --on if the condition is newer than that day.';

function expectNumber(count: number | undefined, path: string): void {
  if (count !== undefined && (!Number.isInteger(count) || count < 1 || count > MOST_RESULTS))
    throw new CleanclaimError('input/out-of-range', `The number of results is 1 to ${MOST_RESULTS}.`, path);
}

/** The best of all systems together, in the order they stood in. */
function bestOf(results: SearchResponse['results'], limit: number | undefined): SearchResponse['results'] {
  if (limit === undefined || results.length <= limit) return results;
  const kept = new Set(results.toSorted((one, other) => other.score - one.score).slice(0, limit));
  return results.filter((result) => kept.has(result));
}

interface Icd10cmAnswer {
  readonly edition: Icd10cmEdition;
  readonly results: readonly SearchResult[];
  readonly byCode: boolean;
}

function icd10cmAnswer(
  query: string,
  on: Day,
  options: { limit: number; all: boolean },
  context: OperationContext,
): Icd10cmAnswer | undefined {
  const edition = context.data.icd10cm(on);
  const searcher = searcherOf(context.data);
  if (!edition || !searcher) return undefined;
  const { results, tooLong } = searcher.search(query, { edition, ...options });
  if (tooLong) throw new CleanclaimError('input/too-long', TOO_LONG, '/query');
  return { edition, results, byCode: results[0]?.why[0]?.kind === 'code' };
}

/** The installed systems that are asked, and those that cannot be. */
function searchBeside(question: InstalledQuestion, system: SearchedSystem | undefined) {
  const open: OpenShelf[] = [];
  const notSearched: NotSearched[] = [];
  for (const searched of question.query.trim() === '' || system === 'icd10cm' ? [] : SEARCHED_SHELVES) {
    if (system !== undefined && searched.system !== system) continue;
    const shelf = openShelf(searched, question.on, question.data);
    if (shelf === undefined) {
      // What nobody asked for by name is passed over in silence.
      if (system !== undefined) notSearched.push({ system, ...question.data.whyMissing(searched.shelf.source, question.on) });
    } else if ('searchers' in shelf) open.push(shelf);
    else notSearched.push(shelf);
  }
  return { answers: searchShelves(open, question), notSearched };
}

/** Why before what; within each, the system with the best answer first, its results together. */
function grouped(answers: readonly ShelfAnswer[]): SearchResponse['results'] {
  const best = ({ results }: ShelfAnswer): number => results[0]?.score ?? 0;
  return (['why', 'what'] as const).flatMap((group) =>
    answers
      .filter(({ searched }) => searched.answers === group)
      .sort((one, other) => best(other) - best(one))
      .flatMap(({ results }) => results.map((each) => ({ ...each, score: rounded(each.score), why: each.why.map(told) }))),
  );
}

function shown({ code, display, billable, score, why: reasons }: SearchResult): SearchResponse['results'][number] {
  return { code, system: 'icd10cm', answers: 'why', display, billable, score: rounded(score), why: reasons.map(told) };
}

function told(each: Why): z.infer<typeof why> {
  return {
    kind: each.kind,
    matched: each.matched,
    ...('means' in each ? { means: each.means } : {}),
    ...('words' in each ? { words: [...each.words] } : {}),
  };
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

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
function searcherOf(data: Data): Searcher | undefined {
  const table = data.icd10cmTable();
  if (!table) return undefined;
  let searcher = SEARCHERS.get(table);
  if (!searcher) SEARCHERS.set(table, (searcher = new Searcher(table, data.alphabeticIndex())));
  return searcher;
}
