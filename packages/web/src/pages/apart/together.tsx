import type { Day } from '@cleanclaim/core';
import { useMemo } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../text/text.ts';
import { entriesOf, KIND_LOOKS } from '../claim/findings.ts';
import { reportOn } from '../claim/use-report.ts';

/** Whether two diagnoses may stand on one claim, in the engine's own words: both orders are tried. */
export function Together({ one, other, on }: { one: string; other: string; on: Day }) {
  const toolkit = useToolkit();
  const found = useMemo(() => {
    const said = [
      [one, other],
      [other, one],
    ].flatMap(([first = '', second = '']) => {
      const report = reportOn(
        { type: 'professional', diagnoses: [{ code: first }, { code: second }], lines: [{ from: on, pointers: [1, 2] }] },
        toolkit,
      );
      return entriesOf(report)
        .filter(({ finding }) => finding?.codes.includes(one) && finding.codes.includes(other))
        .map((entry) => ({ ...entry, order: `${first}, ${second}` }));
    });
    return said.filter((each, at) => said.findIndex((before) => before.message === each.message) === at);
  }, [one, other, on, toolkit]);
  return (
    <section className="card" aria-label={t.together.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.together.title}</h2>
      </header>
      <div className="in stack tight">
        {found.length === 0 && <p>{t.together.nothing}</p>}
        {found.map(({ key, kind, message, finding, order }) => (
          <div key={order + key}>
            <p className={KIND_LOOKS[kind].kind}>
              <span className={`st sm ${KIND_LOOKS[kind].kind}`}>
                <Icon name={KIND_LOOKS[kind].icon} />
                {t.findings.word(kind)}
              </span>{' '}
              {message}
            </p>
            <p className="small muted">{finding?.why}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
