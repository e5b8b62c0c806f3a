import type { Claim } from '@cleanclaim/core';
import { Icon } from '../../parts/icon.tsx';
import { letterOf } from '../../state/claim-store.ts';
import { t } from '../../text/text.ts';
import { letters } from './change.ts';

/** Boxes 21 to 28 as the form writes them: upper case, no dots, money with a space; Medicare paper takes one letter a line. */
export function PaperCard({ claim }: { claim: Claim }) {
  const oneLetter = claim.medium === 'paper' && claim.payer?.kind === 'medicare';
  return (
    <section className="card" aria-label={t.paper.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.paper.title}</h2>
        <span className="small muted">{t.paper.form}</span>
        <span className="grow" />
        <button type="button" className="btn sm" onClick={() => window.print()}>
          <Icon name="print" />
          {t.frame.print}
        </button>
      </header>
      {/* Wide by nature: it scrolls in its own box, by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="paper" tabIndex={0} role="group" aria-label={t.paper.title}>
        <p className="r">
          <span>
            <b className="box">21</b> {t.paper.indicator}
          </span>
          {(claim.diagnoses ?? []).slice(0, 12).map(({ code }, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <span key={at}>
              {letterOf(at)}. {code.replace('.', '').toUpperCase()}
            </span>
          ))}
        </p>
        <table>
          <thead>
            <tr>
              {t.paper.columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {claim.lines.map((line, at) => (
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                <td>{`${boxDay(line.from)}  ${boxDay(line.to ?? line.from)}`}</td>
                <td>{line.pos}</td>
                <td>{line.code}</td>
                <td>{(line.modifiers ?? []).join(' ')}</td>
                <td>
                  {(line.pointers?.length ?? 0) === 0 ? (
                    <mark>?</mark>
                  ) : oneLetter ? (
                    letters(line.pointers?.slice(0, 1))
                  ) : (
                    letters(line.pointers).replaceAll(' ', '')
                  )}
                </td>
                <td className="num">{(line.charge ?? '').replace('.', ' ')}</td>
                <td>{line.units}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          <b className="box">28</b> {(claim.total ?? '').replace('.', ' ')}
        </p>
      </div>
      <p className="in small muted">
        {claim.lines.length > 6 && t.paper.forms(Math.ceil(claim.lines.length / 6))} {oneLetter ? t.paper.oneLetter : t.paper.all}
      </p>
    </section>
  );
}

function boxDay(day = ''): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day.slice(5, 7)} ${day.slice(8)} ${day.slice(2, 4)}` : day;
}
