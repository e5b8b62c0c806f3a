import { type ClaimView, day, type DiagnosisView, type Found, rule } from '@cleanclaim/core';
import { hasSeveralDays, serveDifferentLines } from '../support/code-parts.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';
import { guidelines } from '../support/cites.ts';
import { OBSTETRIC_CHAPTER } from '../support/pregnancy.ts';

const NEOPLASMS = 2;

export default rule({
  id: 'icd10cm/first-listed-only',
  title: 'A Z code that may only stand first',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  speaksOf: (icd, row) => isFirstOnly(icd.code(row)),
  cites: [
    guidelines('I.C.21.c.16 Z codes that may only be principal or first-listed diagnosis'),
    guidelines('I.C.2.e.2 Admission or encounter chiefly for antineoplastic therapy'),
  ],

  on: 'claim',
  check(claim) {
    const [first] = claim.sequence;
    if (!first?.known || isFirstOnly(first.code)) return undefined;
    let found: Found[] | undefined;
    for (const diagnosis of claim.sequence) {
      if (diagnosis.known && isFirstOnly(diagnosis.code) && !isNormalPregnancyBeside(diagnosis, first))
        (found ??= []).push(notFirst(diagnosis, first, claim));
    }
    return found;
  },

  examples: [
    {
      name: 'a general examination after a disease',
      claim: visit('2026-03-04', ['E11.9', 'Z00.00']),
      finds: 1,
      codes: ['Z00.00', 'E11.9'],
    },
    { name: 'a general examination first', claim: visit('2026-03-04', ['Z00.00', 'Z23', 'E78.5']), finds: 0 },
    { name: 'two of the list together', claim: visit('2026-03-04', ['Z00.00', 'Z01.419']), finds: 0 },
    { name: 'taking part in a clinical trial may be secondary', claim: visit('2026-03-04', ['C50.911', 'Z00.6']), finds: 0 },
    { name: 'chemotherapy after the tumour', claim: visit('2026-03-04', ['C50.911', 'Z51.11']), finds: 1 },
    { name: 'chemotherapy and immunotherapy in one visit', claim: visit('2026-03-04', ['Z51.11', 'Z51.12', 'C50.911']), finds: 0 },
    {
      name: 'a sick visit and an examination, each with its own line: a person has to decide',
      claim: visit('2026-03-04', ['J02.9', 'Z00.129'], {
        lines: [exampleLine('2026-03-04', 1), exampleLine('2026-03-04', 1, { code: 'G0101', pointers: [2] })],
      }),
      finds: 1,
    },
    { name: 'birth recorded after another condition', claim: stay('2026-03-04', ['P22.1', 'Z38.00']), finds: 1 },
  ],
});

const CATEGORIES = new Set(['Z00', 'Z01', 'Z02', 'Z04', 'Z34', 'Z38', 'Z39', 'Z40', 'Z42', 'Z52']);
const CODES = new Set(['Z33.2', 'Z31.81', 'Z31.83', 'Z31.84', 'Z51.0', 'Z51.11', 'Z51.12', 'Z76.1', 'Z76.2', 'Z99.12']);
const EXCEPT = new Set(['Z00.6', 'Z52.9']);

function isFirstOnly(code: string): boolean {
  if (code.charCodeAt(0) !== 90 /* Z */) return false;
  return (CATEGORIES.has(code.slice(0, 3)) && !EXCEPT.has(code)) || CODES.has(code);
}

/** Beside a complication of pregnancy Z34 does not belong in any place; the obstetric rule says so. */
function isNormalPregnancyBeside(diagnosis: DiagnosisView, first: DiagnosisView): boolean {
  return diagnosis.code.startsWith('Z34') && first.chapter === OBSTETRIC_CHAPTER;
}

function notFirst(diagnosis: DiagnosisView, first: DiagnosisView, claim: ClaimView): Found {
  const review = mayBeAnotherEncounter(diagnosis, first, claim) || isTherapyAlongside(diagnosis, first);
  return {
    at: diagnosis.path,
    codes: [diagnosis.code, first.code],
    severity: review ? 'warning' : 'error',
    status: review ? 'review' : 'fail',
    message: `${diagnosis.code} may only be the ${claim.inpatient ? 'principal' : 'first-listed'} diagnosis, but ${first.code} stands before it.`,
    why: 'It says why the patient came; the Guidelines allow it after another code only where the records of several encounters of one day are combined.',
    fix: `List ${diagnosis.code} first if it was the reason for the encounter; otherwise leave it out.`,
  };
}

/** Professional claims gather services: a code that serves other lines than the first may belong to an encounter of its own. */
function mayBeAnotherEncounter(diagnosis: DiagnosisView, first: DiagnosisView, claim: ClaimView): boolean {
  if (claim.inpatient) return false;
  if (claim.type === 'institutional') return claim.lines.length > 1 && !claim.lines.every((line) => line.code === '');
  return serveDifferentLines(diagnosis, first) || (hasSeveralDays(claim) && leadsLine(diagnosis));
}

function leadsLine(diagnosis: DiagnosisView): boolean {
  return diagnosis.lines.some((line) => line.diagnoses[0] === diagnosis);
}

/** Radiotherapy or chemotherapy given while the patient is there for something else (I.C.2.e.2 speaks of encounters chiefly for it). */
function isTherapyAlongside(diagnosis: DiagnosisView, first: DiagnosisView): boolean {
  return diagnosis.code.startsWith('Z51') && first.chapter !== NEOPLASMS;
}
