import { useEffect, useId, useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly box?: string;
  /** Reads what was typed into the form it is kept in; the text as typed when left out. */
  readonly tidy?: (text: string) => string;
  readonly isBare?: boolean;
  readonly className?: string;
  readonly numeric?: boolean;
}

/** A text field of the claim. It is taken over on leaving it or on Enter, so that one entry is one step to undo. */
export function Field({ label, value, onCommit, box, tidy, isBare = false, className = '', numeric = false }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = (): void => {
    const tidied = tidy ? tidy(text.trim()) : text.trim();
    setText(tidied);
    if (tidied !== value) onCommit(tidied);
  };
  const input = (
    <input
      id={id}
      className={`field ${className}`}
      value={text}
      aria-label={isBare ? label : undefined}
      inputMode={numeric ? 'decimal' : 'text'}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey) commit();
        if (event.key === 'Escape') setText(value);
      }}
    />
  );
  if (isBare) return input;
  return (
    <div className="labelled">
      <label htmlFor={id}>
        {box !== undefined && <span className="box">{box}</span>} {label}
      </label>
      {input}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, says: string])[];
  readonly onCommit: (value: string) => void;
  readonly box?: string;
}

export function Choice({ label, value, choices, onCommit, box }: ChoiceProps) {
  const id = useId();
  const known = choices.some(([each]) => each === value);
  return (
    <div className="labelled">
      <label htmlFor={id}>
        {box !== undefined && <span className="box">{box}</span>} {label}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onCommit(event.currentTarget.value)}>
        {!known && <option value={value}>{value}</option>}
        {choices.map(([each, says]) => (
          <option key={each} value={each}>
            {says}
          </option>
        ))}
      </select>
    </div>
  );
}
