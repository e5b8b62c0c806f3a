import type { Claim, Line } from '@cleanclaim/core';
import type { KeyboardEvent } from 'react';
import { tell } from '../../data/tell.ts';
import { useToolkit } from '../../data/toolkit.ts';
import { Icon } from '../../parts/icon.tsx';
import { announce } from '../../state/announce.ts';
import { editClaim, undo } from '../../state/claim-store.ts';
import { readDayText } from '../../state/day-text.ts';
import { today, useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';
import { moveLine, setField, sumOfCharges, textAt } from './edit.ts';
import { EntryRefs } from './entry-refs.tsx';
import { Field } from './field.tsx';
import { entriesAt, type Entry } from './findings.ts';
import { Pointers } from './pointers.tsx';

interface Props {
  readonly claim: Claim;
  readonly entries: readonly Entry[];
  readonly onOpen: (key: string) => void;
}

/** Box 24: what was done, each line with the letters of the diagnoses it was done for; and the total of box 28. */
export function LinesCard({ claim, entries, onOpen }: Props) {
  const on = useDay();
  const sum = sumOfCharges(claim);
  const addLine = (): void => {
    editClaim((now) => ({
      ...now,
      lines: [
        ...now.lines,
        {
          code: '',
          from: now.lines.at(-1)?.from ?? on,
          pos: now.lines.at(-1)?.pos ?? '11',
          units: 1,
          pointers: (now.diagnoses?.length ?? 0) > 0 ? [1] : [],
        },
      ],
    }));
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>(`#line-${claim.lines.length} .proc`)?.focus());
  };
  return (
    <section className="card" aria-label={t.claim.lines} data-pane tabIndex={-1}>
      <header>
        <span className="tag what">{t.what}</span>
        <h2>{t.claim.lines}</h2>
        <span className="box">24</span>
        <span className="small muted">
          {t.claim.lettersPoint}
          <span className="kh">
            . <kbd>A</kbd> {t.claim.to} <kbd>L</kbd> {t.claim.toggle}
          </span>
        </span>
        <span className="grow" />
        <button type="button" className="btn sm" onClick={addLine}>
          <Icon name="plus" />
          {t.claim.line}
        </button>
      </header>
      {claim.lines.length === 0 ? (
        <p className="in muted">{t.claim.noLines}</p>
      ) : (
        <div className="lines">
          <div className="sline-head" aria-hidden="true">
            {t.claim.columns.map(([name, box]) => (
              <span key={name}>
                {name}
                <br />
                {box}
              </span>
            ))}
          </div>
          {claim.lines.map((line, at) => (
            // Lines have no name of their own but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <LineRow key={at} claim={claim} line={line} at={at} entries={entriesAt(entries, `/lines/${at}`)} onOpen={onOpen} />
          ))}
        </div>
      )}
      <div className="total">
        <span>
          <b>{t.claim.total}</b> <span className="box">28</span>{' '}
          <span className="muted">{sum === undefined ? t.claim.noSum : t.claim.sum(sum)}</span>
        </span>
        <span className="grow" />
        <EntryRefs entries={entriesAt(entries, '/total')} onOpen={onOpen} />
        <Field
          isBare
          numeric
          className="money"
          label={t.claim.totalLabel}
          value={textAt(claim, '/total')}
          onCommit={(value) => editClaim((now) => setField(now, '/total', value))}
        />
      </div>
    </section>
  );
}

function LineRow({
  claim,
  line,
  at,
  entries,
  onOpen,
}: {
  claim: Claim;
  line: Line;
  at: number;
  entries: readonly Entry[];
  onOpen: (key: string) => void;
}) {
  const { data } = useToolkit();
  const on = useDay();
  const set = (name: string, value: unknown): void => editClaim((now) => setField(now, `/lines/${at}/${name}`, value));
  const field = (name: keyof Line, className: string, tidy?: (text: string) => string) => (
    <Field
      isBare
      className={className}
      label={t.claim.lineField(at + 1, name)}
      value={textAt(claim, `/lines/${at}/${name}`)}
      onCommit={(value) => set(name, value)}
      {...(tidy ? { tidy } : {})}
    />
  );
  const known = line.code ? tell(line.code, { data, on }).candidates[0] : undefined;
  const upper = (text: string): string => text.toUpperCase();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    editClaim((now) => moveLine(now, at, at + (event.key === 'ArrowUp' ? -1 : 1)));
  };
  const remove = (): void => {
    editClaim((now) => ({ ...now, lines: now.lines.toSpliced(at, 1) }));
    announce(t.claim.lineRemoved(at + 1), { label: t.claim.undo, run: undo });
  };
  return (
    <div className="sline" id={`line-${at}`} role="group" aria-label={t.claim.lineName(at + 1, line.code ?? '')} onKeyDown={onKeyDown}>
      <span className="let">{at + 1}</span>
      <span className="when">
        {field('from', 'day', (text) => readDayText(text, today()) ?? text)}
        <span className="pos">
          <span className="tiny muted" aria-hidden="true">
            POS
          </span>
          {field('pos', 'pos')}
        </span>
      </span>
      <span className="proc-cell">
        <span className="pair-fields">
          {field('code', 'proc', upper)}
          <Field
            isBare
            className="mods"
            label={t.claim.lineField(at + 1, 'modifiers')}
            value={(line.modifiers ?? []).join(' ')}
            tidy={upper}
            onCommit={(value) => set('modifiers', value === '' ? [] : value.split(/[\s,]+/))}
          />
        </span>
        {known && <span className="tiny muted">{known.display ?? t.claim.procedureClass(known.system, known.category)}</span>}
      </span>
      <Pointers claim={claim} line={line} at={at} />
      <Field
        isBare
        numeric
        className="units"
        label={t.claim.lineField(at + 1, 'units')}
        value={textAt(claim, `/lines/${at}/units`)}
        tidy={(text) => (text === '' || Number.isFinite(Number(text)) ? text : textAt(claim, `/lines/${at}/units`))}
        onCommit={(value) => set('units', value === '' ? '' : Number(value))}
      />
      <Field
        isBare
        numeric
        className="money"
        label={t.claim.lineField(at + 1, 'charge')}
        value={textAt(claim, `/lines/${at}/charge`)}
        onCommit={(value) => set('charge', value)}
      />
      <span className="end">
        <EntryRefs entries={entries} onOpen={onOpen} />
        <button type="button" className="ib sm" aria-label={t.claim.removeLine(at + 1)} onClick={remove}>
          <Icon name="close" />
        </button>
      </span>
    </div>
  );
}
