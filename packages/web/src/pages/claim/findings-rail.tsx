import type { Claim, Report } from '@cleanclaim/core';
import { type ReactNode, useState } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { Icon } from '../../parts/icon.tsx';
import { announce } from '../../state/announce.ts';
import { editClaim, undo } from '../../state/claim-store.ts';
import { t } from '../../text/text.ts';
import { FindingItem } from './finding-item.tsx';
import { countKinds, type Entry, type FindingKind, KIND_LOOKS, KINDS } from './findings.ts';
import { applySureFixes } from './sure-fixes.ts';

interface Props {
  readonly claim: Claim;
  readonly report: Report;
  readonly entries: readonly Entry[];
  readonly open: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
  /** Who answered, and the switch to ask the server. */
  readonly asked: ReactNode;
}

/** Everything the check says, worst first; counts are filters, and what could not be checked is told as such. */
export function FindingsRail({ claim, report, entries, open, onOpen, asked }: Props) {
  const toolkit = useToolkit();
  const [only, setOnly] = useState<FindingKind>();
  const counts = countKinds(entries);
  const filter = only !== undefined && counts.has(only) ? only : undefined;
  const sure = report.findings.filter((finding) => finding.patch).length;
  const applySure = (): void => {
    editClaim((now) => applySureFixes(now, report, toolkit));
    announce(t.findings.sureApplied(sure), { label: t.claim.undo, run: undo });
  };
  return (
    <aside className="card findings" id="findings" aria-label={t.findings.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.findings.title}</h2>
        <span className="small muted kh">
          <kbd>N</kbd> {t.findings.next}, <kbd>P</kbd> {t.findings.previous}
        </span>
        <span className="grow" />
        {sure > 0 && (
          <button type="button" className="btn sm" onClick={applySure}>
            {t.findings.sure(sure)}
          </button>
        )}
      </header>
      {asked}
      <div className="counts" role="group" aria-label={t.findings.only}>
        {KINDS.filter((kind) => counts.has(kind)).map((kind) => (
          <button
            type="button"
            key={kind}
            className={`st sm ${KIND_LOOKS[kind].kind}`}
            aria-pressed={filter === kind}
            onClick={() => setOnly(filter === kind ? undefined : kind)}
          >
            <Icon name={KIND_LOOKS[kind].icon} />
            {t.findings.count(kind, counts.get(kind) ?? 0)}
          </button>
        ))}
      </div>
      <ol>
        {entries
          .filter(({ kind }) => filter === undefined || kind === filter)
          .map((entry) => (
            <FindingItem
              key={entry.key}
              claim={claim}
              day={report.on}
              entry={entry}
              isOpen={entry.key === open}
              onToggle={() => onOpen(entry.key === open ? undefined : entry.key)}
            />
          ))}
      </ol>
    </aside>
  );
}
