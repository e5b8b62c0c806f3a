import { type NotesAnswer, noteReferences } from '@cleanclaim/core';
import { useToolkit } from '../../data/toolkit.ts';
import { Icon } from '../../parts/icon.tsx';
import { shortenTitle } from '../../parts/shorten-title.ts';
import { addToClaim } from '../../state/add-to-claim.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';

const MOST = 10;

/** When the code's own note asks for a second code out of a short list, the list, ready to be added in the right order. */
export function Expects({ code, lines }: { code: string; lines: NotesAnswer['notes'] }) {
  const icd = useToolkit().data.icd10cm(useDay());
  const own = lines.filter((line) => !line.inherited && line.kind === 'useAdditionalCode');
  if (!icd || !icd.billable(icd.row(code))) return null;
  const asked = own.flatMap((line) => {
    const rows = noteReferences(line.text)
      .filter((reference) => !reference.only)
      .flatMap(({ first, last }) => {
        const [start] = icd.beginningWith(first);
        const [, end] = icd.beginningWith(last);
        return Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at).filter((row) => icd.billable(row));
      });
    return rows.length > 0 && rows.length <= MOST ? [{ text: line.text, rows }] : [];
  });
  if (asked.length === 0) return null;
  return (
    <section className="card" aria-label={t.expects.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.expects.title}</h2>
      </header>
      <div className="in stack tight">
        {asked.map(({ text, rows }) => (
          <div key={text} className="stack tight">
            <p className="small">
              <q>{text}</q>
            </p>
            <ul className="stack picks">
              {rows.map((row) => (
                <li key={row}>
                  <button type="button" className="btn sm wide" onClick={() => addToClaim([code, icd.code(row)])}>
                    <Icon name="plus" />
                    <span className="sr">{t.expects.add(code)}</span>
                    <span className="c">{icd.code(row)}</span>
                    <span className="wrap">{shortenTitle(icd.display(row) ?? '', icd.display(icd.ancestors(row)[0] ?? -1))}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <p className="small muted">{t.expects.how(code)}</p>
      </div>
    </section>
  );
}
