import type { LookupAnswer, NotesAnswer } from '@cleanclaim/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { Status } from '../../parts/status.tsx';
import { codeHref } from '../../route/location.ts';
import { addToClaim } from '../../state/add-to-claim.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';
import { Slots } from './anatomy.tsx';
import { gridOf } from './seventh-grid.ts';
import { slotsOf } from './slots.ts';

interface Choice {
  readonly character: string;
  readonly meaning: string;
  readonly code: string;
  readonly display: string | null;
}

/** Builds the complete code: press the letter or choose it, see the official title of the result, add it. */
export function SeventhBuilder({ answer, lines }: { answer: LookupAnswer; lines: NotesAnswer['notes'] }) {
  const icd = useToolkit().data.icd10cm(useDay());
  const choices: Choice[] = (answer.needs?.choices ?? []).map(({ character = '', meaning = '', code, display }) => ({
    character,
    meaning,
    code,
    display,
  }));
  const [character, setCharacter] = useState(choices.length === 1 ? choices[0]?.character : undefined);
  const group = useRef<HTMLDivElement>(null);
  const chosen = choices.find((each) => each.character === character);
  const choose = (next: string | undefined): void => {
    if (next === undefined || !choices.some((each) => each.character === next)) return;
    setCharacter(next);
    group.current?.querySelector<HTMLElement>(`[data-character="${next}"]`)?.focus();
  };
  // The letters of the builder come before those of the page: C is a character here, not "copy".
  useKeys(Object.fromEntries(choices.map((each) => [each.character.toLowerCase(), () => choose(each.character)])), { isFirst: true });
  if (!icd) return null;

  const grid = gridOf(choices);
  const byCharacter = (each: string | undefined) => choices.find((choice) => choice.character === each);
  const pick = (choice: Choice, label: string, isAlone = false) => (
    // A radio of a table needs its own roving focus, which a native one does not have.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <button
      type="button"
      role="radio"
      className={`pick${isAlone ? ' alone' : ''}`}
      key={choice.character}
      data-character={choice.character}
      aria-checked={choice.character === character}
      aria-label={`${choice.character}: ${choice.meaning}`}
      tabIndex={choice.character === (character ?? choices[0]?.character) ? 0 : -1}
      onClick={() => setCharacter(choice.character)}
    >
      <b>{choice.character}</b>
      <span>{label}</span>
    </button>
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      addToClaim([chosen.code]);
      return;
    }
    const here = (event.target as HTMLElement).dataset['character'];
    const next = here === undefined ? undefined : step(event.key, here, grid?.at ?? choices.map((each) => [each.character]));
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };
  const rules = lines.filter(
    (line) => (line.kind === 'notes' || line.kind === 'sevenCharacterNote') && /should be coded to|not indicated/i.test(line.text),
  );
  return (
    <section className="card" aria-label={t.builder.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.builder.title}</h2>
        <span className="small muted">
          {t.builder.choices(choices.length)}
          <span className="kh">
            {t.builder.how} <kbd>Enter</kbd> {t.builder.adds}
          </span>
        </span>
      </header>
      <div className="in">
        <Slots
          sets={slotsOf(icd, answer.code)}
          wanted={answer.needs?.placeholder.length ?? 0}
          chosen={chosen ?? { character: '', meaning: t.builder.missing }}
        />
      </div>
      <div className="in" ref={group} role="radiogroup" aria-label={t.builder.group(answer.code)} onKeyDown={onKeyDown}>
        {grid ? (
          <div className="build" data-columns={grid.columns.length}>
            <span className="corner" />
            {grid.columns.map((column) => (
              <span className="col" key={column}>
                {column}
              </span>
            ))}
            {grid.rows.map((row, at) => (
              <div className="build-row" key={row}>
                <span className="row">{row}</span>
                {grid.at[at]?.map((cell, column) => {
                  const choice = byCharacter(cell);
                  const isAlone = grid.at[at]?.filter(Boolean).length === 1;
                  return choice ? (
                    pick(choice, isAlone ? row : (grid.columns[column] ?? ''), isAlone)
                  ) : (
                    <span className="none" key={grid.columns[column]} />
                  );
                })}
              </div>
            ))}
          </div>
        ) : (
          <div className="stack picks">{choices.map((choice) => pick(choice, choice.meaning))}</div>
        )}
        {choices.length === 1 && <p className="small muted">{t.builder.only}</p>}
      </div>
      {rules.length > 0 && (
        <div className="note-row k-info">
          <Icon name="info" />
          <p className="small">
            <b>{t.builder.notSaid}</b>{' '}
            {rules.map((line) => (
              <span key={line.text}>
                <q>{line.text}</q> <span className="tag">{t.notes.level(line.level, line.from, false)}</span>{' '}
              </span>
            ))}
          </p>
        </div>
      )}
      <div className={`built${chosen ? ' done' : ''}`} role="status">
        {chosen ? (
          <>
            <Link className="c f20" href={codeHref(chosen.code)}>
              {chosen.code}
            </Link>
            <Status status="billable" small />
            <p className="grow">{chosen.display}</p>
            <button type="button" className="btn pri" onClick={() => addToClaim([chosen.code])}>
              <Icon name="plus" />
              {t.addToClaim} <kbd>Enter</kbd>
            </button>
          </>
        ) : (
          <p className="small muted">{t.builder.choose}</p>
        )}
      </div>
    </section>
  );
}

/** The character an arrow key leads to from `here` in the table; undefined for other keys and at the edge. */
function step(key: string, here: string, at: readonly (readonly (string | undefined)[])[]): string | undefined {
  const row = at.findIndex((cells) => cells.includes(here));
  const column = at[row]?.indexOf(here) ?? 0;
  const order = at.flat().filter((cell) => cell !== undefined);
  const place = order.indexOf(here);
  switch (key) {
    case 'ArrowRight':
      return order[place + 1];
    case 'ArrowLeft':
      return order[place - 1];
    case 'ArrowDown':
      return at.slice(row + 1).find((cells) => cells[column] ?? cells[0])?.[column] ?? at[row + 1]?.[0];
    case 'ArrowUp':
      return at.slice(0, row).toReversed()[0]?.[column] ?? at[row - 1]?.[0];
    default:
      return undefined;
  }
}
