import { day, rule } from '@cleanclaim/core';
import { guidelines } from '../support/cites.ts';
import { visit } from '../support/example-claim.ts';
import { isIncomplete, judge, listed, suggest } from './judgement.ts';

export default rule({
  id: 'code/seventh-character',
  title: 'A diagnosis code with a 7th character that its category does not have',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  speaksOf: isIncomplete,
  cites: [guidelines('I.A.5 7th characters'), guidelines('I.B.2 Level of detail in coding')],

  on: 'diagnosis',
  check(diagnosis, context) {
    const judgement = judge(diagnosis, context);
    if (judgement?.explanation.status !== 'seventh-character') return undefined;
    const { base, choices, code, typed } = judgement.explanation;
    const allowed = choices.map((each) => each.character).join(', ');
    return {
      at: diagnosis.path,
      codes: [code],
      message:
        typed === null
          ? `${code} has its placeholder but no 7th character.`
          : `${code} ends in ${typed}, which is not a 7th character of ${base}: it takes ${allowed}.`,
      why: 'A code with a missing or wrong 7th character is invalid.',
      fix: `Choose what the record supports: ${listed(choices)}.`,
      ...suggest(diagnosis, choices),
    };
  },

  examples: [
    { name: 'a letter that fractures of S42 do not have', claim: visit('2026-03-04', ['S42.201Z']), finds: 1, codes: ['S42.201Z'] },
    { name: 'death before regaining consciousness has only A', claim: visit('2026-03-04', ['S06.1X7D']), finds: 1 },
    { name: 'only the placeholder', claim: visit('2026-03-04', ['T14.90X']), finds: 1, codes: ['T14.90X'] },
    { name: 'the letters that S42 has', claim: visit('2026-03-04', ['S42.201A', 'S42.201G', 'S42.201K']), finds: 0 },
    { name: 'a fetus number, a gout stage, a coma time', claim: visit('2026-03-04', ['O40.1XX1', 'M1A.00X0', 'R40.2110']), finds: 0 },
    { name: 'a header is another matter', claim: visit('2026-03-04', ['S42.201']), finds: 0 },
  ],
});
