import { useEffect, useState } from 'react';
import { loadToolkit, type Progress, type Toolkit } from '../data/load-data.ts';

export type Loaded =
  | { readonly status: 'loading'; readonly progress: Progress | undefined }
  | { readonly status: 'ready'; readonly toolkit: Toolkit }
  | { readonly status: 'failed'; readonly error: unknown };

/** Asked for at once, not when React is ready: the packs are the longest part of a first visit. */
let progressed: (progress: Progress) => void = () => undefined;
const loading = loadToolkit((progress) => progressed(progress));
loading.catch(() => undefined);

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
