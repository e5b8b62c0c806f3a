import type { Claim, Price, PricedLine } from '@cleanclaim/core';
import { useState } from 'react';
import { BusyButton } from '../../parts/busy-button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { ServerTroubleNote } from '../../parts/server-trouble.tsx';
import { NoData } from '../../parts/status.tsx';
import { askServer, ServerTrouble } from '../../server/ask.ts';
import { announce } from '../../state/announce.ts';
import { t } from '../../text/text.ts';

type Priced =
  | { readonly is: 'not' | 'waiting' }
  | { readonly is: 'answered'; readonly claim: Claim; readonly price: Price }
  | { readonly is: 'trouble'; readonly trouble: ServerTrouble };

/** What the installed fee schedules of the server expect; asked only when the user presses, and said where the claim goes. */
export function PriceCard({ claim }: { claim: Claim }) {
  const [priced, setPriced] = useState<Priced>({ is: 'not' });
  const ask = async (): Promise<void> => {
    setPriced({ is: 'waiting' });
    try {
      // The operation brings its arithmetic along, which only a page that prices needs.
      const { price } = await import('../../server/price.ts');
      const answer = await askServer(price, { claim });
      setPriced({ is: 'answered', claim, price: answer });
      announce(says(answer));
    } catch (error) {
      setPriced({ is: 'trouble', trouble: error instanceof ServerTrouble ? error : new ServerTrouble('unreachable') });
    }
  };
  return (
    <section className="card" aria-label={t.server.price.expected} data-pane tabIndex={-1}>
      <header>
        <h2>{t.server.price.expected}</h2>
        {priced.is !== 'answered' && <NoData />}
        <span className="grow" />
        <BusyButton className="btn sm" busy={priced.is === 'waiting'} disabled={claim.lines.length === 0} onPress={() => void ask()}>
          {priced.is === 'answered' ? t.server.price.again : t.server.price.press}
        </BusyButton>
      </header>
      <div className="in stack tight">
        <p className="small muted">
          {t.server.price.where(window.location.host)} {t.server.price.onlyMedicare}
        </p>
        {priced.is === 'waiting' && <p role="status">{t.server.asking}</p>}
        {priced.is === 'trouble' && <ServerTroubleNote trouble={priced.trouble} again={() => void ask()} />}
        {priced.is === 'answered' && priced.claim !== claim && (
          <p className="note-row banner k-warn" role="status">
            <Icon name="warning" />
            {t.server.price.changed}
          </p>
        )}
      </div>
      {priced.is === 'answered' && <Answer price={priced.price} />}
    </section>
  );
}

function says({ lines, complete }: Price): string {
  if (lines.every(({ allowed }) => allowed === null)) return t.server.price.nothing;
  return complete ? t.server.price.complete : t.server.price.partly;
}

function Answer({ price }: { price: Price }) {
  const { columns } = t.server.price;
  const hasPrice = price.lines.some(({ allowed }) => allowed !== null);
  return (
    <>
      <ScrollBox label={t.server.price.expected}>
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{columns.line}</th>
              <th scope="col">{columns.code}</th>
              <th scope="col" className="num">
                {columns.allowed}
              </th>
              <th scope="col">{columns.how}</th>
            </tr>
          </thead>
          <tbody>
            {price.lines.map((line) => (
              <LineRow key={line.index} line={line} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <div className="in stack tight">
        <p className="small">
          <span className={`st sm ${price.complete && hasPrice ? 'k-info' : 'k-nod'}`}>
            <Icon name={price.complete && hasPrice ? 'info' : 'nodata'} />
            {says(price)}
          </span>
        </p>
        {hasPrice && (
          <dl className="meta sums">
            <Sum name={t.server.price.allowed} amount={price.allowed} />
            <Sum name={t.server.price.patient} amount={price.patient} />
            <Sum name={t.server.price.payment} amount={price.payment} />
            {price.limitingCharge !== undefined && <Sum name={t.server.price.limiting} amount={price.limitingCharge} />}
          </dl>
        )}
        {price.editions.length > 0 && <p className="small muted">{t.server.price.editions(price.editions.map(({ id }) => id))}</p>}
      </div>
    </>
  );
}

function Sum({ name, amount }: { name: string; amount: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="mono">{amount}</dd>
    </div>
  );
}

function LineRow({ line: { index, code, allowed, notPriced, warnings, steps } }: { line: PricedLine }) {
  return (
    <tr>
      <td>{index + 1}</td>
      <td className="c">{code}</td>
      <td className="num mono">{allowed ?? <NoData says={t.server.price.none} />}</td>
      <td className="small">
        {notPriced && (
          <p>
            {notPriced.reason}{' '}
            {notPriced.install !== null && (
              <>
                {t.server.price.install} <code>{notPriced.install}</code>
              </>
            )}
          </p>
        )}
        {warnings.map((warning) => (
          <p key={warning}>
            <Icon name="warning" /> {warning}
          </p>
        ))}
        {steps.length > 0 && (
          <details>
            <summary>{t.server.price.steps(steps.length)}</summary>
            <ol>
              {steps.map(({ what, value, edition }) => (
                <li key={`${what} ${value}`}>
                  {what} = <span className="mono">{value}</span> {edition !== null && <span className="muted">{edition}</span>}
                </li>
              ))}
            </ol>
          </details>
        )}
      </td>
    </tr>
  );
}
