import { lazy, Suspense } from 'react';
import { RouterProvider } from 'react-aria-components';
import { ToolkitContext } from '../data/toolkit.ts';
import { navigate, usePlace } from '../route/location.ts';
import { t } from '../text/text.ts';
import { Boundary } from './boundary.tsx';
import { Foot } from './foot.tsx';
import { FrameKeys } from './frame-keys.tsx';
import { Loading, LoadTrouble } from './loading.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Rail } from './rail.tsx';
import { TopBand } from './top-band.tsx';
import { useLoadedToolkit } from './use-loaded-toolkit.ts';

const SearchPage = lazy(async () => ({ default: (await import('../pages/search/search-page.tsx')).SearchPage }));
const CodePage = lazy(async () => ({ default: (await import('../pages/code/code-page.tsx')).CodePage }));
const ClaimPage = lazy(async () => ({ default: (await import('../pages/claim/claim-page.tsx')).ClaimPage }));
const PaymentsPage = lazy(async () => ({ default: (await import('../pages/payments/payments-page.tsx')).PaymentsPage }));
const WorklistPage = lazy(async () => ({ default: (await import('../pages/worklist/worklist-page.tsx')).WorklistPage }));
const EmPage = lazy(async () => ({ default: (await import('../pages/em/em-page.tsx')).EmPage }));
const ApartPage = lazy(async () => ({ default: (await import('../pages/apart/apart-page.tsx')).ApartPage }));
const ChangesPage = lazy(async () => ({ default: (await import('../pages/changes/changes-page.tsx')).ChangesPage }));
const ChaptersPage = lazy(async () => ({ default: (await import('../pages/chapters/chapters-page.tsx')).ChaptersPage }));
const IndexPage = lazy(async () => ({ default: (await import('../pages/index/index-page.tsx')).IndexPage }));
const PcsPage = lazy(async () => ({ default: (await import('../pages/pcs/pcs-page.tsx')).PcsPage }));
const StatisticsPage = lazy(async () => ({ default: (await import('../pages/statistics/statistics-page.tsx')).StatisticsPage }));
const SignedInPage = lazy(async () => ({ default: (await import('../pages/signed-in/signed-in-page.tsx')).SignedInPage }));

/** The frame of every page: rail, band with search and date of service, the page itself, and the foot with its editions. */
export function App() {
  const loaded = useLoadedToolkit();
  return (
    <RouterProvider navigate={navigate}>
      <ToolkitContext value={loaded.status === 'ready' ? loaded.toolkit : undefined}>
        <a className="skip" href="#main">
          {t.frame.skip}
        </a>
        <div className="app">
          <Rail />
          <TopBand />
          <main id="main" tabIndex={-1}>
            {loaded.status === 'loading' && <Loading progress={loaded.progress} />}
            {loaded.status === 'failed' && <LoadTrouble error={loaded.error} />}
            {loaded.status === 'ready' && <Page />}
          </main>
          <Foot />
        </div>
        <NoticeBar />
        <FrameKeys />
      </ToolkitContext>
    </RouterProvider>
  );
}

function Page() {
  const { path } = usePlace();
  return (
    <Boundary key={path.startsWith('/icd10pcs') ? '/icd10pcs' : path}>
      <Suspense fallback={<Loading progress={undefined} />}>{pageAt(path)}</Suspense>
    </Boundary>
  );
}

function pageAt(path: string) {
  const [first = '', second] = path.split('/').slice(1);
  switch (first) {
    case '':
      return <SearchPage />;
    case 'icd10cm':
      return second ? <CodePage code={second} key={second} /> : <ChaptersPage chapter={undefined} />;
    case 'index':
      return <IndexPage />;
    case 'icd10pcs':
      return <PcsPage code={second ?? ''} />;
    case 'chapters':
      return <ChaptersPage chapter={second} />;
    case 'claim':
      return <ClaimPage />;
    case 'payments':
      return <PaymentsPage />;
    case 'worklist':
      return <WorklistPage />;
    case 'em':
      return <EmPage />;
    case 'apart':
      return <ApartPage />;
    case 'changes':
      return <ChangesPage />;
    case 'statistics':
      return <StatisticsPage />;
    case 'signed-in':
      return <SignedInPage />;
    default:
      return <NoPage />;
  }
}

function NoPage() {
  return (
    <section className="card empty">
      <h1>{t.frame.noPage}</h1>
      <p>{t.frame.noPageFix}</p>
    </section>
  );
}
