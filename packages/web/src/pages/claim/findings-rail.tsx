import type { Claim, Report } from '@cleanclaim/core';
import { type ReactNode, useState } from 'react';
import { askRules } from '../../data/ask-rules.ts';
import { useToolkit } from '../../data/toolkit.ts';
import { Icon } from '../../parts/icon.tsx';
import { announce } from '../../state/announce.ts';
import { today } from '../../state/day.ts';
import { editClaim, undo } from '../../state/claim-store.ts';
import { t } from '../../text/text.ts';
import { FindingItem } from './finding-item.tsx';
import { countKinds, type Entry, type FindingKind, KIND_LOOKS, KINDS } from './findings.ts';

interface Props {
  /** The claim as the report saw it. */
  readonly claim: Claim;
  readonly report: Report;
  /** The claim stands as the report saw it: only then may a fix be made. */
  readonly isFresh: boolean;
  readonly entries: readonly Entry[];
  readonly open: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
  /** Who answered, and the switch to ask the server. */
  readonly asked: ReactNode;
}

/** Everything the check says, worst first; counts are filters, and what could not be checked is told as such. */
export function FindingsRail({ claim, report, isFresh, entries, open, onOpen, asked }: Props) {
  const toolkit = useToolkit();
  const [only, setOnly] = useState<FindingKind>();
  const counts = countKinds(entries);
  const filter = only !== undefined && counts.has(only) ? only : undefined;
  const sure = report.findings.filter((finding) => finding.patch).length;
  const applySure = async (): Promise<void> => {
    const fixed = await askRules(toolkit, { ask: 'fix', claim, report, received: today() });
    // Nobody waits a key's length, but a claim that was changed meanwhile is not set back.
    editClaim((now) => (now === claim ? fixed : now));
    announce(t.findings.sureApplied(sure), { label: t.claim.undo, run: undo });
  };
  return (
    <aside className="card findings" id="findings" aria-label={t.findings.title} aria-busy={!isFresh} data-pane tabIndex={-1}>
      <header>
        <h2>{t.findings.title}</h2>
        <span className="small muted kh">
          <kbd>N</kbd> {t.findings.next}, <kbd>P</kbd> {t.findings.previous}
        </span>
        <span className="grow" />
        {sure > 0 && (
          <button type="button" className="btn sm" disabled={!isFresh} onClick={() => void applySure()}>
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
              isFresh={isFresh}
              isOpen={entry.key === open}
              onToggle={() => onOpen(entry.key === open ? undefined : entry.key)}
            />
          ))}
      </ol>
    </aside>
  );
}
