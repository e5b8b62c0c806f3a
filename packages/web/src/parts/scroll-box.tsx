import type { ReactNode, Ref } from 'react';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
  /** Its rows are many: it scrolls downwards too, under a head that stays. */
  readonly isLong?: boolean;
}

/** A wide table in a box of its own that scrolls, by keyboard too; the page itself never scrolls sideways. */
export function ScrollBox({ label, children, ref, isLong = false }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={ref} className={isLong ? 'scroll long' : 'scroll'} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
