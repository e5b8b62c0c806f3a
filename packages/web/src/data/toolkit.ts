import { createContext, useContext } from 'react';
import type { Toolkit } from './load-data.ts';

export const ToolkitContext = createContext<Toolkit | undefined>(undefined);

/** The data; only inside the parts of the page that are shown once they are there. */
export function useToolkit(): Toolkit {
  const toolkit = useContext(ToolkitContext);
  if (!toolkit) throw new Error('no data is open here');
  return toolkit;
}
