import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addDays, type Claim, type Data, day, makeEngine, type Rule } from '@cleanclaim/core';
import { bundledData, openPacks } from '@cleanclaim/data';
import { addFiles } from '@cleanclaim/data/import';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { TABLE_SOURCES } from '@cleanclaim/sources';
import { cpuSeconds, median, perSecond, seeded } from './measure.ts';

const TABLES = fileURLToPath(new URL('../../shared/data/mce_msdrg', import.meta.url));
const FILES = ['mce_v43.1_decoded/i10dx.csv', 'mce_v43.1_decoded/i10pr.csv', 'POAexemptCodesFY26.zip'];

/** Seeded hospital stays of six diagnoses, two procedures and three lines. */
function makeStays(count: number): Claim[] {
  const random = seeded(11);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const principal = ['J18.9', 'A41.9', 'I21.4', 'N17.9', 'K57.20', 'S72.001A', 'I50.23', 'J44.1'];
  const others = ['I10', 'E11.9', 'E78.5', 'N18.30', 'I48.91', 'D64.9', 'J96.01', 'E87.6', 'Z79.4', 'Z87.891', 'K21.9', 'G47.33'];
  return Array.from({ length: count }, (_, at): Claim => {
    const discharge = day(`2026-0${1 + Math.floor(random() * 9)}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`);
    const admission = addDays(discharge, -6);
    const start = Math.floor(random() * others.length);
    const secondary = Array.from({ length: 5 }, (_each, n) => others[(start + n) % others.length] ?? '');
    return {
      type: 'institutional',
      id: `S-${at}`,
      payer: { id: '12302', kind: 'medicare' },
      patient: { birthDate: `19${30 + Math.floor(random() * 50)}-06-15`, sex: random() < 0.5 ? 'female' : 'male', memberId: '1EG4TE5MK73' },
      billing: { npi: '1234567893', taxonomy: '282N00000X', taxId: '123456789' },
      attending: { npi: '1558598797' },
      billType: '0111',
      admission,
      admissionType: '1',
      admissionSource: '1',
      discharge,
      dischargeStatus: '01',
      statement: { from: admission, to: discharge },
      diagnoses: [
        { code: pick(principal), kind: 'principal', poa: 'Y' },
        ...secondary.map((code) => ({ code, kind: 'other' as const, ...(code.startsWith('Z') ? {} : { poa: 'Y' }) })),
      ],
      procedures: [
        { code: '5A1955Z', on: admission },
        { code: '02HV33Z', on: admission },
      ],
      lines: ['0120', '0250', '0300'].map((revenue) => ({ revenue, from: admission, to: discharge, units: 6, charge: '100.00' })),
      total: '300.00',
    };
  });
}

/** Hospital stays with every rule, against the same without the editor's rules and tables: what those cost. */
export async function benchStays(): Promise<void> {
  const stays = makeStays(20_000);
  const others = RULES.filter(({ id }) => !id.startsWith('mce/'));
  const without = rateOf('without the editor', stays, others, bundledData());
  if (!existsSync(TABLES)) {
    console.log(`stays with the tables of the Medicare Code Editor: skipped, ${TABLES} is not there`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-bench-'));
  try {
    for (const file of FILES) await addFiles(join(TABLES, file), { folder, sources: TABLE_SOURCES, today: '2026-11-24' });
    const data = openPacks(folder);
    const [first] = stays;
    const opening = cpuSeconds(() => first && makeEngine(RULES, data, UNMADE).check(first, { received: RECEIVED }));
    const withEditor = rateOf('with the tables of the editor', stays, RULES, data);
    console.log(
      `stays: ${(without / withEditor).toFixed(2)} times the work without; first claim after ${Math.round(opening * 1000)} ms CPU`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const RECEIVED = day('2026-11-24');

function rateOf(name: string, stays: readonly Claim[], rules: readonly Rule[], data: Data): number {
  const engine = makeEngine(rules, data, UNMADE);
  const rounds: number[] = [];
  let findings = 0;
  for (let round = 0; round < 6; round++) {
    const seconds = cpuSeconds(() => {
      for (const stay of stays) findings += engine.check(stay, { received: RECEIVED }).findings.length;
    });
    if (round > 0) rounds.push(seconds);
  }
  const rate = stays.length / median(rounds);
  console.log(
    `stays of 6 diagnoses ${name}: ${rules.length} rules, ${(findings / 6 / stays.length).toFixed(2)} findings a claim: ${perSecond(stays.length, median(rounds))}`,
  );
  return rate;
}
