import { isDay, type Report } from '@cleanclaim/core';
import { useEffect, useState } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { DropZone } from '../../parts/drop-zone.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { NoData } from '../../parts/status.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { hrefTo } from '../../route/location.ts';
import { announce } from '../../state/announce.ts';
import { NEW_CLAIM, putClaim, redo, undo, useBench } from '../../state/claim-store.ts';
import { setDay, useDay } from '../../state/day.ts';
import { learnMode } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import { DiagnosesCard } from './diagnoses-card.tsx';
import { type ListSpec, STAY_LISTS } from './fields.ts';
import { countKinds, entriesOf, type Entry, KIND_LOOKS } from './findings.ts';
import { FindingsRail } from './findings-rail.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { LinesCard } from './lines-card.tsx';
import { PaperCard } from './paper-card.tsx';
import { PatientCard } from './patient-card.tsx';
import { PriceCard } from './price-card.tsx';
import { SAMPLES } from './samples.ts';
import { ListCard, StayCard } from './stay-card.tsx';
import { ServerCheck } from './server-check.tsx';
import { reportOn, useReport } from './use-report.ts';
import { useServerReport } from './use-server-report.ts';

/** The claim bench: the claim at the left, everything the rules say of it at the right, checked again at every change. */
export function ClaimPage() {
  const { claim, past, future } = useBench();
  const page = useDay();
  const local = useReport(claim);
  const asked = useServerReport(claim);
  const toolkit = useToolkit();
  const said = asked.is === 'answered' ? { claim, report: asked.answer.report } : local.isBroken ? undefined : local.said;
  const isFresh = asked.is === 'answered' || local.isFresh;
  const entries = said ? entriesOf(said.report) : [];
  const learning = useStore(learnMode);
  const [open, setOpen] = useState<string>();
  const [importing, setImporting] = useState<File | true>();
  const isStay = claim.type === 'institutional';
  const lists = (paths: readonly ListSpec['path'][]) =>
    STAY_LISTS.filter(({ path }) => paths.includes(path)).map((spec) => (
      <ListCard key={spec.path} claim={claim} spec={spec} entries={isNew ? [] : entries} onOpen={openEntry} />
    ));
  const isNew = claim === NEW_CLAIM || ((claim.diagnoses?.length ?? 0) === 0 && claim.lines.length === 0);
  const on = isDay(said?.report.on) ? said.report.on : page;
  useTitle(claim.id ? t.claim.titleOf(claim.id) : t.claim.title);

  const openEntry = (key: string | undefined): void => {
    setOpen(key);
    if (key !== undefined)
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-finding="${CSS.escape(key)}"] .fh`)?.focus());
  };
  // The first thing to do is open by itself; a finding that a fix made go away gives its place to the next.
  const shown =
    entries.some(({ key }) => key === open) || open === ''
      ? open
      : entries.find(({ kind }) => kind === 'error' || kind === 'warning' || kind === 'review')?.key;
  const step = (by: number): void => {
    const at = entries.findIndex(({ key }) => key === shown);
    openEntry(entries[Math.min(entries.length - 1, Math.max(0, at + by))]?.key);
  };
  const reportNow = (): Promise<Report> => (isFresh && said ? Promise.resolve(said.report) : reportOn(claim, toolkit));
  const check = async (): Promise<void> => {
    const report = await reportNow();
    const all = entriesOf(report);
    announce(summary(report, all));
    openEntry(all[0]?.key);
  };
  const back = (): void => announce(undo() ? t.claim.undone : t.claim.nothingToUndo);
  const forward = (): void => announce(redo() ? t.claim.redone : t.claim.nothingToRedo);
  useKeys({
    n: () => step(1),
    p: () => step(-1),
    'Ctrl+Enter': () => void check(),
    'Ctrl+z': back,
    'Ctrl+Shift+z': forward,
    Enter: () => clickFix(shown),
  });
  useEffect(() => {
    setOpen(undefined);
  }, [claim.id]);

  return (
    <DropZone onFiles={([file]) => setImporting(file)} says={t.import.drop}>
      <div className="bar gap-b claimbar">
        <h1>{claim.id ? t.claim.titleOf(claim.id) : t.claim.title}</h1>
        {!isNew && said && <Verdict report={said.report} entries={entries} />}
        <span className="grow" />
        <button
          type="button"
          className="btn quiet"
          aria-pressed={learning}
          onClick={() => {
            learnMode.set(!learning);
            announce(learning ? t.claim.learnOff : t.claim.learnOn);
          }}
        >
          <Icon name="book" />
          {t.claim.learn}
        </button>
        <button type="button" className="btn quiet" disabled={past.length === 0} onClick={back}>
          <Icon name="undo" />
          {t.claim.undo} <kbd>Ctrl Z</kbd>
        </button>
        <button type="button" className="btn quiet" aria-label={t.claim.redo} disabled={future.length === 0} onClick={forward}>
          <Icon name="redo" />
        </button>
        <button type="button" className="btn" aria-haspopup="dialog" onClick={() => setImporting(true)}>
          <Icon name="upload" />
          {t.claim.import}
        </button>
        <ExportMenu claim={claim} onReport={reportNow} onNew={() => putClaim(NEW_CLAIM)} />
        <button type="button" className="btn pri" onClick={() => void check()}>
          {t.claim.check} <kbd>Ctrl Enter</kbd>
        </button>
      </div>
      {said && on !== page && (
        <p className="note-row banner k-info">
          <Icon name="info" />
          <span>{t.claim.otherDay(on, page)}</span>
          <button type="button" className="btn sm" onClick={() => setDay(on)}>
            {t.claim.setPage(on)}
          </button>
        </p>
      )}
      {isNew && <NewClaim />}
      <div className="bench">
        <div className="stack">
          <PatientCard claim={claim} />
          {isStay && <StayCard claim={claim} />}
          <DiagnosesCard claim={claim} on={on} entries={isNew ? [] : entries} onOpen={openEntry} />
          {isStay && lists(['/procedures'])}
          <LinesCard claim={claim} entries={isNew ? [] : entries} onOpen={openEntry} />
          {isStay && lists(['/occurrences', '/values'])}
          {!isNew && <PriceCard claim={claim} />}
          {!isNew && claim.type !== 'dental' && <PaperCard claim={claim} />}
        </div>
        {!isNew && !said && <NoReport isBroken={local.isBroken} />}
        {!isNew && said && (
          <FindingsRail
            claim={said.claim}
            report={said.report}
            isFresh={isFresh}
            entries={entries}
            open={shown}
            onOpen={(key) => setOpen(key ?? '')}
            asked={<ServerCheck asked={asked} />}
          />
        )}
      </div>
      {importing !== undefined && (
        <ImportDialog file={importing === true ? undefined : importing} onClose={() => setImporting(undefined)} />
      )}
    </DropZone>
  );
}

/** Before the first report, and where there can be none: never as if the claim had passed. */
function NoReport({ isBroken }: { isBroken: boolean }) {
  return (
    <aside className="card findings" id="findings" aria-label={t.findings.title} aria-busy={!isBroken} data-pane tabIndex={-1}>
      <header>
        <h2>{t.findings.title}</h2>
      </header>
      <div className="in stack tight" role="status">
        {isBroken ? (
          <>
            <NoData says={t.facts.notAsked} />
            <p>{t.findings.broken}</p>
            <button type="button" className="btn" onClick={() => window.location.reload()}>
              {t.trouble.again}
            </button>
          </>
        ) : (
          <p className="small muted">{t.findings.checking}</p>
        )}
      </div>
    </aside>
  );
}

/** Enter presses the shown fix, unless a control that has its own Enter is in focus. */
function clickFix(key: string | undefined): boolean {
  const at = document.activeElement;
  if (at instanceof HTMLElement && at.closest('input, select, textarea, a, button:not(.fh)')) return false;
  const fix = key === undefined ? null : document.querySelector<HTMLElement>(`[data-finding="${CSS.escape(key)}"] [data-fix]`);
  fix?.click();
  return fix !== null;
}

function summary(report: Report, entries: readonly Entry[]): string {
  const counts = countKinds(entries);
  return t.claim.summary(report.status, counts.get('error') ?? 0, counts.get('warning') ?? 0, counts.get('notChecked') ?? 0);
}

/** The claim in a word: clean only when every rule ran and none failed. */
function Verdict({ report, entries }: { report: Report; entries: readonly Entry[] }) {
  const counts = countKinds(entries);
  const notChecked = counts.get('notChecked') ?? 0;
  const worst = (['error', 'warning', 'review', 'info'] as const).find((kind) => counts.has(kind));
  const look =
    report.status === 'clean'
      ? { icon: 'check' as const, kind: 'k-ok' }
      : report.status === 'incomplete'
        ? KIND_LOOKS.notChecked
        : KIND_LOOKS[worst ?? 'warning'];
  return (
    <a className="verdict" href="#findings">
      <span className={`st ${look.kind}`}>
        <Icon name={look.icon} />
        {t.claim.verdict(report.status, counts.get('error') ?? 0, counts.get('warning') ?? 0, counts.get('review') ?? 0)}
      </span>
      {notChecked > 0 && <span className="small muted">{t.claim.couldNotRun(notChecked)}</span>}
    </a>
  );
}

function NewClaim() {
  return (
    <section className="card gap-b" aria-label={t.claim.start}>
      <div className="empty">
        <h2>{t.claim.start}</h2>
        <p>{t.claim.startHow}</p>
        <div className="bar">
          {SAMPLES.map(({ id, claim }) => (
            <button type="button" className="btn" key={id} onClick={() => putClaim(claim)}>
              <Icon name="claim" />
              {t.claim.samples[id]}
            </button>
          ))}
        </div>
        <p className="small muted">{t.claim.private}</p>
        <p className="only-s">
          <Link href={hrefTo('/worklist')}>{t.rail.worklist}</Link>
        </p>
      </div>
    </section>
  );
}
