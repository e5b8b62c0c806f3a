import type { ClaimAnswers, Payment } from '@cleanclaim/x12';
import type { State } from '../../state/worklist/model.ts';
import { t } from '../../text/text.ts';
import { needsWork, resultOf } from './money-parts.ts';

/** What an answer says of a claim by its number. */
export interface Outcome {
  readonly claim: string;
  readonly state: State;
  readonly next: string | null;
  readonly deniedLines?: number;
}

export function outcomesOfPayment({ claims }: Payment): Outcome[] {
  return claims.flatMap((claim): Outcome[] => {
    const result = resultOf(claim);
    const { kind } = result;
    if (kind === 'reversed' || kind === 'unbalanced') return [];
    const step = claim.next.find((each) => each.step !== 'bill-patient' && each.step !== 'write-off') ?? claim.next[0];
    return [
      {
        claim: claim.claim,
        state: kind === 'denied' ? 'denied' : 'paid',
        deniedLines: result.kind === 'lines' ? result.lines.length : 0,
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
