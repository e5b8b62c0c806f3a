import { type FormEvent, useId, useState } from 'react';
import { t } from '../text/text.ts';

/** Asks for the token of the office's server, when it wants one. */
export function ServerDoor({ token, isOpen, onToken }: { token: string; isOpen: boolean; onToken: (token: string) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onToken(text.trim());
    setText('');
  };
  if (isOpen)
    return token === '' ? null : (
      <p className="gap-b">
        <button type="button" className="btn sm" onClick={() => onToken('')}>
          {t.worklist.disconnect}
        </button>
      </p>
    );
  return (
    <form className="card in stack tight gap-b" onSubmit={submit}>
      <label htmlFor={id}>{t.worklist.token}</label>
      <div className="bar">
        <input
          id={id}
          className="field mono door"
          type="password"
          autoComplete="off"
          value={text}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" className="btn pri">
          {t.worklist.connect}
        </button>
      </div>
      <p id={`${id}-hint`} className="small muted">
        {t.worklist.tokenHint}
      </p>
    </form>
  );
}
