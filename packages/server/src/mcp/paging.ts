import { CleanclaimError, quote, type SearchResponse } from '@cleanclaim/core';
import { answer, type JsonSchema, type Served } from '../served.ts';
import type { Service } from '../service.ts';

/** The list within an answer that is cut into pages, and how the operation is asked for enough of it. */
export interface Paging {
  /** Entries of a page when `limit` is left out, and the most that may be asked for. */
  readonly usual: number;
  readonly most: number;
  ask(input: Readonly<Record<string, unknown>>, upTo: number): Readonly<Record<string, unknown>>;
  /** Fields that a page has beside those of the whole answer. */
  readonly adds?: Readonly<Record<string, JsonSchema>>;
  cut(answer: Record<string, unknown>, from: number, to: number): { readonly page: Record<string, unknown>; readonly more: boolean };
}

/** Search: each system is asked for one more than the page needs, which tells whether there is a next page; a page has a run of each. */
export const SEARCH_PAGES: Paging = {
  usual: 10,
  most: 50,
  ask: (input, upTo) => ({ ...input, limit: undefined, each: Math.min(upTo + 1, 500) }),
  cut(answer, from, to) {
    const results = answer['results'] as SearchResponse['results'];
    const systems = [...new Set(results.map(groupOf))].map((group) => results.filter((each) => groupOf(each) === group));
    return {
      page: { ...answer, results: systems.flatMap((each) => each.slice(from, to)) },
      more: systems.some((each) => each.length > to),
    };
  },
};

function groupOf({ system, answers }: SearchResponse['results'][number]): string {
  return `${answers} ${system.replace(/-modifier$/, '')}`;
}

const CHANGES = ['added', 'deleted', 'revised', 'breaks'] as const;

const COUNTS: JsonSchema = {
  type: 'object',
  description: 'How many there are in all; the lists hold one page.',
  properties: Object.fromEntries(CHANGES.map((name) => [name, { type: 'integer' }])),
  required: [...CHANGES],
};

/** Differences: the four lists are read as one, in this order. */
export const DIFF_PAGES: Paging = {
  usual: 50,
  most: 500,
  ask: (input) => input,
  adds: { counts: COUNTS },
  cut(answer, from, to) {
    const page: Record<string, unknown> = { ...answer };
    let before = 0;
    for (const name of CHANGES) {
      const list = answer[name] as unknown[];
      page[name] = list.slice(Math.max(0, from - before), Math.max(0, to - before));
      before += list.length;
    }
    page['counts'] = Object.fromEntries(CHANGES.map((name) => [name, (answer[name] as unknown[]).length]));
    return { page, more: before > to };
  },
};

/** The input of an operation with the length of a page and where it begins. */
export function pagedInput({ input, fields }: Served, { usual, most }: Paging): JsonSchema {
  return {
    ...input,
    properties: {
      ...fields,
      limit: { type: 'integer', minimum: 1, maximum: most, description: `Entries of a page; ${usual} when left out.` },
      cursor: { type: 'string', description: 'nextCursor of the page before; leave out for the first page.' },
    },
  };
}

/** The output of an operation with where the next page begins. */
export function pagedOutput({ output }: Served, { adds }: Paging): JsonSchema {
  const nextCursor = { type: 'string', description: 'Give it as cursor for the next page.' };
  return { ...output, properties: { ...(output['properties'] as JsonSchema), nextCursor, ...adds } };
}

/** One page of an answer. Throws CleanclaimError. */
export function answerPage(
  served: Served,
  paging: Paging,
  input: Readonly<Record<string, unknown>>,
  service: Service,
): Record<string, unknown> {
  const { cursor, limit = paging.usual, ...question } = input;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > paging.most)
    throw new CleanclaimError('input/out-of-range', `The number of entries is 1 to ${paging.most}.`, '/limit');
  const from = cursor === undefined ? 0 : Number(/^from-(\d{1,6})$/.exec(String(cursor))?.[1] ?? Number.NaN);
  if (Number.isNaN(from)) throw new CleanclaimError('input/invalid', `${quote(String(cursor))} is not a cursor of this tool.`, '/cursor');
  const to = from + limit;
  const { page: cut, more } = paging.cut(answer(served, paging.ask(question, to), service) as Record<string, unknown>, from, to);
  return more ? { ...cut, nextCursor: `from-${to}` } : cut;
}
