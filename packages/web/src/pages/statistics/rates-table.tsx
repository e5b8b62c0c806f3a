import type { RateRow } from '@cleanclaim/core/statistics';
import { useDeferredValue, useMemo, useState } from 'react';
import { FindInList, hasWords } from '../../parts/find-in-list.tsx';
import { Icon } from '../../parts/icon.tsx';
import { LongTable } from '../../parts/long-table.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { t } from '../../text/text.ts';
import { limits, nameOf, number, whole } from './numbers.ts';

/** The rates of every group, found by name, and saved as CSV. */
export function RatesTable({ rates, by }: { rates: readonly RateRow[]; by: string }) {
  const [text, setText] = useState('');
  const searched = useDeferredValue(text);
  const found = useMemo(() => rates.filter((row) => hasWords(searched, [nameOf(row)])), [rates, searched]);
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
        <FindInList of={rates.length} text={text} found={found.length} onText={setText} />
        <button type="button" className="btn sm" onClick={save}>
          <Icon name="download" />
          {t.statistics.csv}
        </button>
      </header>
      {found.length === 0 ? (
        <p className="in muted">{t.find.found(0)}</p>
      ) : (
        <LongTable
          label={t.statistics.rates}
          rows={found}
          columns={6}
          className="figures-table"
          head={
            <>
              <th scope="col">{by || t.statistics.all}</th>
              {[t.statistics.deaths, t.statistics.people, t.statistics.crudeName, t.statistics.rateName, t.statistics.interval].map(
                (name) => (
                  <th scope="col" className="num" key={name}>
                    {name}
                  </th>
                ),
              )}
            </>
          }
          cells={(row) => (
            <>
              <th scope="row">{nameOf(row)}</th>
              <td className="num">{whole(row.count)}</td>
              <td className="num">{whole(row.population)}</td>
              <td className="num">{number(row.crude)}</td>
              <td className="num strong">{number(row.rate)}</td>
              <td className="num">{limits(row.rateCi)}</td>
            </>
          )}
        />
      )}
    </section>
  );
}

function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  // A cell that begins like a formula must not become one in a spreadsheet.
  const safe = /^[=+\-@\t]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
