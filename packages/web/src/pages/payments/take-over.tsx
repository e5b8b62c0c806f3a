import { useEffect, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { announce } from '../../state/announce.ts';
import { localWorklist } from '../../state/worklist/local.ts';
import { type Summary, WorklistTrouble } from '../../state/worklist/model.ts';
import { t } from '../../text/text.ts';
import type { Outcome } from './outcomes.ts';

/** Offers to bring the worklist of this browser up to date; it is never done by itself. */
export function TakeOver({ outcomes }: { outcomes: readonly Outcome[] }) {
  const [due, setDue] = useState<readonly { readonly kept: Summary; readonly outcome: Outcome }[]>([]);
  useEffect(() => {
    let current = true;
    void findDue(outcomes).then((found) => current && setDue(found));
    return () => {
      current = false;
    };
  }, [outcomes]);
  if (due.length === 0) return null;
  const take = async (): Promise<void> => {
    try {
      for (const { kept, outcome } of due) {
        const { state, next, deniedLines = 0 } = outcome;
        await localWorklist.change(kept.id, kept.version, { state, next, deniedLines });
      }
      announce(t.worklist.update.done(due.length));
    } catch (error) {
      if (!(error instanceof WorklistTrouble)) throw error;
      announce(t.worklist.trouble[error.kind]);
    }
    setDue(await findDue(outcomes));
  };
  return (
    <div className="note-row banner k-info">
      <Icon name="info" />
      <span>{t.worklist.update.offer(due.length)}</span>
      <button type="button" className="btn sm" onClick={() => void take()}>
        {t.worklist.update.take}
      </button>
    </div>
  );
}

/** Kept claims whose number stands in the answer, where it says something new. A number kept twice is no one's for sure. */
async function findDue(outcomes: readonly Outcome[]) {
  const kept = await localWorklist.list().catch((): readonly Summary[] => []);
  const byNumber = byClaimNumber(kept);
  return outcomes.flatMap((outcome) => {
    const [only, ...more] = byNumber.get(outcome.claim) ?? [];
    return only && more.length === 0 && saysNew(only, outcome) ? [{ kept: only, outcome }] : [];
  });
}

function saysNew(kept: Summary, { state, next, deniedLines = 0 }: Outcome): boolean {
  return kept.state !== state || kept.next !== next || (kept.deniedLines ?? 0) !== deniedLines;
}

function byClaimNumber(kept: readonly Summary[]): Map<string, Summary[]> {
  const groups = new Map<string, Summary[]>();
  for (const each of kept) {
    if (each.number === null) continue;
    const same = groups.get(each.number);
    if (same) same.push(each);
    else groups.set(each.number, [each]);
  }
  return groups;
}
