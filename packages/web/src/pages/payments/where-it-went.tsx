import { addMoney, formatMoney, ZERO_MONEY } from '@cleanclaim/core';
import type { Adjustment, PaidClaim } from '@cleanclaim/x12';
import { Icon } from '../../parts/icon.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { t } from '../../text/text.ts';
import { amountOf, type Part, partsOf } from './money-parts.ts';

/** Line by line: the charge in its parts, as a bar and in words, then who took what off and why, with the proof of the sum. */
export function WhereItWent({ claim }: { claim: PaidClaim }) {
  const rows = [
    ...claim.lines.map((line, at) => ({ ...line, name: String(at + 1), charge: line.charged })),
    ...(claim.adjustments.length > 0 || claim.lines.length === 0
      ? [
          {
            name: '',
            code: t.payments.wholeClaim,
            modifiers: [],
            charge: claim.charged,
            allowed: claim.allowed,
            sentAs: null,
            // What was paid stands on the lines where there are any.
            paid: claim.lines.length > 0 ? '0' : claim.paid,
            adjustments: claim.adjustments,
          },
        ]
      : []),
  ];
  const all = [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)];
  const taken = formatMoney(all.reduce((sum, { amount }) => addMoney(sum, amountOf(amount)), ZERO_MONEY));
  const remarks = [...new Set([...claim.remarks, ...claim.lines.flatMap((line) => line.remarks)])];
  const { patient } = claim;
  return (
    <section className="card" aria-label={t.payments.where(claim.claim)} data-pane tabIndex={-1}>
      <header>
        <h2>{t.payments.where(claim.claim)}</h2>
        <span className="small muted wrap">
          {patient !== null && `${t.payments.patient(patient.first, patient.last)}. `}
          {t.payments.statusOf(claim.statusSays, claim.status)}
          {claim.payerControl !== null && `, ${t.payments.payerNumber(claim.payerControl)}`}
        </span>
      </header>
      <div className="in stack">
        {claim.pairedWith !== null && <p className="small">{t.payments.pair[claim.pairedWith]}</p>}
        <ul>
          {rows.map(({ name, code, modifiers, charge, allowed, sentAs, ...row }, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at} className="moneyrow">
              <span className="mono wrap">
                <b>{name}</b> {[code, ...modifiers].join(' ')}
              </span>
              <Flow parts={partsOf(row)} charge={charge} />
              <span className="num">{charge}</span>
              <span className="small muted says">
                {[
                  ...partsOf(row).map(({ kind, amount }) => t.payments.part(t.payments.parts[kind], formatMoney(amount))),
                  t.payments.allowed(allowed),
                ].join(', ')}
                {sentAs !== null && `, ${t.payments.sentAs(sentAs)}`}
              </span>
            </li>
          ))}
        </ul>
        {all.length > 0 && (
          <div>
            <h3>{t.payments.adjusted}</h3>
            <ScrollBox label={t.payments.adjusted}>
              <table className="t">
                <thead>
                  <tr>
                    {t.payments.adjustmentColumns.map((name) => (
                      <th key={name} scope="col" className={name === t.payments.adjustmentColumns[1] ? 'num' : undefined}>
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.flatMap(({ name, adjustments }, at) =>
                    adjustments.map((each, index) => <AdjustmentRow key={`${at} ${String(index)}`} line={name} adjustment={each} />),
                  )}
                </tbody>
              </table>
            </ScrollBox>
          </div>
        )}
        {remarks.length > 0 && <p className="small muted">{t.payments.remarks(remarks)}</p>}
        <p className="small bar">
          <span className={`st ${claim.balanced ? 'k-ok' : 'k-err'} sm`}>
            <Icon name={claim.balanced ? 'check' : 'error'} />
            {claim.balanced ? t.payments.balances : t.payments.balancesNot}
          </span>
          <span className="mono muted">{t.payments.balanceOf(claim.charged, taken, claim.paid)}</span>
        </p>
      </div>
    </section>
  );
}

function AdjustmentRow({ line, adjustment }: { line: string; adjustment: Adjustment }) {
  const { group, groupSays, reason, says, amount } = adjustment;
  return (
    <tr>
      <td>{line}</td>
      <td className="num">{amount}</td>
      <td className="mono nw">
        {group}-{reason}
      </td>
      <td className="words">{groupSays ?? group}</td>
      <td className="words">{says ?? <span className="muted">{t.payments.noWords}</span>}</td>
    </tr>
  );
}

/** The parts of a charge side by side. The words stand below it, so the bar is decoration. */
function Flow({ parts, charge }: { parts: readonly Part[]; charge: string }) {
  return (
    <div className="flow" aria-hidden="true" data-of={charge}>
      {parts.map(({ kind, amount }) => (
        <span key={kind} className={`fl-${kind}`} style={{ flexGrow: amount }}>
          <b>{t.payments.part(t.payments.parts[kind], formatMoney(amount))}</b>
        </span>
      ))}
    </div>
  );
}
