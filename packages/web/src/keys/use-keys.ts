import { useEffect, useRef } from 'react';
import { keyName } from './key-name.ts';

/** What each key does; `false` says that it did nothing here, and the press goes its usual way. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

/**
 * Keys of the whole page or of the part in view. A press that a list, a line or the builder has already used
 * (`preventDefault`) is over: what is nearest to the focus decides first, and a part that says `isFirst` before all.
 */
export function useKeys(keys: KeyMap, { isFirst = false }: { isFirst?: boolean } = {}): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
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
