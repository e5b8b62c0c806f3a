import { useId } from 'react';
import { t } from '../text/text.ts';

/** Lists shorter than this are looked over by eye. */
const WORTH_FINDING = 20;

interface Props {
  readonly of: number;
  readonly text: string;
  readonly found: number;
  readonly onText: (text: string) => void;
}

/** Finds rows of a long list, whose rows out of sight the browser's own find does not see. */
export function FindInList({ of, text, found, onText }: Props) {
  const id = useId();
  if (of < WORTH_FINDING && text === '') return null;
  return (
    <div className="find">
      <label className="sr" htmlFor={id}>
        {t.find.label}
      </label>
      <input
        id={id}
        className="field"
        type="search"
        value={text}
        placeholder={t.find.label}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return;
          event.preventDefault();
          event.stopPropagation();
          onText('');
        }}
      />
      <span className="small muted" role="status">
        {text !== '' && t.find.found(found)}
      </span>
    </div>
  );
}

/** True when every word of the text stands in one of the fields, whatever the case. */
export function hasWords(text: string, fields: readonly (string | null | undefined)[]): boolean {
  const all = fields.join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
