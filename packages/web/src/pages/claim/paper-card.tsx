import type { Claim } from '@cleanclaim/core';
import { Icon } from '../../parts/icon.tsx';
import { letterOf } from '../../state/claim-store.ts';
import { t } from '../../text/text.ts';
import { letters } from './change.ts';
import { diagnosisLabel } from './edit.ts';

/** Boxes 21 to 28 as the form writes them: upper case, no dots, money with a space; Medicare paper takes one letter a line. */
export function PaperCard({ claim }: { claim: Claim }) {
  if (claim.type === 'institutional') return <Ub04 claim={claim} />;
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

/** Form locators of UB-04 as it prints: codes without dots, the present-on-admission letter behind each diagnosis, money with a space. */
function Ub04({ claim }: { claim: Claim }) {
  return (
    <section className="card" aria-label={t.paper.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.paper.title}</h2>
        <span className="small muted">{t.paper.ub04}</span>
        <span className="grow" />
        <button type="button" className="btn sm" onClick={() => window.print()}>
          <Icon name="print" />
          {t.frame.print}
        </button>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="paper" tabIndex={0} role="group" aria-label={t.paper.title}>
        <table>
          <thead>
            <tr>
              {t.paper.ubColumns.map((name) => (
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
                <td>{line.revenue}</td>
                <td>{[line.code ?? '', ...(line.modifiers ?? [])].join(' ')}</td>
                <td>{boxDay(line.from).replaceAll(' ', '')}</td>
                <td className="num">{line.units}</td>
                <td className="num">{(line.charge ?? '').replace('.', ' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          <b className="box">{t.paper.ubTotal}</b> {(claim.total ?? '').replace('.', ' ')}
        </p>
        <p className="r">
          <span>{t.paper.version}</span>
          {(claim.diagnoses ?? []).map(({ code, poa = '' }, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <span key={at}>
              <b className="box">{diagnosisLabel(claim, at)}</b> {code.replace('.', '').toUpperCase()} {poa}
            </span>
          ))}
        </p>
        <p className="r">
          {(claim.procedures ?? []).map(({ code, on = '' }, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <span key={at}>
              <b className="box">{at === 0 ? '74' : `74${letterOf(at - 1).toLowerCase()}`}</b> {code} {boxDay(on).replaceAll(' ', '')}
            </span>
          ))}
        </p>
      </div>
    </section>
  );
}

function boxDay(day = ''): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day.slice(5, 7)} ${day.slice(8)} ${day.slice(2, 4)}` : day;
}
