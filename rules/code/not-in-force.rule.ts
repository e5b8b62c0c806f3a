import { day, rule } from '@cleanclaim/core';
import { exampleLine, stay, visit } from '../support/example-claim.ts';
import { isIncomplete, judge, listed, suggest } from './judgement.ts';

export default rule({
  id: 'code/not-in-force',
  title: 'A diagnosis code that is not valid on the date of service',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  speaksOf: isIncomplete,
  cites: [
    {
      title: '45 CFR 162.1000: the code set valid at the time of the service',
      section: 'paragraph (a)',
      url: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-162/subpart-J',
      checked: '2026-11-24',
      read: 'text',
      note: 'that a stay is judged by its discharge is from a digest',
    },
  ],

  on: 'diagnosis',
  check(diagnosis, context) {
    const judgement = judge(diagnosis, context);
    if (judgement?.explanation.status !== 'not-yet' && judgement?.explanation.status !== 'no-longer') return undefined;
    const { explanation, on } = judgement;
    const { code, instead } = explanation;
    const notYet = explanation.status === 'not-yet';
    const basis = context.claim.inpatient ? 'discharge' : 'service';
    return {
      at: diagnosis.path,
      codes: [code],
      message: notYet
        ? `${code} is valid from ${explanation.from}, after the ${basis} on ${on}.`
        : `${code} was valid until ${explanation.to}, before the ${basis} on ${on}.`,
      why: `The code set in force on the date of ${basis} counts, not the one on the day the claim is sent.`,
      fix:
        instead.length > 0
          ? `${notYet ? 'On that day this was coded' : 'It was replaced by'}: ${listed(instead)}. Choose what the record supports.`
          : 'Check the date; if it is right, choose the code that was in force on it.',
      ...suggest(diagnosis, instead),
    };
  },

  examples: [
    { name: 'a day too early', claim: visit('2025-09-30', ['G35.A']), finds: 1, codes: ['G35.A'] },
    { name: 'on its first day', claim: visit('2025-10-01', ['G35.A']), finds: 0 },
    { name: 'deleted the day before', claim: visit('2025-10-01', ['S30.1XXA']), finds: 1, codes: ['S30.1XXA'] },
    { name: 'on its last day', claim: visit('2025-09-30', ['S30.1XXA']), finds: 0 },
    {
      name: 'one of two lines before the change',
      claim: visit('2026-09-30', ['I42.00'], { lines: [exampleLine('2026-09-30'), exampleLine('2026-10-01')], total: '120.00' }),
      finds: 1,
    },
    { name: 'a stay is judged by its discharge', claim: stay('2026-10-04', ['I42.00', 'I10']), finds: 0 },
    { name: 'a header now is known and in force', claim: visit('2026-10-01', ['I42.0']), finds: 0 },
  ],
});
