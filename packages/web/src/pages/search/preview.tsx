import { lookup, notes, perform, tree } from '@cleanclaim/core';
import { useToolkit } from '../../data/toolkit.ts';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { NoteText } from '../../parts/note-text.tsx';
import { Status } from '../../parts/status.tsx';
import { codeHref } from '../../route/location.ts';
import { addToClaim } from '../../state/add-to-claim.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';
import { groupNotes } from '../code/group-notes.ts';

/** The highlighted code beside the list: title, place and the notes that bind it, the nearest few of each kind. */
export function Preview({ code }: { code: string }) {
  const { data } = useToolkit();
  const on = useDay();
  const context = { data, today: on };
  const answer = perform(lookup, { code, on }, context);
  const { notes: lines } = perform(notes, { code, on }, context);
  const place = perform(tree, { code, on }, context);
  return (
    <aside className="card preview" aria-label={t.search.preview(answer.code)} data-pane tabIndex={-1}>
      <header>
        <span className="c f20">{answer.code}</span>
        <Status status={answer.status} small />
        <span className="grow" />
        <Link className="btn sm" href={codeHref(answer.code)}>
          {t.search.openPage} <kbd>→</kbd>
        </Link>
      </header>
      <div className="in stack">
        <p>{answer.display}</p>
        <ul className="crumb">
          {place.chapter && <li>{place.chapter.title.replace(/ \([^)]*\)$/, '')}</li>}
          {place.blocks?.map((block) => (
            <li key={block.id}>
              {block.id} {block.title.replace(/ \([^)]*\)$/, '')}
            </li>
          ))}
          {place.ancestors.map((above) => (
            <li key={above.code}>{above.code}</li>
          ))}
        </ul>
        {groupNotes(lines, answer.code)
          .slice(0, 6)
          .map(({ kind, runs }) => (
            <div key={kind}>
              {runs.slice(0, 1).map((run) => (
                <div key={run.from}>
                  <h3>
                    {t.noteKinds[kind].name}{' '}
                    <span className={`tag${run.own ? ' own' : ''}`}>{t.notes.level(run.level, run.from, run.own)}</span>
                  </h3>
                  <ul className="small">
                    {run.lines.slice(0, 4).map((line) => (
                      <li key={line.text}>
                        <NoteText text={line.text} />
                      </li>
                    ))}
                    {run.lines.length > 4 && (
                      <li>
                        <Link href={codeHref(answer.code)}>{t.search.more(run.lines.length - 4)}</Link>
                      </li>
                    )}
                  </ul>
                </div>
              ))}
            </div>
          ))}
        {answer.billable && (
          <button type="button" className="btn" onClick={() => addToClaim([answer.code])}>
            <Icon name="plus" />
            {t.addToClaim}
          </button>
        )}
      </div>
    </aside>
  );
}
