import { useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { hrefTo, navigate } from '../../route/location.ts';
import { t } from '../../text/text.ts';

export function CompareForm({ a, b }: { a: string; b: string }) {
  const [one, setOne] = useState(a);
  const [other, setOther] = useState(b);
  return (
    <form
      className="bar compare"
      onSubmit={(event) => {
        event.preventDefault();
        navigate(hrefTo('/apart', { a: one.trim(), b: other.trim() }), { keepFocus: true });
      }}
    >
      <input
        className="field mono"
        aria-label={t.apart.firstCode}
        value={one}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setOne(event.currentTarget.value)}
      />
      <input
        className="field mono"
        aria-label={t.apart.secondCode}
        value={other}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setOther(event.currentTarget.value)}
      />
      <button type="submit" className="btn">
        <Icon name="apart" />
        {t.apart.tell}
      </button>
    </form>
  );
}
