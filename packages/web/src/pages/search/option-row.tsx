import type { ReactNode } from 'react';
import { highlightRow } from './search-list.ts';

interface Props {
  readonly id: string;
  readonly open: () => void;
  readonly isActive: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A row that the arrows reach from the search box, which keeps the focus and names the row; a pointer opens it. */
export function OptionRow({ id, open, isActive, className, children }: Props) {
  return (
    <div
      className={className === undefined ? 'res' : `res ${className}`}
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={isActive}
      onMouseMove={() => !isActive && highlightRow(id)}
      onClick={open}
      onKeyDown={(event) => event.key === 'Enter' && open()}
    >
      {children}
    </div>
  );
}
