import { applyPatch, type Claim, isCleanclaimError, lookup, type PatchStep, perform } from '@cleanclaim/core';
import { useToolkit } from '../../data/toolkit.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';
import { type ChangeLine, changesBetween } from './change.ts';

/** The claim as a fix would leave it; undefined when the fix no longer fits the claim. */
export function patched(claim: Claim, patch: readonly PatchStep[]): Claim | undefined {
  try {
    return applyPatch(claim, patch);
  } catch (error) {
    if (isCleanclaimError(error)) return undefined;
    throw error;
  }
}

/** What a fix changes, by box: what goes, what comes, and which letters are renamed so that pointers keep their diagnosis. */
export function Diff({ before, after, day }: { before: Claim; after: Claim; day: string | null }) {
  const lines = changesBetween(before, after);
  const count = (kind: ChangeLine['kind']) => lines.filter((line) => line.kind === kind).length;
  // A value put in another's place is one change.
  const changed = Math.max(count('removed'), count('added'));
  return (
    <div className="diff" role="group" aria-label={t.findings.changes}>
      <p>{t.findings.changeCount(Math.max(1, changed), count('renamed') > 0)}</p>
      {lines.map((line) => (
        <div
          key={`${line.kind}${line.box}${line.text}`}
          className={line.kind === 'removed' ? 'd' : line.kind === 'added' ? 'a' : undefined}
        >
          <span>{line.kind === 'removed' ? '−' : line.kind === 'added' ? '+' : ''}</span>
          <span className="box">{line.box ?? ''}</span>
          <Words line={line} day={day} />
        </div>
      ))}
    </div>
  );
}

function Words({ line, day }: { line: ChangeLine; day: string | null }) {
  const { data } = useToolkit();
  const page = useDay();
  const on = day ?? page;
  if (line.pointersOf !== undefined) return <span>{t.findings.pointersKept(line.pointersOf, line.text)}</span>;
  const title = line.code === undefined ? null : perform(lookup, { code: line.code.slice(0, 40), on }, { data, today: page }).display;
  const said =
    line.kind === 'renamed' ? t.findings.renamed(line.code ?? '', line.text) : `${line.text}${title === null ? '' : ` ${title}`}`;
  return (
    <span className={line.kind === 'removed' ? 'x' : undefined}>
      {line.kind !== 'renamed' && <span className="sr">{line.kind === 'removed' ? t.findings.goes : t.findings.comes} </span>}
      {said}
    </span>
  );
}
