import { search, SEARCHED_SYSTEMS, type SearchResponse } from '@cleanclaim/core';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { ServerTroubleNote } from '../../parts/server-trouble.tsx';
import { NoData } from '../../parts/status.tsx';
import { hrefTo } from '../../route/location.ts';
import { type Asked, useServerAnswer } from '../../server/use-answer.ts';
import { useDay } from '../../state/day.ts';
import { askingServer } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import { Marked } from './marked.tsx';

type Result = SearchResponse['results'][number];

/** Typing asks once it rests. */
const REST = 250;
/** Rows of each system; a table of the server may hold hundreds that fit. */
const OF_EACH = 6;

/** What the tables installed on the server answer to the same words; asked only with the switch on. */
export function useServerSearch(query: string): Asked<SearchResponse> {
  const on = useDay();
  const isOn = useStore(askingServer) && query.trim() !== '';
  return useServerAnswer(search, { query, on, each: OF_EACH }, { isOn, after: REST });
}

/** The rows of one side, why or what, system by system, each with the reason of the match. */
export function ServerResults({ asked, side }: { asked: Asked<SearchResponse>; side: 'why' | 'what' }) {
  if (asked.is !== 'answered') return null;
  const rows = asked.answer.results.filter(({ answers, system }) => answers === side && system !== 'icd10cm');
  const systems = [...new Set(rows.map(({ system }) => system))];
  return systems.map((system) => (
    <div key={system} role="group" aria-label={nameOf(system)}>
      <h3 className="grp small muted">
        {nameOf(system)} <span className="tag">{t.server.search.group}</span>
      </h3>
      {rows
        .filter((row) => row.system === system)
        .map((row) => (
          <Row key={row.code} row={row} />
        ))}
    </div>
  ));
}

/** What is under way, what went wrong, and which systems were not searched. */
export function ServerState({ asked }: { asked: Asked<SearchResponse> }) {
  switch (asked.is) {
    case 'off':
      return null;
    case 'waiting':
      return (
        <p className="in small muted" role="status">
          {t.server.asking}
        </p>
      );
    case 'trouble':
      return (
        <div className="in">
          <ServerTroubleNote trouble={asked.trouble} again={asked.again} />
        </div>
      );
    case 'answered':
      return <Searched answer={asked.answer} />;
    default:
      return asked satisfies never;
  }
}

function Searched({ answer: { results, beside = [], notSearched = [] } }: { answer: SearchResponse }) {
  const found = results.filter(({ system }) => system !== 'icd10cm').length;
  const told = new Set<string>([...beside, ...notSearched].map(({ system }) => system));
  const missing = SEARCHED_SYSTEMS.filter((system) => system !== 'icd10cm' && !told.has(system));
  return (
    <div className="in stack tight small">
      <p role="status">
        {beside.length === 0 ? t.server.search.noTables : found > 0 ? t.server.search.found(found) : t.server.search.nothing}
      </p>
      {notSearched.map(({ system, reason, install }) => (
        <p key={system}>
          <NoData says={t.server.search.notSearched} /> {nameOf(system)}. {reason} <code>{install}</code>
        </p>
      ))}
      {missing.length > 0 && (
        <p>
          <NoData says={t.server.search.notInstalled} /> {missing.map(nameOf).join(', ')}
        </p>
      )}
    </div>
  );
}

function Row({ row: { code, system, display, billable, answers, why } }: { row: Result }) {
  const words = why.flatMap((each) => each.words ?? []);
  return (
    <Link className={`res ${answers}`} href={system === 'icd10pcs' ? hrefTo(`/icd10pcs/${code}`) : hrefTo('/apart', { a: code })}>
      <span className="c">{code}</span>
      <span className="t1">
        <Marked text={display} words={words} />
      </span>
      <span className="st k-info sm">
        <Icon name={billable ? 'info' : 'slots'} />
        {billable ? t.server.search.usable : t.server.search.heading}
      </span>
      <span className="why">
        {why
          .filter(({ kind, matched }) => kind !== 'title' && matched !== display)
          .map((each) => (
            <span key={`${each.kind}${each.matched}`}>
              {each.kind === 'code' ? t.search.reasons.code : each.means === undefined ? each.matched : `${each.matched} = ${each.means}`}
            </span>
          ))}
      </span>
    </Link>
  );
}

const nameOf = (system: string): string => t.server.systems[system] ?? system;
