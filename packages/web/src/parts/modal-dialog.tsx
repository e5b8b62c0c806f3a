import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../text/text.ts';
import { Icon } from './icon.tsx';

/** A dialog with its title and the cross that closes it; Escape and a press beside it close it too. */
export function ModalDialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <header>
            <Heading slot="title">{title}</Heading>
            <span className="grow" />
            <button type="button" className="ib" aria-label={t.close} onClick={onClose}>
              <Icon name="close" />
            </button>
          </header>
          <div className="in stack">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
