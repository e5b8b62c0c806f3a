import { type Claim, type Failure, isFailure, parseClaims, type ReadClaim, type Report } from '@cleanclaim/core';
import { useState } from 'react';
import { Button, Dialog, Heading, Menu, MenuItem, MenuTrigger, Modal, ModalOverlay, Popover } from 'react-aria-components';
import { copyText } from '../../parts/copy.ts';
import { Icon } from '../../parts/icon.tsx';
import { announce } from '../../state/announce.ts';
import { editClaim, undo } from '../../state/claim-store.ts';
import { t } from '../../text/text.ts';

const MOST_BYTES = 5_000_000;

/** Takes a claim as JSON, pasted or from a file; what cannot be read is told with its place, and nothing is changed. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [failed, setFailed] = useState<Failure>();
  const [several, setSeveral] = useState<readonly ReadClaim[]>([]);
  const take = ({ claim, unknown }: ReadClaim): void => {
    editClaim(() => claim);
    announce(t.import.taken(unknown.length), { label: t.claim.undo, run: undo });
    onClose();
  };
  const read = (given: string): void => {
    const entries = parseClaims(given);
    if (isFailure(entries)) return setFailed(entries);
    const claims = entries.map((entry) => entry.read);
    const wrong = claims.find(isFailure);
    const [first, ...rest] = claims.filter((each) => !isFailure(each)) as ReadClaim[];
    if (wrong) return setFailed(wrong);
    setFailed(undefined);
    if (first && rest.length === 0) take(first);
    else setSeveral(first ? [first, ...rest] : []);
  };
  const readFile = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    if (file.size > MOST_BYTES)
      return setFailed({ code: 'claim/too-large', message: t.import.tooLarge(file.size), path: '', recovery: t.import.split });
    const content = await file.text();
    setText(content);
    read(content);
  };
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <header>
            <Heading slot="title">{t.import.title}</Heading>
            <span className="grow" />
            <button type="button" className="ib" aria-label={t.close} onClick={onClose}>
              <Icon name="close" />
            </button>
          </header>
          <div className="in stack tight">
            <label htmlFor="import-text">{t.import.paste}</label>
            <textarea
              id="import-text"
              className="field mono"
              rows={10}
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            {failed && (
              <div className="note-row banner k-err" role="alert">
                <Icon name="error" />
                <p>
                  <b>{failed.message}</b> {failed.path !== '' && <code>{failed.path}</code>} {t.import.unchanged} {failed.recovery}
                </p>
              </div>
            )}
            {several.length > 1 && (
              <div>
                <p>{t.import.several(several.length)}</p>
                <ul className="bar">
                  {several.slice(0, 50).map((each, at) => (
                    // oxlint-disable-next-line react/no-array-index-key
                    <li key={at}>
                      <button type="button" className="btn sm" onClick={() => take(each)}>
                        {each.claim.id ?? t.import.nth(at + 1)}
                      </button>
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <div className="bar">
              <button type="button" className="btn pri" disabled={text.trim() === ''} onClick={() => read(text)}>
                {t.import.take}
              </button>
              <label className="btn">
                <Icon name="upload" />
                {t.import.file}
                <input
                  className="sr"
                  type="file"
                  accept=".json,application/json"
                  onChange={(event) => void readFile(event.currentTarget.files?.[0])}
                />
              </label>
            </div>
            <p className="small muted">{t.import.others}</p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The claim and its report as files or on the clipboard, the paper, and a fresh start. */
export function ExportMenu({ claim, report, onNew }: { claim: Claim; report: Report; onNew: () => void }) {
  const name = (claim.id ?? 'claim').replace(/[^\w-]+/g, '-').slice(0, 40);
  return (
    <MenuTrigger>
      <Button className="btn">
        <Icon name="download" />
        {t.export.title}
        <Icon name="down" />
      </Button>
      <Popover className="pop menu" placement="bottom end">
        <Menu>
          <MenuItem className="pop-item" onAction={() => save(`${name}.json`, claim)}>
            {t.export.claim}
          </MenuItem>
          <MenuItem className="pop-item" onAction={() => void copyText(JSON.stringify(claim, null, 2))}>
            {t.export.copy}
          </MenuItem>
          <MenuItem className="pop-item" onAction={() => save(`${name}-report.json`, report)}>
            {t.export.report}
          </MenuItem>
          <MenuItem className="pop-item" onAction={() => window.print()}>
            {t.frame.print}
          </MenuItem>
          <MenuItem className="pop-item" onAction={onNew}>
            {t.export.fresh}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function save(name: string, value: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  announce(t.export.saved(name));
}
