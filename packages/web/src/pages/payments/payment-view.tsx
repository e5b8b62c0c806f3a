import { formatMoney } from '@cleanclaim/core';
import type { PaidClaim, Payment } from '@cleanclaim/x12';
import { useMemo, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../text/text.ts';
import { needsWork, sumsOf } from './money-parts.ts';
import { NextSteps } from './next-steps.tsx';
import { outcomesOfPayment } from './outcomes.ts';
import { PaidClaims } from './paid-claims.tsx';
import { SentAndDecided } from './sent-and-decided.tsx';
import { TakeOver } from './take-over.tsx';
import { useSent } from './use-sent.ts';
import { WhereItWent } from './where-it-went.tsx';

/** A payment: sums, the proof that it adds up, its claims, and for the chosen one where the money went, what was sent, and what is next. */
export function PaymentView({ payment }: { payment: Payment }) {
  const sums = useMemo(() => sumsOf(payment), [payment]);
  const outcomes = useMemo(() => outcomesOfPayment(payment), [payment]);
  const comparison = useSent(payment);
  const work = useMemo(() => payment.claims.filter(needsWork), [payment]);
  const [chosen, setChosen] = useState<PaidClaim | undefined>(work[0] ?? payment.claims[0]);
  const answer = chosen && comparison.is === 'there' ? comparison.sent.get(chosen) : undefined;
  return (
    <section className="stack" aria-label={t.payments.paymentOf(payment.date)}>
      <div className="bar">
        <h2 className="f20">{t.payments.paymentOf(payment.date)}</h2>
        <span className="small muted wrap">{t.payments.about(payment.payer, payment.trace, payment.claims.length)}</span>
      </div>
      <dl className="sum">
        <Sum name={t.payments.paidToYou} amount={payment.amount} below={t.payments.by(payment.method)} />
        <Sum name={t.payments.billed} amount={formatMoney(sums.billed)} below={t.payments.claims(payment.claims.length)} />
        <Sum name={t.payments.patientsOwe} amount={formatMoney(sums.patients)} below={t.payments.asPayersSay} />
        <Sum name={t.payments.toWorkOn} amount={formatMoney(sums.open)} below={t.payments.claims(sums.claims)} />
      </dl>
      <Proof payment={payment} />
      <TakeOver outcomes={outcomes} />
      {payment.providerAdjustments.length > 0 && <ProviderAdjustments payment={payment} />}
      <div className="bench pay">
        <div className="stack">
          <PaidClaims payment={payment} work={work} comparison={comparison} chosen={chosen} onChoose={setChosen} />
          {chosen && <WhereItWent claim={chosen} />}
          {chosen && answer !== undefined && <SentAndDecided claim={chosen} answer={answer} />}
        </div>
        {chosen && <NextSteps claim={chosen} answer={answer} />}
      </div>
    </section>
  );
}

function Sum({ name, amount, below }: { name: string; amount: string; below: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {amount}
        <small>{below}</small>
      </dd>
    </div>
  );
}

/** Adds up, with the arithmetic; or where it does not. */
function Proof({ payment: { balance, claims } }: { payment: Payment }) {
  const wrong = claims.filter((claim) => !claim.balanced).map(({ claim }) => claim);
  const holds = balance.balanced && wrong.length === 0;
  const FEW = 6;
  const terms = claims.length <= FEW ? claims.map(({ paid }) => paid).join(' + ') : balance.claimsPaid;
  return (
    <div className="bar small" role="note">
      <span className={`st ${holds ? 'k-ok' : 'k-err'} sm`}>
        <Icon name={holds ? 'check' : 'error'} />
        {holds ? t.payments.addsUp : t.payments.addsNot}
      </span>
      <span>
        {holds && t.payments.addsUpWhy}
        {!balance.balanced && t.payments.addsNotTotal(balance.expected, balance.payment)}{' '}
        {wrong.length > 0 && t.payments.addsNotClaims(wrong)}
      </span>
      <span className="muted mono tiny wrap">
        {balance.expected} = {terms} − {balance.providerAdjustments}
      </span>
    </div>
  );
}

function ProviderAdjustments({ payment }: { payment: Payment }) {
  return (
    <section className="card" aria-label={t.payments.provider}>
      <header>
        <h2>{t.payments.provider}</h2>
      </header>
      <ul>
        {payment.providerAdjustments.map(({ reason, says, amount, effect, reference }, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className="note-row plain">
            <b className="num">{amount}</b>
            <span>
              {t.payments.providerReason(reason, says)}; {t.payments.effect[effect]}
              {reference !== null && <span className="muted wrap">, {t.payments.reference(reference)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
