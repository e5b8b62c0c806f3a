import type { SearchResponse } from '@cleanclaim/core';
import { CodeLink } from '../../parts/code-link.tsx';
import { Icon } from '../../parts/icon.tsx';
import { shortenTitle } from '../../parts/shorten-title.ts';
import { useToolkit } from '../../data/toolkit.ts';
import { addToClaim } from '../../state/add-to-claim.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';

interface Props {
  readonly pair: NonNullable<SearchResponse['pair']>;
  readonly second: string;
  readonly onSecond: (code: string) => void;
  readonly isActive: boolean;
}

/** Two codes that the notes tie, in their order, with the sentences that say so; the second may still have to be chosen. */
export function PairCard({ pair, second, onSecond, isActive }: Props) {
  const { data } = useToolkit();
  const icd = data.icd10cm(useDay());
  const parent = icd ? icd.parent(icd.row(pair.second.code)) : -1;
  const title = icd && parent >= 0 ? icd.display(parent) : null;
  const open = pair.choices.length > 1;
  const said = (kind: string) => pair.notes.filter((note) => (note.kind === 'codeFirst') === (kind === 'codeFirst'));
  return (
    <div className="pair">
      <div className="ph" role="option" id="r-pair" aria-selected={isActive} tabIndex={-1}>
        <b>{t.pair.title}</b>
        <span className="small muted">{t.pair.order}</span>
      </div>
      <ol>
        <li>
          <span className="ord">{t.pair.first}</span>
          <CodeLink code={pair.first.code} />
          <span className="ttl">{pair.first.display}</span>
          <Quotes notes={said('useAdditionalCode')} />
        </li>
        <li>
          <span className="ord">{t.pair.second}</span>
          {open && icd && parent >= 0 ? <CodeLink code={icd.code(parent)} shown={`${icd.code(parent)}-`} /> : <CodeLink code={second} />}
          <span className="ttl">{open ? `${title ?? pair.second.display}. ${t.pair.which}` : pair.second.display}</span>
          {open && (
            <span className="src">
              <span className="seg wrap" role="radiogroup" aria-label={t.pair.which}>
                {pair.choices.map(({ code, display }) => (
                  <label key={code}>
                    <input type="radio" name="pair-second" value={code} checked={code === second} onChange={() => onSecond(code)} />
                    <span className="c">{code}</span> {shortenTitle(display, title)}
                  </label>
                ))}
              </span>
            </span>
          )}
          <Quotes notes={said('codeFirst')} />
        </li>
      </ol>
      <footer>
        <button type="button" className="btn pri" onClick={() => addToClaim([pair.first.code, second])}>
          <Icon name="plus" />
          {t.pair.add(pair.first.code, second)} <kbd>Enter</kbd>
        </button>
      </footer>
    </div>
  );
}

function Quotes({ notes }: { notes: Props['pair']['notes'] }) {
  return notes.map((note) => (
    <span className="src" key={note.kind + note.from}>
      {t.noteKinds[note.kind].name}: <q>{note.text}</q> {t.notes.from(note.from)}
    </span>
  ));
}
