import { useEffect, useState } from 'react';
import type { Toolkit } from '../data/load-data.ts';
import type { Progress } from '../data/progress.ts';

export type Loaded =
  | { readonly status: 'loading'; readonly progress: Progress | undefined }
  | { readonly status: 'ready'; readonly toolkit: Toolkit }
  | { readonly status: 'failed'; readonly error: unknown };

/** Asked for at once, and apart from the frame: the search box is there while rules and packs are still on their way. */
let progressed: (progress: Progress) => void = () => undefined;
const loading = import('../data/load-data.ts').then(({ loadToolkit }) => loadToolkit((progress) => progressed(progress)));
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
