import { codeFacts, type Day, type LookupAnswer } from '@cleanclaim/core';
import { type ReactNode, useMemo } from 'react';
import { OLDEST_ASKED } from '../../data/code-facts.ts';
import { useRules } from '../../data/use-rules.ts';
import { ServerTroubleNote } from '../../parts/server-trouble.tsx';
import { NoData } from '../../parts/status.tsx';
import { useServerAnswer } from '../../server/use-answer.ts';
import { useDay } from '../../state/day.ts';
import { askingServer } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';

/** What limits the code, with "no limit" said aloud; a fact whose data is missing says so and is never blank. */
export function Facts({ answer }: { answer: LookupAnswer }) {
  const on = useDay();
  const question = useMemo(() => ({ ask: 'facts', code: answer.code, on }) as const, [answer.code, on]);
  const { last, isFresh, isBroken } = useRules(question);
  const facts = answer.billable && isFresh ? last?.answer : undefined;
  const rows: [string, ReactNode][] = [];
  if (answer.billable && !facts)
    for (const name of [t.facts.sex, t.facts.age, t.facts.firstListed])
      rows.push([
        name,
        isBroken ? (
          <NoData key={name} says={t.facts.notAsked} />
        ) : (
          <span key={name} className="muted">
            …
          </span>
        ),
      ]);
  if (facts) {
    rows.push([t.facts.sex, facts.sex ? t.facts.sexOnly[facts.sex] : t.facts.noLimit]);
    rows.push([
      t.facts.age,
      facts.ages ? t.facts.ages(facts.ages.from, facts.ages.to === OLDEST_ASKED ? undefined : facts.ages.to) : t.facts.noLimit,
    ]);
    rows.push([t.facts.firstListed, facts.notFirst ?? t.facts.mayBeFirst]);
  }
  rows.push([t.facts.inForce, t.code.life(answer.from, answer.fromKnown, answer.to)]);
  return (
    <section className="card" aria-label={t.facts.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.facts.title}</h2>
        {facts && <span className="small muted">{t.facts.byRules}</span>}
      </header>
      <dl className="facts">
        {rows.map(([name, says]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <InstalledFacts code={answer.code} on={on} />
    </section>
  );
}

/** What the tables installed on the server hold of the code; without the switch each of them reads "no data". */
function InstalledFacts({ code, on }: { code: string; on: Day }) {
  const isOn = useStore(askingServer);
  const asked = useServerAnswer(codeFacts, { code, on }, { isOn });
  const answer = asked.is === 'answered' ? asked.answer : undefined;
  return (
    <>
      <dl className="facts">
        {FACT_NAMES.map((name) => {
          const known = answer?.facts.find(({ fact }) => fact === name);
          const missing = answer?.notInstalled.find(({ fact }) => fact === name);
          return (
            <div key={name}>
              <dt>{t.facts.installed[name]}</dt>
              <dd>
                {known ? known.says : asked.is === 'waiting' ? <span className="muted">…</span> : <NoData />}
                {known && <span className="tiny muted"> {known.edition}</span>}
                {missing && <code className="tiny"> {missing.install}</code>}
              </dd>
            </div>
          );
        })}
      </dl>
      {!isOn && <p className="in small muted">{t.facts.installedOnly}</p>}
      {asked.is === 'trouble' && (
        <div className="in small">
          <ServerTroubleNote trouble={asked.trouble} again={asked.again} />
        </div>
      )}
    </>
  );
}

const FACT_NAMES = ['editor', 'present-on-admission', 'complication', 'risk', 'group'] as const;
