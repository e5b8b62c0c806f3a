import { useLayoutEffect, useRef } from 'react';
import { keyName } from './key-name.ts';

/** What each key does; `false` says that it did nothing here, and the press goes its usual way. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

/**
 * Keys of the whole page or of the part in view. A press that a list, a line or the builder has already used
 * (`preventDefault`) is over: what is nearest to the focus decides first, and a part that says `isFirst` before all.
 */
export function useKeys(keys: KeyMap, { isFirst = false }: { isFirst?: boolean } = {}): void {
  const latest = useRef(keys);
  // Layout effects: who sees the page can press its keys, on a slow machine too. Others run some time after it is drawn.
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('[role=dialog]')) return;
      const name = keyName(event);
      const act = name === undefined ? undefined : latest.current[name];
      if (!act) return;
      if (act(event) !== false) event.preventDefault();
    };
    window.addEventListener('keydown', listen, isFirst);
    return () => window.removeEventListener('keydown', listen, isFirst);
  }, [isFirst]);
}
