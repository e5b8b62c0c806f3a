import { type ClaimView, type Context, type Day, day, type DiagnosisView, type Found, rule } from '@cleanclaim/core';
import { drugIntent, isInitialCare, isSequela, within } from '../support/code-parts.ts';
import { stay, visit } from '../support/example-claim.ts';
import { guidelines } from '../support/cites.ts';

/** The nature of an adverse effect may stand here too, such as angioedema (T78.3-). */
const INJURIES = 19;

export default rule({
  id: 'icd10cm/sequence',
  title: 'The order of sepsis, poisoning, adverse effect and underdosing codes, and codes that never stand first',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  speaksOf: (icd, row) => {
    const code = icd.code(row);
    return /^(?:B9[5-7]|R65|T)/.test(code) || SECONDARY.some(({ begins }) => begins.test(code));
  },
  cites: [
    guidelines('I.C.19.e.5 Adverse effects, poisoning, underdosing and toxic effects'),
    guidelines('I.C.1.d Sepsis, severe sepsis and septic shock'),
    guidelines("I.B.14 Documentation by clinicians other than the patient's provider"),
    {
      title: 'ICD-10-CM Tabular List of Diseases and Injuries',
      section: 'notes at B95–B97 and Z37',
      url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
      checked: '2026-11-24',
      read: 'text',
      note: 'in the release of April 2026',
    },
  ],

  on: 'claim',
  check(claim, context) {
    const supplement = supplementFirst(claim) ?? secondaryFirst(claim);
    let found: Found[] | undefined = supplement && [supplement];
    for (const diagnosis of claim.sequence) {
      const letter = diagnosis.code.charCodeAt(0);
      if (!diagnosis.known || (letter !== 84 /* T */ && letter !== 82) /* R */) continue;
      const finding = letter === 84 ? drug(diagnosis, claim) : severeSepsis(diagnosis, claim, context);
      if (finding) (found ??= []).push(finding);
    }
    return found;
  },

  examples: [
    {
      name: 'an adverse effect before its rash',
      claim: visit('2026-03-04', ['T36.0X5A', 'L27.0']),
      finds: 1,
      codes: ['T36.0X5A', 'L27.0'],
    },
    { name: 'the rash, then the drug', claim: visit('2026-03-04', ['L27.0', 'T36.0X5A']), finds: 0 },
    {
      name: 'the drug before the swelling it caused',
      claim: visit('2026-03-04', ['T46.4X5A', 'T78.3XXA']),
      finds: 1,
      codes: ['T46.4X5A', 'T78.3XXA'],
    },
    { name: 'underdosing first', claim: visit('2026-03-04', ['T38.3X6A', 'E11.65']), finds: 1 },
    { name: 'the disease, then underdosing', claim: visit('2026-03-04', ['E11.65', 'T38.3X6A', 'Z91.120']), finds: 0 },
    { name: 'respiratory failure before the overdose that caused it', claim: stay('2026-03-04', ['J96.01', 'T40.2X1A']), finds: 1 },
    { name: 'the overdose, then respiratory failure', claim: stay('2026-03-04', ['T40.2X1A', 'J96.01']), finds: 0 },
    { name: 'severe sepsis as principal', claim: stay('2026-03-04', ['R65.20', 'A41.9']), finds: 1 },
    { name: 'sepsis, severe sepsis, organ failure', claim: stay('2026-03-04', ['A41.51', 'R65.21', 'N17.9']), finds: 0 },
    { name: 'severe sepsis before the infection', claim: stay('2026-03-04', ['J18.9', 'R65.20', 'A41.9']), finds: 1 },
    { name: 'severe sepsis with no infection', claim: stay('2026-03-04', ['N17.9', 'R65.20']), finds: 1 },
    { name: 'an organism first', claim: visit('2026-03-04', ['B96.20', 'N39.0']), finds: 1, codes: ['B96.20'] },
    { name: 'the infection, then its organism', claim: visit('2026-03-04', ['N39.0', 'B96.20']), finds: 0 },
    { name: 'a reaction without infection first', claim: stay('2026-03-14', ['R65.10', 'K85.90']), finds: 1, codes: ['R65.10'] },
    { name: 'a body mass index first', claim: visit('2026-03-04', ['Z68.41', 'E66.813']), finds: 1, codes: ['Z68.41'] },
    { name: 'obesity, then the body mass index', claim: visit('2026-03-04', ['E66.813', 'Z68.41']), finds: 0 },
    { name: 'a stroke scale first', claim: stay('2026-03-04', ['R29.710', 'I63.9']), finds: 1 },
    { name: 'coma by the scale first', claim: stay('2026-03-04', ['R40.2110', 'S06.2X9A']), finds: 1 },
    { name: 'coma that nobody scored', claim: stay('2026-03-04', ['R40.20']), finds: 0 },
    { name: 'homelessness first', claim: visit('2026-03-04', ['Z59.01', 'L08.9']), finds: 1 },
    { name: 'homelessness first, before the Guidelines spoke of it', claim: visit('2018-03-04', ['Z59.0']), finds: 0 },
    { name: 'not vaccinated, first', claim: visit('2026-03-04', ['Z28.310', 'U07.1']), finds: 1 },
    { name: 'a vaccination not carried out, first', claim: visit('2026-03-04', ['Z28.82']), finds: 0 },
    { name: 'the outcome of delivery first', claim: stay('2026-03-04', ['Z37.0', 'O80']), finds: 1 },
    { name: 'severe sepsis after puerperal sepsis', claim: stay('2026-03-04', ['O85', 'R65.20', 'N17.9']), finds: 0 },
  ],
});

/** Organisms (B95–B97) and the inflammatory response without infection (R65.1-) only add to a disease coded before them. */
function supplementFirst({ sequence }: ClaimView): Found | undefined {
  const [first] = sequence;
  if (!first?.known) return undefined;
  const organism = within(first.code, 'B95', 'B98');
  if (!organism && !first.code.startsWith('R65.1')) return undefined;
  return {
    at: first.path,
    codes: [first.code],
    message: `${first.code} stands first, but it only adds to a disease that is coded before it.`,
    why: organism
      ? 'The tabular list gives B95 to B97 as additional codes, for the agent of a disease coded elsewhere.'
      : 'The condition that set off the inflammatory response is coded first.',
    fix: `List the disease before ${first.code}; add its code if the claim does not have it yet.`,
  };
}

/** Codes that other clinicians may document: only ever beside the diagnosis they belong to (I.B.14), each since the Guidelines name it. */
const SECONDARY: readonly { readonly begins: RegExp; readonly what: string; readonly since: Day; readonly firm: boolean }[] = [
  { begins: /^Z68/, what: 'a body mass index', since: day('2015-10-01'), firm: true },
  { begins: /^R40\.2[1-4]/, what: 'a score of the coma scale', since: day('2015-10-01'), firm: true },
  { begins: /^R29\.7/, what: 'a score of the stroke scale', since: day('2016-10-01'), firm: true },
  // A social circumstance may be why the patient came: a person has to look.
  { begins: /^Z(?:5[5-9]|6[0-5])/, what: 'a social circumstance', since: day('2018-10-01'), firm: false },
  { begins: /^Z28\.3/, what: 'an underimmunization status', since: day('2022-10-01'), firm: false },
  { begins: /^Z37/, what: 'the outcome of a delivery', since: day('2015-10-01'), firm: true },
];

function secondaryFirst({ sequence, on }: ClaimView): Found | undefined {
  const [first] = sequence;
  const letter = first?.code.charCodeAt(0);
  if (!first?.known || on === undefined || (letter !== 90 /* Z */ && letter !== 82) /* R */) return undefined;
  const secondary = SECONDARY.find(({ begins, since }) => on >= since && begins.test(first.code));
  if (!secondary) return undefined;
  return {
    at: first.path,
    codes: [first.code],
    severity: secondary.firm ? 'error' : 'warning',
    status: secondary.firm ? 'fail' : 'review',
    message: `${first.code} gives ${secondary.what} and stands first.`,
    why: 'It is only reported as a secondary diagnosis, beside the condition that was treated.',
    fix: `List the condition first and ${first.code} after it.`,
  };
}

function drug(diagnosis: DiagnosisView, claim: ClaimView): Found | undefined {
  const intent = drugIntent(diagnosis.code);
  if (intent === 0 || isSequela(diagnosis.code)) return undefined;
  const first = claim.sequence[0] === diagnosis;
  if (intent === 6) return first ? underdosingFirst(diagnosis) : undefined;
  if (intent === 5) return first ? adverseEffectFirst(diagnosis, claim) : undefined;
  return first ? undefined : poisoningAfter(diagnosis, claim);
}

function underdosingFirst({ path, code }: DiagnosisView): Found {
  return {
    at: path,
    codes: [code],
    message: `${code} is an underdosing code and can never stand first.`,
    why: 'The condition that got worse because too little was taken is the reason for the encounter.',
    fix: `List the condition first and ${code} after it.`,
  };
}

function adverseEffectFirst({ path, code, index }: DiagnosisView, claim: ClaimView): Found {
  const nature = claim.sequence.find(
    (each) => each.index !== index && each.known && each.chapter <= INJURIES && drugIntent(each.code) === 0,
  );
  return {
    at: path,
    codes: nature ? [code, nature.code] : [code],
    severity: nature ? 'error' : 'warning',
    message: nature
      ? `${code} names the drug of an adverse effect and stands before the effect.`
      : `${code} names the drug of an adverse effect, and the claim does not say what the effect was.`,
    why: 'For a drug that was taken as prescribed the nature of the adverse effect is coded first, then the drug.',
    fix: nature
      ? `List the effect (here perhaps ${nature.code}) before ${code}.`
      : `Add the effect, such as a rash or vomiting, before ${code}.`,
  };
}

/** A warning only: the record decides whether the first condition comes from the poisoning. */
function poisoningAfter(diagnosis: DiagnosisView, claim: ClaimView): Found | undefined {
  const [first] = claim.sequence;
  if (!first?.known || !isInitialCare(diagnosis.code) || !mayComeFromPoisoning(first)) return undefined;
  const alreadyLed = claim.sequence.some((each) => each !== diagnosis && each.index < diagnosis.index && isPoisoning(each.code));
  if (alreadyLed) return undefined;
  return {
    at: diagnosis.path,
    codes: [diagnosis.code, first.code],
    severity: 'warning',
    status: 'review',
    message: `${diagnosis.code} is a poisoning or toxic effect and stands after ${first.code}.`,
    why: 'The poisoning is coded first and its manifestations after it.',
    fix: `List ${diagnosis.code} first if ${first.code} came from it.`,
  };
}

function isPoisoning(code: string): boolean {
  const intent = drugIntent(code);
  return intent >= 1 && intent <= 4;
}

/** Pregnancy codes stand before a poisoning, and injuries and health status have orders of their own. */
function mayComeFromPoisoning({ chapter }: DiagnosisView): boolean {
  return (chapter >= 1 && chapter <= 14) || chapter === 18;
}

function severeSepsis(diagnosis: DiagnosisView, claim: ClaimView, context: Context): Found | undefined {
  const { code, path } = diagnosis;
  if (!code.startsWith('R65.2')) return undefined;
  const infection = claim.sequence.find((each) => isSystemicInfection(each, context));
  if (infection && infection.index < diagnosis.index && claim.sequence[0] !== diagnosis) return undefined;
  const first = claim.sequence[0] === diagnosis;
  return {
    at: path,
    codes: infection ? [code, infection.code] : [code],
    severity: first || infection ? 'error' : 'warning',
    message: first
      ? `${code} can never be the ${claim.inpatient ? 'principal' : 'first-listed'} diagnosis.`
      : infection
        ? `${code} stands before ${infection.code}, the infection that caused it.`
        : `${code} stands without the systemic infection that caused it.`,
    why: 'Severe sepsis takes two codes at least: the underlying systemic infection first, then R65.2-.',
    fix: infection
      ? `List ${infection.code} before ${code}.`
      : `Add the code of the sepsis (A41.9 when the organism is not known) before ${code}.`,
  };
}

/** Codes that R65.2- itself names under "code first", and those whose title says sepsis. */
function isSystemicInfection({ known, row, code, chapter }: DiagnosisView, { icd }: Context): boolean {
  if (!known || chapter === 18) return false;
  if (within(code, 'A40', 'A42') || code.startsWith('T81.4') || code.startsWith('T80.2')) return true;
  return /\b(?:sepsis|septic|septicemi[ac]|bacteremi[ac]|meningococcemia)\b/i.test(icd.display(row) ?? '');
}
