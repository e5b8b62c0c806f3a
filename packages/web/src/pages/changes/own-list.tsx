import { diff, perform } from '@cleanclaim/core';
import { useState } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { CodeLink } from '../../parts/code-link.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useDay } from '../../state/day.ts';
import { keptCodes } from '../../state/kept-codes.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';

const MOST = 5000;

/** Which codes of a pasted list break between the two editions, and what takes their place. */
export function OwnList({ from, to }: { from: string; to: string }) {
  const { data } = useToolkit();
  const on = useDay();
  const kept = useStore(keptCodes);
  const [text, setText] = useState('');
  const codes = text.split(/[\s,;]+/).filter((each) => each !== '');
  const breaks = codes.length > 0 && codes.length <= MOST ? perform(diff, { from, to, only: codes }, { data, today: on }).breaks : [];
  return (
    <aside className="card" aria-label={t.own.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.own.title}</h2>
        <span className="grow" />
        {kept.length > 0 && (
          <button type="button" className="btn sm" onClick={() => setText(kept.join('\n'))}>
            <Icon name="star" />
            {t.own.useKept(kept.length)}
          </button>
        )}
      </header>
      <div className="in stack tight">
        <label htmlFor="own-list">{t.own.paste}</label>
        <textarea
          id="own-list"
          className="field mono"
          rows={6}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {codes.length > MOST && <p>{t.own.tooMany(MOST)}</p>}
        {codes.length > 0 && codes.length <= MOST && (
          <p role="status">
            <b>{t.own.result(breaks.length, codes.length)}</b>
          </p>
        )}
        <ul className="stack tight">
          {breaks.slice(0, 200).map((each, at) => (
            // A list may hold a code twice.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${each.input}${at}`}>
              <CodeLink code={each.code} /> {each.why}{' '}
              {each.replacedBy.slice(0, 6).map(({ code }) => (
                <span key={code}>
                  <CodeLink code={code} />{' '}
                </span>
              ))}
            </li>
          ))}
        </ul>
        <p className="small muted">{t.own.private}</p>
      </div>
    </aside>
  );
}
