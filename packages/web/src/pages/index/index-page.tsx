import { type IndexAnswer, INDEX_PARTS, indexTerm } from '@cleanclaim/core';
import { type FormEvent, useEffect, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { ServerSwitch } from '../../parts/server-switch.tsx';
import { ServerTroubleNote } from '../../parts/server-trouble.tsx';
import { NoData } from '../../parts/status.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { hrefTo, navigate, usePlace } from '../../route/location.ts';
import { useServerAnswer } from '../../server/use-answer.ts';
import { useDay } from '../../state/day.ts';
import { askingServer } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import { IndexMatch } from './index-match.tsx';

/** Lines asked for at once: some main terms have thousands. */
const LINES = 150;

/** The Alphabetic Index as a book: a term with all that stands under it, or the terms that lead to a code. */
export function IndexPage() {
  const { query } = usePlace();
  const on = useDay();
  const isOn = useStore(askingServer);
  const term = (query.get('term') ?? '').slice(0, 300);
  const code = (query.get('code') ?? '').slice(0, 40);
  const part = INDEX_PARTS.find((each) => each === query.get('part'));
  const offset = Math.max(0, Math.trunc(Number(query.get('from') ?? '0')) || 0);
  const isAsked = term.trim() !== '' || code.trim() !== '';
  const asked = useServerAnswer(
    indexTerm,
    { ...(code.trim() === '' ? { term } : { code }), ...(part === undefined ? {} : { part }), on, limit: LINES, offset },
    { isOn: isOn && isAsked },
  );
  useTitle(isAsked ? t.index.titleFor(code || term) : t.index.title);
  return (
    <>
      <h1 className="gap-b">{t.index.title}</h1>
      <div className="stack">
        <section className="card" aria-label={t.index.look} data-pane tabIndex={-1}>
          <div className="in stack tight">
            <AskForm term={term} part={part ?? ''} />
            <p className="small muted">{t.index.lead}</p>
            <ServerSwitch />
          </div>
        </section>
        {!isOn && (
          <section className="card empty">
            <NoData />
            <p>{t.index.needsSwitch}</p>
          </section>
        )}
        {isOn && !isAsked && <Examples />}
        {asked.is === 'waiting' && (
          <p className="in small muted" role="status">
            {t.server.asking}
          </p>
        )}
        {asked.is === 'trouble' && <ServerTroubleNote trouble={asked.trouble} again={asked.again} />}
        {asked.is === 'answered' && <Answer answer={asked.answer} part={part} />}
      </div>
    </>
  );
}

function AskForm({ term, part }: { term: string; part: string }) {
  const [text, setText] = useState(term);
  const [only, setOnly] = useState(part);
  useEffect(() => {
    setText(term);
    setOnly(part);
  }, [term, part]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    navigate(hrefTo('/index', { term: text.trim(), part: only }));
  };
  return (
    <form className="bar" onSubmit={submit}>
      <div className="labelled grow">
        <label htmlFor="index-term">{t.index.term}</label>
        <input
          id="index-term"
          className="field"
          value={text}
          maxLength={300}
          placeholder={t.index.placeholder}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div className="labelled">
        <label htmlFor="index-part">{t.index.part}</label>
        <select id="index-part" className="field" value={only} onChange={(event) => setOnly(event.currentTarget.value)}>
          <option value="">{t.index.parts['all']}</option>
          {INDEX_PARTS.map((each) => (
            <option key={each} value={each}>
              {t.index.parts[each]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="btn pri">
        {t.index.look}
      </button>
    </form>
  );
}

function Examples() {
  return (
    <section className="card empty">
      <p className="bar">
        {t.index.try}
        {t.index.examples.map((text) => (
          <Link key={text} className="chip" href={hrefTo('/index', { term: text })}>
            {text}
          </Link>
        ))}
      </p>
    </section>
  );
}

function Answer({ answer, part }: { answer: IndexAnswer; part: string | undefined }) {
  const { status, input, fix, missing, readAs, didYouMean = [], matches, total, offset, edition } = answer;
  const shown = matches.reduce((sum, { lines }) => sum + lines.length, 0);
  const { query } = usePlace();
  const at = (from: number): string =>
    hrefTo('/index', {
      term: query.get('term') ?? undefined,
      code: query.get('code') ?? undefined,
      part,
      from: from > 0 ? String(from) : undefined,
    });
  if (status === 'no-data')
    return (
      <section className="card empty">
        <NoData />
        <p>{fix}</p>
      </section>
    );
  if (status === 'nothing')
    return (
      <section className="card empty">
        <h2>{t.index.nothing(input)}</h2>
        <p className="small muted">{t.search.tryOther}</p>
      </section>
    );
  return (
    <>
      {(status === 'partly' || readAs) && (
        <p className="note-row banner k-need">
          <Icon name="warning" />
          <span>
            {status === 'partly' && t.index.partly(missing.join(', '))} {readAs && t.index.readAs(readAs.term, readAs.how)}
          </span>
        </p>
      )}
      {didYouMean.length > 0 && (
        <p className="bar">
          {t.index.didYouMean}
          {didYouMean.map((text) => (
            <Link key={text} className="chip" href={hrefTo('/index', { term: text })}>
              {text}
            </Link>
          ))}
        </p>
      )}
      {matches.map((match) => (
        <IndexMatch key={`${match.part}${match.lines[0]?.term ?? ''}`} match={match} />
      ))}
      <div className="bar">
        <p className="small muted" role="status">
          {t.index.shown(offset + 1, offset + shown, total)} {edition !== null && t.index.edition(edition)}
        </p>
        <span className="grow" />
        {offset > 0 && (
          <Link className="btn sm" href={at(Math.max(0, offset - LINES))}>
            {t.index.before}
          </Link>
        )}
        {offset + shown < total && (
          <Link className="btn sm" href={at(offset + LINES)}>
            {t.index.next}
          </Link>
        )}
      </div>
    </>
  );
}
