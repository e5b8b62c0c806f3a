import {
  type Candidate,
  type Data,
  type Day,
  isCleanclaimError,
  lookup,
  type LookupAnswer,
  perform,
  search,
  type SearchResponse,
} from '@cleanclaim/core';
import { tell } from '../../data/tell.ts';

/** What the look-up page shows for a text: codes that say why, codes that say what, and what is wrong with a typed code. */
export interface Answer {
  readonly query: string;
  readonly results: SearchResponse['results'];
  readonly pair: SearchResponse['pair'];
  /** No result has most of the words: the list is only the nearest there is. */
  readonly weak: boolean;
  /** A text that is a code, but not one that may be used that day. */
  readonly typed: LookupAnswer | undefined;
  /** Codes of the query that belong to other systems. */
  readonly what: readonly Candidate[];
  /** Codes of the query on both sides: a visit to tell apart. */
  readonly visit: boolean;
  readonly noData: boolean;
  readonly trouble: string | undefined;
}

/** Below this even the best result lacks a word that matters. */
const WEAK = 0.3;
const MOST_CODES = 6;

export function ask(query: string, on: Day, data: Data, limit: number): Answer {
  const context = { data, today: on };
  const words = query
    .trim()
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const named = words.length <= MOST_CODES ? words.map((word) => tell(word, { data, on })) : [];
  const whole = tell(query, { data, on }).candidates;
  const what = (
    words.length === 1
      ? whole
      : named.every(({ candidates }) => candidates.length > 0)
        ? named.flatMap(({ candidates }) => candidates.slice(0, 1))
        : []
  ).filter((each) => each.system !== 'icd10cm' && each.kind !== 'diagnosis');
  let found: SearchResponse | undefined;
  let trouble: string | undefined;
  try {
    found = perform(search, { query, on, limit, all: true }, context);
  } catch (error) {
    if (!isCleanclaimError(error)) throw error;
    trouble = error.failure.message;
  }
  const results = found?.results ?? [];
  const typed = words.length === 1 && /\d/.test(query) && query.length <= 12 ? perform(lookup, { code: query, on }, context) : undefined;
  const isWrong = typed !== undefined && typed.system === 'icd10cm' && (typed.status === 'not-in-force' || typed.status === 'unknown');
  const byCode = results.some((each) => each.why.some(({ kind }) => kind === 'code'));
  return {
    query,
    // A text that is a code of another system, or of none, is not words: what its pieces match would mislead.
    results: words.length === 1 && /^[a-z]?\d/i.test(query) && !byCode && (what.length > 0 || isWrong) ? [] : results,
    pair: found?.pair,
    weak: results.length > 0 && !byCode && (results[0]?.score ?? 0) < WEAK,
    typed: isWrong && !byCode ? typed : undefined,
    what,
    visit: words.length > 1 && what.length > 0 && named.some(({ candidates }) => candidates[0]?.system === 'icd10cm'),
    noData: found?.status === 'no-data',
    trouble,
  };
}
