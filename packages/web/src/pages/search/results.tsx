import type { SearchResponse } from '@cleanclaim/core';
import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { missingCharacters } from '../../data/missing-characters.ts';
import { CodeLink } from '../../parts/code-link.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { ServerSwitch } from '../../parts/server-switch.tsx';
import { Status } from '../../parts/status.tsx';
import { codeHref, hrefTo, navigate } from '../../route/location.ts';
import { addToClaim } from '../../state/add-to-claim.ts';
import { useDay } from '../../state/day.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import type { Answer } from './ask.ts';
import { Marked } from './marked.tsx';
import { PairCard } from './pair-card.tsx';
import { OptionRow } from './option-row.tsx';
import { rowId, searchList, type SearchOption, showOptions } from './search-list.ts';
import { serverOption, ServerResults, serverRows, ServerState, useServerSearch } from './server-results.tsx';

type Result = SearchResponse['results'][number];

export type Filter = 'all' | 'why' | 'what';

export function Results({ answer, filter, onMore }: { answer: Answer; filter: Filter; onMore: (() => void) | undefined }) {
  const [second, setSecond] = useState<string>();
  const asked = useServerSearch(answer.query);
  const pair = filter === 'what' ? undefined : answer.pair;
  const chosen = pair && (pair.choices.some(({ code }) => code === second) ? second : pair.second.code);
  const results = filter === 'what' ? NONE : answer.results;
  const there = asked.is === 'answered' ? asked.answer : undefined;
  const whyRows = useMemo(() => (filter === 'what' ? NONE : serverRows(there, 'why')), [filter, there]);
  const whatRows = useMemo(() => (filter === 'why' ? NONE : serverRows(there, 'what')), [filter, there]);
  const told = filter === 'why' ? NO_CODES : answer.what;
  const options = useMemo(
    () => [...optionsOf(pair, chosen, results), ...whyRows.map(serverOption), ...told.map(toldOption), ...whatRows.map(serverOption)],
    [pair, chosen, results, whyRows, told, whatRows],
  );
  const before = useRef<Answer>(undefined);
  useEffect(() => {
    showOptions(options, before.current === answer);
    before.current = answer;
  }, [options, answer]);
  const list = useStore(searchList);
  const active = list.options[list.active]?.id;

  return (
    <section className="card" aria-label={t.search.results} data-pane tabIndex={-1}>
      {filter !== 'what' && (
        <>
          <div className="grp">
            <span className="tag why">{t.why}</span>
            <h2>{t.search.diagnosis}</h2>
            <span className="small muted">ICD-10-CM</span>
          </div>
          {answer.noData && <NoEdition />}
          {answer.trouble !== undefined && <p className="note-row plain">{answer.trouble}</p>}
          {answer.typed && <Typed answer={answer} />}
          {answer.weak && <Weak query={answer.query} />}
          {pair && chosen !== undefined && <PairCard pair={pair} second={chosen} onSecond={setSecond} isActive={active === 'r-pair'} />}
          {results.length > 0 && (
            <div role="listbox" id="results" aria-label={t.search.codes} aria-owns={pair ? 'r-pair' : undefined}>
              {results.map((result) => (
                <ResultRow key={result.code} result={result} isActive={active === rowId('icd10cm', result.code)} />
              ))}
            </div>
          )}
          {onMore && (
            <p className="in">
              <button type="button" className="btn sm" onClick={onMore}>
                {t.search.moreCodes}
              </button>
            </p>
          )}
          {results.length === 0 && !answer.typed && !answer.noData && answer.trouble === undefined && (
            <Nothing query={answer.query} isElsewhere={answer.what.length > 0} />
          )}
          <div className="grp sep">
            <span className="tag why">{t.why}</span>
            <h2>{t.search.index}</h2>
            <Link className="btn sm" href={hrefTo('/index', { term: answer.query })}>
              <Icon name="book" />
              {t.search.openIndex}
            </Link>
          </div>
          <ServerResults rows={whyRows} active={active} />
        </>
      )}
      {filter !== 'why' && (
        <What answer={answer} isAsked={asked.is !== 'off'} active={active}>
          <ServerResults rows={whatRows} active={active} />
        </What>
      )}
      <div className="note-row">
        <ServerSwitch />
      </div>
      <ServerState asked={asked} />
    </section>
  );
}

const NONE: readonly Result[] = [];
const NO_CODES: Answer['what'] = [];

function toldOption({ system, code, display, category }: Answer['what'][number]): SearchOption {
  const open = () => navigate(hrefTo('/apart', { a: code }));
  return {
    id: rowId(`told-${system}`, code),
    list: 'results-told',
    isDiagnosis: false,
    code,
    display: display ?? category,
    open,
    enter: open,
  };
}

function optionsOf(pair: Answer['pair'], second: string | undefined, results: readonly Result[]): SearchOption[] {
  const rows = results.map(({ code, display, billable }): SearchOption => {
    const open = () => navigate(codeHref(code));
    const enter = billable ? () => addToClaim([code]) : open;
    return { id: rowId('icd10cm', code), list: 'results', isDiagnosis: true, code, display, open, enter };
  });
  if (!pair || second === undefined) return rows;
  const { code, display } = pair.first;
  const enter = () => addToClaim([code, second]);
  return [{ id: 'r-pair', list: 'results', isDiagnosis: true, code, display, open: () => navigate(codeHref(code)), enter }, ...rows];
}

/** Kept as it is while only another row is highlighted. */
const ResultRow = memo(function ResultRow({ result, isActive }: { result: Result; isActive: boolean }) {
  const { data } = useToolkit();
  const on = useDay();
  const { code, display, billable } = result;
  const icd = data.icd10cm(on);
  const missing = billable || !icd ? undefined : missingCharacters(icd, icd.row(code));
  return (
    <OptionRow id={rowId('icd10cm', code)} open={() => navigate(codeHref(code))} isActive={isActive}>
      <span className="c">{billable ? code : `${code}-`}</span>
      <span className="t1">
        <Marked text={display} words={result.why.flatMap((why) => why.words ?? [])} />
      </span>
      <Status status={billable ? 'billable' : 'header'} missing={missing} small />
      <span className="why">
        {reasonsOf(result).map((why) => (
          <Reason key={`${why.kind}${why.matched}`} why={why} display={display} />
        ))}
      </span>
    </OptionRow>
  );
});

/** A synonym is told only where its words helped: a reading of another word of the query says nothing of this row. */
function reasonsOf({ why }: Result): Result['why'] {
  const helped = why.flatMap((each) => each.words ?? []);
  return why.filter(
    (each) => each.kind !== 'synonym' || helped.length === 0 || each.matched.split(' ').some((word) => helped.includes(word)),
  );
}

function Reason({ why, display }: { why: Result['why'][number]; display: string }) {
  if (why.means !== undefined && why.kind === 'spelling') return <span>{t.search.reasons.spelling(why.matched, why.means)}</span>;
  if (why.means !== undefined)
    return (
      <span>
        <b>{why.matched}</b> = {why.means}
      </span>
    );
  if (why.kind === 'code') return <span>{t.search.reasons.code}</span>;
  if (why.kind === 'title') return null;
  return why.matched === display ? null : (
    <span>
      {t.search.reasons[why.kind === 'index' ? 'index' : 'inclusionTerm']} <Marked text={why.matched} words={why.words ?? []} />
    </span>
  );
}

function NoEdition() {
  const on = useDay();
  return (
    <div className="note-row plain k-nod">
      <Icon name="nodata" />
      <p>
        <b>{t.day.none(on)}</b> {t.search.noEditionFix} <code>cleanclaim data add FILE</code>
      </p>
    </div>
  );
}

function Typed({ answer: { typed } }: { answer: Answer }) {
  if (!typed) return null;
  const instead = typed.replacedBy ?? typed.suggestions ?? [];
  return (
    <div className="in stack tight typed">
      <p className="bar">
        <Link className="c strong" href={codeHref(typed.code)}>
          {typed.code}
        </Link>
        <Status status={typed.status} small />
        <span>{typed.display}</span>
      </p>
      <p>{typed.why}</p>
      {instead.length > 0 && (
        <ul>
          {instead.slice(0, 8).map(({ code, display }) => (
            <li key={code}>
              <CodeLink code={code} /> {display}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Weak({ query }: { query: string }) {
  return (
    <div className="note-row plain k-need">
      <Icon name="warning" />
      <p>
        <b>{t.search.weak}</b> <DropWord query={query} />
      </p>
    </div>
  );
}

function Nothing({ query, isElsewhere }: { query: string; isElsewhere: boolean }) {
  return (
    <div className="empty">
      <p>
        <b>{isElsewhere ? t.search.notDiagnosis(query) : t.search.nothing(query)}</b>
      </p>
      {!isElsewhere && (
        <p className="small muted">
          <DropWord query={query} />
        </p>
      )}
    </div>
  );
}

function DropWord({ query }: { query: string }) {
  const words = query.trim().split(/\s+/);
  if (words.length < 2) return t.search.tryOther;
  return (
    <>
      {t.search.dropWord}{' '}
      {words.slice(0, 6).map((word, at) => (
        <span key={`${word}${words.indexOf(word) === at ? '' : at}`}>
          {at > 0 && ', '}
          <Link href={hrefTo('/', { q: words.filter((_, other) => other !== at).join(' ') })}>{word}</Link>
        </span>
      ))}
      .
    </>
  );
}

interface WhatProps {
  readonly answer: Answer;
  readonly isAsked: boolean;
  /** The highlighted row. */
  readonly active: string | undefined;
  readonly children: ReactNode;
}

function What({ answer, isAsked, active, children }: WhatProps) {
  return (
    <>
      <div className="grp sep">
        <span className="tag what">{t.what}</span>
        <h2>{t.search.procedure}</h2>
      </div>
      {answer.what.length > 0 && (
        <div role="listbox" id="results-told" aria-label={t.search.procedure}>
          {answer.what.map((each) => {
            const { id, open } = toldOption(each);
            return (
              <OptionRow key={id} id={id} open={open} isActive={active === id} className="what">
                <span className="c">{each.code}</span>
                <span className="t1">{each.display ?? each.category}</span>
                <span className="st k-nod sm">
                  <Icon name="nodata" />
                  {each.certain ? t.search.known : t.search.shapeOnly}
                </span>
                <span className="why">
                  <span>
                    {each.name}. {each.says}
                  </span>
                </span>
              </OptionRow>
            );
          })}
        </div>
      )}
      {answer.what.length > 0 && (
        <p className="note-row plain">
          <Link className="btn sm" href={hrefTo('/apart', answer.visit ? { q: answer.query } : { a: answer.what[0]?.code })}>
            <Icon name="apart" />
            {answer.visit ? t.search.tellApart : t.search.tellOne}
          </Link>
        </p>
      )}
      {children}
      {!isAsked && (
        <div className="note-row plain k-nod">
          <Icon name="nodata" />
          <p>
            <b>{t.search.noNames}</b> {t.search.noNamesWhy}
          </p>
        </div>
      )}
    </>
  );
}
