import { type ClaimView, day, type DiagnosisView, type Found, rule } from '@cleanclaim/core';
import { stay, visit } from '../support/example-claim.ts';
import { guidelines } from '../support/cites.ts';
import { OBSTETRIC_CHAPTER, PERINATAL_CHAPTER } from '../support/pregnancy.ts';

/** Last day of the perinatal period, counting the day of birth as 0. */
const PERINATAL_DAYS = 28;

export default rule({
  id: 'icd10cm/perinatal',
  title: "How codes of the newborn stand together and with the mother's",
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  cites: [
    guidelines('I.C.16.a General perinatal rules'),
    guidelines('I.C.16.d Prematurity and fetal growth retardation'),
    guidelines('I.C.21.c.12 Newborns and infants'),
  ],

  on: 'claim',
  check(claim) {
    const isBirth = isBirthStay(claim);
    if (!isBirth && !claim.diagnoses.some(isNewborn)) return undefined;
    const newborn = claim.diagnoses.filter(isNewborn);
    const found = [
      motherAndChild(newborn, claim),
      ...liveborn(newborn, claim, isBirth),
      laterInLife(newborn, claim),
      weightAfterAge(newborn),
    ];
    const real = found.filter((each) => each !== undefined);
    return real.length > 0 ? real : undefined;
  },

  examples: [
    {
      name: "the newborn's and the mother's codes on one claim",
      claim: visit('2026-03-04', ['P07.18', 'O60.14X0'], { patient: { birthDate: '2026-03-01', sex: 'female' } }),
      finds: 1,
      codes: ['P07.18', 'O60.14X0'],
    },
    { name: 'the outcome of delivery on the newborn record', claim: newborn(['Z38.00', 'Z37.0']), finds: 1, codes: ['Z38.00', 'Z37.0'] },
    { name: 'a newborn with jaundice', claim: newborn(['Z38.00', 'P59.9', 'Z23']), finds: 0 },
    { name: 'two birth codes', claim: newborn(['Z38.00', 'Z38.01']), finds: 1 },
    { name: 'a birth code on a later stay', claim: newborn(['Z38.00', 'P59.9'], '2026-02-20'), finds: 1 },
    { name: 'a stay that begins with birth and has no birth code', claim: newborn(['P59.9']), finds: 1 },
    { name: 'gestational age before weight', claim: newborn(['Z38.00', 'P07.38', 'P07.18']), finds: 1 },
    { name: 'low birth weight that still matters in an adult: only a note', claim: visit('2026-03-04', ['J45.20', 'P07.18']), finds: 1 },
    { name: 'an adult without such codes', claim: visit('2026-03-04', ['J45.20']), finds: 0 },
  ],
});

function newborn(codes: readonly string[], birthDate = '2026-03-01'): ReturnType<typeof stay> {
  return stay('2026-03-04', codes, { patient: { birthDate, sex: 'female', memberId: 'EX-1' }, admissionType: '4', admissionSource: '5' });
}

function isNewborn({ chapter, code }: DiagnosisView): boolean {
  return chapter === PERINATAL_CHAPTER || code.startsWith('Z38');
}

/** A newborn admission (type 4) on the day of birth that is no transfer from another hospital. */
function isBirthStay({ inpatient, birth, claim }: ClaimView): boolean {
  return inpatient && birth !== undefined && claim.admission === birth && claim.admissionType === '4' && claim.admissionSource === '5';
}

function motherAndChild(newborn: readonly DiagnosisView[], claim: ClaimView): Found | undefined {
  const [child] = newborn;
  const mother = claim.diagnoses.find((each) => each.chapter === OBSTETRIC_CHAPTER || each.code.startsWith('Z37'));
  if (!child || !mother) return undefined;
  return {
    at: mother.path,
    codes: [child.code, mother.code],
    message: `${child.code} belongs on the newborn's record and ${mother.code} on the mother's, never both on one claim.`,
    why: 'Mother and child are two patients, and chapters 15 and 16 keep their codes apart.',
    fix: "Remove the codes of the other patient and bill them on that patient's own claim.",
  };
}

function liveborn(newborn: readonly DiagnosisView[], claim: ClaimView, isBirth: boolean): (Found | undefined)[] {
  const births = newborn.filter((each) => each.code.startsWith('Z38') && each.kind !== 'admitting' && each.kind !== 'reason');
  const [birth, second] = births;
  if (!birth) return [isBirth ? birthCodeMissing(claim) : undefined];
  return [second && second.code !== birth.code ? twoBirths(birth, second) : undefined, laterStay(birth, claim)];
}

function twoBirths(one: DiagnosisView, other: DiagnosisView): Found {
  return {
    at: other.path,
    codes: [one.code, other.code],
    message: `${one.code} and ${other.code} give two births for one child.`,
    why: 'A newborn has one code Z38.-, given once.',
    fix: 'Keep the one that fits place and manner of the birth.',
  };
}

function laterStay(birth: DiagnosisView, claim: ClaimView): Found | undefined {
  const { inpatient, ageInDays } = claim;
  const admittedLater =
    inpatient && claim.birth !== undefined && claim.claim.admission !== undefined && claim.claim.admission > claim.birth;
  const bornOutside = birth.code === 'Z38.1' || birth.code === 'Z38.4' || birth.code === 'Z38.7';
  const tooOld = !inpatient && ageInDays !== undefined && ageInDays > PERINATAL_DAYS && claim.age === 0;
  if (!(admittedLater && !bornOutside) && !tooOld) return undefined;
  return {
    at: birth.path,
    codes: [birth.code],
    severity: 'warning',
    status: 'review',
    message: `${birth.code} belongs on the record of the birth only, and this claim begins later.`,
    why: 'Z38.- is given once, at birth; a hospital that receives the child later does not use it.',
    fix: `Remove ${birth.code} and list the reason for this encounter first.`,
  };
}

function birthCodeMissing(claim: ClaimView): Found | undefined {
  const [first] = claim.sequence;
  if (!first) return undefined;
  return {
    at: first.path,
    codes: [first.code],
    severity: 'warning',
    message: 'The stay begins with the birth of the patient, and no code Z38.- says so.',
    why: 'Z38.- is the principal diagnosis of the birth record, before any condition of the newborn.',
    fix: 'Add Z38.- as principal diagnosis.',
  };
}

/** Codes of chapter 16 stay right for life while the condition matters, so this is never more than a note. */
function laterInLife(newborn: readonly DiagnosisView[], claim: ClaimView): Found | undefined {
  if (claim.ageInDays === undefined || claim.ageInDays <= PERINATAL_DAYS) return undefined;
  const perinatal = newborn.filter((each) => each.chapter === PERINATAL_CHAPTER);
  const [first] = perinatal;
  if (!first) return undefined;
  return {
    at: first.path,
    codes: perinatal.map((each) => each.code),
    severity: 'info',
    status: 'review',
    message: `${first.code} is a condition that began around birth, and the patient is older than ${PERINATAL_DAYS} days.`,
    why: 'That is allowed throughout life if the condition still affects the patient.',
    fix: 'Keep it if the record shows that the condition still matters.',
  };
}

/** P07: "birth weight sequenced before gestational age". */
function weightAfterAge(newborn: readonly DiagnosisView[]): Found | undefined {
  const age = newborn.find((each) => each.code.startsWith('P07.2') || each.code.startsWith('P07.3'));
  const weight = newborn.find((each) => each.code.startsWith('P07.0') || each.code.startsWith('P07.1'));
  if (!age || !weight || weight.index < age.index) return undefined;
  return {
    at: weight.path,
    codes: [age.code, weight.code],
    severity: 'warning',
    message: `${weight.code} (birth weight) stands after ${age.code} (gestational age).`,
    why: 'The note at P07 puts birth weight before gestational age.',
    fix: `List ${weight.code} before ${age.code}.`,
  };
}
