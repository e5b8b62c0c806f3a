import { askingServer } from '../state/settings.ts';
import { useStore } from '../state/store.ts';
import { t } from '../text/text.ts';

/** The one setting that lets look-ups leave the browser, with where they go said beside it. */
export function ServerSwitch() {
  const isOn = useStore(askingServer);
  return (
    <div className="askserver">
      <label className="check">
        <input type="checkbox" checked={isOn} onChange={(event) => askingServer.set(event.currentTarget.checked)} />
        {t.server.ask}
      </label>
      <span className="small muted">{t.server.asks(window.location.host)}</span>
    </div>
  );
}
