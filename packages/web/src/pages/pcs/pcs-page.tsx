import { type PcsAnswer, pcsTable, where } from '@cleanclaim/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { ServerSwitch } from '../../parts/server-switch.tsx';
import { ServerTroubleNote } from '../../parts/server-trouble.tsx';
import { NoData } from '../../parts/status.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { hrefTo, navigate } from '../../route/location.ts';
import { useServerAnswer } from '../../server/use-answer.ts';
import { announce } from '../../state/announce.ts';
import { addProcedure, currentClaim } from '../../state/claim-store.ts';
import { useDay } from '../../state/day.ts';
import { askingServer } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import { activeAxis, choose, takeBack } from './choice.ts';
import { PcsAxes } from './pcs-axes.tsx';

/** The builder of ICD-10-PCS codes: axis by axis through the printed tables, by mouse or by the letters shown. */
export function PcsPage({ code }: { code: string }) {
  const on = useDay();
  const isOn = useStore(askingServer);
  const asked = useServerAnswer(pcsTable, { code: code.slice(0, 40), on }, { isOn });
  // While the next answer is on its way the last one stays, so that the page does not jump under the hand.
  const [last, setLast] = useState<PcsAnswer>();
  const now = asked.is === 'answered' ? asked.answer : undefined;
  useEffect(() => {
    if (now) setLast(now);
  }, [now]);
  const answer = now ?? (asked.is === 'waiting' ? last : undefined);
  useTitle(code === '' ? t.pcs.title : t.pcs.titleFor(code));
  return (
    <>
      <h1 className="gap-b">{t.pcs.title}</h1>
      <div className="stack">
        <section className="card" aria-label={t.pcs.code} data-pane tabIndex={-1}>
          <div className="in stack tight">
            <CodeForm code={code} />
            <p className="small muted">{t.pcs.lead}</p>
            <ServerSwitch />
          </div>
        </section>
        {!isOn && (
          <section className="card empty">
            <NoData />
            <p>{t.pcs.needsSwitch}</p>
          </section>
        )}
        {asked.is === 'waiting' && !answer && (
          <p className="in small muted" role="status">
            {t.server.asking}
          </p>
        )}
        {asked.is === 'trouble' && <ServerTroubleNote trouble={asked.trouble} again={asked.again} />}
        {answer?.axes.length === 0 && (
          <section className="card empty">
            <Verdict answer={answer} />
            <p>
              {answer.why} {answer.fix}
            </p>
          </section>
        )}
        {answer && answer.axes.length > 0 && <Builder answer={answer} isCurrent={now !== undefined} />}
      </div>
    </>
  );
}

function CodeForm({ code }: { code: string }) {
  const [text, setText] = useState(code);
  useEffect(() => setText(code), [code]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    goTo(text.trim().toUpperCase());
  };
  return (
    <form className="bar" onSubmit={submit}>
      <div className="labelled">
        <label htmlFor="pcs-code">{t.pcs.code}</label>
        <input
          id="pcs-code"
          className="field mono"
          value={text}
          maxLength={12}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <button type="submit" className="btn">
        {t.pcs.open}
      </button>
    </form>
  );
}

function goTo(code: string): void {
  navigate(hrefTo(code === '' ? '/icd10pcs' : `/icd10pcs/${encodeURIComponent(code)}`), { keepFocus: true, keepScroll: true });
}

const LOOKS: Readonly<Record<PcsAnswer['status'], { readonly icon: IconName; readonly kind: string }>> = {
  open: { icon: 'slots', kind: 'k-need' },
  valid: { icon: 'check', kind: 'k-ok' },
  invalid: { icon: 'error', kind: 'k-err' },
  'no-data': { icon: 'nodata', kind: 'k-nod' },
};

function Verdict({ answer: { status } }: { answer: PcsAnswer }) {
  return (
    <span className={`st ${LOOKS[status].kind}`}>
      <Icon name={LOOKS[status].icon} />
      {t.pcs.status[status]}
    </span>
  );
}

/** `isCurrent`: the answer is to what is chosen now; keys wait for it. */
function Builder({ answer, isCurrent }: { answer: PcsAnswer; isCurrent: boolean }) {
  const { code, status, axes, codes, definition, display, why, fix, editions } = answer;
  const active = activeAxis(answer);
  const pick = (position: number, value: string): void => goTo(choose(code, position, value));
  const back = (): void => goTo(takeBack(code));
  const letters = Object.fromEntries(
    (axes[active]?.values ?? []).map(({ value }) => [value.toLowerCase(), () => pick(active, value)] as const),
  );
  useKeys(
    isCurrent
      ? { ...letters, Backspace: () => (isTypingField() ? false : back()), Enter: () => status === 'valid' && !isControl() && add(code) }
      : {},
    { isFirst: true },
  );
  return (
    <section className="card" aria-label={t.pcs.title} data-pane tabIndex={-1} aria-busy={!isCurrent}>
      <header>
        <h2 className="c f20">{code}</h2>
        <Verdict answer={answer} />
        <span className="small muted" role="status">
          {status === 'open' && t.pcs.remaining(codes)}
        </span>
        <span className="grow" />
        <button type="button" className="btn sm" disabled={code.replaceAll('_', '') === ''} onClick={back}>
          <Icon name="undo" />
          {t.pcs.back} <kbd>Backspace</kbd>
        </button>
        {status === 'valid' && (
          <button type="button" className="btn pri" onClick={() => add(code)}>
            <Icon name="plus" />
            {t.pcs.add} <kbd>Enter</kbd>
          </button>
        )}
      </header>
      {(display !== null || status === 'valid') && <p className="in lead">{display ?? t.pcs.noTitle}</p>}
      {why !== undefined && (
        <div className="note-row plain k-err" role="alert">
          <Icon name="error" />
          <p>
            {why} {fix}
          </p>
        </div>
      )}
      {definition && (
        <div className="in small stack tight">
          <p>
            <b>{definition.operation}</b>: {definition.text} {definition.explanation}
          </p>
          {definition.includes && (
            <p className="muted">
              {t.pcs.includes} {definition.includes.join('; ')}
            </p>
          )}
        </div>
      )}
      <PcsAxes axes={axes} active={active} onPick={pick} />
      <p className="in small muted">
        {t.pcs.how} {t.pcs.editions(editions)}
      </p>
    </section>
  );
}

function add(code: string): void {
  const done = addProcedure(code);
  if (done === 'not-hospital') return announce(t.pcs.notHospital, openClaim);
  if (done === 'there') return announce(t.pcs.there(code), openClaim);
  const claim = currentClaim();
  const at = (claim.procedures?.length ?? 1) - 1;
  announce(t.pcs.added(code, where(`/procedures/${at}/code`, claim).box ?? ''), openClaim);
}

const openClaim = { label: t.openClaim, run: () => navigate(hrefTo('/claim')) };

function isTypingField(): boolean {
  return document.activeElement instanceof HTMLInputElement && document.activeElement.type !== 'checkbox';
}

/** Enter on a button, a link or in a field is that control's own. */
function isControl(): boolean {
  return document.activeElement?.closest('a, button, input, select') != null;
}
