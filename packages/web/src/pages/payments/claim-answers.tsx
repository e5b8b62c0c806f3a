import type { ClaimAnswer, ClaimAnswers, ClaimStatus } from '@cleanclaim/x12';
import { useDeferredValue, useMemo, useState } from 'react';
import { FindInList, hasWords } from '../../parts/find-in-list.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { LongTable } from '../../parts/long-table.tsx';
import { t } from '../../text/text.ts';
import { outcomesOfAnswers } from './outcomes.ts';
import { TakeOver } from './take-over.tsx';

export const ANSWER_LOOKS: Readonly<Record<ClaimAnswer['result'], readonly [IconName, string]>> = {
  accepted: ['check', 'k-ok'],
  received: ['info', 'k-info'],
  rejected: ['error', 'k-err'],
  unknown: ['unknown', 'k-unk'],
};

/** A 277CA claim by claim: the rejected ones first in mind, each with what it is about and what to do. */
export function ClaimAnswersView({ answers }: { answers: ClaimAnswers }) {
  const outcomes = useMemo(() => outcomesOfAnswers(answers), [answers]);
  const rejected = answers.claims.filter(({ result }) => result === 'rejected');
  const [only, setOnly] = useState(false);
  const [text, setText] = useState('');
  const searched = useDeferredValue(text);
  const [chosen, setChosen] = useState<ClaimAnswer | undefined>(rejected[0] ?? answers.claims[0]);
  const list = only ? rejected : answers.claims;
  const found = list.filter(({ claim, patient }) => hasWords(searched, [claim, patient?.first, patient?.last]));
  const words = t.payments.answer;
  return (
    <section className="stack" aria-label={words.claims(answers.from, answers.on)}>
      <div className="bar">
        <h2 className="f20 wrap">{words.claims(answers.from, answers.on)}</h2>
        <span className="small muted">{words.about(answers.claims.length)}</span>
      </div>
      <TakeOver outcomes={outcomes} />
      <div className="bench pay">
        <section className="card clip" aria-label={t.payments.claimsOf} data-pane tabIndex={-1}>
          <header>
            <h2>{words.about(answers.claims.length)}</h2>
            <span className="grow" />
            <FindInList of={list.length} text={text} found={found.length} onText={setText} />
            <div className="seg" role="group" aria-label={t.payments.show}>
              <button type="button" aria-pressed={!only} onClick={() => setOnly(false)}>
                {t.payments.all(answers.claims.length)}
              </button>
              <button type="button" aria-pressed={only} onClick={() => setOnly(true)}>
                {words.only(rejected.length)}
              </button>
            </div>
          </header>
          {found.length === 0 ? (
            <p className="in muted">{text === '' ? words.noRejected : t.find.found(0)}</p>
          ) : (
            <LongTable
              label={words.about(answers.claims.length)}
              rows={found}
              columns={5}
              isOn={(claim) => claim === chosen}
              head={
                <>
                  <th scope="col">{words.columns.claim}</th>
                  <th scope="col" className="hide-s">
                    {words.columns.patient}
                  </th>
                  <th scope="col" className="hide-s">
                    {words.columns.on}
                  </th>
                  <th scope="col" className="num">
                    {words.columns.amount}
                  </th>
                  <th scope="col">{words.columns.result}</th>
                </>
              }
              cells={(claim) => (
                <>
                  <td>
                    <button type="button" className="rowlink mono" aria-pressed={claim === chosen} onClick={() => setChosen(claim)}>
                      {claim.claim}
                    </button>
                  </td>
                  <td className="hide-s">{claim.patient === null ? '' : t.payments.patient(claim.patient.first, claim.patient.last)}</td>
                  <td className="hide-s nw">{claim.from}</td>
                  <td className="num">{claim.amount}</td>
                  <td>
                    <AnswerResult result={claim.result} />
                  </td>
                </>
              )}
            />
          )}
        </section>
        {chosen && <Details claim={chosen} />}
      </div>
    </section>
  );
}

function AnswerResult({ result }: { result: ClaimAnswer['result'] }) {
  const [icon, kind] = ANSWER_LOOKS[result];
  return (
    <span className={`st ${kind} sm`}>
      <Icon name={icon} />
      {t.payments.answer.results[result]}
    </span>
  );
}

function Details({ claim }: { claim: ClaimAnswer }) {
  const words = t.payments.answer;
  return (
    <aside className="card" aria-label={words.details(claim.claim)} data-pane tabIndex={-1}>
      <header>
        <AnswerResult result={claim.result} />
        <h2 className="wrap">{claim.claim}</h2>
        {claim.payerControl !== null && <span className="small muted wrap">{t.payments.payerNumber(claim.payerControl)}</span>}
      </header>
      <div className="in stack">
        {claim.statuses.map((status, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <Status key={at} status={status} />
        ))}
        {claim.lines.map(({ code, statuses }, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at}>
            <h3>{words.line(code)}</h3>
            {statuses.map((status, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <Status key={index} status={status} />
            ))}
          </div>
        ))}
        <div>
          <h3>{words.next}</h3>
          <p>{claim.how}</p>
        </div>
        <p className="tiny muted">{words.ourWords}</p>
      </div>
    </aside>
  );
}

function Status({ status: { category, status, entity, message } }: { status: ClaimStatus }) {
  const words = t.payments.answer;
  const rows: readonly (readonly [string, string, string | null])[] = [
    [words.category, category.code, category.says],
    [words.what, status.code, status.says],
    ...(entity === null ? [] : [[words.whose, entity.code, entity.says] as const]),
  ];
  return (
    <dl className="facts">
      {rows.map(([name, code, says]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <code>{code}</code> {says ?? <span className="muted">{words.noWords}</span>}
          </dd>
        </div>
      ))}
      {message !== null && (
        <div>
          <dt>{words.message}</dt>
          <dd className="wrap">{message}</dd>
        </div>
      )}
    </dl>
  );
}
