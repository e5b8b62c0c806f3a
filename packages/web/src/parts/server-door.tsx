import { type FormEvent, useEffect, useId, useState } from 'react';
import { beginSignOn, signOnOffered } from '../server/sign-on.ts';
import { t } from '../text/text.ts';

/** Asks for the token of the office's server, when it wants one; or leads to the identity provider, where the server has one. */
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
      <SignOn />
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

function SignOn() {
  const [isOffered, setOffered] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    let isOver = false;
    void signOnOffered().then((offered) => {
      if (!isOver) setOffered(offered);
    });
    return () => {
      isOver = true;
    };
  }, []);
  if (!isOffered) return null;
  return (
    <>
      <div className="bar">
        <button type="button" className="btn pri" onClick={() => void beginSignOn().then(setTrouble)}>
          {t.signOn.begin}
        </button>
        <span className="small muted">{t.signOn.or}</span>
      </div>
      {trouble !== undefined && (
        <p role="alert" className="small">
          <b>{t.signOn.failed}.</b> {trouble}
        </p>
      )}
    </>
  );
}
