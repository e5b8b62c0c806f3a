import { readFileSync } from 'node:fs';
import { day } from '@cleanclaim/core';
import { expect, it } from 'vitest';
import { isManifestation } from '../rules/support/manifestation.ts';
import { data, shared } from './support/data.ts';

const path = shared('data/mce_msdrg/mce_v43.1_decoded/i10dx.csv');

it.skipIf(!path)('manifestation codes are told as the Medicare Code Editor v43.1 tells them', () => {
  const icd = data.icd10cm(day('2026-05-01'));
  if (!path || !icd) throw new Error('the edition of May 2026 is bundled');
  const official = new Set<string>();
  for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
    const [code = '', , end, ...flags] = line.split(',');
    if (!end && /manif/i.test(flags.join())) official.add(icd.code(icd.row(code)));
  }
  const told = [...icd.rows()].filter((row) => icd.billable(row) && isManifestation(icd, row)).map((row) => icd.code(row));
  const right = told.filter((code) => official.has(code)).length;
  const precision = right / told.length;
  const recall = right / official.size;
  console.log(`manifestation codes: precision ${right}/${told.length}, recall ${right}/${official.size}`);
  expect(official.size).toBe(422);
  expect(precision, `wrongly told: ${told.filter((code) => !official.has(code)).join(' ')}`).toBeGreaterThanOrEqual(0.99);
  expect(recall, `missed: ${[...official].filter((code) => !told.includes(code)).join(' ')}`).toBeGreaterThanOrEqual(0.98);
});
