import { type Context, day, type DiagnosisView, rule } from '@cleanclaim/core';
import { isInitialCare, isSequela, seventhCharacter, within } from '../support/code-parts.ts';
import { visit } from '../support/example-claim.ts';
import { guidelines } from '../support/cites.ts';
import { SIDE, sideOf } from '../support/side.ts';

const NEOPLASMS = 2;
const HEALTH_STATUS = 21;

export default rule({
  id: 'icd10cm/aftercare',
  title: 'Aftercare or history beside the condition still under care',
  severity: 'warning',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  speaksOf: (icd, row) => icd.chapterNumber(row) === HEALTH_STATUS,
  cites: [
    guidelines('I.C.21.c.7 Aftercare'),
    guidelines('I.C.2.m Current malignancy versus personal history of malignancy'),
    guidelines('I.C.21.c.4 History (of)'),
  ],

  on: 'diagnosis-pair',
  check(first, second, context) {
    const [status, other] = first.chapter === HEALTH_STATUS ? [first, second] : [second, first];
    if (status.chapter !== HEALTH_STATUS || other.chapter === HEALTH_STATUS) return undefined;
    if (isAftercare(status.code)) {
      if (!isHealingInjury(other.code)) return undefined;
      return {
        at: status.path,
        codes: [status.code, other.code],
        status: 'review',
        message: `${status.code} is an aftercare code, and ${other.code} already says that the injury is under later care.`,
        why: 'Aftercare of an injury is coded with the injury and its 7th character, not with a Z code.',
        fix: `Remove ${status.code} unless it is for something other than the injury.`,
      };
    }
    if (other.chapter !== NEOPLASMS || !status.code.startsWith('Z85') || !isSameSite(status, other, context)) return undefined;
    // Breast, lung and other paired organs may have had one tumour and now another.
    const paired = sideOf(context.icd, other.row) !== SIDE.none;
    return {
      at: status.path,
      codes: [status.code, other.code],
      severity: paired ? 'info' : 'warning',
      status: 'review',
      message: `${status.code} calls the cancer history, and ${other.code} calls a cancer of the same site active.`,
      why: 'A cancer is history only when it was removed or eradicated and is no longer treated.',
      fix: `Keep the one the record supports; keep both only for an earlier cancer and a new one of the same site.`,
    };
  },

  examples: [
    {
      name: 'suture removal with a healing wound',
      claim: visit('2026-03-04', ['Z48.02', 'S61.411D']),
      finds: 1,
      codes: ['Z48.02', 'S61.411D'],
    },
    { name: 'aftercare of a joint replacement', claim: visit('2026-03-04', ['Z47.1', 'Z96.651']), finds: 0 },
    { name: 'aftercare and a new injury', claim: visit('2026-03-04', ['S61.411A', 'Z47.1', 'Z96.651']), finds: 0 },
    { name: 'aftercare and an old injury as sequela', claim: visit('2026-03-04', ['Z47.1', 'Z96.651', 'S82.131S']), finds: 0 },
    { name: 'prostate cancer, active and history', claim: visit('2026-03-04', ['C61', 'Z85.46']), finds: 1, codes: ['C61', 'Z85.46'] },
    { name: 'history of breast cancer and active colon cancer', claim: visit('2026-03-04', ['C18.9', 'Z85.3']), finds: 0 },
    { name: 'a metastasis of a removed cancer', claim: visit('2026-03-04', ['C79.51', 'Z85.3']), finds: 0 },
  ],
});

/** Orthopedic and surgical aftercare; the removal of a fixation device (Z47.2) is a service of its own. */
function isAftercare(code: string): boolean {
  return (code.startsWith('Z47') && code !== 'Z47.2') || code.startsWith('Z48.0') || code === 'Z48.1' || code.startsWith('Z48.8');
}

/** An injury, burn or pathological fracture with the 7th character of a later encounter. */
function isHealingInjury(code: string): boolean {
  if (!within(code, 'S00', 'T35') && !within(code, 'M80', 'M81') && !within(code, 'M84', 'M85')) return false;
  return seventhCharacter(code) !== '' && !isInitialCare(code) && !isSequela(code);
}

const SITE = /(?:malignant (?:neoplasm|melanoma)s?) of (.*)$/i;

/** By the words of both titles: "history of malignant neoplasm of prostate" and "malignant neoplasm of prostate". */
function isSameSite(history: DiagnosisView, cancer: DiagnosisView, { icd }: Context): boolean {
  const site = SITE.exec(icd.display(history.row) ?? '')?.[1]?.toLowerCase();
  const category = icd.ancestors(cancer.row)[0] ?? cancer.row;
  const active = SITE.exec(icd.display(category) ?? '')?.[1]?.toLowerCase();
  // A new skin cancer beside an old one is everyday practice.
  if (site === undefined || active === undefined || site === 'skin' || cancer.code >= 'C76') return false;
  return active === site || active.startsWith(`${site} `) || active.startsWith(`${site},`);
}
