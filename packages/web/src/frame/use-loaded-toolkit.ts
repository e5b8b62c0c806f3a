import { isCleanclaimError } from '@cleanclaim/core';
import { useEffect, useState } from 'react';
import type { Toolkit } from '../data/load-data.ts';
import { PackNotFetched, type Progress } from '../data/progress.ts';

export type Loaded =
  | { readonly status: 'loading'; readonly progress: Progress | undefined }
  | { readonly status: 'ready'; readonly toolkit: Toolkit }
  | { readonly status: 'failed'; readonly error: unknown };

/** Longest wait for the first frame: a page in a tab at the back draws none. */
const FIRST_FRAME = 200;
const A_MOMENT = 500;

/**
 * Asked for as soon as the frame is drawn, and apart from it: the search box is there, and takes keys, while rules and
 * packs are still on their way. Opening the packs keeps the processor busy, so it comes after the first frame.
 */
let progressed: (progress: Progress) => void = () => undefined;
const loading = firstFrame()
  .then(load)
  .catch(async (error: unknown) => {
    // A connection that broke, or a new build that is taking the old one's place, is over in a moment.
    if (isCleanclaimError(error) || error instanceof PackNotFetched) throw error;
    await new Promise((resolve) => setTimeout(resolve, A_MOMENT));
    return await load();
  });
// For whoever helps: nothing of a claim is in it.
loading.catch((error: unknown) => console.error(error));

async function load(): Promise<Toolkit> {
  const { loadToolkit } = await import('../data/load-data.ts');
  return await loadToolkit((progress) => progressed(progress));
}

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
