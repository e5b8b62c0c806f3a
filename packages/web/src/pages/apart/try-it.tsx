import type { Claim } from '@cleanclaim/core';
import { useMemo } from 'react';
import { useRules } from '../../data/use-rules.ts';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { codeHref } from '../../route/location.ts';
import { today } from '../../state/day.ts';
import { t } from '../../text/text.ts';

/** What happens without the pointer: the engine's own words, asked here and now. */
export function TryIt({ claim, why, onOpen }: { claim: Claim; why: string; onOpen: (claim: Claim) => void }) {
  const without = useMemo<Claim>(() => ({ ...claim, lines: claim.lines.map((line) => ({ ...line, pointers: [] })) }), [claim]);
  const question = useMemo(() => ({ ask: 'check', claims: [without], received: today() }) as const, [without]);
  const { last, isFresh } = useRules(question);
  const stopped = isFresh
    ? last?.answer[0]?.findings.find(({ rule, severity }) => rule === 'form/pointer' && severity === 'error')
    : undefined;
  return (
    <section className="card" aria-label={t.tryIt.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.tryIt.title}</h2>
      </header>
      <div className="in stack tight">
        <p>
          <b>{t.tryIt.noPointer}</b> {t.tryIt.stops}
        </p>
        {stopped && (
          <p className="st k-err wrap">
            <Icon name="error" />
            {stopped.where.box}: {stopped.message}
          </p>
        )}
        <p>
          <b>{t.tryIt.otherReason}</b> {t.tryIt.otherReasonSays}
        </p>
        <div className="bar">
          <button type="button" className="btn pri" onClick={() => onOpen(claim)}>
            {t.tryIt.open}
          </button>
          <button type="button" className="btn" onClick={() => onOpen(without)}>
            {t.tryIt.openWithout}
          </button>
          <Link className="btn" href={codeHref(why)}>
            {t.tryIt.read(why)}
          </Link>
        </div>
      </div>
    </section>
  );
}
