import type { ServerTrouble } from '../server/ask.ts';
import { setServerToken } from '../server/send.ts';
import { t } from '../text/text.ts';
import { Icon } from './icon.tsx';
import { ServerDoor } from './server-door.tsx';

/** Why the server gave no answer and what to do; where it wants a token, the field for it. */
export function ServerTroubleNote({ trouble, again }: { trouble: ServerTrouble; again: () => void }) {
  const needsToken = trouble.kind === 'no-token';
  return (
    <>
      <div className="note-row banner k-nod" role="alert">
        <Icon name="offline" />
        <p>
          <b>{t.server.trouble[trouble.kind]}</b> {trouble.message}
        </p>
        <button type="button" className="btn sm" onClick={again}>
          {t.server.again}
        </button>
      </div>
      {needsToken && (
        <ServerDoor
          token=""
          isOpen={false}
          onToken={(token) => {
            setServerToken(token);
            again();
          }}
        />
      )}
    </>
  );
}
