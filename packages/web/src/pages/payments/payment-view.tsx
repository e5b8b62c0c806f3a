import { formatMoney } from '@cleanclaim/core';
import type { PaidClaim, Payment } from '@cleanclaim/x12';
import { useMemo, useState } from 'react';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { t } from '../../text/text.ts';
import { type ClaimResult, needsWork, resultOf, sumsOf } from './money-parts.ts';
import { NextSteps } from './next-steps.tsx';
import { outcomesOfPayment } from './outcomes.ts';
import { TakeOver } from './take-over.tsx';
import { WhereItWent } from './where-it-went.tsx';

/** Rows shown at first; more on demand, so that a payment of thousands stays quick. */
const ROWS = 100;

/** A payment: sums, the proof that it adds up, its claims, and for the chosen one where the money went and what is next. */
export function PaymentView({ payment }: { payment: Payment }) {
  const sums = sumsOf(payment);
  const outcomes = useMemo(() => outcomesOfPayment(payment), [payment]);
  const [only, setOnly] = useState(false);
  const [shown, setShown] = useState(ROWS);
  const work = payment.claims.filter(needsWork);
  const list = only ? work : payment.claims;
  const [chosen, setChosen] = useState<PaidClaim | undefined>(work[0] ?? payment.claims[0]);
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
          <section className="card clip" aria-label={t.payments.claimsOf} data-pane tabIndex={-1}>
            <header>
              <h2>{t.payments.claimsOf}</h2>
              <span className="grow" />
              <div className="seg" role="group" aria-label={t.payments.show}>
                <button type="button" aria-pressed={!only} onClick={() => setOnly(false)}>
                  {t.payments.all(payment.claims.length)}
                </button>
                <button type="button" aria-pressed={only} onClick={() => setOnly(true)}>
                  {t.payments.onlyWork(work.length)}
                </button>
              </div>
            </header>
            {list.length === 0 ? (
              <p className="in muted">{t.payments.noWork}</p>
            ) : (
              <Claims list={list.slice(0, shown)} chosen={chosen} onChoose={setChosen} />
            )}
            {list.length > shown && (
              <div className="in">
                <button type="button" className="btn" onClick={() => setShown(shown + ROWS)}>
                  {t.payments.more(Math.min(ROWS, list.length - shown))}
                </button>
              </div>
            )}
          </section>
          {chosen && <WhereItWent claim={chosen} />}
        </div>
        {chosen && <NextSteps claim={chosen} />}
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

function Claims({
  list,
  chosen,
  onChoose,
}: {
  list: readonly PaidClaim[];
  chosen: PaidClaim | undefined;
  onChoose: (claim: PaidClaim) => void;
}) {
  const { columns } = t.payments;
  return (
    <ScrollBox label={t.payments.claimsOf}>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{columns.claim}</th>
            <th scope="col" className="num">
              {columns.billed}
            </th>
            <th scope="col" className="num hide-s">
              {columns.allowed}
            </th>
            <th scope="col" className="num">
              {columns.paid}
            </th>
            <th scope="col" className="num hide-s">
              {columns.patient}
            </th>
            <th scope="col">{columns.result}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((claim, at) => (
            // A claim and its reversal bear the same number.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at} className={claim === chosen ? 'on' : undefined}>
              <td>
                <button type="button" className="rowlink mono" aria-pressed={claim === chosen} onClick={() => onChoose(claim)}>
                  {claim.claim}
                </button>
              </td>
              <td className="num">{claim.charged}</td>
              <td className="num hide-s">{claim.allowed}</td>
              <td className="num">{claim.paid}</td>
              <td className="num hide-s">{claim.patientShare}</td>
              <td>
                <Result result={resultOf(claim)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const LOOKS: Readonly<Record<ClaimResult['kind'], readonly [IconName, string]>> = {
  paid: ['check', 'k-ok'],
  unpaid: ['info', 'k-info'],
  denied: ['error', 'k-err'],
  reversed: ['undo', 'k-info'],
  unbalanced: ['error', 'k-err'],
  lines: ['error', 'k-err'],
  short: ['warning', 'k-warn'],
};

export function Result({ result }: { result: ClaimResult }) {
  const [icon, kind] = LOOKS[result.kind];
  const { results } = t.payments;
  return (
    <span className={`st ${kind} sm`}>
      <Icon name={icon} />
      {result.kind === 'lines'
        ? results.lines(result.lines)
        : result.kind === 'short'
          ? results.short(formatMoney(result.amount))
          : results[result.kind]}
    </span>
  );
}
