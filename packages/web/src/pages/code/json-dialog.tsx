import { lookup, namedBy, notes, perform, tree } from '@cleanclaim/core';
import { useToolkit } from '../../data/toolkit.ts';
import { copyText } from '../../parts/copy.ts';
import { Icon } from '../../parts/icon.tsx';
import { ModalDialog } from '../../parts/modal-dialog.tsx';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';

/** The answers behind the page, as the library, the command line and HTTP give them. */
export function JsonDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const { data } = useToolkit();
  const on = useDay();
  const context = { data, today: on };
  const input = { code, on };
  const answers = {
    [lookup.id]: perform(lookup, input, context),
    [tree.id]: perform(tree, input, context),
    [notes.id]: perform(notes, input, context),
    [namedBy.id]: perform(namedBy, input, context),
  };
  const text = JSON.stringify(answers, null, 2);
  return (
    <ModalDialog
      title={t.code.jsonTitle(code, on)}
      onClose={onClose}
      wide
      beforeClose={
        <button type="button" className="btn sm" onClick={() => void copyText(text)}>
          <Icon name="copy" />
          {t.copy}
        </button>
      }
    >
      {/* Scrolled by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="in scroll" tabIndex={0}>
        {text}
      </pre>
    </ModalDialog>
  );
}
