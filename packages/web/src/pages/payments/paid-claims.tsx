import type { PaidClaim, Payment } from '@cleanclaim/x12';
import { useDeferredValue, useMemo, useState } from 'react';
import { FindInList, hasWords } from '../../parts/find-in-list.tsx';
import { Icon } from '../../parts/icon.tsx';
import { LongTable } from '../../parts/long-table.tsx';
import { t } from '../../text/text.ts';
import { resultOf } from './money-parts.ts';
import { Result } from './result.tsx';
import { SentMark } from './sent-mark.tsx';
import { type Comparison, differs } from './use-sent.ts';

interface Props {
  readonly payment: Payment;
  /** Those to work on. */
  readonly work: readonly PaidClaim[];
  readonly comparison: Comparison;
  readonly chosen: PaidClaim | undefined;
  readonly onChoose: (claim: PaidClaim) => void;
}

/** The claims of a payment, all or those that need somebody, with how each stands to what was sent. */
export function PaidClaims({ payment, work, comparison, chosen, onChoose }: Props) {
  const [only, setOnly] = useState<'all' | 'work' | 'differs'>('all');
  const [text, setText] = useState('');
  const searched = useDeferredValue(text);
  const sent = comparison.is === 'there' ? comparison.sent : undefined;
  const other = useMemo(() => payment.claims.filter((claim) => differs(sent?.get(claim))), [payment, sent]);
  const list = only === 'work' ? work : only === 'differs' && sent ? other : payment.claims;
  const found = useMemo(() => list.filter((claim) => hasWords(searched, wordsOf(claim))), [list, searched]);
  const { columns } = t.payments;
  return (
    <section className="card clip" aria-label={t.payments.claimsOf} data-pane tabIndex={-1}>
      <header>
        <h2>{t.payments.claimsOf}</h2>
        <span className="grow" />
        <FindInList of={list.length} text={text} found={found.length} onText={setText} />
        <div className="seg wrap" role="group" aria-label={t.payments.show}>
          <button type="button" aria-pressed={only === 'all'} onClick={() => setOnly('all')}>
            {t.payments.all(payment.claims.length)}
          </button>
          <button type="button" aria-pressed={only === 'work'} onClick={() => setOnly('work')}>
            {t.payments.onlyWork(work.length)}
          </button>
          {sent && (
            <button type="button" aria-pressed={only === 'differs'} onClick={() => setOnly('differs')}>
              {t.sent.only(other.length)}
            </button>
          )}
        </div>
      </header>
      {comparison.is === 'comparing' && (
        <p className="in small muted" role="status">
          {t.sent.comparing}
        </p>
      )}
      {comparison.is === 'failed' && (
        <p className="note-row k-err" role="alert">
          <Icon name="error" />
          {t.sent.failed}
        </p>
      )}
      {found.length === 0 ? (
        <p className="in muted">{text === '' ? (only === 'differs' ? t.sent.noneDiffers : t.payments.noWork) : t.find.found(0)}</p>
      ) : (
        <LongTable
          label={t.payments.claimsOf}
          rows={found}
          columns={sent ? 7 : 6}
          isOn={(claim) => claim === chosen}
          head={
            <>
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
              {sent && (
                <th scope="col" className="hide-s">
                  {t.sent.column}
                </th>
              )}
            </>
          }
          cells={(claim) => (
            <>
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
                {/* On a phone there is no room for a column more. */}
                {sent && (
                  <div className="only-s sub">
                    <SentMark answer={sent.get(claim) ?? null} />
                  </div>
                )}
              </td>
              {sent && (
                <td className="hide-s">
                  <SentMark answer={sent.get(claim) ?? null} />
                </td>
              )}
            </>
          )}
        />
      )}
    </section>
  );
}

function wordsOf({ claim, patient, payerControl, charged }: PaidClaim) {
  return [claim, patient?.first, patient?.last, patient?.memberId, payerControl, charged];
}
