import { lookup, perform } from '@cleanclaim/core';
import { useToolkit } from '../../data/toolkit.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { Status } from '../../parts/status.tsx';
import { codeHref, hrefTo } from '../../route/location.ts';
import { useDay } from '../../state/day.ts';
import { keptCodes, recentCodes } from '../../state/kept-codes.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';

/** Before anything is typed: what to try, and the codes looked at lately or kept, as they stand on the day. */
export function FirstUse() {
  const recent = useStore(recentCodes);
  const kept = useStore(keptCodes);
  return (
    <div className="stack">
      <section className="card first" data-pane tabIndex={-1} aria-label={t.first.title}>
        <div className="empty">
          <h1>{t.first.title}</h1>
          <p className="lead">{t.first.lead}</p>
          <p className="bar">
            {t.first.try}
            {t.first.examples.map((text) => (
              <Link key={text} className="chip c" href={hrefTo('/', { q: text })}>
                {text}
              </Link>
            ))}
          </p>
        </div>
        <ul className="doors">
          {DOORS.map(({ path, icon, title, says }) => (
            <li key={path}>
              <Link href={hrefTo(path)}>
                <Icon name={icon} />
                <span>
                  <b>{title}</b>
                  <span className="small muted">{says}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {(kept.length > 0 || recent.length > 0) && (
        <div className="two even">
          {kept.length > 0 && <Codes title={t.first.kept} icon="star" codes={kept} />}
          {recent.length > 0 && <Codes title={t.first.recent} icon="undo" codes={recent} />}
        </div>
      )}
    </div>
  );
}

const DOORS: readonly { readonly path: string; readonly icon: IconName; readonly title: string; readonly says: string }[] = [
  { path: '/apart', icon: 'apart', ...t.first.doors.apart },
  { path: '/claim', icon: 'claim', ...t.first.doors.claim },
  { path: '/em', icon: 'clock', ...t.first.doors.em },
  { path: '/chapters', icon: 'tree', ...t.first.doors.chapters },
  { path: '/changes', icon: 'changes', ...t.first.doors.changes },
  { path: '/index', icon: 'book', ...t.first.doors.index },
  { path: '/icd10pcs', icon: 'slots', ...t.first.doors.pcs },
];

function Codes({ title, icon, codes }: { title: string; icon: IconName; codes: readonly string[] }) {
  const { data } = useToolkit();
  const on = useDay();
  return (
    <section className="card" aria-label={title} data-pane tabIndex={-1}>
      <header>
        <Icon name={icon} />
        <h2>{title}</h2>
      </header>
      <ul>
        {codes.map((code) => {
          const answer = perform(lookup, { code, on }, { data, today: on });
          return (
            <li key={code}>
              <Link className="res" href={codeHref(code)}>
                <span className="c">{answer.code}</span>
                <span className="t1">{answer.display ?? t.code.noTitle}</span>
                <Status status={answer.status} small />
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
