import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from '../parts/icon.tsx';
import { singleKeys } from '../state/settings.ts';
import { useStore } from '../state/store.ts';
import { t } from '../text/text.ts';

/** Every key and what it does, and the switch for single letters (WCAG 2.1.4). */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const single = useStore(singleKeys);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <header>
            <Heading slot="title">{t.keys.title}</Heading>
            <label className="check">
              <input type="checkbox" checked={single} onChange={(event) => singleKeys.set(event.currentTarget.checked)} />
              {t.keys.single}
            </label>
            <span className="grow" />
            <button type="button" className="ib" aria-label={t.close} onClick={onClose}>
              <Icon name="close" />
            </button>
          </header>
          <div className="in">
            <p className="small muted">{single ? t.keys.on : t.keys.off}</p>
            <ul className="keys">
              {t.keys.list.map(([keys, says]) => (
                <li key={says}>
                  <span>{says}</span>
                  <kbd>{keys}</kbd>
                </li>
              ))}
            </ul>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
