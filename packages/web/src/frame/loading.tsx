import { isCleanclaimError } from '@cleanclaim/core';
import { PackNotFetched, type Progress } from '../data/progress.ts';
import { Icon } from '../parts/icon.tsx';
import { t } from '../text/text.ts';

/** Grey rows of the final height, after a moment: most loads are over before anyone would see them. */
export function Loading({ progress }: { progress: Progress | undefined }) {
  return (
    <section className="card loading" aria-busy="true" aria-label={t.loading.title}>
      {[0, 1, 2, 3].map((row) => (
        <div className="skel-row" key={row}>
          <span className="skel" />
          <span className="skel" />
          <span className="skel" />
        </div>
      ))}
      <p className="in small muted" role="status">
        {progress ? t.loading.packs(progress.read, progress.total) : t.loading.title}
      </p>
    </section>
  );
}

/** What broke, that nothing was changed, and what to do. */
export function LoadTrouble({ error }: { error: unknown }) {
  const { what, fix } = explain(error);
  return (
    <section className="card empty k-err" role="alert">
      <span className="st k-err">
        <Icon name="error" />
        {t.trouble.title}
      </span>
      <h1>{what}</h1>
      <p>{fix}</p>
      <button type="button" className="btn" onClick={() => window.location.reload()}>
        {t.trouble.again}
      </button>
    </section>
  );
}

function explain(error: unknown): { what: string; fix: string } {
  if (isCleanclaimError(error)) return { what: error.failure.message, fix: error.failure.recovery };
  if (error instanceof PackNotFetched) return { what: t.trouble.notFetched(error.pack, error.status), fix: t.trouble.server };
  return { what: t.trouble.noServer, fix: t.trouble.server };
}
