import { useEffect, useState } from 'react';
import type { Toolkit } from '../data/load-data.ts';
import type { Progress } from '../data/progress.ts';

export type Loaded =
  | { readonly status: 'loading'; readonly progress: Progress | undefined }
  | { readonly status: 'ready'; readonly toolkit: Toolkit }
  | { readonly status: 'failed'; readonly error: unknown };

/** Longest wait for the first frame: a page in a tab at the back draws none. */
const FIRST_FRAME = 200;

/**
 * Asked for as soon as the frame is drawn, and apart from it: the search box is there, and takes keys, while rules and
 * packs are still on their way. Opening the packs keeps the processor busy, so it comes after the first frame.
 */
let progressed: (progress: Progress) => void = () => undefined;
const loading = firstFrame()
  .then(() => import('../data/load-data.ts'))
  .then(({ loadToolkit }) => loadToolkit((progress) => progressed(progress)));
// For whoever helps: nothing of a claim is in it.
loading.catch((error: unknown) => console.error(error));

export function useLoadedToolkit(): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ status: 'loading', progress: undefined });
  useEffect(() => {
    progressed = (progress) => setLoaded((now) => (now.status === 'loading' ? { status: 'loading', progress } : now));
    loading.then(
      (toolkit) => setLoaded({ status: 'ready', toolkit }),
      (error: unknown) => setLoaded({ status: 'failed', error }),
    );
  }, []);
  return loaded;
}

function firstFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FIRST_FRAME);
    // What a frame calls runs before it is drawn, what it sets a timer for afterwards.
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(timer);
        resolve();
      }, 0),
    );
  });
}
