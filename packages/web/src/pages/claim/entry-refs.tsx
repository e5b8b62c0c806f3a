import { Icon } from '../../parts/icon.tsx';
import { t } from '../../text/text.ts';
import { type Entry, KIND_LOOKS } from './findings.ts';

/** The numbers of the findings that concern a row; each leads to its entry in the rail. */
export function EntryRefs({ entries, onOpen }: { entries: readonly Entry[]; onOpen: (key: string) => void }) {
  return (
    <span className="refs">
      {entries.map((entry) => {
        const { icon, kind } = KIND_LOOKS[entry.kind];
        return (
          <button
            type="button"
            className={`ref ${kind}`}
            key={entry.key}
            aria-label={t.claim.reference(entry.kind, entry.number)}
            onClick={() => onOpen(entry.key)}
          >
            <Icon name={icon} />
            {entry.number}
          </button>
        );
      })}
    </span>
  );
}
