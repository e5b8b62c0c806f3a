import { type Claim, ClaimHistory } from '@cleanclaim/core';
import type { Store } from './store.ts';
import { reached } from './unreachable.ts';

/** The kept claims of the patients of some claims, as rules look back on them; without the kept claim `except`, which is the checked one. */
export async function keptHistory(store: Store, claims: readonly Claim[], who: string, except?: string): Promise<ClaimHistory> {
  const history = new ClaimHistory();
  for (const { id, claim } of await reached(store.history(claims, who))) if (id !== except) history.add(claim, `the kept claim ${id}`);
  return history;
}
