import type { Candidate, Claim, Identification } from '@cleanclaim/core';
import { useMemo, useState } from 'react';
import { tell } from '../../data/tell.ts';
import { useToolkit } from '../../data/toolkit.ts';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { NoData } from '../../parts/status.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { codeHref, hrefTo, navigate, usePlace } from '../../route/location.ts';
import { putClaim } from '../../state/claim-store.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';
import { CompareForm } from './compare-form.tsx';
import { PointerDrawing } from './pointer-drawing.tsx';
import { rowsOf } from './rows.ts';
import { Together } from './together.tsx';
import { TryIt } from './try-it.tsx';
import { visitClaim } from './visit-claim.ts';

const EXAMPLE = ['99213', 'E11.9'] as const;

/** "CPT or ICD?": any two codes side by side, one question a row; a procedure and a diagnosis with the pointer that joins them. */
export function ApartPage() {
  const { query } = usePlace();
  const { data } = useToolkit();
  const on = useDay();
  const [a, b] = codesOf(query);
  const left = useMemo(() => tell(a, { data, on }), [a, data, on]);
  const right = useMemo(() => tell(b, { data, on }), [b, data, on]);
  const [leftAt, setLeftAt] = useState(0);
  const [rightAt, setRightAt] = useState(0);
  const one = left.candidates[leftAt] ?? left.candidates[0];
  const other = right.candidates[rightAt] ?? right.candidates[0];
  const rows = one && other ? rowsOf(one, other, { data, on }) : [];
  const visit = one && other ? visitOf(one, other) : undefined;
  const [what, why] = [visit?.what.code, visit?.why.code];
  const claim = useMemo(() => (what === undefined || why === undefined ? undefined : visitClaim(what, why, on)), [what, why, on]);
  useTitle(`${t.apart.title} ${a}, ${b}`);

  return (
    <>
      <div className="bar gap-b">
        <h1>{visit || !one || !other ? t.apart.title : t.apart.compare(one.code, other.code)}</h1>
        <span className="grow" />
        <CompareForm a={a} b={b} key={`${a} ${b}`} />
      </div>
      {visit && (
        <p className="lead gap-b">
          <b>{visit.what.code}</b> {t.apart.saysWhat} <b>{visit.why.code}</b> {t.apart.saysWhy} {t.apart.both}
        </p>
      )}
      {one && other && !visit && <p className="lead gap-b">{t.apart.sameSide(one.code, one.kind, other.code, other.kind)}</p>}
      <div className="stack">
        <Unread given={left} />
        <Unread given={right} />
        {one && other && (
          <section className="card clip" aria-label={t.apart.sideBySide} data-pane tabIndex={-1}>
            <table className="apart">
              <thead>
                <tr>
                  <td className="corner" />
                  <Head candidate={one} given={left} at={leftAt} onAt={setLeftAt} />
                  <Head candidate={other} given={right} at={rightAt} onAt={setRightAt} />
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.question} className={row.same ? 'same' : undefined}>
                    <th scope="row">{row.question}</th>
                    {[row.one, row.other].map((cell, at) => {
                      const candidate = at === 0 ? one : other;
                      return (
                        <td key={candidate.system + String(at)} className={isWhy(candidate) ? 'y' : 'w'} data-l={candidate.code}>
                          {cell.box !== undefined && <span className="box">{cell.box}</span>} {cell.says}{' '}
                          {cell.missing !== undefined && <NoData says={cell.missing} />}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        {one?.system === 'icd10cm' && other?.system === 'icd10cm' && one.code !== other.code && (
          <Together one={one.code} other={other.code} on={on} />
        )}
        {visit && claim && (
          <div className="two even">
            <PointerDrawing what={visit.what.code} why={visit.why.code} on={on} />
            <TryIt claim={claim} onOpen={openVisit} why={visit.why.code} />
          </div>
        )}
        <p className="small muted">
          {t.apart.more}{' '}
          {t.apart.others.map(([first, second]) => (
            <Link key={first + second} className="chip c" href={hrefTo('/apart', { a: first, b: second })}>
              {first}, {second}
            </Link>
          ))}
        </p>
      </div>
    </>
  );
}

function openVisit(claim: Claim): void {
  putClaim(claim);
  navigate(hrefTo('/claim'));
}

/** Two codes from the address: as `a` and `b`, or typed together; the usual visit for what is left out. */
function codesOf(query: URLSearchParams): [string, string] {
  const typed = (query.get('q') ?? '')
    .trim()
    .split(/[\s,;]+/)
    .filter((each) => each !== '');
  const a = query.get('a') ?? typed[0];
  const b = query.get('b') ?? typed[1];
  if (a === undefined) return [...EXAMPLE];
  return [a.slice(0, 40), (b ?? (/^[a-z]/i.test(a) && a.includes('.') ? EXAMPLE[0] : EXAMPLE[1])).slice(0, 40)];
}

const isWhy = ({ kind }: Candidate): boolean => kind === 'diagnosis';
const isWhat = ({ kind }: Candidate): boolean => kind === 'procedure' || kind === 'service' || kind === 'supply' || kind === 'drug';

function visitOf(one: Candidate, other: Candidate): { what: Candidate; why: Candidate } | undefined {
  if (isWhat(one) && isWhy(other)) return { what: one, why: other };
  return isWhy(one) && isWhat(other) ? { what: other, why: one } : undefined;
}

function Head({ candidate, given, at, onAt }: { candidate: Candidate; given: Identification; at: number; onAt: (at: number) => void }) {
  const why = isWhy(candidate);
  return (
    <th scope="col" className={why ? 'coly' : 'colw'}>
      <span className={`tag ${why ? 'why' : 'what'}`}>{t.apart.answers[candidate.kind]}</span>
      <span className="bigcode">
        {candidate.system === 'icd10cm' ? <Link href={codeHref(candidate.code)}>{candidate.code}</Link> : candidate.code}
      </span>
      <span className="q">{t.apart.kinds[candidate.kind]}</span>
      <span className="small">{candidate.name}</span>
      {new Set(given.candidates.map(({ kind }) => kind)).size > 1 && (
        <label className="small readings">
          {t.apart.readAs}
          <select className="field" value={at} onChange={(event) => onAt(Number(event.currentTarget.value))}>
            {given.candidates.map((each, index) => (
              <option key={each.system} value={index}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      )}
    </th>
  );
}

function Unread({ given }: { given: Identification }) {
  if (given.candidates.length > 0) return given.hint === null ? null : <p className="note-row banner k-info">{given.hint}</p>;
  return (
    <p className="note-row banner k-unk" role="status">
      <Icon name="unknown" />
      <span>
        <b>{t.apart.unread(given.input)}</b> {given.hint}
      </span>
    </p>
  );
}
