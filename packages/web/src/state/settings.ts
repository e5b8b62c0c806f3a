import { keptStore } from './kept.ts';
import { makeStore } from './store.ts';

export type Theme = 'system' | 'light' | 'dark';

const isTheme = (value: unknown): value is Theme => value === 'system' || value === 'light' || value === 'dark';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

export const theme = keptStore<Theme>('theme', 'system', isTheme);

/** Whether single letters act by themselves (WCAG 2.1.4); with Alt they always do. */
export const singleKeys = keptStore<boolean>('single-keys', true, isBoolean);

/** Look-ups are also asked of the server that gave the page, for the tables installed there. Claims have a switch of their own. */
export const askingServer = keptStore<boolean>('ask-server', false, isBoolean);

/** Claims go to the server only while this is on. It is not kept: a page that is opened anew sends none. */
export const checkingAtServer = makeStore(false);

/** Each box of the claim explains itself. */
export const learnMode = keptStore<boolean>('learn', false, isBoolean);

export function applyTheme(): void {
  const root = document.documentElement;
  if (theme.get() === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme.get();
}
