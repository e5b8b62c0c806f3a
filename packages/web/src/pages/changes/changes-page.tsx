import { diff, type DiffAnswer, perform } from '@cleanclaim/core';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { CodeLink } from '../../parts/code-link.tsx';
import { Icon } from '../../parts/icon.tsx';
import { NoData } from '../../parts/status.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { hrefTo, navigate, usePlace } from '../../route/location.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';
import { OwnList } from './own-list.tsx';

type Kind = 'added' | 'deleted' | 'revised';
const KINDS: readonly Kind[] = ['added', 'deleted', 'revised'];
const AT_ONCE = 100;

/** What changed between two editions, and which codes of one's own list break. */
export function ChangesPage() {
  const { data } = useToolkit();
  const on = useDay();
  const { query } = usePlace();
  const editions = data.icd10cmTable()?.list ?? [];
  useTitle(t.changes.title);
  // Editions with the same code list are one release; comparing them would say nothing.
  const releases = editions.filter((each, at) => editions.findIndex((other) => other['codes'] === each['codes']) === at);
  const now = releases.findLast(({ from }) => from <= on) ?? releases.at(-1);
  const to = releases.find(({ id }) => id === query.get('to')) ?? now;
  const from = releases.find(({ id }) => id === query.get('from')) ?? releases[Math.max(0, releases.findIndex((each) => each === to) - 1)];
  if (!from || !to || releases.length < 2)
    return (
      <section className="card empty">
        <h1>{t.changes.title}</h1>
        <NoData />
        <p>{t.changes.none}</p>
      </section>
    );
  const choose = (name: 'from' | 'to', value: string): void =>
    navigate(hrefTo('/changes', { from: from.id, to: to.id, [name]: value }), { keepFocus: true });
  return (
    <>
      <div className="bar gap-b">
        <h1>{t.changes.title}</h1>
        <span className="grow" />
        {(['from', 'to'] as const).map((name) => (
          <label className="bar" key={name}>
            {t.changes[name]}
            <select
              className="field"
              value={name === 'from' ? from.id : to.id}
              onChange={(event) => choose(name, event.currentTarget.value)}
            >
              {releases.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.title}, {each.from}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {from === to ? <p className="card in">{t.changes.same}</p> : <Changes from={from.id} to={to.id} />}
    </>
  );
}

function Changes({ from, to }: { from: string; to: string }) {
  const { data } = useToolkit();
  const on = useDay();
  const answer = useMemo(() => perform(diff, { from, to }, { data, today: on }), [from, to, data, on]);
  const [kind, setKind] = useState<Kind>('added');
  const [text, setText] = useState('');
  const sought = useDeferredValue(text.trim().toLowerCase());
  const [count, setCount] = useState(AT_ONCE);
  const find = useRef<HTMLInputElement>(null);
  useKeys({ f: () => find.current?.focus() });
  const rows = useMemo(() => rowsOf(answer, kind).filter((row) => sought === '' || row.search.includes(sought)), [answer, kind, sought]);
  return (
    <div className="two">
      <section className="card" aria-label={t.changes.list} data-pane tabIndex={-1}>
        <header>
          <div className="seg" role="group" aria-label={t.changes.show}>
            {KINDS.map((each) => (
              <button
                type="button"
                key={each}
                aria-pressed={kind === each}
                onClick={() => {
                  setKind(each);
                  setCount(AT_ONCE);
                }}
              >
                {t.changes.kinds[each](answer[each].length)}
              </button>
            ))}
          </div>
          <span className="grow" />
          <input
            ref={find}
            className="field"
            aria-label={t.changes.filter}
            placeholder={t.changes.filter}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </header>
        <p className="sr" role="status">
          {t.changes.shown(rows.length)}
        </p>
        {rows.length === 0 && <p className="in muted">{t.changes.nothing}</p>}
        <ul>
          {rows.slice(0, count).map((row) => (
            <li className="res changes" key={row.code}>
              <CodeLink code={row.code} />
              <span className="t1">
                {row.title}
                {row.before !== undefined && (
                  <span className="why">
                    <span>
                      {t.changes.before} <del>{row.before}</del>
                    </span>
                  </span>
                )}
                {row.instead !== undefined && (
                  <span className="why">
                    <span>
                      {row.now === 'header' ? t.changes.nowHeader : t.changes.gone}{' '}
                      {row.instead.slice(0, 6).map((code) => (
                        <span key={code}>
                          <CodeLink code={code} />{' '}
                        </span>
                      ))}
                      {row.instead.length > 6 && t.changes.andMore(row.instead.length - 6)}
                    </span>
                  </span>
                )}
              </span>
              <span className={`st sm ${kind === 'added' ? 'k-ok' : kind === 'deleted' ? 'k-gone' : 'k-info'}`}>
                <Icon name={kind === 'added' ? 'plus' : kind === 'deleted' ? 'gone' : 'info'} />
                {t.changes.words[kind]}
              </span>
            </li>
          ))}
        </ul>
        {rows.length > count && (
          <p className="in">
            <button type="button" className="btn" onClick={() => setCount(count + AT_ONCE)}>
              {t.changes.more(Math.min(AT_ONCE, rows.length - count), rows.length - count)}
            </button>
          </p>
        )}
      </section>
      <OwnList from={from} to={to} />
    </div>
  );
}

interface Row {
  readonly code: string;
  readonly title: string;
  readonly search: string;
  readonly before?: string;
  readonly instead?: readonly string[];
  readonly now?: 'header' | 'gone';
}

function rowsOf(answer: DiffAnswer, kind: Kind): Row[] {
  const search = (...texts: (string | null)[]) => texts.join(' ').toLowerCase();
  if (kind === 'added')
    return answer.added.map(({ code, display }) => ({ code, title: display ?? t.code.noTitle, search: search(code, display) }));
  if (kind === 'revised')
    return answer.revised.map(({ code, before, after }) => ({
      code,
      title: after ?? t.code.noTitle,
      before: before ?? t.code.noTitle,
      search: search(code, before, after),
    }));
  return answer.deleted.map(({ code, display, now, replacedBy }) => ({
    code,
    title: display ?? t.code.noTitle,
    now,
    instead: replacedBy.map((each) => each.code),
    search: search(code, display),
  }));
}
