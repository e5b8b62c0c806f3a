import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ScrollBox } from './scroll-box.tsx';

/** Up to here every row is drawn, and the browser's own find and print have them all. */
const ALL_DRAWN = 100;
/** Printing draws every row up to here; a longer list prints what is on the screen. */
const MOST_PRINTED = 3_000;
/** Rows drawn beyond the edges, so that a quick scroll meets no gap. */
const BEYOND = 12;
const ROW_HEIGHT = 36;

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  /** The cells of the head. */
  readonly head: ReactNode;
  readonly columns: number;
  readonly className?: string;
  readonly isOn?: (row: Row) => boolean;
  readonly cells: (row: Row) => ReactNode;
}

/**
 * A table of any length: a short one is drawn whole, of a long one only the rows in sight, in a box that scrolls. The arrows, Page Up
 * and Down, Home and End go from row to row, by the first control of each.
 */
export function LongTable<Row>(props: Props<Row>) {
  const isLong = props.rows.length > ALL_DRAWN;
  // Another component for each, so that the short ones pay for nothing.
  return isLong ? <Windowed {...props} /> : <Whole {...props} />;
}

function Whole<Row>({ label, rows, head, className = 't', isOn, cells }: Props<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = wanted(event, rows.length, 10);
    if (to !== undefined && focusRow(body.current, to)) event.preventDefault();
  };
  return (
    <ScrollBox label={label}>
      <table className={className}>
        <thead>
          <tr>{head}</tr>
        </thead>
        {/* The keys only bring the focus to controls that Tab reaches as well. */}
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row, at) => (
            // Rows may be alike, and never change their place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at} data-index={at} className={isOn?.(row) ? 'on' : undefined}>
              {cells(row)}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Windowed<Row>({ label, rows, head, columns, className = 't', isOn, cells }: Props<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [focused, setFocused] = useState<number>();
  const isPrinting = useIsPrinting() && rows.length <= MOST_PRINTED;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: BEYOND,
    // The row that has the focus stays, however far the list is scrolled away from it.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      if (focused === undefined || focused >= rows.length || drawn.includes(focused)) return drawn;
      return [...drawn, focused].toSorted((one, other) => one - other);
    },
  });
  const items = isPrinting ? rows.map((_, index) => ({ index, start: 0, end: 0 })) : virtualizer.getVirtualItems();
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = wanted(event, rows.length, Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2));
    if (to === undefined) return;
    event.preventDefault();
    flushSync(() => setFocused(to));
    virtualizer.scrollToIndex(to);
    focusRow(body.current, to, { preventScroll: true });
  };
  let drawnTo = 0;
  const total = isPrinting ? 0 : virtualizer.getTotalSize();
  return (
    <ScrollBox label={label} ref={box} isLong>
      <table className={className} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>{head}</tr>
        </thead>
        <tbody
          ref={body}
          onKeyDown={onKeyDown}
          onFocus={({ target }) => setFocused(indexOf(target))}
          onBlur={({ relatedTarget }) => body.current?.contains(relatedTarget) || setFocused(undefined)}
        >
          {items.flatMap(({ index, start, end }) => {
            const row = rows[index];
            if (row === undefined) return [];
            const gap = start - drawnTo;
            drawnTo = end;
            return [
              ...(gap > 0 ? [<Gap key={`gap ${index}`} height={gap} columns={columns} />] : []),
              <tr
                key={index}
                ref={isPrinting ? undefined : (virtualizer.measureElement as Ref<HTMLTableRowElement>)}
                data-index={index}
                aria-rowindex={index + 2}
                className={isOn?.(row) ? 'on' : undefined}
              >
                {cells(row)}
              </tr>,
            ];
          })}
          {total > drawnTo && <Gap height={total - drawnTo} columns={columns} />}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** The room of rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr className="gap" aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

/** The row that a key goes to; undefined for other keys, and where the key belongs to a field. */
function wanted({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent, count: number, page: number): number | undefined {
  const from = indexOf(target);
  if (from === undefined || altKey || ctrlKey || metaKey || (target as Element).matches('select, input, textarea')) return undefined;
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + page, PageUp: from - page, Home: 0, End: count - 1 }[key];
  return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
}

function indexOf(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-index]') : null;
  return row ? Number(row.dataset['index']) : undefined;
}

function focusRow(body: HTMLElement | null, index: number, options?: FocusOptions): boolean {
  const control = body?.querySelector<HTMLElement>(`tr[data-index="${index}"] :is(a, button)`);
  control?.focus(options);
  return control !== null && control !== undefined;
}

/** True from before the browser prints until it has. */
function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setIsPrinting(true));
    const end = (): void => setIsPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
