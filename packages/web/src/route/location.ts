import { makeStore, useStore } from '../state/store.ts';

/** The address of the page: a path and what follows the question mark. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

const here = (): Place => ({ path: decode(window.location.pathname), query: new URLSearchParams(window.location.search) });
const location = makeStore<Place>(here());
window.addEventListener('popstate', () => location.set(here()));

export const usePlace = (): Place => useStore(location);
export const currentPlace = (): Place => location.get();

/** Goes to an address of the page. A new path begins at the top, with the main part in focus for keyboard and screen reader. */
export function navigate(
  href: string,
  { replace = false, keepFocus = false, keepScroll = false }: { replace?: boolean; keepFocus?: boolean; keepScroll?: boolean } = {},
): void {
  const url = new URL(href, window.location.href);
  if (url.origin !== window.location.origin) return;
  const moved = url.pathname !== window.location.pathname;
  if (url.href === window.location.href) return;
  if (replace) window.history.replaceState(null, '', url);
  else window.history.pushState(null, '', url);
  location.set(here());
  if (!moved) return;
  if (!keepScroll) window.scrollTo(0, 0);
  if (!keepFocus) requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }));
}

/** An address with the day the page is set to, so that a link carries its date. */
export function hrefTo(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, value);
  const on = location.get().query.get('on');
  if (on !== null && !search.has('on')) search.set('on', on);
  const text = search.toString();
  return path + (text === '' ? '' : `?${text}`);
}

export const codeHref = (code: string): string => hrefTo(`/icd10cm/${encodeURIComponent(code)}`);

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
