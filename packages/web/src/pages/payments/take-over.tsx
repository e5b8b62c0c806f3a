import type { ClaimAnswers, Payment } from '@cleanclaim/x12';
import { useEffect, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { announce } from '../../state/announce.ts';
import { localWorklist } from '../../state/worklist/local.ts';
import { type State, type Summary, WorklistTrouble } from '../../state/worklist/model.ts';
import { t } from '../../text/text.ts';
import { needsWork, resultOf } from './money-parts.ts';

/** What an answer says of a claim by its number. */
export interface Outcome {
  readonly claim: string;
  readonly state: State;
  readonly next: string | null;
}

export function outcomesOfPayment({ claims }: Payment): Outcome[] {
  return claims.flatMap((claim): Outcome[] => {
    const { kind } = resultOf(claim);
    if (kind === 'reversed' || kind === 'unbalanced') return [];
    const step = claim.next.find((each) => each.step !== 'bill-patient' && each.step !== 'write-off') ?? claim.next[0];
    return [
      {
        claim: claim.claim,
        state: kind === 'denied' ? 'denied' : 'paid',
        next:
          step && (needsWork(claim) || step.step === 'bill-patient') ? `${t.payments.steps[step.step]}: ${step.amount}. ${step.how}` : null,
      },
    ];
  });
}

export function outcomesOfAnswers({ claims }: ClaimAnswers): Outcome[] {
  return claims.flatMap(({ claim, result, how }): Outcome[] =>
    result === 'rejected' ? [{ claim, state: 'rejected', next: how }] : result === 'accepted' ? [{ claim, state: 'sent', next: how }] : [],
  );
}

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
      for (const { kept, outcome } of due) await localWorklist.change(kept.id, kept.version, { state: outcome.state, next: outcome.next });
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
    return only && more.length === 0 && (only.state !== outcome.state || only.next !== outcome.next) ? [{ kept: only, outcome }] : [];
  });
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
