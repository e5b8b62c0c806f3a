import { day, type DiagnosisView, type Found, rule } from '@cleanclaim/core';
import { guidelines } from '../support/cites.ts';
import { exampleLine, visit } from '../support/example-claim.ts';
import { spoken } from '../support/spoken.ts';
import { isIncomplete, judge, listed, suggest } from './judgement.ts';

export default rule({
  id: 'code/unknown-code',
  title: 'A diagnosis code that ICD-10-CM does not have',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  speaksOf: isIncomplete,
  cites: [guidelines('I.A.3 Use of codes for reporting purposes')],

  on: 'diagnosis',
  check(diagnosis, context) {
    const judgement = judge(diagnosis, context);
    if (!judgement) return undefined;
    const { explanation, on } = judgement;
    if (explanation.status === 'no-edition')
      return {
        notChecked: `No installed ICD-10-CM edition covers ${on}.`,
        install: `Install the edition in force on ${on}: cleanclaim data add FILE (the official order file of that fiscal year).`,
      };
    if (explanation.status === 'extra-characters') {
      const { base, code, extra } = explanation;
      return {
        ...unknownCode(diagnosis, code),
        message: `ICD-10-CM has no code ${code} on ${on}: ${base.code} is complete, and "${extra}" is too much.`,
        fix: `Check the record against the tabular list; ${base.code} is ${base.display ?? 'the code it begins with'}.`,
        ...suggest(diagnosis, [base]),
      };
    }
    if (explanation.status !== 'unknown') return undefined;
    const { code, nearest, under } = explanation;
    const typed = diagnosis.diagnosis.code;
    if (typed.trim() === '')
      return {
        ...unknownCode(diagnosis, ''),
        message: `Diagnosis ${diagnosis.index + 1} has no code.`,
        fix: 'Enter the code, or remove the entry and point the lines to the others.',
      };
    return {
      ...unknownCode(diagnosis, code),
      message: `ICD-10-CM has no code ${spoken(typed)} on ${on}.`,
      fix: fixOf(nearest, under),
      ...suggest(diagnosis, nearest),
    };
  },

  examples: [
    { name: 'no such category', claim: visit('2026-03-04', ['E19.9']), finds: 1 },
    { name: 'a dot in the wrong place is not read as another code', claim: visit('2026-03-04', ['E1.19']), finds: 1, codes: ['E1.19'] },
    { name: 'a letter l in place of I', claim: visit('2026-03-04', ['l10']), finds: 1 },
    { name: 'a character after a complete code', claim: visit('2026-03-04', ['E11.99']), finds: 1, codes: ['E11.99'] },
    { name: 'an ICD-9-CM code', claim: visit('2026-03-04', ['250.00']), finds: 1 },
    { name: 'an empty code', claim: visit('2026-03-04', ['I10', '']), finds: 1 },
    { name: 'lower case and no dot are forgiven', claim: visit('2026-03-04', ['e1165', 'z79.4']), finds: 0 },
    {
      name: 'codes with unusual characters are real',
      claim: visit('2026-03-04', ['QA0.0101', 'C7A.00', 'U09.9', 'Z3A.20', 'M1A.00X0']),
      finds: 0,
    },
    { name: 'a header is known', claim: visit('2026-03-04', ['O9A.2', 'M1A.0']), finds: 0 },
    { name: 'another rule speaks of a wrong 7th character', claim: visit('2026-03-04', ['S42.201Z']), finds: 0 },
    {
      name: 'an unknown code on two days is one finding',
      claim: visit('2026-03-04', ['E19.9'], { lines: [exampleLine('2026-03-04'), exampleLine('2026-03-05')], total: '120.00' }),
      finds: 1,
    },
  ],
});

function unknownCode(diagnosis: DiagnosisView, code: string): Pick<Found, 'at' | 'codes' | 'why'> {
  return {
    at: diagnosis.path,
    codes: code === '' ? [] : [code],
    why: 'A payer rejects a claim with a code that is not in the code set on the date of service.',
  };
}

function fixOf(nearest: Parameters<typeof listed>[0], under: { code: string; display: string | null } | null): string {
  if (nearest.length > 0) return `Check the record; perhaps one of these was meant: ${listed(nearest)}.`;
  if (under) return `Choose a code under ${under.code}${under.display ? ` (${under.display})` : ''} in the tabular list.`;
  return 'Look the condition up in the Alphabetic Index and take the code from the tabular list.';
}
