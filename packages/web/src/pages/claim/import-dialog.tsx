import type { Failure, ReadClaim } from '@cleanclaim/core';
import { useEffect, useState } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { BusyButton } from '../../parts/busy-button.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ModalDialog } from '../../parts/modal-dialog.tsx';
import { hrefTo, navigate } from '../../route/location.ts';
import { announce } from '../../state/announce.ts';
import { putClaim, undo } from '../../state/claim-store.ts';
import { keepOpened } from '../../state/opened-files.ts';
import { t } from '../../text/text.ts';
import { openText } from './read-claims.ts';

interface Props {
  /** A file that was dropped on the bench; undefined when the dialog was opened by its button. */
  readonly file: File | undefined;
  readonly onClose: () => void;
}

/** Claims to choose from that are shown at once. */
const SHOWN = 50;

/** Takes a claim as JSON or X12, pasted or from a file; what cannot be read is told with its place, and nothing is changed. */
export function ImportDialog({ file, onClose }: Props) {
  const { data } = useToolkit();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure>();
  const [several, setSeveral] = useState<readonly ReadClaim[]>([]);
  const [find, setFind] = useState('');
  const [aside, setAside] = useState<{ readonly fileErrors: number; readonly leftOut: number }>({ fileErrors: 0, leftOut: 0 });
  const take = ({ claim, unknown }: ReadClaim, fileErrors: number): void => {
    putClaim(claim);
    announce(`${t.import.taken(unknown.length)}${fileErrors > 0 ? `. ${t.import.fileErrors(fileErrors)}` : ''}`, {
      label: t.claim.undo,
      run: undo,
    });
    onClose();
  };
  const read = async (given: Blob, name: string): Promise<void> => {
    setBusy(true);
    const opened = await openText(given, data);
    setBusy(false);
    setSeveral([]);
    setFailed(opened.is === 'failed' ? opened.failure : undefined);
    if (opened.is === 'answers') {
      keepOpened(name, opened.content);
      onClose();
      navigate(hrefTo('/payments'));
    } else if (opened.is === 'claims') {
      const [first, ...rest] = opened.claims;
      if (first && rest.length === 0) take(first, opened.fileErrors);
      else {
        setSeveral(opened.claims);
        setAside(opened);
      }
    }
  };
  useEffect(() => {
    if (file) void read(file, file.name);
    // Only the file that was dropped, once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [file]);
  const found = several.flatMap((each, at) =>
    (each.claim.id ?? '').toLowerCase().includes(find.trim().toLowerCase()) ? [{ each, name: each.claim.id ?? t.import.nth(at + 1) }] : [],
  );
  return (
    <ModalDialog title={t.import.title} onClose={onClose}>
      <div className="in stack tight" aria-busy={busy}>
        <label htmlFor="import-text">{t.import.paste}</label>
        <textarea
          id="import-text"
          className="field mono"
          rows={10}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {busy && <p role="status">{t.import.reading}</p>}
        {failed && (
          <div className="note-row banner k-err" role="alert">
            <Icon name="error" />
            <p>
              <b>{failed.message}</b> {failed.path !== '' && <code>{failed.path}</code>} {t.import.unchanged} {failed.recovery}
            </p>
          </div>
        )}
        {several.length > 1 && (
          <div className="stack tight">
            <p>
              {t.import.several(several.length)} {aside.leftOut > 0 && t.import.leftOut(aside.leftOut)}{' '}
              {aside.fileErrors > 0 && t.import.fileErrors(aside.fileErrors)}
            </p>
            {several.length > SHOWN && (
              <label className="small">
                {t.import.find}
                <input className="field" value={find} onChange={(event) => setFind(event.currentTarget.value)} />
              </label>
            )}
            <ul className="bar">
              {found.slice(0, SHOWN).map(({ each, name }, at) => (
                // oxlint-disable-next-line react/no-array-index-key
                <li key={at}>
                  <button type="button" className="btn sm" onClick={() => take(each, aside.fileErrors)}>
                    {name}
                  </button>
                </li>
              ))}
            </ul>
            {found.length > SHOWN && <p className="small muted">{t.search.more(found.length - SHOWN)}</p>}
          </div>
        )}
        <div className="bar">
          <BusyButton
            className="btn pri"
            busy={busy}
            disabled={text.trim() === ''}
            onPress={() => void read(new Blob([text]), t.import.pasted)}
          >
            {t.import.take}
          </BusyButton>
          <FileButton
            accept=".json,.837,.835,.277,.999,.edi,.x12,.txt,.dat,application/json,text/plain"
            onFiles={([given]) => given && void read(given, given.name)}
          >
            <Icon name="upload" />
            {t.import.file}
          </FileButton>
        </div>
        <p className="small muted">{t.import.others}</p>
      </div>
    </ModalDialog>
  );
}
