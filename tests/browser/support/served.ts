import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPacks } from '@cleanclaim/data';
import { installIndex } from '@cleanclaim/data/build';
import { keptToken, listen, makeApp, makeService, type Running, silent, tokenAccess } from '@cleanclaim/server';
import { feeExample } from '../../../rules/support/fee-example.ts';
import { madeData } from '../../support/made-data.ts';
import { PUBLIC, type Site } from '../../support/static-server.ts';
import { buildPage } from './site.ts';

const SAMPLE = fileURLToPath(new URL('../../../sources/icd10cm-index/sample', import.meta.url));

const pcsRow = (part: string, approach: string) => ({
  table: '0DT',
  section: '0 Medical and Surgical',
  system: 'D Gastrointestinal System',
  operation: 'T Resection',
  part,
  approach,
  device: 'Z No Device',
  qualifier: 'Z No Qualifier',
  axes: 'Section\nBody System\nOperation\nBody Part\nApproach\nDevice\nQualifier',
  definition: 'Made-up words for taking all of it out',
});

const supply = (code: string, long: string, short: string) => ({ code, long, short, from: '2000-01-01', to: null });

/** The real server with the built page and made-up tables: what an office that installed its own data sees. */
export async function openServed({ token }: { token?: string } = {}): Promise<Site> {
  await buildPage();
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-served-'));
  installIndex(
    readdirSync(SAMPLE).map((name) => ({ name, text: readFileSync(join(SAMPLE, name), 'utf8') })),
    folder,
    { retrieved: '2026-11-24' },
  );
  const data = madeData(openPacks(folder), {
    hcpcs: [
      supply('E0143', 'Walker, folding, wheeled, adjustable or fixed height', 'Walker folding wheeled'),
      supply('E0130', 'Walker, rigid (pickup), adjustable or fixed height', 'Walker rigid'),
    ],
    'icd10pcs-tables': [pcsRow('J Appendix\nU Omentum', '0 Open'), pcsRow('J Appendix', '4 Percutaneous Endoscopic')],
    icd10pcs: [
      { code: '0DT', billable: '0', title: 'Made-up table' },
      { code: '0DTJ0ZZ', billable: '1', title: 'Made-up resection of appendix, open' },
      { code: '0DTJ4ZZ', billable: '1', title: 'Made-up resection of appendix, endoscopic' },
    ],
    'gem-icd10cm-to-icd9cm': [
      { code: 'E119', target: '25000', approximate: '1', noMap: '0', combination: '0', scenario: '0', choice: '0' },
    ],
    'poa-exempt': [{ code: 'B900' }],
    'mpfs-rvu': [feeExample('G0108', { work: '1', nonFacilityPe: '1', facilityPe: '1', malpractice: '0', conversionFactor: '50.0000' })],
    'mpfs-gpci': [
      { contractor: '99999', locality: '01', state: 'TX', name: 'MADE UP', work: '1.000', practiceExpense: '1.000', malpractice: '1.000' },
    ],
  });
  const app = makeApp({
    service: makeService(data),
    page: PUBLIC,
    loopbackOnly: true,
    ...(token === undefined ? {} : { access: tokenAccess([keptToken('coder', 'bill', token)]) }),
  });
  const running: Running = await listen(app, { port: 0, host: '127.0.0.1', log: silent });
  return {
    url: running.url,
    async close() {
      await running.stop(0);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
