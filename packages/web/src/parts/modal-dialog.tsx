import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../text/text.ts';
import { Icon } from './icon.tsx';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  /** As wide as answers in JSON need. */
  readonly wide?: boolean;
  /** At once after the title, and before the cross. */
  readonly besideTitle?: ReactNode;
  readonly beforeClose?: ReactNode;
  readonly children: ReactNode;
}

/** A dialog with its title and the cross that closes it; Escape and a press beside it close it too. */
export function ModalDialog({ title, onClose, wide = false, besideTitle, beforeClose, children }: Props) {
  useEscape(onClose);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={wide ? 'modal wide' : 'modal'}>
        <Dialog className="dialog">
          <header>
            <Heading slot="title">{title}</Heading>
            {besideTitle}
            <span className="grow" />
            {beforeClose}
            <button type="button" className="ib" aria-label={t.close} onClick={onClose}>
              <Icon name="close" />
            </button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * The overlay hears Escape only while the focus is in it, and lets no one else hear it then. Before the focus has moved
 * in, and after the element that had it was removed or disabled, the press comes to the window, and closes the dialog all the
 * same: everything else on the page is inert as long as it is open.
 */
function useEscape(onClose: () => void): void {
  const latest = useRef(onClose);
  // Before the next event, not after the next paint as an effect would.
  useLayoutEffect(() => {
    latest.current = onClose;
  });
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
