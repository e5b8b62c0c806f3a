import type { PaidClaim, Payment } from '@cleanclaim/x12';
import { useEffect, useState } from 'react';
import { askRules } from '../../data/ask-rules.ts';
import type { SentAnswer } from '../../data/sent-claims.ts';
import { useToolkit } from '../../data/toolkit.ts';
import { type OpenedSent, useSentFiles } from '../../state/sent-files.ts';

/** Claims that go to the worker at once, so that handing them over never holds up a key. */
const BATCH = 500;

/** What was sent for each claim of a payment; null where no opened file holds it. */
export type Sent = ReadonlyMap<PaidClaim, SentAnswer | null>;

export type Comparison =
  | { readonly is: 'none' }
  | { readonly is: 'comparing' }
  | { readonly is: 'failed' }
  | { readonly is: 'there'; readonly sent: Sent };

/** Holds a payment against the claims sent that are opened; anew whenever a file of them comes or goes. */
export function useSent(payment: Payment): Comparison {
  const toolkit = useToolkit();
  const files = useSentFiles();
  const [made, setMade] = useState<{ readonly files: readonly OpenedSent[]; readonly payment: Payment; readonly sent: Sent | undefined }>();
  useEffect(() => {
    if (files.length === 0) return;
    let isOver = false;
    const compare = async (): Promise<void> => {
      const sent = new Map<PaidClaim, SentAnswer | null>();
      const asked = files.map(({ id, blob }) => ({ id, blob }));
      for (let at = 0; at < payment.claims.length; at += BATCH) {
        const claims = payment.claims.slice(at, at + BATCH);
        const answers = await askRules(toolkit, { ask: 'match', files: asked, claims });
        if (isOver) return;
        claims.forEach((claim, place) => sent.set(claim, answers[place] ?? null));
      }
      setMade({ files, payment, sent });
    };
    compare().catch(() => {
      if (!isOver) setMade({ files, payment, sent: undefined });
    });
    return () => {
      isOver = true;
    };
  }, [toolkit, files, payment]);
  if (files.length === 0) return { is: 'none' };
  if (made?.files !== files || made.payment !== payment) return { is: 'comparing' };
  return made.sent ? { is: 'there', sent: made.sent } : { is: 'failed' };
}

/** True when a claim is not as it was sent, or was not found among those sent. */
export function differs(answer: SentAnswer | null | undefined): boolean {
  return answer === null || (answer !== undefined && answer.differences.length > 0);
}
