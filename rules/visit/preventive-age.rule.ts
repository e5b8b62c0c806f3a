import { ageInYears, day, rule } from '@cleanclaim/core';
import { exampleLine, visit } from '../support/example-claim.ts';
import { pageRead } from '../support/manual-cites.ts';
import { lineDay } from '../support/service-line.ts';

/** Completed years that the preventive visits are for, by the last digit: new patients 99381 to 99387, established 99391 to 99397. */
const AGES: readonly (readonly [from: number, to: number])[] = [
  [0, 0],
  [1, 4],
  [5, 11],
  [12, 17],
  [18, 39],
  [40, 64],
  [65, 200],
];

export default rule({
  id: 'visit/preventive-age',
  title: 'A preventive visit for the age of the patient',
  severity: 'error',
  stage: 'draft',
  types: ['professional'],
  from: day('1992-01-01'),
  needs: [],
  cites: [
    pageRead(
      'Preventive medicine services and their ages',
      'https://www.whatismedicalinsurancebilling.org/2016/09/cpt-code-99391-99395-99396-and-99397.html',
      'an article of 2016 that lists the ages of 99391 to 99395',
    ),
    pageRead(
      'Annual preventive visits',
      'https://sugarloafmedical.com/insurance/annual-preventive-visits-physicals/',
      'the ages of adults',
    ),
  ],

  on: 'line',
  codesBegin: '9',
  check(line, { claim }) {
    const band = bandOf(line.code);
    const on = band === undefined ? undefined : lineDay(line, claim);
    if (band === undefined || on === undefined || claim.birth === undefined) return undefined;
    const age = ageInYears(claim.birth, on);
    const [from, to] = AGES[band] ?? [0, 200];
    if (age < 0 || (age >= from && age <= to)) return undefined;
    const right = AGES.findIndex(([first, last]) => age >= first && age <= last);
    return {
      at: `${line.path}/code`,
      codes: [line.code],
      message: `${line.code} on line ${line.n} is the preventive visit of another age: the patient is ${age} ${age === 1 ? 'year' : 'years'} old.`,
      why: 'Each code is for a span of ages; payers deny one that does not fit the date of birth (CARC 6).',
      fix: `Use ${line.code.slice(0, 4)}${right + 1}, or correct the date of birth.`,
    };
  },

  examples: [
    { name: 'at 55 years', claim: checkup('99396'), finds: 0 },
    { name: 'the code of 65 years at 55', claim: checkup('99397'), finds: 1, codes: ['99397'] },
    { name: 'a child of 3 months', claim: checkup('99391', '2025-12-01'), finds: 0 },
    { name: 'the code of a first year on the first birthday', claim: checkup('99391', '2025-03-04'), finds: 1 },
    { name: 'a new patient of 12 years', claim: checkup('99384', '2014-01-01'), finds: 0 },
    { name: 'another visit', claim: checkup('99213'), finds: 0 },
  ],
});

/** Place in AGES; undefined for any other code. */
function bandOf(code: string): number | undefined {
  if (code.length !== 5 || (!code.startsWith('9938') && !code.startsWith('9939'))) return undefined;
  const digit = code.charCodeAt(4) - 49;
  return digit >= 0 && digit < AGES.length ? digit : undefined;
}

function checkup(code: string, birthDate = '1970-06-15') {
  return visit('2026-03-04', ['Z00.00'], {
    patient: { birthDate, sex: 'female', memberId: 'EX-1' },
    lines: [exampleLine('2026-03-04', 1, { code })],
  });
}
