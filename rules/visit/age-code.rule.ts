import { ageInYears, day, daysBetween, type Found, type LineView, rule } from '@cleanclaim/core';
import { exampleLine, visit } from '../support/example-claim.ts';
import { pageRead } from '../support/manual-cites.ts';
import { lineDay } from '../support/service-line.ts';

/** Vaccinations with counselling, and care of newborns that are well. */
const OF_CHILDREN: ReadonlySet<string> = new Set(['90460', '90461']);
const OF_NEWBORNS: ReadonlySet<string> = new Set(['99460', '99461', '99462', '99463']);
const LAST_YEAR = 18;
const LAST_DAY = 28;

export default rule({
  id: 'visit/age-code',
  title: 'A code for children or newborns on the claim of somebody older',
  severity: 'warning',
  stage: 'stable',
  types: ['professional'],
  from: day('2011-01-01'),
  withCodes: true,
  needs: [],
  cites: [
    pageRead(
      'AAP: pediatric immunization administration codes',
      'https://coding.aap.org/content.aspx?aid=11402',
      'its first questions; that 90471 to 90474 are for those of 19 years, from another page of the AAP',
    ),
    pageRead(
      'Neonatology and pediatrics billing',
      'https://www.valiantlifecare.com/blog/neonatology-pediatrics-billing-guide.php',
      'the paragraph on newborn care in the hospital; that a newborn is one of up to 28 days is not in it',
    ),
  ],

  on: 'line',
  codesBegin: '9',
  check(line, { claim }) {
    const [children, newborns] = [OF_CHILDREN.has(line.code), OF_NEWBORNS.has(line.code)];
    const on = children || newborns ? lineDay(line, claim) : undefined;
    if (on === undefined || claim.birth === undefined || on < claim.birth) return undefined;
    const years = ageInYears(claim.birth, on);
    if (children) return years > LAST_YEAR ? vaccinated(line, years) : undefined;
    return daysBetween(claim.birth, on) > LAST_DAY ? newborn(line, daysBetween(claim.birth, on)) : undefined;
  },

  examples: [
    { name: 'a vaccination at 18', claim: of('90460', '2007-06-15'), finds: 0 },
    { name: 'a vaccination at 19', claim: of('90460', '2006-06-15'), finds: 1, codes: ['90460'] },
    { name: 'the code without counselling at 19', claim: of('90471', '2006-06-15'), finds: 0 },
    { name: 'a newborn of two days', claim: of('99462', '2026-03-02'), finds: 0 },
    { name: 'a newborn of ten weeks', claim: of('99462', '2025-12-24'), finds: 1 },
  ],
});

function vaccinated(line: LineView, years: number): Found {
  return {
    at: `${line.path}/code`,
    codes: [line.code],
    message: `${line.code} on line ${line.n} is a vaccination with counselling of children up to ${LAST_YEAR} years, and the patient is ${years}.`,
    why: 'From 19 years on a vaccination is billed with 90471 to 90474, with or without counselling; payers deny the other by age (CARC 6).',
    fix: 'Use 90471 for the first vaccine and 90472 for each further one, or correct the date of birth.',
  };
}

function newborn(line: LineView, days: number): Found {
  return {
    at: `${line.path}/code`,
    codes: [line.code],
    message: `${line.code} on line ${line.n} is care of a newborn that is well, and the patient is ${days} days old.`,
    why: 'These codes are for the days after birth; payers deny them by age (CARC 6).',
    fix: "Use the visit code of the place, or correct the date of birth; for the claim of a newborn the birth date is the baby's.",
  };
}

function of(code: string, birthDate: string) {
  return visit('2026-03-04', ['Z23'], {
    patient: { birthDate, sex: 'female', memberId: 'EX-1' },
    lines: [exampleLine('2026-03-04', 1, { code })],
  });
}
