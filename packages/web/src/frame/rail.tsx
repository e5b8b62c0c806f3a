import type { KeyboardEvent } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Link } from '../parts/link.tsx';
import { hrefTo, usePlace } from '../route/location.ts';
import { t } from '../text/text.ts';

/** On a phone the bar has room for few: the worklist is reached from the claim, chapters and changes from the look-up. */
const PAGES: readonly {
  readonly path: string;
  readonly icon: IconName;
  readonly name: string;
  readonly also?: readonly string[];
  readonly wideOnly?: boolean;
}[] = [
  { path: '/', icon: 'search', name: t.rail.lookUp, also: ['/icd10cm', '/icd10pcs', '/index'] },
  { path: '/claim', icon: 'claim', name: t.rail.claim },
  { path: '/worklist', icon: 'list', name: t.rail.worklist, wideOnly: true },
  { path: '/payments', icon: 'pay', name: t.rail.payments },
  { path: '/apart', icon: 'apart', name: t.rail.apart },
  { path: '/chapters', icon: 'tree', name: t.rail.chapters, wideOnly: true },
  { path: '/changes', icon: 'changes', name: t.rail.changes, wideOnly: true },
  { path: '/statistics', icon: 'chart', name: t.rail.statistics },
];

export function Rail() {
  const { path } = usePlace();
  const isHere = (page: (typeof PAGES)[number]) =>
    path === page.path ||
    (page.path !== '/' && path.startsWith(`${page.path}/`)) ||
    (page.also ?? []).some((each) => path === each || path.startsWith(`${each}/`));
  const here = Math.max(0, PAGES.findIndex(isHere));
  return (
    <nav className="rail" aria-label={t.rail.label}>
      {/* One stop for the Tab key, arrows inside; where the page one is on has no place in the bar, the first one is it. */}
      <ul onKeyDown={moveInside}>
        <li className="brand-item">
          <Link className="brand" href={hrefTo('/')} aria-label={t.rail.home} tabIndex={-1}>
            <svg viewBox="0 0 28 28" aria-hidden="true">
              <path d="M6 2.5h11.5L23 8v17.500H6z" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinejoin="round" />
              <path
                d="m10 15.500 3.200 3.200 6-7"
                fill="none"
                stroke="currentColor"
                strokeWidth="2.600"
                strokeLinecap="round"
                strokeLinejoin="round"
              />
            </svg>
          </Link>
        </li>
        {PAGES.map((page, at) => (
          <li key={page.path} className={page.wideOnly ? 'hide-s' : undefined}>
            <Link
              className="nav"
              href={hrefTo(page.path)}
              aria-current={isHere(page) ? 'page' : undefined}
              tabIndex={at === here || (at === 0 && PAGES[here]?.wideOnly) ? 0 : -1}
            >
              <Icon name={page.icon} />
              <span>{page.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function moveInside(event: KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a.nav')].filter((link) => link.offsetParent !== null);
  const at = links.findIndex((link) => link === document.activeElement);
  const step = STEPS[event.key];
  const next =
    event.key === 'Home'
      ? links[0]
      : event.key === 'End'
        ? links.at(-1)
        : step === undefined || at < 0
          ? undefined
          : links[(at + step + links.length) % links.length];
  if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  next.focus();
}
