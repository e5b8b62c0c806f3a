import type { Claim, Day } from '@cleanclaim/core';
import { useMemo } from 'react';
import { useRules } from '../../data/use-rules.ts';
import { Icon } from '../../parts/icon.tsx';
import { NoData } from '../../parts/status.tsx';
import { today } from '../../state/day.ts';
import { t } from '../../text/text.ts';
import { entriesOf, KIND_LOOKS } from '../claim/findings.ts';

/** Whether two diagnoses may stand on one claim, in the engine's own words: both orders are tried. */
export function Together({ one, other, on }: { one: string; other: string; on: Day }) {
  const question = useMemo(() => ({ ask: 'check', claims: bothOrders(one, other, on), received: today() }) as const, [one, other, on]);
  const { last, isFresh, isBroken } = useRules(question);
  const said = (isFresh ? (last?.answer ?? []) : []).flatMap((report, at) =>
    entriesOf(report)
      .filter(({ finding }) => finding?.codes.includes(one) && finding.codes.includes(other))
      .map((entry) => ({ ...entry, order: at })),
  );
  const found = said.filter((each, at) => said.findIndex((before) => before.message === each.message) === at);
  return (
    <section className="card" aria-label={t.together.title} aria-busy={!isFresh && !isBroken} data-pane tabIndex={-1}>
      <header>
        <h2>{t.together.title}</h2>
      </header>
      <div className="in stack tight">
        {isBroken && <NoData says={t.facts.notAsked} />}
        {isFresh && found.length === 0 && <p>{t.together.nothing}</p>}
        {found.map(({ key, kind, message, finding, order }) => (
          <div key={`${order} ${key}`}>
            <p className={KIND_LOOKS[kind].kind}>
              <span className={`st sm ${KIND_LOOKS[kind].kind}`}>
                <Icon name={KIND_LOOKS[kind].icon} />
                {t.findings.word(kind)}
              </span>{' '}
              {message}
            </p>
            <p className="small muted">{finding?.why}</p>
          </div>
        ))}
      </div>
    </section>
  );
}

function bothOrders(one: string, other: string, on: Day): Claim[] {
  return [
    [one, other],
    [other, one],
  ].map(([first = '', second = '']) => ({
    type: 'professional',
    diagnoses: [{ code: first }, { code: second }],
    lines: [{ from: on, pointers: [1, 2] }],
  }));
}
