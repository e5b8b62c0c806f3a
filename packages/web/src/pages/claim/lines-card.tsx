import { type Claim, type Line, where } from '@cleanclaim/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { tell } from '../../data/tell.ts';
import { useToolkit } from '../../data/toolkit.ts';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { hrefTo } from '../../route/location.ts';
import { announce } from '../../state/announce.ts';
import { editClaim, undo } from '../../state/claim-store.ts';
import { useDay } from '../../state/day.ts';
import { learnMode } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import { tidyDay, tidyUpper } from './claim-field.tsx';
import { moveLine, setField, sumOfCharges, textAt } from './edit.ts';
import { EntryRefs } from './entry-refs.tsx';
import { Field } from './field.tsx';
import { LINE_CELLS, type LineCell } from './fields.ts';
import { entriesAt, type Entry } from './findings.ts';
import { Pointers } from './pointers.tsx';

interface Props {
  readonly claim: Claim;
  readonly entries: readonly Entry[];
  readonly onOpen: (key: string) => void;
}

/** The fields a cell holds: their boxes stand in its head. */
const CELL_FIELDS: Readonly<Record<LineCell, readonly string[]>> = {
  day: ['from'],
  revenue: ['revenue'],
  service: ['code'],
  tooth: [],
  pointers: ['pointers'],
  units: ['units'],
  charge: ['charge'],
};

/** What was done: each line with the letters of the diagnoses it was done for, or with its revenue code; and the total. */
export function LinesCard({ claim, entries, onOpen }: Props) {
  const on = useDay();
  const learning = useStore(learnMode);
  const sum = sumOfCharges(claim);
  const cells = LINE_CELLS[claim.type];
  const boxOf = (path: string): string | null => where(path, claim).box;
  const addLine = (): void => {
    editClaim((now) => ({ ...now, lines: [...now.lines, newLine(now, on)] }));
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>(`#line-${claim.lines.length} .first`)?.focus());
  };
  return (
    <section className="card" aria-label={t.claim.lines} data-pane tabIndex={-1}>
      <header>
        <span className="tag what">{t.what}</span>
        <h2>{t.claim.lines}</h2>
        {boxOf('/lines') !== null && <span className="box">{boxOf('/lines')}</span>}
        {cells.includes('pointers') && (
          <span className="small muted">
            {t.claim.lettersPoint}
            <span className="kh">
              . <kbd>A</kbd> {t.claim.to} <kbd>L</kbd> {t.claim.toggle}
            </span>
          </span>
        )}
        {learning && <span className="small muted">{t.fields.lines.learn}</span>}
        <span className="grow" />
        {claim.type === 'professional' && (
          <Link className="btn sm quiet" href={hrefTo('/em')}>
            {t.em.title}
          </Link>
        )}
        <button type="button" className="btn sm" onClick={addLine}>
          <Icon name="plus" />
          {t.claim.line}
        </button>
      </header>
      {claim.lines.length === 0 ? (
        <p className="in muted">{t.claim.noLines}</p>
      ) : (
        <div className={`lines ${claim.type}`}>
          <div className="sline-head" aria-hidden="true">
            <span>#</span>
            {cells.map((cell) => (
              <span key={cell}>
                {t.claim.cells[cell]}
                <br />
                {headBoxes(cell, claim)}
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
          <b>{t.claim.total}</b> {boxOf('/total') !== null && <span className="box">{boxOf('/total')}</span>}{' '}
          <span className="muted">{sum === undefined ? t.claim.noSum : t.claim.sum(sum)}</span>
        </span>
        <span className="grow" />
        <EntryRefs entries={entriesAt(entries, '/total')} onOpen={onOpen} />
        <Field
          isBare
          numeric
          className="money"
          label={t.claim.totalLabel(boxOf('/total'))}
          value={textAt(claim, '/total')}
          onCommit={(value) => editClaim((now) => setField(now, '/total', value))}
        />
      </div>
    </section>
  );
}

/** A new line begins with the day, place and revenue code of the one before. */
function newLine(claim: Claim, on: string): Line {
  const last = claim.lines.at(-1);
  const from = last?.from ?? claim.statement?.from ?? on;
  if (claim.type === 'institutional') return { revenue: '', from, units: 1 };
  const pointers = (claim.diagnoses?.length ?? 0) > 0 ? [1] : [];
  return { code: '', from, pos: last?.pos ?? '11', units: 1, pointers };
}

function headBoxes(cell: LineCell, claim: Claim): string {
  const fields = cell === 'day' && claim.type !== 'institutional' ? ['from', 'pos'] : CELL_FIELDS[cell];
  return fields.flatMap((field) => where(`/lines/0/${field}`, claim).box ?? []).join(', ');
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
  const labelOf = (name: keyof typeof t.fields & keyof Line): string =>
    t.claim.lineField(at + 1, t.fields[name].name, where(`/lines/${at}/${name}`, claim).box);
  const field = (name: keyof typeof t.fields & keyof Line, className: string, tidy?: (text: string) => string, numeric = false) => (
    <Field
      isBare
      numeric={numeric}
      className={className}
      label={labelOf(name)}
      value={textAt(claim, `/lines/${at}/${name}`)}
      onCommit={(value) => set(name, value)}
      {...(tidy ? { tidy } : {})}
    />
  );
  const known = line.code ? tell(line.code, { data, on }).candidates[0] : undefined;
  const first = LINE_CELLS[claim.type][0] === 'revenue' ? 'revenue' : 'service';
  const cells: Readonly<Record<LineCell, () => ReactNode>> = {
    day: () => (
      <span className="when" key="day">
        {field('from', 'day', tidyDay)}
        {claim.type === 'institutional' ? null : (
          <span className="pos">
            <span className="tiny muted" aria-hidden="true">
              POS
            </span>
            {field('pos', 'pos')}
          </span>
        )}
      </span>
    ),
    revenue: () => <span key="revenue">{field('revenue', first === 'revenue' ? 'rev first' : 'rev')}</span>,
    tooth: () => (
      <span className="tooth" key="tooth">
        {field('tooth', 'mono', tidyUpper)}
        {field('surfaces', 'mono', tidyUpper)}
      </span>
    ),
    service: () => (
      <span className="proc-cell" key="service">
        <span className="pair-fields">
          {field('code', first === 'service' ? 'proc first' : 'proc', tidyUpper)}
          {claim.type === 'dental' ? null : (
            <Field
              isBare
              className="mods"
              label={labelOf('modifiers')}
              value={(line.modifiers ?? []).join(' ')}
              tidy={tidyUpper}
              onCommit={(value) => set('modifiers', value === '' ? [] : value.split(/[\s,]+/))}
            />
          )}
        </span>
        {known && <span className="tiny muted">{known.display ?? t.claim.procedureClass(known.system, known.category)}</span>}
      </span>
    ),
    pointers: () => <Pointers key="pointers" claim={claim} line={line} at={at} />,
    units: () => (
      <Field
        key="units"
        isBare
        numeric
        className="units"
        label={labelOf('units')}
        value={textAt(claim, `/lines/${at}/units`)}
        tidy={(text) => (text === '' || Number.isFinite(Number(text)) ? text : textAt(claim, `/lines/${at}/units`))}
        onCommit={(value) => set('units', value === '' ? '' : Number(value))}
      />
    ),
    charge: () => <span key="charge">{field('charge', 'money', undefined, true)}</span>,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    editClaim((now) => moveLine(now, at, at + (event.key === 'ArrowUp' ? -1 : 1)));
  };
  const remove = (): void => {
    editClaim((now) => ({ ...now, lines: now.lines.toSpliced(at, 1) }));
    announce(t.claim.lineRemoved(at + 1), { label: t.claim.undo, run: undo });
  };
  const name = t.claim.lineName(at + 1, line.code ?? line.revenue ?? '');
  return (
    <div className="sline" id={`line-${at}`} role="group" aria-label={name} onKeyDown={onKeyDown}>
      <span className="let">{at + 1}</span>
      {LINE_CELLS[claim.type].map((cell) => cells[cell]())}
      <span className="end">
        <EntryRefs entries={entries} onOpen={onOpen} />
        <button type="button" className="ib sm" aria-label={t.claim.removeLine(at + 1)} onClick={remove}>
          <Icon name="close" />
        </button>
      </span>
    </div>
  );
}
