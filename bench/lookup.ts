import { day, lookup, perform } from '@cleanclaim/core';
import { bundledData } from '@cleanclaim/data';
import { cpuSeconds, median, perSecond, seeded } from './measure.ts';

/**
 * Look-ups of random known codes through the public operation, whole answer, against a bare Map of the same codes to
 * their titles in the same run; then hierarchy. Target: 0.7 of the Map; 500,000 ancestors and 300,000 descendants.
 */
export function benchLookup(): void {
  const data = bundledData();
  const on = day('2026-03-04');
  const icd = data.icd10cm(on);
  if (!icd) throw new Error('the bundled edition is missing');
  const rows = [...icd.rows()];
  const codes = rows.map((row) => icd.code(row));
  const map = new Map(rows.map((row) => [icd.code(row), { title: icd.display(row), billable: icd.billable(row) }]));
  const random = seeded(1);
  // Fresh strings, as they come from a file: a Map must hash each of them too.
  const questions = Array.from({ length: 300_000 }, () => Buffer.from(codes[Math.floor(random() * codes.length)] ?? '').toString('latin1'));
  const context = { data, today: on };
  const ratios: number[] = [];
  const rates: number[] = [];
  let kept = 0;
  for (let round = 0; round < 7; round++) {
    const fresh = questions.map((code) => Buffer.from(code).toString('latin1'));
    const own = cpuSeconds(() => {
      for (const code of fresh) if (perform(lookup, { code, on }, context).billable) kept++;
    });
    const again = questions.map((code) => Buffer.from(code).toString('latin1'));
    const bare = cpuSeconds(() => {
      for (const code of again) if (map.get(code)?.billable) kept++;
    });
    if (round === 0) continue;
    ratios.push(bare / own);
    rates.push(own);
  }
  console.log(
    `lookup: ${perSecond(questions.length, median(rates))}; ${median(ratios).toFixed(2)} × a bare Map in the same run (target ≥ 0.70)`,
  );

  const sample = Array.from({ length: 200_000 }, () => rows[Math.floor(random() * rows.length)] ?? 0);
  const ancestors = cpuSeconds(() => {
    for (const row of sample) kept += icd.ancestors(row).length;
  });
  console.log(`ancestors: ${perSecond(sample.length, ancestors)} (target ≥ 500,000)`);
  const descendants = cpuSeconds(() => {
    for (const row of sample) kept += icd.descendants(row).length;
  });
  console.log(`descendants: ${perSecond(sample.length, descendants)} (target ≥ 300,000)`);
  if (kept === 0) throw new Error('nothing was found');
}
