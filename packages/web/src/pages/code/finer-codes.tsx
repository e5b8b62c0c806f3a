import { missingCharacters } from '../../data/missing-characters.ts';
import { useToolkit } from '../../data/toolkit.ts';
import { Link } from '../../parts/link.tsx';
import { Status } from '../../parts/status.tsx';
import { codeHref } from '../../route/location.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';

/** The codes under a header: one of them, or one under it, can go on a claim. */
export function FinerCodes({ choices }: { choices: readonly { code: string; display: string | null; billable: boolean }[] }) {
  const icd = useToolkit().data.icd10cm(useDay());
  return (
    <section className="card" aria-label={t.code.finer} data-pane tabIndex={-1}>
      <header>
        <h2>{t.code.finer}</h2>
        <span className="small muted">{t.code.finerCount(choices.length)}</span>
      </header>
      <ul>
        {choices.map(({ code, display, billable }) => (
          <li key={code}>
            <Link className="res" href={codeHref(code)}>
              <span className="c">{billable ? code : `${code}-`}</span>
              <span className="t1">{display ?? t.code.noTitle}</span>
              <Status
                status={billable ? 'billable' : 'header'}
                missing={icd && !billable ? missingCharacters(icd, icd.row(code)) : undefined}
                small
              />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
