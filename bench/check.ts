import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Claim, day, isFailure, makeEngine, parseClaim, writeReport } from '@cleanclaim/core';
import { bundledData } from '@cleanclaim/data';
import { PLANS } from '@cleanclaim/plans';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { cpuSeconds, median, perSecond, seeded } from './measure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Seeded claims of two diagnoses and five lines. `common`: the everyday codes of an office. `any`: half the first
 * diagnoses are drawn from all billable codes, which break rules as real claims seldom do and meet each code's facts for
 * the first time: the slow side.
 */
export function makeClaims(count: number, mix: 'common' | 'any'): Claim[] {
  const data = bundledData();
  const icd = data.icd10cm(day('2026-03-04'));
  if (!icd) throw new Error('the bundled edition is missing');
  const codes = [...icd.rows()].filter((row) => icd.billable(row)).map((row) => icd.code(row));
  const common = ['I10', 'E78.5', 'E11.9', 'J44.9', 'M54.50', 'K21.9', 'F32.A', 'N39.0', 'R51.9', 'G47.33', 'D64.9', 'L40.0'];
  const random = seeded(7);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  return Array.from({ length: count }, (_, at): Claim => {
    const on = `2026-0${1 + Math.floor(random() * 9)}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
    return {
      type: 'professional',
      id: `B-${at}`,
      payer: { id: '12302', kind: 'medicare' },
      patient: { birthDate: `19${40 + Math.floor(random() * 50)}-06-15`, sex: random() < 0.5 ? 'female' : 'male', memberId: '1EG4TE5MK73' },
      billing: { npi: '1234567893', taxonomy: '207Q00000X', taxId: '123456789' },
      rendering: { npi: '1558598797' },
      diagnoses: [{ code: pick(mix === 'any' && random() < 0.5 ? codes : common) }, { code: pick(common) }],
      lines: ['G0108', 'A4253', 'J1100', '80053', '36415'].map((code, n) => ({
        code,
        modifiers: [],
        from: on,
        pos: '11',
        units: 1,
        charge: `${20 + n}.00`,
        pointers: [1, 2],
      })),
      total: '110.00',
    };
  });
}

/** Engine alone (parsed claim in, report object out): target 100,000 a CPU-second; ndjson to ndjson through the program: 60,000. */
export function benchCheck(): void {
  for (const mix of ['common', 'any'] as const) benchMix(mix);
}

function benchMix(mix: 'common' | 'any'): void {
  const claims = makeClaims(20_000, mix);
  const engine = makeEngine(RULES, bundledData(), UNMADE, { plans: PLANS });
  const received = day('2026-11-24');
  const rounds: number[] = [];
  let findings = 0;
  for (let round = 0; round < 6; round++) {
    const seconds = cpuSeconds(() => {
      for (const claim of claims) findings += engine.check(claim, { received }).findings.length;
    });
    if (round > 0) rounds.push(seconds);
  }
  console.log(
    `${mix} codes: engine, ${RULES.length} rules, ${(findings / 6 / claims.length).toFixed(2)} findings a claim: ${perSecond(claims.length, median(rounds))} (target ≥ 100,000)`,
  );
  const texts = claims.map((claim) => JSON.stringify(claim));
  const whole = cpuSeconds(() => {
    for (const text of texts) {
      const read = parseClaim(text);
      if (!isFailure(read)) findings += writeReport(engine.check(read.claim, { received, unknown: read.unknown })).length;
    }
  });
  console.log(`${mix} codes: text to text in process: ${perSecond(texts.length, whole)}`);
  benchProgram(claims, mix);
}

/** The built program on a file of 200,000 claims, its own start included. */
function benchProgram(claims: readonly Claim[], mix: string): void {
  if (!existsSync(join(root, 'packages/cli/dist/commands/check.js'))) throw new Error('build first: npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-bench-'));
  try {
    const file = join(folder, 'claims.ndjson');
    writeFileSync(file, `${claims.map((claim) => JSON.stringify(claim)).join('\n')}\n`.repeat(10));
    const run = spawnSync(
      '/bin/sh',
      [
        '-c',
        `"${process.execPath}" packages/cli/bin/cleanclaim.js check "${file}" --format ndjson --received 2026-11-24 > /dev/null; times`,
      ],
      { cwd: root, encoding: 'utf8' },
    );
    const [, children = ''] = run.stdout.trim().split('\n').slice(-2);
    const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, each) => sum + Number(each[1]) * 60 + Number(each[2]), 0);
    console.log(`${mix} codes: ndjson to ndjson, 200,000 claims through the program: ${perSecond(200_000, seconds)} (target ≥ 60,000)`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
