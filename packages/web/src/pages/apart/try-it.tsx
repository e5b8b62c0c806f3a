import type { Claim, Finding } from '@cleanclaim/core';
import { useToolkit } from '../../data/toolkit.ts';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { codeHref } from '../../route/location.ts';
import { t } from '../../text/text.ts';
import { reportOn } from '../claim/use-report.ts';

/** What happens without the pointer: the engine's own words, asked here and now. */
export function TryIt({ claim, why, onOpen }: { claim: Claim; why: string; onOpen: (claim: Claim) => void }) {
  const toolkit = useToolkit();
  const without: Claim = { ...claim, lines: claim.lines.map((line) => ({ ...line, pointers: [] })) };
  const stopped: Finding | undefined = reportOn(without, toolkit).findings.find(
    ({ rule, severity }) => rule === 'form/pointer' && severity === 'error',
  );
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
