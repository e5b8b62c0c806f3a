import { type Icd10cmEdition, isDay, type LookupAnswer } from '@cleanclaim/core';
import { useToolkit } from '../../data/toolkit.ts';
import { CodeLink } from '../../parts/code-link.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { SpokenCode } from '../../parts/spoken-code.tsx';
import { Status } from '../../parts/status.tsx';
import { WhatWhyFix } from '../../parts/what-why-fix.tsx';
import { codeHref, hrefTo } from '../../route/location.ts';
import { setDay, useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';
import { History } from './history.tsx';

/** A code that is not there that day: when it was, what took its place, or what is near it; or no data to tell. */
export function NotUsable({ answer }: { answer: LookupAnswer }) {
  const on = useDay();
  const { data } = useToolkit();
  const elsewhere = answer.system !== 'icd10cm';
  const instead = answer.replacedBy ?? answer.suggestions ?? [];
  const editions = data.icd10cmTable()?.list ?? [];
  // The nearest day that an installed edition covers.
  const nearest = editions.findLast(({ to }) => to !== null && to < on)?.to ?? editions[0]?.from;
  const begins = answer.status === 'unknown' ? longestBeginning(answer.code, data.icd10cm(on)) : undefined;
  const kind = { 'not-in-force': 'k-gone', unknown: 'k-unk', 'no-data': 'k-nod', billable: 'k-ok', header: 'k-need' }[answer.status];
  return (
    <>
      <div className="codehead">
        <h1>
          <span className="line">
            <SpokenCode code={answer.code} />
            <Status status={answer.status} />
            {answer.status === 'not-in-force' && (
              <span className="small muted plainweight">{t.code.life(answer.from, answer.fromKnown, answer.to)}</span>
            )}
          </span>
          {answer.display !== null && <span className="title">{answer.display}</span>}
        </h1>
        {(answer.why !== undefined || answer.fix !== undefined) && (
          <WhatWhyFix
            kind={kind}
            what={answer.status === 'no-data' ? t.code.cannotSay(answer.code, on) : t.code.cannot(answer.code, on)}
            why={answer.why}
            fix={answer.fix}
          />
        )}
      </div>
      <div className="two even">
        <section className="card" aria-label={t.code.instead} data-pane tabIndex={-1}>
          <header>
            <h2>{answer.status === 'not-in-force' ? t.code.insteadOn(on) : answer.status === 'no-data' ? t.code.next : t.code.instead}</h2>
          </header>
          <div className="in stack tight">
            {instead.map(({ code, display }) => (
              <p key={code}>
                <CodeLink code={code} /> {display}
              </p>
            ))}
            {instead.length === 0 && <p className="muted">{answer.status === 'no-data' ? t.code.otherWays : t.code.noInstead}</p>}
            <div className="bar">
              {begins !== undefined && (
                <Link className="btn" href={codeHref(begins)}>
                  <Icon name="tree" />
                  {t.code.begins(begins)}
                </Link>
              )}
              {elsewhere && (
                <Link className="btn" href={hrefTo('/apart', { a: answer.code })}>
                  <Icon name="apart" />
                  {t.code.whatIsIt}
                </Link>
              )}
              {!elsewhere && answer.status === 'no-data' && isDay(nearest) && (
                <button type="button" className="btn" onClick={() => setDay(nearest)}>
                  {t.code.setDay(nearest)}
                </button>
              )}
              <Link className="btn" href={hrefTo('/', { q: answer.display ?? answer.code })}>
                <Icon name="search" />
                {t.code.searchIt}
              </Link>
            </div>
          </div>
        </section>
        {answer.status === 'not-in-force' && <History code={answer.code} />}
      </div>
    </>
  );
}

/** The longest beginning of a code that the edition has. */
function longestBeginning(code: string, icd: Icd10cmEdition | undefined): string | undefined {
  if (!icd) return undefined;
  for (let length = code.length - 1; length >= 3; length--) {
    const row = icd.row(code.slice(0, length).replace(/\.$/, ''));
    if (row >= 0 && icd.inForce(row)) return icd.code(row);
  }
  return undefined;
}
