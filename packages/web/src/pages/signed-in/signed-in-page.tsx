import { useEffect, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { currentPlace, hrefTo, navigate } from '../../route/location.ts';
import { type Ended, endSignOn } from '../../server/sign-on.ts';
import { announce } from '../../state/announce.ts';
import { t } from '../../text/text.ts';

/** A code is good once: it is traded once, however often the page is drawn. */
let ending: Promise<Ended> | undefined;

/** Where the identity provider sends the browser back to: on to where the user was, or why not. */
export function SignedInPage() {
  const [trouble, setTrouble] = useState<string>();
  useTitle(t.signOn.title);
  useEffect(() => {
    ending ??= endSignOn(currentPlace().query);
    ending.then(
      (ended) => {
        ending = undefined;
        if (ended.is === 'off') setTrouble(ended.says);
        else {
          navigate(ended.from, { replace: true });
          announce(t.signOn.done);
        }
      },
      () => setTrouble(''),
    );
  }, []);
  if (trouble === undefined)
    return (
      <section className="card empty" aria-busy="true">
        <h1>{t.signOn.title}</h1>
        <p role="status">{t.signOn.waiting}</p>
      </section>
    );
  return (
    <section className="card empty k-err" role="alert">
      <span className="st k-err">
        <Icon name="error" />
        {t.signOn.failed}
      </span>
      <h1>{t.signOn.title}</h1>
      <p>{trouble === '' ? t.signOn.notBegun : trouble}</p>
      <p>
        <Link href={hrefTo('/worklist')}>{t.rail.worklist}</Link>
      </p>
    </section>
  );
}
