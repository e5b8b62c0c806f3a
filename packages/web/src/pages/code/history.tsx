import { useToolkit } from '../../data/toolkit.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';

/** One cell an installed edition: complete code, header, or absent; beneath in words, with every change of the title. */
export function History({ code }: { code: string }) {
  const { data } = useToolkit();
  const on = useDay();
  const table = data.icd10cmTable();
  if (!table) return null;
  const row = table.row(code);
  const editions = table.list.map((listed) => {
    const icd = table.edition(listed);
    return {
      listed,
      state: icd.billable(row) ? 'billable' : icd.inForce(row) ? 'header' : 'absent',
      title: icd.inForce(row) ? icd.display(row) : null,
    } as const;
  });
  const now = data.icd10cm(on)?.edition.id;
  const titles = editions.filter(
    ({ title }, at) => title !== null && title !== editions.slice(0, at).findLast((each) => each.title !== null)?.title,
  );
  return (
    <section className="card" aria-label={t.history.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.history.title}</h2>
      </header>
      <ol className="hist">
        {editions.map(({ listed, state }) => (
          <li key={listed.id} className={state} aria-current={listed.id === now ? 'date' : undefined}>
            <span className="mono">{listed.from}</span> {t.history.states[state]}
            {listed.id === now && <span className="tag own">{t.history.now}</span>}
          </li>
        ))}
      </ol>
      <div className="in small muted">
        {titles.length > 1 ? (
          titles.map(({ listed, title }) => (
            <p key={listed.id}>
              {t.history.titleFrom(listed.from)} <q>{title}</q>
            </p>
          ))
        ) : (
          <p>{t.history.sameTitle(table.list.length)}</p>
        )}
        <p>{t.history.older(table.list[0]?.from ?? '')}</p>
      </div>
    </section>
  );
}
