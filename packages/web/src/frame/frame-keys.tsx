import { lazy, Suspense } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { hrefTo, navigate } from '../route/location.ts';
import { makeStore, useStore } from '../state/store.ts';
import { focusSearch } from './search-box.tsx';

const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));

export const keysOpen = makeStore(false);

/** Keys that work on every page: search, date, panes and this help. */
export function FrameKeys() {
  const open = useStore(keysOpen);
  useKeys({
    '/': focusSearch,
    t: () => document.getElementById('day')?.focus(),
    e: openVisitLevel,
    'Ctrl+e': openVisitLevel,
    '?': () => keysOpen.set(true),
    F6: () => movePane(1),
    'Shift+F6': () => movePane(-1),
    'Ctrl+ArrowDown': () => movePane(1),
    'Ctrl+ArrowUp': () => movePane(-1),
  });
  return open ? (
    <Suspense>
      <KeysDialog onClose={() => keysOpen.set(false)} />
    </Suspense>
  ) : null;
}

function openVisitLevel(): void {
  navigate(hrefTo('/em'));
}

/** From pane to pane: the search box, then every part marked `data-pane`. */
function movePane(step: number): void {
  const panes = [...document.querySelectorAll<HTMLElement>('#q, [data-pane]')].filter((pane) => pane.offsetParent !== null);
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(here + step + panes.length) % panes.length];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
