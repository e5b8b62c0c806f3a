import { Icon, type IconName } from '../parts/icon.tsx';
import { Link } from '../parts/link.tsx';
import { hrefTo, usePlace } from '../route/location.ts';
import { t } from '../text/text.ts';

/** On a phone the bar has room for few: the worklist is reached from the claim, chapters and changes from the look-up. */
const PAGES: readonly {
  readonly path: string;
  readonly icon: IconName;
  readonly name: string;
  readonly also?: string;
  readonly wideOnly?: boolean;
}[] = [
  { path: '/', icon: 'search', name: t.rail.lookUp, also: '/icd10cm' },
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
    (page.also !== undefined && path.startsWith(`${page.also}/`));
  return (
    <nav className="rail" aria-label={t.rail.label}>
      <ul>
        <li className="brand-item">
          <Link className="brand" href={hrefTo('/')} aria-label={t.rail.home}>
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
        {PAGES.map((page) => (
          <li key={page.path} className={page.wideOnly ? 'hide-s' : undefined}>
            <Link className="nav" href={hrefTo(page.path)} aria-current={isHere(page) ? 'page' : undefined}>
              <Icon name={page.icon} />
              <span>{page.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
