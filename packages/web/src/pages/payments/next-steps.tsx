import type { PaidClaim } from '@cleanclaim/x12';
import type { SentAnswer } from '../../data/sent-claims.ts';
import { t } from '../../text/text.ts';
import { resultOf } from './money-parts.ts';
import { Result } from './result.tsx';

/** The claim's next steps, the largest amount first, each with how and whether it could have been prevented. */
export function NextSteps({ claim, answer }: { claim: PaidClaim; answer: SentAnswer | null | undefined }) {
  const whys = sentSteps(answer);
  return (
    <aside className="card" aria-label={t.payments.nextTitle} data-pane tabIndex={-1}>
      <header>
        <Result result={resultOf(claim)} />
        <h2 className="wrap">{claim.claim}</h2>
      </header>
      <div className="in stack">
        <h3>{t.payments.nextTitle}</h3>
        {claim.next.length === 0 ? (
          <p>{t.payments.nextNone}</p>
        ) : (
          <ol className="steps">
            {claim.next.map(({ step, amount, category, how, preventable }) => (
              <li key={`${step} ${category ?? ''} ${how}`}>
                <div>
                  <b>
                    {t.payments.steps[step]}: {amount}
                  </b>
                  <p>{how}</p>
                  {preventable !== null && step !== 'bill-patient' && step !== 'write-off' && (
                    <p className="small muted">{t.payments.preventable[preventable]}</p>
                  )}
                </div>
              </li>
            ))}
          </ol>
        )}
        {whys.length > 0 && (
          <>
            <h3>{t.sent.nextTitle}</h3>
            <ul className="stack tight">
              {whys.map((why) => (
                <li key={why}>{t.sent.steps[why]}</li>
              ))}
            </ul>
          </>
        )}
        <p className="tiny muted">{t.payments.ourWords}</p>
      </div>
    </aside>
  );
}

/** What the differences from the claim sent call for, each kind once. */
function sentSteps(answer: SentAnswer | null | undefined): (keyof typeof t.sent.steps)[] {
  if (answer === null) return ['not-found'];
  return [...new Set(answer?.differences.map(({ what }) => what))];
}
