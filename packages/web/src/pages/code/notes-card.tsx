import type { NotesAnswer } from '@cleanclaim/core';
import { useState } from 'react';
import { NoteText } from '../../parts/note-text.tsx';
import { t } from '../../text/text.ts';
import { groupNotes } from './group-notes.ts';

/** The instructions that bind the code, by kind, each line with the level it comes from; the official words unchanged. */
export function NotesCard({ code, lines }: { code: string; lines: NotesAnswer['notes'] }) {
  const [ownOnly, setOwnOnly] = useState(false);
  const shown = lines.filter((line) => line.kind !== 'sevenCharacter');
  const own = shown.filter((line) => !line.inherited);
  const groups = groupNotes(ownOnly ? own : shown, code);
  return (
    <section className="card notes" aria-label={t.notes.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.notes.title}</h2>
        <span className="small muted">{own.length === 0 ? t.notes.noneOwn(code) : t.notes.order}</span>
        <span className="grow" />
        {shown.length > 0 && (
          <div className="seg" role="group" aria-label={t.notes.show}>
            <button type="button" aria-pressed={!ownOnly} onClick={() => setOwnOnly(false)}>
              {t.notes.all(shown.length)}
            </button>
            <button type="button" aria-pressed={ownOnly} onClick={() => setOwnOnly(true)}>
              {t.notes.own(own.length)}
            </button>
          </div>
        )}
      </header>
      {groups.length === 0 && <p className="in muted">{ownOnly ? t.notes.noneOwn(code) : t.notes.none}</p>}
      {groups.map(({ kind, runs }) => (
        <section key={kind}>
          <div className="nk">
            <h3>{t.noteKinds[kind].name}</h3>
            <span className="small muted">{t.noteKinds[kind].means}</span>
          </div>
          {runs.map((run) => (
            <div className="run" key={run.from}>
              <span className={`lev${run.own ? ' own' : ''}`}>{t.notes.level(run.level, run.from, run.own)}</span>
              <ul aria-label={t.notes.level(run.level, run.from, run.own)}>
                {run.lines.map((line, at) => (
                  <li key={line.text} className={isUnderHeading(run.lines, at) ? 'sub' : undefined}>
                    <NoteText text={line.text} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </section>
  );
}

function isUnderHeading(lines: readonly { heading?: true | undefined }[], at: number): boolean {
  return !lines[at]?.heading && lines.slice(0, at).some((line) => line.heading);
}
