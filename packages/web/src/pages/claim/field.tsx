import { useId, useState } from 'react';

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
  /** What it is called for a screen reader, where the label alone does not say which row it belongs to. */
  readonly spoken?: string;
  /** What the box is for: shown below it in learn mode. */
  readonly learn?: string;
}

/** A text field of the claim. It is taken over on leaving it or on Enter, so that one entry is one step to undo. */
export function Field({ label, value, onCommit, box, tidy, isBare = false, className = '', numeric = false, spoken, learn }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  // Another value from outside (a fix, undo) takes the place of what was typed, in the same render.
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
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
      aria-label={spoken ?? (isBare ? label : undefined)}
      aria-describedby={learn === undefined ? undefined : `${id}-learn`}
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
      <Learn id={id} text={learn} />
    </div>
  );
}

function Learn({ id, text }: { id: string; text: string | undefined }) {
  return text === undefined ? null : (
    <p id={`${id}-learn`} className="learn">
      {text}
    </p>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, says: string])[];
  readonly onCommit: (value: string) => void;
  readonly box?: string;
  readonly learn?: string;
  readonly isBare?: boolean;
}

export function Choice({ label, value, choices, onCommit, box, learn, isBare = false }: ChoiceProps) {
  const id = useId();
  const known = choices.some(([each]) => each === value);
  const select = (
    <select
      id={id}
      className="field"
      value={value}
      aria-label={isBare ? label : undefined}
      aria-describedby={learn === undefined ? undefined : `${id}-learn`}
      onChange={(event) => onCommit(event.currentTarget.value)}
    >
      {!known && <option value={value}>{value}</option>}
      {choices.map(([each, says]) => (
        <option key={each} value={each}>
          {says}
        </option>
      ))}
    </select>
  );
  if (isBare) return select;
  return (
    <div className="labelled">
      <label htmlFor={id}>
        {box !== undefined && <span className="box">{box}</span>} {label}
      </label>
      {select}
      <Learn id={id} text={learn} />
    </div>
  );
}
