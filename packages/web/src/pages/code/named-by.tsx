import { namedBy, perform } from '@cleanclaim/core';
import { useMemo, useState } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { CodeLink } from '../../parts/code-link.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { NoteText } from '../../parts/note-text.tsx';
import { hrefTo } from '../../route/location.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';

const FIRST = 8;

/** The other end of the references: notes of other codes that name this one, the narrowest first. */
export function NamedBy({ code }: { code: string }) {
  const { data } = useToolkit();
  const on = useDay();
  const { notes } = useMemo(() => perform(namedBy, { code, on }, { data, today: on }), [code, on, data]);
  const [all, setAll] = useState(false);
  const shown = all ? notes : notes.slice(0, FIRST);
  return (
    <section className="card" aria-label={t.named.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.named.title}</h2>
        <span className="small muted">{t.named.says(notes.length)}</span>
      </header>
      <div className="in small stack tight">
        {notes.length === 0 && <p className="muted">{t.named.none}</p>}
        {shown.map((note) => (
          <p key={`${note.from}${note.kind}${note.text}`}>
            {note.level === 'code' ? <CodeLink code={note.from} /> : <b>{t.notes.levelName(note.level, note.from)}</b>}{' '}
            {t.noteKinds[note.kind].name}:{' '}
            <q>
              <NoteText text={note.text} mark={code} />
            </q>
          </p>
        ))}
        {notes.length > shown.length && (
          <p>
            <button type="button" className="btn sm" onClick={() => setAll(true)}>
              {t.named.more(notes.length - shown.length)}
            </button>
          </p>
        )}
        <p>
          <Link className="btn sm" href={hrefTo('/index', { code })}>
            <Icon name="book" />
            {t.index.leading(code)}
          </Link>
        </p>
      </div>
    </section>
  );
}
