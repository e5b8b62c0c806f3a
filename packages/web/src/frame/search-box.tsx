import { useEffect, useRef } from 'react';
import { Icon } from '../parts/icon.tsx';
import { currentPlace, hrefTo, navigate, usePlace } from '../route/location.ts';
import { searchKeys, searchList } from '../pages/search/search-list.ts';
import { useStore } from '../state/store.ts';
import { t } from '../text/text.ts';

/**
 * The one search box (ARIA 1.2 combobox): its list is the page itself, not a popover, so the list is told apart in a
 * store and the box only names the highlighted row. Typing anywhere opens the look-up page.
 */
export function SearchBox() {
  const { path, query } = usePlace();
  const list = useStore(searchList);
  const input = useRef<HTMLInputElement>(null);
  const typed = path === '/' || path === '/apart' ? (query.get('q') ?? '') : '';
  const isSearch = path === '/';
  const shows = isSearch && list.options.length > 0;
  useEffect(() => {
    // On load the box has the focus on the look-up page: the first key typed is already the question.
    if (currentPlace().path === '/') input.current?.focus();
  }, []);

  const ask = (text: string): void => navigate(hrefTo('/', { q: text }), { replace: isSearch, keepFocus: true });
  return (
    <form className="search" role="search" onSubmit={(event) => event.preventDefault()}>
      <span className="muted">
        <Icon name="search" />
      </span>
      <label className="sr" htmlFor="q">
        {t.search.label}
      </label>
      <input
        ref={input}
        id="q"
        name="q"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shows}
        aria-controls={shows ? [...new Set(list.options.map((each) => each.list))].join(' ') : 'main'}
        aria-activedescendant={shows ? list.options[list.active]?.id : undefined}
        value={typed}
        placeholder={t.search.placeholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={500}
        onChange={(event) => ask(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') {
            event.preventDefault();
            ask('');
          } else if (isSearch && searchKeys(event)) event.preventDefault();
        }}
      />
      {typed !== '' && (
        <button
          type="button"
          className="ib sm"
          aria-label={t.search.clear}
          onClick={() => {
            ask('');
            input.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
      <kbd>/</kbd>
    </form>
  );
}

/** Puts the cursor into the search box with its text selected, ready to be typed over. */
export function focusSearch(): void {
  const box = document.getElementById('q');
  if (box instanceof HTMLInputElement) {
    box.focus();
    box.select();
  }
}
