import type { ReactNode } from 'react';

interface Props {
  readonly className: string;
  /** What it began is still going on; a press does nothing meanwhile. */
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/**
 * A button whose work takes a while. Meanwhile it says that it is disabled and keeps the focus: the browser takes the focus
 * from a button that is `disabled`, and the keyboard would be nowhere, in a dialog without its Escape.
 */
export function BusyButton({ className, busy, disabled = false, onPress, children }: Props) {
  return (
    <button
      type="button"
      className={className}
      disabled={disabled}
      aria-disabled={busy || undefined}
      onClick={() => {
        if (!busy) onPress();
      }}
    >
      {children}
    </button>
  );
}
