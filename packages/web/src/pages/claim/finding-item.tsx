import type { Claim, Finding, PatchStep } from '@cleanclaim/core';
import { useId, useState } from 'react';
import { CodeLink } from '../../parts/code-link.tsx';
import { Icon } from '../../parts/icon.tsx';
import { announce } from '../../state/announce.ts';
import { editClaim, undo } from '../../state/claim-store.ts';
import { t } from '../../text/text.ts';
import { Diff, patched } from './diff.tsx';
import { type Entry, KIND_LOOKS } from './findings.ts';

interface Props {
  readonly claim: Claim;
  readonly day: string | null;
  readonly entry: Entry;
  /** The claim stands as the finding saw it. */
  readonly isFresh: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** What, why, fix, source, in this order; a fix is a difference one can see before it is made. */
export function FindingItem({ claim, day, entry, isFresh, isOpen, onToggle }: Props) {
  const { icon, kind } = KIND_LOOKS[entry.kind];
  return (
    <li className={`f ${kind}${isOpen ? ' open' : ''}`} data-finding={entry.key}>
      <h3>
        <button type="button" className="fh" aria-expanded={isOpen} onClick={onToggle}>
          <Icon name={icon} />
          <span className="w">{t.findings.name(entry.kind, entry.number)}</span>
          {entry.box !== null && <span className="box">{entry.box}</span>}
          <span className="m">
            {entry.message}
            {entry.checks > 1 && <span className="small muted"> {t.findings.checks(entry.checks)}</span>}
          </span>
        </button>
      </h3>
      {isOpen && (
        <div className="more">
          {entry.finding && <Details claim={claim} day={day} finding={entry.finding} isFresh={isFresh} />}
          {entry.install !== undefined && (
            <>
              <p className="small">{t.findings.neverPass}</p>
              <p className="small">
                <b>{t.says.fix}.</b> {entry.install}
              </p>
            </>
          )}
          <p className="tiny muted">
            <code>{entry.rule}</code>
          </p>
        </div>
      )}
    </li>
  );
}

function Details({ claim, day, finding, isFresh }: { claim: Claim; day: string | null; finding: Finding; isFresh: boolean }) {
  const { source, where } = finding;
  const fixes: Fix[] = [...(finding.patch ? [{ when: undefined, patch: finding.patch }] : []), ...(finding.suggestions ?? [])];
  return (
    <>
      <p className="small">
        <b>{t.says.why}.</b> {finding.why}
      </p>
      {fixes.length <= FEW && (
        <p className="small">
          <b>{t.says.fix}.</b> {finding.fix}
        </p>
      )}
      {fixes.length > 0 && <Fixes claim={claim} day={day} fixes={fixes} isFresh={isFresh} />}
      {finding.codes.length > 0 && (
        <p className="small bar">
          {t.findings.read}
          {finding.codes.slice(0, 6).map((code) => (
            <CodeLink key={code} code={code} />
          ))}
        </p>
      )}
      <blockquote>
        {source.locator !== null && (
          <>
            <q>{source.locator}</q>
            <br />
          </>
        )}
        <cite>
          {source.url.startsWith('https:') ? (
            <a href={source.url} target="_blank" rel="noreferrer">
              {source.title}
            </a>
          ) : (
            source.title
          )}
          {source.edition !== null && `, ${source.edition}`}
        </cite>
      </blockquote>
      <p className="tiny muted">
        {where.x12 !== null && (
          <>
            X12 <code>{where.x12}</code>{' '}
          </>
        )}
        {where.fhir !== null && (
          <>
            FHIR <code>{where.fhir}</code>{' '}
          </>
        )}
        <code>{where.path}</code>
      </p>
    </>
  );
}

/** More choices than these make a list to unfold. */
const FEW = 4;

interface Fix {
  /** When this is the fix; undefined when it is the only one. */
  readonly when: string | undefined;
  readonly patch: readonly PatchStep[];
}

interface FixesProps {
  readonly claim: Claim;
  readonly day: string | null;
  readonly fixes: readonly Fix[];
  readonly isFresh: boolean;
}

/** One fix, or a choice of them by what the record says; always with the difference it makes before it is made. */
function Fixes({ claim, day, fixes, isFresh }: FixesProps) {
  const [at, setAt] = useState(0);
  const name = useId();
  const fix = fixes[at] ?? fixes[0];
  const after = fix && patched(claim, fix.patch);
  return (
    <div className="stack tight">
      {fixes.length > FEW ? (
        <label className="small">
          <b>{t.says.fix}.</b> {t.findings.chooseOne}
          <select className="field" value={at} onChange={(event) => setAt(Number(event.currentTarget.value))}>
            {fixes.map(({ when }, index) => (
              <option key={when} value={index}>
                {when}
              </option>
            ))}
          </select>
        </label>
      ) : fixes.length > 1 ? (
        <fieldset className="choices small">
          <legend>{t.findings.whichOne}</legend>
          {fixes.map(({ when }, index) => (
            <label key={when}>
              <input type="radio" name={name} checked={index === at} onChange={() => setAt(index)} />
              <span>{when ?? t.findings.sureOne}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        fix?.when !== undefined && <p className="small">{t.findings.when(fix.when)}</p>
      )}
      {after && (
        <>
          <Diff before={claim} after={after} day={day} />
          <div className="bar">
            <button type="button" className="btn sm pri" data-fix disabled={!isFresh} onClick={() => applyFix(after)}>
              {t.findings.apply} <kbd>Enter</kbd>
            </button>
          </div>
        </>
      )}
    </div>
  );
}

function applyFix(after: Claim): void {
  editClaim(() => after);
  announce(t.findings.applied, { label: t.claim.undo, run: undo });
}
