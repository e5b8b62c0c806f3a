import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { hrefTo } from '../../route/location.ts';
import type { OpenedFile } from '../../state/opened-files.ts';
import { t } from '../../text/text.ts';
import { ClaimAnswersView } from './claim-answers.tsx';
import { FileAnswerView } from './file-answer.tsx';
import { PaymentView } from './payment-view.tsx';

const FEW = 5;

/** One file: what is wrong with the file itself, then each payment and answer in it. */
export function OpenedFileView({ file: { name, content } }: { file: OpenedFile }) {
  const { report, payments, answers, claims } = content;
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  return (
    <div className="stack">
      <p className="small muted bar">
        <Icon name="book" />
        <b className="wrap">{name}</b>
      </p>
      {report.errors > 0 && (
        <div className="note-row banner k-warn" role="note">
          <Icon name="warning" />
          <div>
            <p>
              <b>{t.payments.fileErrors(report.errors)}</b>
            </p>
            <ul className="small">
              {errors.slice(0, FEW).map(({ rule, message, where }) => (
                <li key={`${rule} ${where.byte} ${where.element ?? ''}`}>
                  {t.payments.segment(where.segmentNumber)}: {message}
                </li>
              ))}
              {report.errors > FEW && <li>{t.payments.fileMore(report.errors - FEW)}</li>}
            </ul>
          </div>
        </div>
      )}
      {payments.length + answers.length === 0 && (
        <section className="card empty">
          <h2>{t.payments.nothing}</h2>
          {claims.length > 0 && (
            <p>
              {t.payments.hasClaims(claims.length)} <Link href={hrefTo('/claim')}>{t.payments.toClaim}</Link>
            </p>
          )}
        </section>
      )}
      {payments.map((payment, at) => (
        // Payments of one file may bear the same trace.
        // oxlint-disable-next-line react/no-array-index-key
        <PaymentView key={at} payment={payment} />
      ))}
      {answers.map((answer, at) =>
        answer.kind === '277CA' ? (
          // oxlint-disable-next-line react/no-array-index-key
          <ClaimAnswersView key={at} answers={answer} />
        ) : (
          // oxlint-disable-next-line react/no-array-index-key
          <FileAnswerView key={at} answer={answer} />
        ),
      )}
    </div>
  );
}
