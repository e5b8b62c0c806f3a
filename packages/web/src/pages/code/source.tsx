import { useToolkit } from '../../data/toolkit.ts';
import { Icon } from '../../parts/icon.tsx';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';

/** Where the page's words come from: title, publisher, edition, the files read and the digest of the pack. */
export function Source({ code }: { code: string }) {
  const { data } = useToolkit();
  const icd = data.icd10cm(useDay());
  const listed = data.editions().find(({ edition }) => edition.id === icd?.edition.id);
  if (!icd || !listed) return null;
  return (
    <section className="card" aria-label={t.source.title} data-pane tabIndex={-1}>
      <header>
        <Icon name="book" />
        <h2>{t.source.title}</h2>
      </header>
      <div className="in small stack tight">
        <p>
          {listed.manifest.publisher}. {listed.edition.title}
        </p>
        <p className="muted">
          {listed.manifest.licence}. {t.source.locator(code)} {icd.notesAsOf !== undefined && t.foot.notesAsOf(icd.notesAsOf)}
        </p>
        <p className="mono tiny muted wrap">sha256 {listed.sha256}</p>
        <details>
          <summary>{t.source.files(listed.manifest.inputs.length)}</summary>
          <ul>
            {listed.manifest.inputs.map((file) => (
              <li key={file.sha256} className="wrap">
                {file.name}: {file.says}
              </li>
            ))}
          </ul>
        </details>
      </div>
    </section>
  );
}
