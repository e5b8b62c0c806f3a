import type { LookupAnswer } from '@cleanclaim/core';
import { type ReactNode, useMemo } from 'react';
import { OLDEST_ASKED } from '../../data/code-facts.ts';
import { useRules } from '../../data/use-rules.ts';
import { NoData } from '../../parts/status.tsx';
import { useDay } from '../../state/day.ts';
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
  for (const name of t.facts.missing) rows.push([name, <NoData key={name} />]);
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
    </section>
  );
}
