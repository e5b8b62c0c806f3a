import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundledData } from '@cleanclaim/data';
import { checkX12 } from '@cleanclaim/x12';

const corpus = fileURLToPath(new URL('../../shared/x12/', import.meta.url));
const VERDICTS = ['accepted', 'made-up NPI alone', 'refused', 'no map, envelope alone'] as const;

/** How the check agrees with what the corpus says of its files (docs/x12.md), as a table of counts. */
export function benchAgreement(): void {
  if (!existsSync(`${corpus}index.tsv`)) {
    console.log('  the corpus is not beside the checkout');
    return;
  }
  const data = bundledData();
  const counts = new Map<string, Map<string, number>>();
  for (const line of readFileSync(`${corpus}index.tsv`, 'utf8').split('\n').slice(1).filter(Boolean)) {
    const [file = '', , , expected = ''] = line.split('\t');
    const { findings, notChecked } = checkX12(readFileSync(corpus + file), { data });
    const rules = new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
    const known = !notChecked.some(({ rule }) => rule === 'x12/guide');
    const verdict =
      rules.size === 0
        ? known
          ? 'accepted'
          : 'no map, envelope alone'
        : rules.size === 1 && rules.has('x12/npi')
          ? 'made-up NPI alone'
          : 'refused';
    const row = counts.get(expected) ?? new Map<string, number>();
    row.set(verdict, (row.get(verdict) ?? 0) + 1);
    counts.set(expected, row);
  }
  console.log(`  ${'the corpus says'.padEnd(18)}${VERDICTS.map((verdict) => verdict.padStart(24)).join('')}`);
  for (const [expected, row] of [...counts].toSorted())
    console.log(`  ${expected.padEnd(18)}${VERDICTS.map((verdict) => String(row.get(verdict) ?? 0).padStart(24)).join('')}`);
}
