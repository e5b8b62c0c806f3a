import { ModalDialog } from '../parts/modal-dialog.tsx';
import { singleKeys } from '../state/settings.ts';
import { useStore } from '../state/store.ts';
import { t } from '../text/text.ts';

/** Every key and what it does, and the switch for single letters (WCAG 2.1.4). */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const single = useStore(singleKeys);
  return (
    <ModalDialog
      title={t.keys.title}
      onClose={onClose}
      besideTitle={
        <label className="check">
          <input type="checkbox" checked={single} onChange={(event) => singleKeys.set(event.currentTarget.checked)} />
          {t.keys.single}
        </label>
      }
    >
      {/* On a small screen it scrolls, and there is nothing in it that takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="in" tabIndex={0} role="group" aria-label={t.keys.title}>
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
    </ModalDialog>
  );
}
