import { search, SEARCHED_SYSTEMS, type SearchResponse } from '@cleanclaim/core';
import { Icon } from '../../parts/icon.tsx';
import { ServerTroubleNote } from '../../parts/server-trouble.tsx';
import { NoData } from '../../parts/status.tsx';
import { hrefTo, navigate } from '../../route/location.ts';
import { type Asked, useServerAnswer } from '../../server/use-answer.ts';
import { useDay } from '../../state/day.ts';
import { askingServer } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import { Marked } from './marked.tsx';
import { OptionRow } from './option-row.tsx';
import { rowId, type SearchOption } from './search-list.ts';

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

/** The rows of one side, why or what, of every system but the one that is searched here, system by system. */
export function serverRows(answer: SearchResponse | undefined, side: 'why' | 'what'): readonly Result[] {
  const rows = (answer?.results ?? []).filter(({ answers, system }) => answers === side && system !== 'icd10cm');
  const systems = [...new Set(rows.map(({ system }) => system))];
  return systems.flatMap((system) => rows.filter((row) => row.system === system));
}

export function serverOption({ system, code, display }: Result): SearchOption {
  const open = () => navigate(system === 'icd10pcs' ? hrefTo(`/icd10pcs/${code}`) : hrefTo('/apart', { a: code }));
  return { id: rowId(system, code), list: `results-${system}`, isDiagnosis: false, code, display, open, enter: open };
}

/** Rows of the server with their systems, each with the reason of the match. */
export function ServerResults({ rows, active }: { rows: readonly Result[]; active: string | undefined }) {
  const systems = [...new Set(rows.map(({ system }) => system))];
  return systems.map((system) => (
    <div key={system}>
      <h3 className="grp small muted">
        {nameOf(system)} <span className="tag">{t.server.search.group}</span>
      </h3>
      <div role="listbox" id={`results-${system}`} aria-label={nameOf(system)}>
        {rows
          .filter((row) => row.system === system)
          .map((row) => (
            <Row key={row.code} row={row} isActive={active === rowId(system, row.code)} />
          ))}
      </div>
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

function Row({ row, isActive }: { row: Result; isActive: boolean }) {
  const { code, display, billable, answers, why } = row;
  const words = why.flatMap((each) => each.words ?? []);
  const { id, open } = serverOption(row);
  return (
    <OptionRow id={id} open={open} isActive={isActive} className={answers}>
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
    </OptionRow>
  );
}

const nameOf = (system: string): string => t.server.systems[system] ?? system;
