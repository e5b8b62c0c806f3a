import { useId, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../text/text.ts';
import { MOST_CHARACTERS } from './ask.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onValue: (text: string) => void;
}

/** A table pasted, dropped or chosen as a file. It stays in the browser. */
export function TableInput({ label, hint, value, onValue }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const [trouble, setTrouble] = useState('');
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    if (file.size > MOST_CHARACTERS) {
      setTrouble(t.statistics.tooLarge);
      return;
    }
    setTrouble('');
    onValue(await file.text());
  };
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <div className="bar">
        <label htmlFor={id} className="strong">
          {label}
        </label>
        <span className="grow" />
        <label className="btn sm file">
          <Icon name="upload" />
          {t.statistics.file}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            aria-label={t.statistics.fileOf(label)}
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </label>
      </div>
      <textarea
        id={id}
        className="field mono"
        rows={5}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
      <p className="small muted" id={`${id}-hint`}>
        {hint}
      </p>
      {trouble !== '' && <p role="alert">{trouble}</p>}
    </div>
  );
}
