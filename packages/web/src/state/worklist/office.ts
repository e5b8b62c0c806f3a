import { type Claim, isFailure, readClaim } from '@cleanclaim/core';
import { record, send } from '../../server/send.ts';
import { type Change, isState, type Kept, type MonthRate, type Summary, type Worklist, WorklistTrouble } from './model.ts';

const PAGE = 200;
const MOST_PAGES = 25;

/** The list of the server that gave this page, where it keeps claims. It checks each claim when it is saved, and writes its audit. */
export const officeWorklist: Worklist = {
  async list() {
    const all: Summary[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null && page < MOST_PAGES; page++) {
      const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { claims, next } = record(await ask(`/v1/claims?limit=${PAGE}${query}`));
      if (!Array.isArray(claims)) throw new WorklistTrouble('refused');
      all.push(...claims.map(readSummary));
      cursor = typeof next === 'string' ? next : null;
    }
    return all;
  },
  read: async (id) => readKept(await ask(path(id))),
  add: async (claim) => readKept(await ask('/v1/claims', { method: 'POST', body: { claim } })),
  change: async (id, version, { claim, state }: Change) =>
    claim === undefined && state === undefined
      ? readSummary(await ask(path(id)))
      : readSummary(await ask(path(id), { method: 'PUT', body: { version, claim, state } })),
  async remove(id) {
    await ask(path(id), { method: 'DELETE' });
  },
  async rates() {
    const { months } = record(await ask('/v1/claim-rates'));
    if (!Array.isArray(months)) throw new WorklistTrouble('refused');
    return months.map(readRate);
  },
};

function path(id: string): string {
  return `/v1/claims/${encodeURIComponent(id)}`;
}

async function ask(url: string, question: { method?: string; body?: object } = {}): Promise<unknown> {
  const answer = await send(url, question);
  if (!answer) throw new WorklistTrouble('unreachable');
  if (answer.status === 204) return undefined;
  if (answer.ok && answer.said !== undefined) return answer.said;
  throw troubleOf(answer.status, record(answer.said));
}

function troubleOf(status: number, { code, detail }: Readonly<Record<string, unknown>>): WorklistTrouble {
  if (status === 401) return new WorklistTrouble('no-token');
  if (status === 403) return new WorklistTrouble('not-allowed');
  if (status === 409) return new WorklistTrouble('changed');
  if (code === 'store/not-found') return new WorklistTrouble('gone');
  // A server of files alone answers the page where it has no interface.
  if (code === 'store/none' || status === 404 || status < 300) return new WorklistTrouble('no-store');
  return new WorklistTrouble('refused', typeof detail === 'string' ? detail : '');
}

function readSummary(value: unknown): Summary {
  const { id, version, number, state, payer, serviceOn, total, changedAt } = record(value);
  if (typeof id !== 'string' || typeof version !== 'number' || !isState(state)) throw new WorklistTrouble('refused');
  return {
    id,
    version,
    state,
    number: textOrNull(number),
    payer: textOrNull(payer),
    serviceOn: textOrNull(serviceOn),
    total: textOrNull(total),
    changedAt: textOrNull(changedAt) ?? '',
    last: null,
    first: null,
    next: null,
  };
}

function readKept(value: unknown): Kept {
  const read = readClaim(record(value)['claim']);
  if (isFailure(read)) throw new WorklistTrouble('refused', read.message);
  const claim: Claim = read.claim;
  return { ...readSummary(value), claim };
}

function readRate(value: unknown): MonthRate {
  const { month, claims, passed, incomplete } = record(value);
  if (typeof month !== 'string' || typeof claims !== 'number' || typeof passed !== 'number' || typeof incomplete !== 'number')
    throw new WorklistTrouble('refused');
  return { month, claims, passed, incomplete };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
