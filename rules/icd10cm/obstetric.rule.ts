import { type ClaimView, type Context, day, type DiagnosisView, type Found, rule } from '@cleanclaim/core';
import { hasSeveralDays, serveDifferentLines } from '../support/code-parts.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';
import { guidelines } from '../support/cites.ts';
import { isAbortiveOutcome, isMaternal, isMaternalCode, OBSTETRIC_CHAPTER, trimesterOfWeeks, trimestersOf } from '../support/pregnancy.ts';

const EXTERNAL_CAUSES = 20;
const HEALTH_STATUS = 21;

export default rule({
  id: 'icd10cm/obstetric',
  title: 'How pregnancy, delivery and outcome codes stand together',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  speaksOf: (icd, row) => isMaternalCode(icd.chapterNumber(row), icd.code(row)),
  cites: [
    guidelines('I.C.15.a General rules for obstetric cases'),
    guidelines('I.C.15.a.6 7th character for fetus identification'),
    guidelines('I.C.15.n Normal delivery, O80'),
    guidelines('I.C.21.c.11 Encounters for obstetrical and reproductive services'),
  ],

  on: 'claim',
  check(claim, context) {
    if (!claim.diagnoses.some(isMaternal)) return undefined;
    const codes = sort(claim);
    const found = CHECKS.flatMap((check) => check(codes, claim, context) ?? []);
    return found.length > 0 ? found : undefined;
  },

  examples: [
    {
      name: 'a normal delivery with a laceration',
      claim: stay('2026-03-04', ['O80', 'O70.1', 'Z37.0', 'Z3A.39']),
      finds: 1,
      codes: ['O80', 'O70.1'],
    },
    { name: 'a normal delivery', claim: stay('2026-03-04', ['O80', 'Z37.0', 'Z3A.39']), finds: 0 },
    { name: 'a normal delivery of twins', claim: stay('2026-03-04', ['O80', 'Z37.2', 'Z3A.39']), finds: 1 },
    {
      name: 'a delivery without its outcome',
      claim: stay('2026-03-04', ['O70.1', 'Z3A.39'], { procedures: [{ code: '10E0XZZ' }] }),
      finds: 1,
    },
    { name: 'a disease before the pregnancy it complicates', claim: visit('2026-03-04', ['J45.20', 'O99.512', 'Z3A.20']), finds: 1 },
    { name: 'the pregnancy first', claim: visit('2026-03-04', ['O99.512', 'J45.20', 'Z3A.20']), finds: 0 },
    { name: 'an incidental pregnancy with a complication', claim: visit('2026-03-04', ['O26.891', 'Z33.1', 'Z3A.10']), finds: 1 },
    {
      name: 'a normal pregnancy with a complication',
      claim: visit('2026-03-04', ['O24.410', 'Z34.83', 'Z3A.30']),
      finds: 1,
      codes: ['O24.410', 'Z34.83'],
    },
    { name: 'a miscarriage with weeks of gestation', claim: visit('2026-03-04', ['O03.9', 'Z3A.10']), finds: 1 },
    { name: 'weeks of gestation after delivery', claim: visit('2026-03-04', ['O99.345', 'F53.0', 'Z3A.39']), finds: 1 },
    { name: 'weeks of gestation with a hemorrhage at delivery', claim: stay('2026-03-04', ['O72.1', 'Z37.0', 'Z3A.39']), finds: 0 },
    { name: 'third trimester at 20 weeks', claim: visit('2026-03-04', ['O26.893', 'Z3A.20']), finds: 1, codes: ['O26.893', 'Z3A.20'] },
    { name: 'second trimester at 27 weeks', claim: visit('2026-03-04', ['O26.892', 'Z3A.27']), finds: 0 },
    { name: 'weeks alone', claim: visit('2026-03-04', ['Z3A.20']), finds: 1, codes: ['Z3A.20'] },
    { name: 'weeks beside an injury only', claim: visit('2026-03-04', ['S93.401A', 'Z3A.20']), finds: 1 },
    { name: 'weeks of a normal pregnancy', claim: visit('2026-03-04', ['Z34.02', 'Z3A.20']), finds: 0 },
    { name: 'weeks of a pregnancy without bearing on the visit', claim: visit('2026-03-04', ['S93.401A', 'Z33.1', 'Z3A.20']), finds: 0 },
    { name: 'no weeks: only a note', claim: visit('2026-03-04', ['O26.892']), finds: 1 },
    { name: 'after delivery no weeks are asked for', claim: visit('2026-03-04', ['O90.81']), finds: 0 },
    { name: 'two weeks of gestation on one day', claim: visit('2026-03-04', ['O26.892', 'Z3A.20', 'Z3A.21']), finds: 1 },
    {
      name: 'two visits a week apart',
      claim: visit('2026-03-04', ['O26.892', 'Z3A.20', 'Z3A.21'], {
        lines: [exampleLine('2026-03-04', 2), exampleLine('2026-03-11', 3, { pointers: [1, 3] })],
      }),
      finds: 0,
    },
    { name: 'the second twin without the multiple pregnancy', claim: visit('2026-03-04', ['O36.5932', 'Z3A.33']), finds: 1 },
    { name: 'the second twin with it', claim: visit('2026-03-04', ['O36.5932', 'O30.043', 'Z3A.33']), finds: 0 },
  ],
});

interface Codes {
  readonly obstetric: readonly DiagnosisView[];
  readonly weeks: readonly DiagnosisView[];
  readonly outcomes: readonly DiagnosisView[];
  readonly all: readonly DiagnosisView[];
}
type Check = (codes: Codes, claim: ClaimView, context: Context) => Found | readonly Found[] | undefined;

function sort(claim: ClaimView): Codes {
  const all = claim.sequence.filter((each) => each.known);
  return {
    all,
    obstetric: all.filter((each) => each.chapter === OBSTETRIC_CHAPTER),
    weeks: all.filter((each) => each.code.startsWith('Z3A')),
    outcomes: all.filter((each) => each.code.startsWith('Z37')),
  };
}

const CHECKS: readonly Check[] = [
  normalDelivery,
  outcomeMissing,
  notFirst,
  normalPregnancyBeside,
  weeksWhereNone,
  weeksAlone,
  weeksMissing,
  weeksTwice,
  trimesterAgainstWeeks,
  trimestersDiffer,
  fetusWithoutMultiple,
];

/** O80 is the only obstetric code of its claim, stands first, and has one possible outcome. */
function normalDelivery({ obstetric, outcomes }: Codes, claim: ClaimView): Found | undefined {
  const normal = obstetric.find((each) => each.code === 'O80');
  if (!normal) return undefined;
  const others = obstetric.filter((each) => each !== normal);
  const [complication] = others;
  if (complication)
    return {
      at: normal.path,
      codes: [normal.code, ...others.map((each) => each.code)],
      message: `O80 stands for a delivery without complications and is not used with ${list(others)}.`,
      why: 'No other code of chapter 15 may stand beside O80: any complication of pregnancy, delivery or the time after it makes the delivery another kind.',
      fix: `Remove O80 if the record supports ${complication.code}; list ${complication.code} or the main complication first.`,
    };
  const outcome = outcomes.find((each) => each.code !== 'Z37.0');
  if (outcome)
    return {
      at: outcome.path,
      codes: [normal.code, outcome.code],
      message: `O80 goes only with Z37.0, not with ${outcome.code}.`,
      why: 'O80 is the delivery of one living child at full term; every other outcome has a code of its own.',
      fix: 'Correct the outcome to Z37.0, or replace O80 by the code of the delivery that took place.',
    };
  if (claim.sequence[0] === normal) return undefined;
  return {
    at: normal.path,
    codes: [normal.code],
    severity: claim.inpatient ? 'error' : 'warning',
    message: `O80 is always the ${claim.inpatient ? 'principal' : 'first-listed'} diagnosis.`,
    why: 'A normal delivery is the reason for its encounter.',
    fix: 'List O80 first.',
  };
}

/** A stay with a delivery tells its outcome, unless the child was born before (Z39.0). */
function outcomeMissing({ obstetric, outcomes, all }: Codes, claim: ClaimView, { icd }: Context): Found | undefined {
  if (!claim.inpatient || outcomes.length > 0 || all.some((each) => each.code.startsWith('Z39'))) return undefined;
  const delivery = obstetric.find(({ code, row }) => code === 'O80' || code === 'O82' || /\bchildbirth\b/.test(icd.display(row) ?? ''));
  const [anyCode] = obstetric;
  if (!anyCode || (!delivery && !claim.claim.procedures?.some((each) => isDelivery(each.code)))) return undefined;
  const at = delivery ?? anyCode;
  return {
    at: at.path,
    codes: [at.code],
    severity: 'warning',
    message: 'The stay has a delivery, and no code tells its outcome.',
    why: "A code Z37.- belongs on every mother's record when a delivery took place.",
    fix: 'Add Z37.- for the outcome, such as Z37.0 for one living child.',
  };
}

/** ICD-10-PCS: delivery (10E) and extraction of the products of conception by section, forceps, vacuum or version (10D0). */
function isDelivery(procedure: string): boolean {
  const code = procedure.trim().toUpperCase();
  return code.startsWith('10E') || /^10D0(?:0Z[0-2]|7Z[3-8])/.test(code);
}

function notFirst({ obstetric }: Codes, claim: ClaimView): Found | undefined {
  const [first] = claim.sequence;
  const pregnancy = obstetric.find((each) => each.code !== 'O94');
  if (!first?.known || !pregnancy || first.chapter === OBSTETRIC_CHAPTER) return undefined;
  // A Z code may be the reason for the visit (a screening, a vaccination); an external cause first has its own rule.
  if (first.chapter === HEALTH_STATUS || first.chapter === EXTERNAL_CAUSES) return undefined;
  const review = serveDifferentLines(first, pregnancy) || (!claim.inpatient && hasSeveralDays(claim));
  return {
    at: pregnancy.path,
    codes: [pregnancy.code, first.code],
    severity: review ? 'warning' : 'error',
    status: review ? 'review' : 'fail',
    message: `${pregnancy.code} is a pregnancy code and stands after ${first.code}.`,
    why: 'Codes of chapter 15 come before codes of all other chapters, which only add detail to them.',
    fix: `List ${pregnancy.code} before ${first.code}. If the pregnancy has no bearing on the visit, use Z33.1 in place of ${pregnancy.code}.`,
  };
}

/** Z33.1 and Z34 say that nothing complicates the pregnancy. */
function normalPregnancyBeside({ obstetric, all }: Codes): Found | undefined {
  const [complication] = obstetric;
  const normal = all.find((each) => each.code === 'Z33.1' || each.code.startsWith('Z34'));
  if (!complication || !normal) return undefined;
  return {
    at: normal.path,
    codes: [normal.code, complication.code],
    message: `${normal.code} is not used with ${complication.code}.`,
    why: `${normal.code} says that ${normal.code === 'Z33.1' ? 'the pregnancy has no bearing on the visit' : 'the pregnancy is normal'}, and a code of chapter 15 says the opposite.`,
    fix: `Remove ${normal.code} if the record supports ${complication.code}; otherwise remove the chapter 15 codes.`,
  };
}

function weeksWhereNone({ obstetric, weeks, outcomes, all }: Codes, _: ClaimView, { icd }: Context): Found | undefined {
  const [week] = weeks;
  if (!week) return undefined;
  const ended = all.find((each) => isAbortiveOutcome(each.code));
  const after = all.find((each) => each.code.startsWith('Z39') || (outcomes.length === 0 && isAfterDelivery(each, icd)));
  const other = ended ?? after;
  if (!other || obstetric.some((each) => !isAbortiveOutcome(each.code) && !isAfterDelivery(each, icd))) return undefined;
  return {
    at: week.path,
    codes: [week.code, other.code],
    severity: ended ? 'error' : 'warning',
    message: `${week.code} is not used with ${other.code}.`,
    why: 'Weeks of gestation do not apply to pregnancies with abortive outcome, elective termination or care after delivery.',
    fix: `Remove ${week.code}.`,
  };
}

/** Weeks of a pregnancy that no other code tells of. A code that is not known may be of a pregnancy. */
function weeksAlone({ weeks, all }: Codes, claim: ClaimView): Found | undefined {
  const [week] = weeks;
  if (!week || all.length < claim.sequence.length) return undefined;
  if (
    all.some(
      (each) => !each.code.startsWith('Z3A') && (isMaternal(each) || PREGNANCY_VISITS.some((begins) => each.code.startsWith(begins))),
    )
  )
    return undefined;
  return {
    at: week.path,
    codes: [week.code],
    severity: 'warning',
    message: `${week.code} gives the weeks of a pregnancy that no other code of the claim tells of.`,
    why: 'Z3A only adds the week to a code of the pregnancy, which stands before it: one of chapter 15, or Z34.- for a normal one.',
    fix: `Add the code of the pregnancy before ${week.code} (Z33.1 after the condition treated where the pregnancy has no bearing on it).`,
  };
}

/** Codes that tell of a pregnancy without being of one: a suspected condition ruled out, a pregnancy test. */
const PREGNANCY_VISITS = ['Z03.7', 'Z32'];

/** By title: "… complicating the puerperium", "postpartum …"; hemorrhage right after birth (O72) is still of the delivery. */
function isAfterDelivery({ row, code, chapter }: DiagnosisView, icd: Context['icd']): boolean {
  if (chapter !== OBSTETRIC_CHAPTER || code.startsWith('O72')) return false;
  const title = icd.display(row) ?? '';
  return /\b(?:puerperium|puerperal|postpartum|lactation)\b/i.test(title) && !/\b(?:pregnancy|childbirth|trimester)\b/i.test(title);
}

function weeksMissing({ obstetric, weeks }: Codes, _: ClaimView, { icd }: Context): Found | undefined {
  if (weeks.length > 0) return undefined;
  const pregnant = obstetric.find((each) => each.code >= 'O09' && each.code !== 'O94' && !isLikelyAfterDelivery(each, icd));
  if (!pregnant) return undefined;
  return {
    at: pregnant.path,
    codes: [pregnant.code],
    severity: 'info',
    message: `No code Z3A.- gives the weeks of gestation for ${pregnant.code}.`,
    why: 'Chapter 15 asks for the week of pregnancy, if it is known.',
    fix: 'Add the code Z3A.- of the week on the day of the encounter, or of admission.',
  };
}

/** Wider than `isAfterDelivery`: O85–O92 are of the time after delivery but for titles that speak of pregnancy. */
function isLikelyAfterDelivery({ row, code }: DiagnosisView, icd: Context['icd']): boolean {
  const title = icd.display(row) ?? '';
  if (/\b(?:puerperium|puerperal|postpartum|lactation)\b/i.test(title)) return true;
  return code >= 'O85' && code < 'O94' && !/trimester|pregnancy/i.test(title);
}

function weeksTwice({ weeks }: Codes, claim: ClaimView): Found | undefined {
  const [one, other] = weeks;
  if (!one || !other || one.code === other.code || (!claim.inpatient && hasSeveralDays(claim))) return undefined;
  return {
    at: other.path,
    codes: [one.code, other.code],
    severity: 'warning',
    message: `${one.code} and ${other.code} give different weeks of gestation.`,
    why: 'One week is reported for an encounter; for a stay it is the week of admission.',
    fix: 'Keep the week of the encounter, or of admission.',
  };
}

function trimesterAgainstWeeks({ obstetric, weeks, all }: Codes, claim: ClaimView, { icd }: Context): Found[] | undefined {
  const [week, second] = weeks;
  if (!week || second) return undefined;
  const trimester = trimesterOfWeeks(week.code);
  if (trimester === 0) return undefined;
  const found: Found[] = [];
  for (const diagnosis of obstetric.length > 0 ? obstetric : all) {
    const named = trimestersOf(icd, diagnosis.row);
    if (named === 0 || (named & trimester) !== 0) continue;
    const open = named === UNSPECIFIED;
    // A complication may begin during a stay, in the trimester after that of admission.
    const review = claim.inpatient || hasSeveralDays(claim);
    found.push({
      at: diagnosis.path,
      codes: [diagnosis.code, week.code],
      severity: open ? 'info' : 'warning',
      status: review && !open ? 'review' : 'fail',
      message: open
        ? `${diagnosis.code} leaves the trimester open, but ${week.code} gives the week.`
        : `${diagnosis.code} is of another trimester than ${week.code}.`,
      why: `${week.code} lies in the ${ORDINAL[trimester]} trimester (first: before 14 weeks; second: before 28 weeks; third: from 28 weeks).`,
      fix: `Use the code for the ${ORDINAL[trimester]} trimester, or correct the weeks.`,
    });
  }
  return found;
}

const UNSPECIFIED = 8;
const ORDINAL: Readonly<Record<number, string>> = { 1: 'first', 2: 'second', 4: 'third' };

/** Where no weeks decide, two codes of one day still cannot be of two trimesters. */
function trimestersDiffer({ obstetric, weeks }: Codes, claim: ClaimView, { icd }: Context): Found | undefined {
  if (weeks.length > 0 || claim.inpatient || hasSeveralDays(claim)) return undefined;
  const dated = obstetric.filter((each) => (trimestersOf(icd, each.row) & 7) !== 0);
  const [one] = dated;
  const other = one && dated.find((each) => (trimestersOf(icd, each.row) & trimestersOf(icd, one.row) & 7) === 0);
  if (!one || !other) return undefined;
  return {
    at: other.path,
    codes: [one.code, other.code],
    severity: 'warning',
    status: 'review',
    message: `${one.code} and ${other.code} name different trimesters.`,
    why: 'The trimester is that of the encounter, and this claim has services of one day only.',
    fix: 'Use the codes for the trimester of the encounter.',
  };
}

/** 7th characters 1 to 9 number the fetus of a multiple pregnancy. */
function fetusWithoutMultiple({ obstetric }: Codes): Found | undefined {
  const numbered = obstetric.find((each) => each.code.length === 8 && each.code.charAt(7) >= '1' && each.code.charAt(7) <= '9');
  if (!numbered || obstetric.some((each) => each.code.startsWith('O30') || each.code.startsWith('O31'))) return undefined;
  return {
    at: numbered.path,
    codes: [numbered.code],
    severity: 'warning',
    message: `${numbered.code} numbers the fetus of a multiple pregnancy, and no code O30.- says that there is one.`,
    why: 'The 7th character is 0 for a single fetus; 1 to 9 need a code of O30 beside them.',
    fix: 'Add the code O30.-, or use 7th character 0.',
  };
}

function list(diagnoses: readonly DiagnosisView[]): string {
  return diagnoses.map((each) => each.code).join(', ');
}
