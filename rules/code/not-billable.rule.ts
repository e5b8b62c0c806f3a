import { day, type Missing, rule } from '@cleanclaim/core';
import { guidelines } from '../support/cites.ts';
import { visit } from '../support/example-claim.ts';
import { isIncomplete, judge, listed, suggest } from './judgement.ts';

export default rule({
  id: 'code/not-billable',
  title: 'A diagnosis code that needs more characters',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  speaksOf: isIncomplete,
  cites: [guidelines('I.A.3 Use of codes for reporting purposes'), guidelines('I.B.2 Level of detail in coding')],

  on: 'diagnosis',
  check(diagnosis, context) {
    const judgement = judge(diagnosis, context);
    if (judgement?.explanation.status !== 'header') return undefined;
    const { code, billableUntil, missing } = judgement.explanation;
    const since = billableUntil === null ? '' : `; it was complete until ${billableUntil}`;
    return {
      at: diagnosis.path,
      codes: [code],
      message: `${code} is not billable on ${judgement.on}: it needs ${needed(missing)}${since}.`,
      why: 'Only complete codes are accepted; a category or subcategory, or a code without its 7th character, is rejected as invalid.',
      fix: `Choose what the record supports: ${listed(missing.choices)}.`,
      ...suggest(diagnosis, missing.choices),
    };
  },

  examples: [
    { name: 'a category', claim: visit('2026-03-04', ['E11']), finds: 1, codes: ['E11'] },
    { name: 'a fracture without its 7th character', claim: visit('2026-03-04', ['S82.101']), finds: 1, codes: ['S82.101'] },
    { name: 'a 7th character behind a placeholder', claim: visit('2026-03-04', ['T14.90']), finds: 1 },
    { name: 'a header since 2021', claim: visit('2026-03-04', ['M54.5']), finds: 1 },
    { name: 'a code that became a header', claim: visit('2026-10-01', ['I42.0']), finds: 1, codes: ['I42.0'] },
    { name: 'the same code the day before', claim: visit('2026-09-30', ['I42.0']), finds: 0 },
    { name: 'a category without anything under it is a code', claim: visit('2026-03-04', ['I10', 'Z23', 'J00']), finds: 0 },
    { name: 'codes with all their characters', claim: visit('2026-03-04', ['S82.101A', 'T14.90XA', 'E11.9']), finds: 0 },
  ],
});

function needed(missing: Missing): string {
  if (missing.kind === 'finer-code') return 'at least one more character';
  if (missing.placeholders === 0) return 'a 7th character';
  const padding = 'X'.repeat(missing.placeholders);
  return missing.placeholders === 1
    ? `the placeholder ${padding} and a 7th character`
    : `${missing.placeholders} placeholders (${padding}) and a 7th character`;
}
