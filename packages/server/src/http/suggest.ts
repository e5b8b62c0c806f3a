import { CleanclaimError, type Day, isDay, quote, suggestDiagnoses } from '@cleanclaim/core';
import type { Service } from '../service.ts';

/** The most suggestions one answer lists. */
export const MOST_SUGGESTIONS = 50;
const USUAL_SUGGESTIONS = 7;

/** What the type-ahead takes; the second names are those of the NLM's Clinical Tables, so that its widgets fit. */
const NAMES: Readonly<Record<string, 'q' | 'count' | 'on' | 'all'>> = {
  q: 'q',
  terms: 'q',
  count: 'count',
  maxList: 'count',
  on: 'on',
  all: 'all',
};

export interface SuggestQuestion {
  readonly q: string;
  readonly count: number;
  readonly on: Day;
  readonly all: boolean;
}

/** Reads the parameters of `/v1/suggest`. Throws CleanclaimError for what it does not know. */
export function suggestQuestion(parameters: URLSearchParams, service: Service): SuggestQuestion {
  const given: Partial<Record<'q' | 'count' | 'on' | 'all', string>> = {};
  for (const [name, value] of parameters) {
    const field = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
    if (!field) throw new CleanclaimError('input/invalid', `suggest has no parameter ${quote(name)}; it takes q, count, on, all.`, '/');
    if (given[field] !== undefined)
      throw new CleanclaimError('input/invalid', `The parameter ${field} is given more than once.`, `/${field}`);
    given[field] = value;
  }
  const { q, count = String(USUAL_SUGGESTIONS), on = service.today(), all = 'false' } = given;
  if (q === undefined) throw new CleanclaimError('input/invalid', 'Send what was typed as q.', '/q');
  if (!/^\d{1,3}$/.test(count) || Number(count) < 1 || Number(count) > MOST_SUGGESTIONS)
    throw new CleanclaimError('input/out-of-range', `The number of suggestions is 1 to ${MOST_SUGGESTIONS}.`, '/count');
  if (!isDay(on)) throw new CleanclaimError('input/not-a-day', `${quote(on)} is not a day.`, '/on');
  if (all !== 'true' && all !== 'false') throw new CleanclaimError('input/invalid', `all takes true or false, not ${quote(all)}.`, '/all');
  return { q: q.trim().replace(/\s+/g, ' ').toLowerCase(), count: Number(count), on, all: all === 'true' };
}

/** Diagnoses only, as people type: `[how many, [codes], null, [[code, title], …]]`: positions instead of names, so that an answer is a few hundred bytes. */
export function suggest({ q, count, on, all }: SuggestQuestion, service: Service): string {
  if (q === '') return '[0,[],null,[]]';
  const found = suggestDiagnoses(q, { on, limit: count, all }, service.data);
  return JSON.stringify([found.length, found.map(({ code }) => code), null, found.map(({ code, display }) => [code, display])]);
}
