import type { KeyboardEvent } from 'react';
import { makeStore } from '../../state/store.ts';

/** One row that can be highlighted from the search box. */
export interface SearchOption {
  readonly id: string;
  /** The list box that holds the row. */
  readonly list: string;
  /** A diagnosis, which can be previewed. */
  readonly isDiagnosis: boolean;
  /** Enter: adds a complete code, opens anything else. */
  readonly enter: () => void;
  /** Right arrow: opens the page. */
  readonly open: () => void;
  /** What C copies. */
  readonly code: string;
  readonly display: string;
}

export interface SearchList {
  readonly options: readonly SearchOption[];
  readonly active: number;
}

export const searchList = makeStore<SearchList>({ options: [], active: 0 });

/** The element of a row. */
export const rowId = (system: string, code: string): string => (system === 'icd10cm' ? `r-${code}` : `r-${system}-${code}`);

/** Keys of the list while the cursor stays in the search box; true when the key was one of them. */
export function searchKeys(event: KeyboardEvent<HTMLInputElement>): boolean {
  const { options, active } = searchList.get();
  if (options.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (event.key) {
    case 'ArrowDown':
      highlight(Math.min(active + 1, options.length - 1));
      return true;
    case 'ArrowUp':
      highlight(Math.max(active - 1, 0));
      return true;
    case 'PageDown':
      highlight(Math.min(active + 8, options.length - 1));
      return true;
    case 'PageUp':
      highlight(Math.max(active - 8, 0));
      return true;
    case 'Enter':
      options[active]?.enter();
      event.currentTarget.select();
      return true;
    case 'ArrowRight': {
      // At the end of the text the arrow has nothing left to do there.
      const { selectionStart, selectionEnd, value } = event.currentTarget;
      if (selectionStart !== value.length || selectionEnd !== value.length) return false;
      options[active]?.open();
      return true;
    }
    default:
      return false;
  }
}

export function highlight(at: number): void {
  const list = searchList.get();
  searchList.set({ ...list, active: at });
  document.getElementById(list.options[at]?.id ?? '')?.scrollIntoView({ block: 'nearest' });
}

export function highlightRow(id: string): void {
  const { options, active } = searchList.get();
  const at = options.findIndex((each) => each.id === id);
  if (at >= 0 && at !== active) highlight(at);
}

/** Rows that came later keep the highlight where it was; another question begins at the first. */
export function showOptions(options: readonly SearchOption[], isSameQuestion: boolean): void {
  const { options: before, active } = searchList.get();
  const id = isSameQuestion ? before[active]?.id : undefined;
  searchList.set({ options, active: Math.max(0, id === undefined ? 0 : options.findIndex((each) => each.id === id)) });
}
