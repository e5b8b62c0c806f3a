import { memo, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { copyText } from '../../parts/copy.ts';
import { KeyHints } from '../../parts/key-hints.tsx';
import { usePlace } from '../../route/location.ts';
import { useDay } from '../../state/day.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import { useTitle } from '../../parts/use-title.ts';
import { ask } from './ask.ts';
import { FirstUse } from './first-use.tsx';
import { Preview } from './preview.tsx';
import { type Filter, Results } from './results.tsx';
import { searchList } from './search-list.ts';

/** The first dozen is nearly always enough; the rest is one press away. */
const FIRST = 12;
const MORE = 60;
const FILTERS: readonly Filter[] = ['all', 'why', 'what'];

/**
 * Look-up: the answer while one types, grouped into why and what, each row with the reason it is there. It is worked out
 * with each key and not put off, so that Enter always means the row that answers what was typed.
 */
export function SearchPage() {
  const { data } = useToolkit();
  const on = useDay();
  const query = usePlace().query.get('q') ?? '';
  const [filter, setFilter] = useState<Filter>('all');
  const [more, setMore] = useState<string>();
  const limit = more === query ? MORE : FIRST;
  const answer = useMemo(() => (query.trim() === '' ? undefined : ask(query, on, data, limit)), [query, on, data, limit]);
  const list = useStore(searchList);
  const active = list.options[list.active];
  // The list answers with each key; the preview beside it may come a moment later.
  const shown = useDeferredValue(active?.isDiagnosis === true ? active.code : undefined);
  useTitle(query === '' ? t.search.title : t.search.titleFor(query));
  useEffect(() => {
    if (!answer) searchList.set({ options: [], active: 0 });
  }, [answer]);
  useKeys({
    c: () => active && void copyText(active.code),
    'Shift+C': () => active && void copyText(`${active.code} ${active.display}`),
  });

  if (!answer) return <FirstUse />;
  return (
    <>
      <h1 className="sr">{t.search.title}</h1>
      <div className="bar gap-b">
        <div className="seg" role="group" aria-label={t.search.show}>
          {FILTERS.map((each) => (
            <button type="button" key={each} aria-pressed={filter === each} onClick={() => setFilter(each)}>
              {t.search.filters[each]}
            </button>
          ))}
        </div>
        <Count says={t.search.count(answer.pair ? 1 : 0, answer.results.length, query, on)} />
      </div>
      <div className="two">
        <Results answer={answer} filter={filter} onMore={answer.results.length === FIRST ? () => setMore(query) : undefined} />
        {shown !== undefined && answer.results.length > 0 && filter !== 'what' && <LatePreview code={shown} />}
      </div>
      <KeyHints keys={t.search.hints} />
    </>
  );
}

const LatePreview = memo(Preview);

/** Shown at once, spoken a moment after the last key, so that a screen reader is not talked over. */
function Count({ says }: { says: string }) {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(says), 300);
    return () => clearTimeout(timer);
  }, [says]);
  return (
    <>
      <p className="small muted" aria-hidden="true">
        {says}
      </p>
      <p className="sr" role="status">
        {spoken}
      </p>
    </>
  );
}
