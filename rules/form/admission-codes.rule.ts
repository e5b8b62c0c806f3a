import { type ClaimView, day, daysBetween, type Found, isDay, quote, rule } from '@cleanclaim/core';
import { stay } from '../support/example-claim.ts';
import { POINT_OF_ORIGIN } from '../support/institutional-cites.ts';
import { electronicForm, institutionalForm } from '../support/cites.ts';

/** Emergency, urgent, elective, newborn, trauma, not known. */
const TYPES: ReadonlySet<string> = new Set(['1', '2', '3', '4', '5', '9']);
const NEWBORN = '4';
/** Where the patient came from; of a newborn, where it was born. */
const ORIGINS: ReadonlySet<string> = new Set(['1', '2', '4', '5', '6', '8', '9', 'D', 'E', 'F', 'G']);
const BORN: ReadonlySet<string> = new Set(['5', '6']);
const EMERGENCY_ROOM = '7';
/** A newborn that is older than this was not admitted as one. */
const DAYS_OF_NEWBORN = 28;

export default rule({
  id: 'form/admission-codes',
  title: 'Type of admission and point of origin',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  from: day('2010-07-01'),
  needs: [],
  cites: [POINT_OF_ORIGIN, institutionalForm('form locators 14 and 15'), electronicForm('2300 CL101 and CL102')],

  on: 'claim',
  check(claim) {
    const type = claim.claim.admissionType?.trim() ?? '';
    const origin = claim.claim.admissionSource?.trim().toUpperCase() ?? '';
    const found = [ofType(claim, type), ofOrigin(type, origin), ofNewborn(claim, type)].filter((each) => each !== undefined);
    return found.length === 0 ? undefined : found;
  },

  examples: [
    { name: 'an emergency from home', claim: admitted('1', '1'), finds: 0 },
    { name: 'a type that is none', claim: admitted('6', '1'), finds: 1 },
    { name: 'through the emergency room, which is no origin any more', claim: admitted('1', '7'), finds: 1 },
    { name: 'an origin that is none', claim: admitted('1', 'X'), finds: 1 },
    { name: 'from an ambulatory surgery center', claim: admitted('3', 'e'), finds: 0 },
    { name: 'born in the hospital', claim: born('4', '5'), finds: 0 },
    { name: 'a newborn that came as adults do', claim: born('4', '1'), finds: 1 },
    { name: 'a birth that is no admission of a newborn', claim: born('1', '1'), finds: 1 },
    { name: 'a newborn of fifty-five', claim: admitted('4', '6'), finds: 1 },
    { name: 'nothing said', claim: admitted('', ''), finds: 0 },
  ],
});

function ofType(claim: ClaimView, type: string): Found | undefined {
  if (type !== '' && !TYPES.has(type))
    return {
      at: '/admissionType',
      message: `The type of admission ${quote(type)} is not one.`,
      why: 'It is 1 emergency, 2 urgent, 3 elective, 4 newborn, 5 trauma or 9 not known; anything else is rejected.',
      fix: 'Enter the type of admission.',
    };
  const { admission } = claim.claim;
  const start = isDay(admission) ? admission : claim.on;
  if (type !== NEWBORN || claim.birth === undefined || start === undefined) return undefined;
  if (daysBetween(claim.birth, start) <= DAYS_OF_NEWBORN) return undefined;
  return {
    at: '/admissionType',
    severity: 'warning',
    status: 'review',
    message: `The admission is of type 4, newborn, and the patient was born on ${claim.birth}.`,
    why: 'Type 4 is for a baby born at this admission, or brought in just after birth; points of origin mean other things with it.',
    fix: 'Correct the type of admission or the birth date.',
  };
}

function ofOrigin(type: string, origin: string): Found | undefined {
  const newborn = type === NEWBORN;
  if (origin === '' || (newborn ? BORN : ORIGINS).has(origin)) return undefined;
  if (newborn)
    return {
      at: '/admissionSource',
      message: `The point of origin ${quote(origin)} is none of a newborn.`,
      why: 'With type of admission 4 it says where the baby was born: 5 in this hospital, 6 elsewhere.',
      fix: 'Enter 5 or 6, or correct the type of admission.',
    };
  return {
    at: '/admissionSource',
    ...(origin === EMERGENCY_ROOM ? { severity: 'warning' as const } : {}),
    message:
      origin === EMERGENCY_ROOM
        ? 'The point of origin 7, emergency room, has not been one since July 2010.'
        : `The point of origin ${quote(origin)} is not one.`,
    why: 'It says where the patient was before coming: 1 no facility, 2 clinic or office, 4 hospital, 5 nursing or assisted living facility, 6 another facility, 8 court or police, 9 not known, D this hospital, E surgery center, F hospice, G disaster care site.',
    fix: 'Enter where the patient came from, whoever sent for the admission.',
  };
}

/** Liveborn infants by place of birth: Z38 stands first on the claim of the birth itself. */
function ofNewborn(claim: ClaimView, type: string): Found | undefined {
  const [first] = claim.sequence;
  if (!claim.hospitalStay || type === '' || type === NEWBORN || !TYPES.has(type) || !first?.code.startsWith('Z38')) return undefined;
  return {
    at: '/admissionType',
    codes: [first.code],
    severity: 'warning',
    message: `The principal diagnosis ${first.code} tells of a birth, and the type of admission is ${type}.`,
    why: 'The claim of a birth is an admission of type 4, newborn; payers price and count it by that.',
    fix: 'Enter type of admission 4, and 5 or 6 as point of origin.',
  };
}

function admitted(admissionType: string, admissionSource: string) {
  return stay('2026-03-04', ['I10'], { admissionType, admissionSource });
}

function born(admissionType: string, admissionSource: string) {
  return stay('2026-03-04', ['Z38.00'], {
    admissionType,
    admissionSource,
    patient: { birthDate: '2026-03-01', sex: 'female', memberId: 'EX-1' },
    lines: [{ revenue: '0171', from: '2026-03-01', to: '2026-03-04', units: 3, charge: '3600.00' }],
  });
}
