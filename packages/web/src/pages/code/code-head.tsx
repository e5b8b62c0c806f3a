import { type LookupAnswer, perform, tree } from '@cleanclaim/core';
import { useState } from 'react';
import { missingCharacters } from '../../data/missing-characters.ts';
import { useToolkit } from '../../data/toolkit.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { copyText } from '../../parts/copy.ts';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { SpokenCode } from '../../parts/spoken-code.tsx';
import { Status } from '../../parts/status.tsx';
import { WhatWhyFix } from '../../parts/what-why-fix.tsx';
import { codeHref, hrefTo } from '../../route/location.ts';
import { addToClaim } from '../../state/add-to-claim.ts';
import { useDay } from '../../state/day.ts';
import { keptCodes, toggleKept } from '../../state/kept-codes.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import { JsonDialog } from './json-dialog.tsx';

/** Code, status, title, in this order on every code page; then what is missing, or what can be done with it. */
export function CodeHead({ answer }: { answer: LookupAnswer }) {
  const toolkit = useToolkit();
  const on = useDay();
  const kept = useStore(keptCodes).includes(answer.code);
  const [json, setJson] = useState(false);
  const icd = toolkit.data.icd10cm(on);
  const row = icd?.row(answer.code) ?? -1;
  const place = perform(tree, { code: answer.code, on }, { data: toolkit.data, today: on });
  const withTitle = `${answer.code} ${answer.display ?? ''}`.trim();
  const sibling = place.siblings[0]?.code;
  useKeys({
    c: () => void copyText(answer.code),
    'Shift+C': () => void copyText(withTitle),
    ...(answer.billable ? { Enter: () => (isControl(document.activeElement) ? false : addToClaim([answer.code])) } : {}),
  });
  return (
    <div className="codehead">
      <nav aria-label={t.code.place}>
        <ul className="crumb">
          <li>
            <Link href={hrefTo('/chapters')}>ICD-10-CM</Link>
          </li>
          {place.chapter && (
            <li>
              <Link href={hrefTo(`/chapters/${place.chapter.id}`)}>{t.code.chapter(place.chapter.id, place.chapter.title)}</Link>
            </li>
          )}
          {place.blocks?.slice(-1).map((block) => (
            <li key={block.id}>
              <Link href={hrefTo(`/chapters/${place.chapter?.id ?? ''}`, { block: block.id })}>{block.id}</Link>
            </li>
          ))}
          {place.ancestors.map((above) => (
            <li key={above.code}>
              <Link href={codeHref(above.code)}>{above.code}</Link>
            </li>
          ))}
        </ul>
      </nav>
      <h1>
        <span className="line">
          <SpokenCode code={answer.code} />
          <Status status={answer.status} missing={icd && row >= 0 && !answer.billable ? missingCharacters(icd, row) : undefined} />
          <span className="tag why">{t.whyDiagnosis}</span>
          <span className="small muted plainweight">{t.code.life(answer.from, answer.fromKnown, answer.to)}</span>
        </span>
        <span className="title">{answer.display ?? t.code.noTitle}</span>
      </h1>
      {!answer.billable && answer.why !== undefined && (
        <WhatWhyFix
          kind="k-need"
          what={t.code.notComplete(answer.code)}
          why={answer.why}
          fix={answer.needs?.what === 'seventh-character' ? t.code.chooseSeventh(answer.needs.choices.length) : answer.fix}
        />
      )}
      <div className="bar actions">
        {answer.billable && (
          <button type="button" className="btn pri" onClick={() => addToClaim([answer.code])}>
            <Icon name="plus" />
            {t.addToClaim} <kbd>Enter</kbd>
          </button>
        )}
        <button type="button" className="btn" onClick={() => void copyText(answer.code)}>
          <Icon name="copy" />
          {t.code.copy} <kbd>C</kbd>
        </button>
        <button type="button" className="btn" onClick={() => void copyText(withTitle)}>
          {t.code.copyBoth} <kbd>Shift C</kbd>
        </button>
        <button type="button" className="btn quiet" aria-pressed={kept} onClick={() => toggleKept(answer.code)}>
          <Icon name="star" />
          {kept ? t.code.kept : t.code.keep}
        </button>
        {sibling !== undefined && (
          <Link className="btn quiet" href={hrefTo('/apart', { a: answer.code, b: sibling })}>
            <Icon name="apart" />
            {t.code.compare}
          </Link>
        )}
        <button
          type="button"
          className="btn quiet"
          onClick={() => void copyText(new URL(hrefTo(`/icd10cm/${answer.code}`, { on }), window.location.href).href)}
        >
          <Icon name="link" />
          {t.code.link}
        </button>
        <button type="button" className="btn quiet" aria-haspopup="dialog" onClick={() => setJson(true)}>
          JSON
        </button>
      </div>
      {json && <JsonDialog code={answer.code} onClose={() => setJson(false)} />}
    </div>
  );
}

/** Enter on a link or a button is that control's own. */
function isControl(element: Element | null): boolean {
  return element?.closest('a, button, input, select, textarea, [role=row], [role=radio]') != null;
}
