import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Claim, type Data, day, makeEngine } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { PLANS } from '@cleanclaim/plans';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { installShared } from './installed.ts';
import { cpuSeconds, median, perSecond, seeded } from './measure.ts';

const ON = day('2024-08-05');
const COMMON = ['I10', 'E78.5', 'E11.9', 'J44.9', 'M54.50', 'K21.9', 'F32.A', 'N39.0', 'R51.9', 'G47.33', 'D64.9', 'L40.0'];

/**
 * The engine with the published tables of 2024 Q3 behind it: two diagnoses and five lines, every rule on. `office`: the
 * lines draw from forty codes, as an office does; `any`: from all codes the fee schedule pays, which break far more
 * edits than real claims.
 */
export function benchTables(): void {
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-bench-'));
  try {
    if (!installShared(folder)) {
      console.log('the shared folder with the published tables is not there: nothing to measure');
      return;
    }
    const opened = openPacks(folder);
    let ready = false;
    const seconds = cpuSeconds(() => {
      ready = [opened.ptp('practitioner', ON), opened.mue('practitioner', ON), opened.addOns(ON), opened.feeSchedule(ON)].every(Boolean);
    });
    console.log(`pairs, unit edits, add-on codes and fee schedule ${ready ? 'ready' : 'MISSING'} in ${(seconds * 1000).toFixed(0)} ms CPU`);
    console.log(`resident when ready: ${residentMegabytes()} MB`);
    for (const mix of ['office', 'any'] as const) measure(mix, opened);
    console.log(`resident after 240,000 checks: ${residentMegabytes()} MB (target ≤ 250)`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const residentMegabytes = (): number => Math.round(process.memoryUsage().rss / 1e6);

/** Codes that the fee schedule pays; of an office, those without a global period that are done outside facilities. */
function codesOf(data: Data, mix: Mix): string[] {
  const fees = data.table('mpfs-rvu', ON);
  const units = data.mue('practitioner', ON);
  if (!fees) return [];
  return Array.from({ length: fees.size }, (_, row) => row).flatMap((row) => {
    const [code = '', modifier] = fees.key(row).split('|');
    if (modifier !== '' || fees.text('status', row) !== 'A') return [];
    const ofOffice = fees.text('global', row) === 'XXX' && fees.text('nonFacilityNa', row) === '' && (units?.find(code)?.units ?? 1) > 0;
    return mix === 'any' || ofOffice ? [code] : [];
  });
}

type Mix = 'office' | 'any';

function measure(mix: Mix, data: Data): void {
  const all = codesOf(data, mix);
  const random = seeded(11);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const codes = mix === 'any' ? all : Array.from({ length: 40 }, () => pick(all));
  const claims = Array.from({ length: 20_000 }, (_, at): Claim => {
    const on = `2024-0${7 + Math.floor(random() * 3)}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
    return {
      type: 'professional',
      id: `T-${at}`,
      payer: { id: '12302', kind: 'medicare' },
      patient: { birthDate: `19${40 + Math.floor(random() * 18)}-06-15`, sex: 'female', memberId: '1EG4TE5MK73' },
      billing: { npi: '1234567893', taxonomy: '207Q00000X', taxId: '123456789' },
      rendering: { npi: '1558598797' },
      diagnoses: [{ code: pick(COMMON) }, { code: pick(COMMON) }],
      lines: Array.from({ length: 5 }, () => ({
        code: pick(codes),
        modifiers: random() < 0.2 ? ['59'] : [],
        from: on,
        pos: '11',
        units: 1,
        charge: '20.00',
        pointers: [1, 2],
      })),
      total: '100.00',
    };
  });
  const engine = makeEngine(RULES, data, UNMADE, { plans: PLANS });
  const received = day('2024-11-24');
  const rounds: number[] = [];
  let findings = 0;
  for (let round = 0; round < 6; round++) {
    const seconds = cpuSeconds(() => {
      for (const claim of claims) findings += engine.check(claim, { received }).findings.length;
    });
    if (round > 0) rounds.push(seconds);
  }
  console.log(
    `${mix} codes: ${RULES.length} rules, five lines, ${(findings / 6 / claims.length).toFixed(2)} findings a claim: ${perSecond(claims.length, median(rounds))} (target ≥ 100,000)`,
  );
}
