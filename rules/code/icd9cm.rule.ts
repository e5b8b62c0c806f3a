import { type Claim, day, type DiagnosisView, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { visit } from '../support/example-claim.ts';
import { spoken } from '../support/spoken.ts';

const SOURCE = 'icd9cm-diagnoses';

export default rule({
  id: 'code/icd9cm',
  title: 'A diagnosis before 1 October 2015 that ICD-9-CM does not have',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  to: day('2015-09-30'),
  needs: [`table:${SOURCE}`],
  cites: [
    {
      title: '45 CFR 162.1002: ICD-9-CM up to 30 September 2015',
      section: 'paragraph (b)',
      url: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-162/subpart-J',
      checked: '2026-11-24',
      read: 'digest',
    },
  ],

  on: 'diagnosis',
  check(diagnosis, { claim, data }) {
    const table = claim.on && data.table(SOURCE, claim.on);
    if (!table || isNewer(diagnosis)) return undefined;
    const code = diagnosis.code.replaceAll('.', '');
    if (table.find(code) >= 0) return undefined;
    return {
      at: diagnosis.path,
      codes: code === '' ? [] : [diagnosis.code],
      message: `ICD-9-CM has no complete code ${spoken(diagnosis.diagnosis.code)} on ${claim.on}.`,
      why: 'A payer rejects a claim with a code that is not in the code set on the date of service.',
      fix: 'Look the condition up in ICD-9-CM of that year and take a code with all its digits.',
    };
  },

  examples: [
    { name: 'a code that is none', claim: before(['9990']), finds: 1 },
    { name: 'a digit is missing', claim: before(['250']), finds: 1, codes: ['250'] },
    { name: 'with a dot and without', claim: before(['250.00', '4019']), finds: 0 },
    { name: 'another rule speaks of ICD-10-CM before its time', claim: before(['I10']), finds: 0 },
    { name: 'after ICD-9-CM', claim: visit('2026-03-04', ['I10']), finds: 0 },
  ],
  exampleTables: {
    [SOURCE]: [
      { code: '25000', title: 'A made-up title' },
      { code: '4019', title: 'Another made-up title' },
    ],
  },
});

/** A code that only ICD-10-CM can have: form/dates says that it came too early. Terms of dentists are no codes of either. */
function isNewer({ code, diagnosis }: DiagnosisView): boolean {
  if (diagnosis.codeSystem === 'icd9cm') return false;
  return diagnosis.codeSystem === 'snodent' || /^[A-DF-UW-Z]/.test(code);
}

function before(codes: readonly string[]): Claim {
  return visit('2015-09-15', codes);
}
