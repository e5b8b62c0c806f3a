import { Icon } from '../../parts/icon.tsx';
import { ServerTroubleNote } from '../../parts/server-trouble.tsx';
import { checkingAtServer } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import type { AskedReport } from './use-server-report.ts';

/** The switch that sends this claim to the server for its tables, where it goes, and who answered what is shown. */
export function ServerCheck({ asked }: { asked: AskedReport }) {
  const isOn = useStore(checkingAtServer);
  return (
    <div className="askserver in">
      <label className="check">
        <input type="checkbox" checked={isOn} onChange={(event) => checkingAtServer.set(event.currentTarget.checked)} />
        {t.server.check.ask}
      </label>
      <p className="small muted">{t.server.check.says(window.location.host)}</p>
      {asked.is === 'waiting' && (
        <p className="small" role="status">
          {t.server.asking}. {t.server.check.local}.
        </p>
      )}
      {asked.is === 'answered' && (
        <p className="small" role="status">
          <span className="st k-info sm wrap">
            <Icon name="info" />
            {t.server.check.answered(asked.answer.withHistory)}
          </span>
        </p>
      )}
      {asked.is === 'trouble' && (
        <>
          <ServerTroubleNote trouble={asked.trouble} again={asked.again} />
          <p className="small">{t.server.check.local}.</p>
        </>
      )}
    </div>
  );
}
