import type { CauseListId, CompareRow, Problem, RateRow, TabulateRow } from '@cleanclaim/core/statistics';
import { beforeAfterFigure, caterpillarFigure, causesFigure } from '@cleanclaim/stats/figures';
import { useCallback } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../text/text.ts';
import type { Answer } from './ask.ts';
import { limits, nameOf, number, whole } from './numbers.ts';
import { Plot } from './plot.tsx';
import { RatesTable } from './rates-table.tsx';

/** Groups that a figure can still show one beside the other. */
const MOST_DRAWN = 60;

/** Everything the tables say: what compares, the rates, the figures, the causes, the methods, what was wrong in the data. */
export function Results({ answer, by, list }: { answer: Answer; by: string; list: CauseListId }) {
  const { rates, compare, causes, problems, together } = answer;
  const caterpillar = useCallback(
    (look: Parameters<typeof caterpillarFigure>[2]) => caterpillarFigure(rates, together, look),
    [rates, together],
  );
  const beforeAfter = useCallback((look: Parameters<typeof beforeAfterFigure>[1]) => beforeAfterFigure(rates, look), [rates]);
  const leading = useCallback((look: Parameters<typeof causesFigure>[1]) => causesFigure(causes, look, 8), [causes]);
  const standardised = rates.some(({ rate }) => rate !== null);
  return (
    <div className="stack">
      {rates.length <= MOST_DRAWN && compare.slice(0, 6).map((row) => <Compared row={row} key={row.one.value} />)}
      <RatesTable rates={rates} by={by} />
      {rates.length > MOST_DRAWN && <p className="small muted">{t.statistics.tooMany(MOST_DRAWN)}</p>}
      {standardised && rates.length > 1 && rates.length <= MOST_DRAWN && (
        <div className="figures">
          <Plot
            figure={beforeAfter}
            title={t.statistics.beforeAfter}
            says={t.statistics.beforeAfterSays(rates.map((row) => `${nameOf(row)} ${number(row.crude)} ${number(row.rate)}`))}
            file="before-after"
          />
          <Plot
            figure={caterpillar}
            title={t.statistics.caterpillar}
            says={t.statistics.caterpillarSays(rates.map((row) => `${nameOf(row)} ${number(row.rate)} (${limits(row.rateCi)})`))}
            file="rates"
          />
        </div>
      )}
      {causes.some(({ rank }) => rank !== null) && (
        <>
          <CausesTable causes={causes} by={by} />
          <Plot
            figure={leading}
            title={t.statistics.leading}
            says={t.statistics.leadingSays(causes.filter(({ rank }) => rank === 1).map((row) => `${nameOf(row)}: ${row.title}`))}
            file="leading-causes"
          />
        </>
      )}
      <Methods rates={rates} list={causes.length > 0 ? list : undefined} columns={answer.columns} />
      <Wrong problems={problems} />
    </div>
  );
}

function Compared({ row }: { row: CompareRow }) {
  const { one, other, ratio, ratioCi, decomposition: parts, flag, per } = row;
  return (
    <section className="card">
      <p className="lead in">
        <b>{t.statistics.against(one.value, other.value)}</b> {t.statistics.crude(number(one.crude), number(other.crude), per)}{' '}
        {one.rate === null || other.rate === null
          ? t.statistics.noStandardised
          : t.statistics.standardised(number(one.rate), number(other.rate), number(ratio, 2), limits(ratioCi, 2), flag)}{' '}
        {parts && t.statistics.parts(number(parts.difference), number(parts.structure), number(parts.rates))}
      </p>
    </section>
  );
}

function CausesTable({ causes, by }: { causes: readonly TabulateRow[]; by: string }) {
  const ranked = causes.filter(({ rank }) => rank !== null && rank <= 10).toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  const places = [...new Set(ranked.map(nameOf))].slice(0, 12);
  return (
    <section className="card clip" aria-label={t.statistics.causes} data-pane tabIndex={-1}>
      <header>
        <h2>{t.statistics.causes}</h2>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="wide" tabIndex={0} role="group" aria-label={t.statistics.causes}>
        <table className="figures-table">
          <thead>
            <tr>
              <th scope="col">{by || t.statistics.all}</th>
              <th scope="col" className="num">
                {t.statistics.rank}
              </th>
              <th scope="col">{t.statistics.group}</th>
              <th scope="col" className="num">
                {t.statistics.deaths}
              </th>
              <th scope="col" className="num">
                {t.statistics.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {places.flatMap((place) =>
              ranked
                .filter((row) => nameOf(row) === place)
                .map((row) => (
                  <tr key={`${place} ${row.group}`}>
                    <th scope="row">{place}</th>
                    <td className="num">{row.rank}</td>
                    <td>{row.title}</td>
                    <td className="num">{whole(row.count)}</td>
                    <td className="num">{row.share === null ? '–' : `${number(100 * row.share)} %`}</td>
                  </tr>
                )),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Methods({ rates, list, columns }: { rates: readonly RateRow[]; list: CauseListId | undefined; columns: Answer['columns'] }) {
  const [first] = rates;
  if (!first) return null;
  const taken = Object.entries(columns.deaths).map(([role, column]) => (role === column ? role : `${role} = ${column}`));
  return (
    <section className="card" aria-label={t.statistics.methods} data-pane tabIndex={-1}>
      <header>
        <h2>{t.statistics.methods}</h2>
      </header>
      <ul className="in stack tight">
        <li>{t.statistics.perSays(first.per, first.confidence)}</li>
        <li>{t.statistics.standardSays(first.standardTitle, first.bands)}</li>
        <li>{t.statistics.methodSays[first.method as keyof typeof t.statistics.methodSays] ?? first.method}</li>
        <li>{t.statistics.crudeSays}</li>
        {list && <li>{t.statistics.listSays(t.statistics.lists[list] ?? list)}</li>}
        <li>{t.statistics.columnsSays(taken.join(', '))}</li>
        <li>{t.statistics.stays}</li>
      </ul>
    </section>
  );
}

function Wrong({ problems }: { problems: readonly Problem[] }) {
  const kinds = new Map<string, { what: string; severity: Problem['severity']; rows: number }>();
  for (const { what, severity, rows } of problems) {
    const found = kinds.get(what);
    if (found) found.rows += rows;
    else kinds.set(what, { what, severity, rows });
  }
  if (kinds.size === 0) return null;
  return (
    <section className="card" aria-label={t.statistics.wrong} data-pane tabIndex={-1}>
      <header>
        <h2>{t.statistics.wrong}</h2>
      </header>
      <ul className="in stack tight">
        {[...kinds.values()].map(({ what, severity, rows }) => (
          <li key={what}>
            <span className={`st sm ${severity === 'error' ? 'k-err' : 'k-warn'}`}>
              <Icon name={severity === 'error' ? 'error' : 'warning'} />
              {t.statistics.severity[severity]}
            </span>{' '}
            {what} {rows > 0 && t.statistics.rowsOf(rows)}
          </li>
        ))}
      </ul>
    </section>
  );
}
