import { Icon } from '../../parts/icon.tsx';
import { closeSent, useSentFiles } from '../../state/sent-files.ts';
import { t } from '../../text/text.ts';

/** The files of claims sent that payments are held against. */
export function SentFiles({ hasPayment }: { hasPayment: boolean }) {
  const files = useSentFiles();
  if (files.length === 0) return null;
  return (
    <section className="bar gap-b sentfiles" aria-label={t.sent.files}>
      <h2>{t.sent.files}</h2>
      <ul className="bar">
        {files.map(({ id, name, count }) => (
          <li key={id} className="seg">
            <span className="wrap">{t.sent.file(name, count)}</span>
            <button type="button" aria-label={t.payments.close(name)} onClick={() => closeSent(id)}>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {!hasPayment && <span className="small muted">{t.sent.waiting}</span>}
    </section>
  );
}
