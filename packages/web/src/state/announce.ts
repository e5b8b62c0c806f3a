import { makeStore } from './store.ts';

/** What was just done: shown for a moment and spoken politely, with a way back where there is one. */
export interface Notice {
  readonly says: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

export const notice = makeStore<Notice | undefined>(undefined);

const SHOWN_FOR = 6000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(says: string, action?: Notice['action']): void {
  notice.set({ says, action });
  clearTimeout(timer);
  timer = setTimeout(() => notice.set(undefined), SHOWN_FOR);
}
