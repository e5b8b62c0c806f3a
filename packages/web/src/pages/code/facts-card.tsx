import type { LookupAnswer } from '@cleanclaim/core';
import { type ReactNode, useMemo } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { NoData } from '../../parts/status.tsx';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';
import { factsOf, OLDEST_ASKED } from './facts.ts';

/** What limits the code, with "no limit" said aloud; a fact whose data is missing says so and is never blank. */
export function Facts({ answer }: { answer: LookupAnswer }) {
  const toolkit = useToolkit();
  const on = useDay();
  const facts = useMemo(() => (answer.billable ? factsOf(answer.code, on, toolkit) : undefined), [answer, on, toolkit]);
  const rows: [string, ReactNode][] = [];
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
