import type { CauseListId, CompareRow, Problem, RateRow, TabulateRow } from '@cleanclaim/core/statistics';
import { beforeAfterFigure, caterpillarFigure, causesFigure } from '@cleanclaim/stats/figures';
import { useCallback } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { t } from '../../text/text.ts';
import type { Answer } from './ask.ts';
import { Plot } from './plot.tsx';

function number(value: number | null, digits = 1): string {
  if (value === null) return '–';
  const text = value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  // What rounds to nothing has no sign.
  return /^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text;
}
const whole = (value: number | null): string => (value === null ? '–' : Math.round(value).toLocaleString('en-US'));
const limits = (pair: readonly number[] | null, digits = 1): string =>
  pair === null ? '' : pair.map((each) => number(each, digits)).join('–');
const nameOf = (row: { readonly by: Readonly<Record<string, string>> }): string => Object.values(row.by).join(', ') || t.statistics.all;

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
      {compare.slice(0, 6).map((row) => (
        <Compared row={row} key={row.one.value} />
      ))}
      <RatesTable rates={rates} by={by} />
      {standardised && rates.length > 1 && (
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

function RatesTable({ rates, by }: { rates: readonly RateRow[]; by: string }) {
  const save = (): void => {
    const lines = rates.map((row) =>
      [
        nameOf(row),
        row.count,
        row.population,
        row.crude,
        row.crudeCi?.[0],
        row.crudeCi?.[1],
        row.rate,
        row.rateCi?.[0],
        row.rateCi?.[1],
        row.per,
        row.standard,
        row.method,
        row.confidence,
      ]
        .map(csvCell)
        .join(','),
    );
    saveFile(
      'rates.csv',
      [
        `${csvCell(by || 'all')},deaths,population,crude,crudeLow,crudeHigh,rate,rateLow,rateHigh,per,standard,method,confidence`,
        ...lines,
        '',
      ].join('\r\n'),
      'text/csv',
    );
  };
  return (
    <section className="card clip" aria-label={t.statistics.rates} data-pane tabIndex={-1}>
      <header>
        <h2>{t.statistics.rates}</h2>
        <span className="grow" />
        <button type="button" className="btn sm" onClick={save}>
          <Icon name="download" />
          {t.statistics.csv}
        </button>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="wide" tabIndex={0} role="group" aria-label={t.statistics.rates}>
        <table className="figures-table">
          <thead>
            <tr>
              <th scope="col">{by || t.statistics.all}</th>
              {[t.statistics.deaths, t.statistics.people, t.statistics.crudeName, t.statistics.rateName, t.statistics.interval].map(
                (name) => (
                  <th scope="col" className="num" key={name}>
                    {name}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rates.slice(0, SHOWN).map((row) => (
              <tr key={nameOf(row)}>
                <th scope="row">{nameOf(row)}</th>
                <td className="num">{whole(row.count)}</td>
                <td className="num">{whole(row.population)}</td>
                <td className="num">{number(row.crude)}</td>
                <td className="num strong">{number(row.rate)}</td>
                <td className="num">{limits(row.rateCi)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rates.length > SHOWN && <p className="in small muted">{t.statistics.more(rates.length - SHOWN)}</p>}
    </section>
  );
}
const SHOWN = 100;

function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  // A cell that begins like a formula must not become one in a spreadsheet.
  const safe = /^[=+\-@\t]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
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
