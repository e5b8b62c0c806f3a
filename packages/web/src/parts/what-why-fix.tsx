import type { ReactNode } from 'react';
import { t } from '../text/text.ts';

/** What is wrong, why, and what to do, as every message says it. */
export function WhatWhyFix({ kind, what, why, fix }: { kind: string; what: ReactNode; why: ReactNode; fix: ReactNode }) {
  return (
    <dl className={`say ${kind}`}>
      <div>
        <dt>{t.says.what}</dt>
        <dd>{what}</dd>
      </div>
      <div>
        <dt>{t.says.why}</dt>
        <dd>{why}</dd>
      </div>
      <div>
        <dt>{t.says.fix}</dt>
        <dd>{fix}</dd>
      </div>
    </dl>
  );
}
