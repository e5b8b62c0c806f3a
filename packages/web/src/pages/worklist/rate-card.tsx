import { ScrollBox } from '../../parts/scroll-box.tsx';
import { NoData } from '../../parts/status.tsx';
import type { MonthRate } from '../../state/worklist/model.ts';
import { t } from '../../text/text.ts';

/** The clean-claim rate by month: a bar and the numbers it is made of. */
export function RateCard({ rates }: { rates: readonly MonthRate[] }) {
  const words = t.worklist;
  const [month, claims, passed, rate, incomplete] = words.rateColumns;
  return (
    <section className="card" aria-label={words.rate} data-pane tabIndex={-1}>
      <header>
        <h2>{words.rate}</h2>
        {rates.length === 0 && <NoData />}
      </header>
      <div className="in stack tight">
        {rates.length === 0 ? (
          <p className="muted">{words.noRate}</p>
        ) : (
          <ScrollBox label={words.rate}>
            <table className="t">
              <thead>
                <tr>
                  <th scope="col">{month}</th>
                  <th scope="col" className="num">
                    {claims}
                  </th>
                  <th scope="col" className="num">
                    {passed}
                  </th>
                  <th scope="col">{rate}</th>
                  <th scope="col" className="num">
                    {incomplete}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rates.map((each) => (
                  <tr key={each.month}>
                    <td className="nw">{each.month}</td>
                    <td className="num">{each.claims}</td>
                    <td className="num">{each.passed}</td>
                    <td>
                      <span className="ratebar">
                        <span aria-hidden="true">
                          <span style={{ width: `${(100 * each.passed) / each.claims}%` }} />
                        </span>
                        <b className="num">{words.percent(each.passed, each.claims)}</b>
                      </span>
                    </td>
                    <td className="num">{each.incomplete}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
        <p className="small muted">
          {words.rateSays} {words.rateIncomplete}
        </p>
      </div>
    </section>
  );
}
