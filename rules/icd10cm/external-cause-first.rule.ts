import { type ClaimView, day, type DiagnosisView, type Found, rule } from '@cleanclaim/core';
import { isInitialCare, seventhCharacter, within } from '../support/code-parts.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';
import { codeEditor, guidelines } from '../support/cites.ts';
import { putBefore } from '../support/reorder.ts';

const EXTERNAL_CAUSES = 20;

export default rule({
  id: 'icd10cm/external-cause-first',
  title: 'An external cause code that stands first, alone or too often',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: [['icd10cm', 'mce-diagnoses']],
  speaksOf: (icd, row) => icd.chapterNumber(row) === EXTERNAL_CAUSES,
  cites: [
    guidelines('I.C.20 External causes of morbidity'),
    guidelines('I.C.20.b Place of occurrence guideline'),
    guidelines('I.C.20.c Activity code'),
    guidelines('I.C.20.k External cause status'),
    codeEditor('edit 2, external cause code as principal diagnosis'),
  ],

  on: 'claim',
  check(claim) {
    if (!claim.diagnoses.some(isExternal)) return undefined;
    const external = claim.diagnoses.filter(isExternal);
    const found: Found[] = [];
    const first = claim.sequence[0] ?? external[0];
    if (first && isExternal(first)) found.push(standsFirst(first, claim));
    for (const category of CATEGORIES) {
      const codes = external.filter((each) => each.code.startsWith(category.code));
      const [one, other] = codes;
      if (one && other && one.code !== other.code) found.push(usedTwice(one, other, category.names, claim));
      if (one && isLaterEncounter(claim)) found.push(atLaterEncounter(one, category.names));
      const unspecified = codes.find((each) => each.code === `${category.code}.9`);
      if (unspecified) found.push(saysNothing(unspecified, category.names));
    }
    return found.length > 0 ? found : undefined;
  },

  examples: [
    { name: 'a fall listed before the fracture', claim: visit('2026-03-04', ['W01.0XXA', 'S52.501A']), finds: 1, codes: ['W01.0XXA'] },
    {
      name: 'the injury first, then the fall, place, activity and status',
      claim: visit('2026-03-04', ['S52.501A', 'W01.0XXA', 'Y92.010', 'Y93.01', 'Y99.8']),
      finds: 0,
    },
    { name: 'an external cause as principal diagnosis', claim: stay('2026-03-04', ['V43.52XA', 'S72.001A']), finds: 1 },
    { name: 'only external causes', claim: visit('2026-03-04', ['W19.XXXA', 'Y92.009']), finds: 1 },
    {
      name: 'two activities',
      claim: visit('2026-03-04', ['S93.401A', 'W18.30XA', 'Y93.01', 'Y93.02']),
      finds: 1,
      codes: ['Y93.01', 'Y93.02'],
    },
    {
      name: 'the place again at a later visit',
      claim: visit('2026-03-04', ['S93.401D', 'W18.30XD', 'Y92.010'], { lines: [exampleLine('2026-03-04', 1)] }),
      finds: 1,
    },
    { name: 'two different causes of the injuries', claim: visit('2026-03-04', ['S01.01XA', 'W01.0XXA', 'W22.8XXA']), finds: 0 },
  ],
});

const CATEGORIES = [
  { code: 'Y92', names: 'place of occurrence' },
  { code: 'Y93', names: 'activity' },
  { code: 'Y99', names: 'external cause status' },
] as const;

/** The editor's table decides where it has the code; else the chapter. */
function isExternal({ mce, chapter }: DiagnosisView): boolean {
  return mce ? mce.has('ecodepdx') : chapter === EXTERNAL_CAUSES;
}

function standsFirst(first: DiagnosisView, claim: ClaimView): Found {
  const others = claim.diagnoses.filter((each) => !isExternal(each));
  const alone = others.length === 0;
  const [condition] = others;
  return {
    at: first.path,
    codes: [first.code],
    message: alone
      ? `${first.code} is an external cause code, and the claim has no other kind of diagnosis.`
      : `${first.code} is an external cause code and can never be the ${claim.inpatient ? 'principal' : 'first-listed'} diagnosis.`,
    why: 'Codes V00 to Y99 say how something happened, not what the patient has, so payers return a claim that begins with one.',
    fix: alone ? 'Add the injury or condition, and list it first.' : 'List the injury or condition first and the external cause after it.',
    // With several conditions the record decides which of them comes first.
    ...(condition && others.length === 1 ? putBefore(claim, condition, first) : {}),
  };
}

function usedTwice(one: DiagnosisView, other: DiagnosisView, names: string, claim: ClaimView): Found {
  return {
    at: other.path,
    codes: [one.code, other.code],
    // A new injury during a stay may add a second place (I.C.20.b).
    severity: claim.inpatient ? 'info' : 'warning',
    status: 'review',
    message: `${one.code} and ${other.code} both give the ${names}, which is given only once.`,
    why: `The Guidelines allow one ${names} code for an encounter.`,
    fix: `Keep the ${names} code the record supports.`,
  };
}

function atLaterEncounter(diagnosis: DiagnosisView, names: string): Found {
  return {
    at: diagnosis.path,
    codes: [diagnosis.code],
    severity: 'info',
    message: `${diagnosis.code} gives the ${names}, which belongs to the initial encounter only.`,
    why: 'Every injury on this claim is coded as a later encounter or a sequela.',
    fix: `Leave out ${diagnosis.code} unless this was the first time the injury was treated.`,
  };
}

function saysNothing(diagnosis: DiagnosisView, names: string): Found {
  return {
    at: diagnosis.path,
    codes: [diagnosis.code],
    severity: 'info',
    message: `${diagnosis.code} says that the ${names} is unspecified.`,
    why: `The Guidelines ask for no ${names} code where the record does not state it.`,
    fix: `Leave out ${diagnosis.code}.`,
  };
}

/** True when there are injuries and none of them is on its initial course of care. */
function isLaterEncounter(claim: ClaimView): boolean {
  let later = false;
  for (const { code } of claim.diagnoses) {
    if (!within(code, 'S00', 'U') || seventhCharacter(code) === '') continue;
    if (isInitialCare(code)) return false;
    later = true;
  }
  return later;
}
