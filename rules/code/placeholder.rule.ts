import { day, rule } from '@cleanclaim/core';
import { guidelines } from '../support/cites.ts';
import { visit } from '../support/example-claim.ts';
import { isIncomplete, judge, listed, replaceCode, suggest } from './judgement.ts';

export default rule({
  id: 'code/placeholder',
  title: 'A diagnosis code whose placeholder X is missing or misplaced',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  speaksOf: isIncomplete,
  cites: [guidelines('I.A.4 Placeholder character'), guidelines('I.A.5 7th characters')],

  on: 'diagnosis',
  check(diagnosis, context) {
    const judgement = judge(diagnosis, context);
    if (judgement?.explanation.status !== 'placeholder') return undefined;
    const { certain, choices, code } = judgement.explanation;
    const [only] = choices;
    return {
      at: diagnosis.path,
      codes: [code],
      message: `${code} does not have its placeholder X where the code set has it${certain && only ? `: it is written ${only.code}` : ''}.`,
      why: 'The 7th character counts only in the 7th place, and an X holds open only the places that have no character of their own; otherwise the code is invalid.',
      fix: certain && only ? `Write ${only.code}.` : `Choose what the record supports: ${listed(choices)}.`,
      ...(certain && only ? { patch: replaceCode(diagnosis, only.code) } : suggest(diagnosis, choices)),
    };
  },

  examples: [
    { name: 'no placeholder before the 7th character', claim: visit('2026-03-04', ['T14.90A']), finds: 1, codes: ['T14.90A'] },
    { name: 'typed without the dot', claim: visit('2026-03-04', ['T1490A']), finds: 1, codes: ['T14.90A'] },
    { name: 'one of two placeholders', claim: visit('2026-03-04', ['M25.571', 'W10.9XA']), finds: 1 },
    { name: 'one placeholder too many', claim: visit('2026-03-04', ['T14.90XXA']), finds: 1 },
    { name: 'a placeholder inside the code', claim: visit('2026-03-04', ['H21.11']), finds: 1, codes: ['H21.11'] },
    { name: 'X where the code is divided further', claim: visit('2026-03-04', ['S82.1XXA']), finds: 1 },
    { name: 'placeholders in their places', claim: visit('2026-03-04', ['T14.90XA', 'W10.9XXA', 'H21.1X1']), finds: 0 },
    { name: 'a wrong 7th character is another matter', claim: visit('2026-03-04', ['S42.201Z']), finds: 0 },
  ],
});
