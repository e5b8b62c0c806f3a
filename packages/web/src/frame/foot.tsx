import { useContext, useEffect, useState } from 'react';
import { ToolkitContext } from '../data/toolkit.ts';
import { copyText } from '../parts/copy.ts';
import { Icon } from '../parts/icon.tsx';
import { useDay } from '../state/day.ts';
import { askingServer, checkingAtServer } from '../state/settings.ts';
import { useStore } from '../state/store.ts';
import { t } from '../text/text.ts';

/** Which editions this page was answered from, what is not installed, and that all of it stays here. */
export function Foot() {
  const on = useDay();
  const toolkit = useContext(ToolkitContext);
  const isKept = useKept();
  const asks = useStore(askingServer);
  const checks = useStore(checkingAtServer);
  const { host } = window.location;
  const icd = toolkit?.data.icd10cm(on);
  const listed = icd && toolkit?.data.editions().find(({ edition }) => edition.id === icd.edition.id);
  return (
    <footer className="foot">
      {icd && listed && (
        <button
          type="button"
          className="cite"
          title={t.foot.cite}
          onClick={() =>
            void copyText(t.foot.citation(listed.edition.title, listed.manifest.publisher, icd.edition.from, icd.edition.to, listed.sha256))
          }
        >
          <Icon name="book" />
          <span>
            <b>{icd.edition.title}</b> {t.foot.inForce(icd.edition.from, icd.edition.to)}
            {icd.notesAsOf !== undefined && `. ${t.foot.notesAsOf(icd.notesAsOf)}`}
            {icd.mayBeSuperseded(on) && `. ${t.foot.superseded}`}
          </span>
          <code className="hide-s">{`${listed.sha256.slice(0, 8)}…${listed.sha256.slice(-6)}`}</code>
        </button>
      )}
      {toolkit && !icd && (
        <span>
          <Icon name="nodata" />
          {t.foot.none(on)}
        </span>
      )}
      <span>
        <Icon name="nodata" />
        {t.foot.notInstalled}
      </span>
      <span className="sp">
        <Icon name={asks || checks ? 'upload' : 'lock'} />
        {checks ? t.foot.checks(host) : asks ? t.foot.asks(host) : t.foot.local}
      </span>
      {isKept && (
        <span>
          <Icon name="offline" />
          {t.foot.offline}
        </span>
      )}
    </footer>
  );
}

/** True once the service worker holds the page and the packs: only then does it work without the server. */
function useKept(): boolean {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    void navigator.serviceWorker.ready.then(() => setKept(true));
  }, []);
  return isKept;
}
