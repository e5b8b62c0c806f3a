import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addFiles } from '@cleanclaim/data/import';
import { TABLE_SOURCES } from '@cleanclaim/sources';

const FILES = [
  'ncci/2024Q3_converted_from_northstar/ptp_practitioner_2024Q3.csv.gz',
  'ncci/2024Q3_converted_from_northstar/ncci_mue_prac_2024Q3.csv',
  'ncci/2024Q3_converted_from_northstar/ncci_aoc_2024Q3.csv',
  'mpfs/cy2020_2024_quarterly_converted/pprrvu_rvu24c_jul.csv.gz',
];

/**
 * Adds the published tables of the shared folder beside the checkout to a data folder, in a process of its own: what an
 * import needs is not what a check needs. False when they are not there.
 */
export function installShared(folder: string): boolean {
  const paths = FILES.map((file) => fileURLToPath(new URL(`../../shared/data/${file}`, import.meta.url)));
  if (!paths.every((path) => existsSync(path))) return false;
  const added = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), folder, ...paths], { stdio: 'inherit' });
  return added.status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = '', ...paths] = process.argv.slice(2);
  for (const path of paths) await addFiles(path, { folder, sources: TABLE_SOURCES, today: '2026-11-24' });
}
