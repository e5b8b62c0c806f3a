import { CleanclaimError, isFailure, readClaim, type Report } from '@cleanclaim/core';
import type { Service } from '../service.ts';
import { keptHistory } from './kept-history.ts';
import type { KeptClaim, Store } from './store.ts';
import { reached } from './unreachable.ts';

/**
 * Checks a kept claim now, with the other kept claims of its patient as its history, and keeps the report. With `run`,
 * the id of the report, the same work done twice keeps one report.
 */
export async function checkKept(store: Store, { id, claim }: KeptClaim, service: Service, who: string, run?: string): Promise<Report> {
  const known = readClaim(claim);
  if (isFailure(known)) throw new CleanclaimError(known.code, known.message, known.path);
  const history = await keptHistory(store, [known.claim], who, id);
  const report = service.engine.check(known.claim, { received: service.today(), unknown: known.unknown, history });
  await reached(store.keepRun(id, report, service.mark, who, run));
  return report;
}
