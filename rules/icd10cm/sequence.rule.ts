import { type ClaimView, type Cite, day, type DiagnosisView, type Icd10cmEdition, rule } from '@cleanclaim/core';
import { guidelines } from '../support/cites.ts';
import { stay, visit } from '../support/example-claim.ts';

const CITES: readonly [Cite, ...Cite[]] = [
  guidelines('I.C.1.d Sepsis, I.C.18.g SIRS, I.C.19.e.5 Adverse effects and underdosing'),
  {
    title: 'ICD-10-CM Tabular List of Diseases and Injuries, FY2026',
    section: 'B95-B97',
    url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
    checked: '2026-11-24',
  },
];

export default rule({
  id: 'icd10cm/sequence',
  title: 'A code that always follows another stands first',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  cites: CITES,

  on: 'claim',
  check(claim, { icd }) {
    const first = claim.sequence[0];
    if (!first?.known) return undefined;
    const reason = whyNeverFirst(first);
    // A code named by its own "code first" note is told by that rule.
    if (!reason || isToldByNote(claim, first, icd)) return undefined;
    return {
      at: first.path,
      codes: [first.code],
      severity: reason.severity,
      message: `${first.code} stands first, but ${reason.what} always follow another code.`,
      why: reason.why,
      fix: `Put ${reason.before} before ${first.code}; add its code if the claim does not have it yet.`,
    };
  },

  examples: [
    { name: 'septic shock as principal', claim: stay('2026-03-14', ['R65.21', 'J18.9']), finds: 1, codes: ['R65.21'] },
    { name: 'the infection first', claim: stay('2026-03-14', ['A41.9', 'R65.21', 'J18.9']), finds: 0 },
    { name: 'an organism first', claim: visit('2026-03-04', ['B96.20', 'N39.0']), finds: 1, codes: ['B96.20'] },
    { name: 'an underdosing first', claim: visit('2026-03-04', ['T46.5X6A', 'I10']), finds: 1 },
    { name: 'an adverse effect first', claim: visit('2026-03-04', ['T36.0X5A', 'R11.2']), finds: 1 },
    { name: 'what it did stands first', claim: visit('2026-03-04', ['R11.2', 'T36.0X5A']), finds: 0 },
    { name: 'a poisoning does stand first', claim: stay('2026-03-14', ['T39.1X2A', 'K72.00']), finds: 0 },
  ],
});

interface Reason {
  readonly severity: 'error' | 'warning';
  readonly what: string;
  readonly why: string;
  readonly before: string;
}

const SEPSIS: Reason = {
  severity: 'error',
  what: 'severe sepsis and SIRS (R65)',
  why: 'R65.- can never be the principal or first-listed diagnosis: the infection or other underlying condition is coded first (Guidelines I.C.1.d and I.C.18.g).',
  before: 'the systemic infection or other underlying condition',
};
const ORGANISM: Reason = {
  severity: 'error',
  what: 'organisms of B95-B97',
  why: 'The tabular list gives these categories as additional codes only, to identify the agent of a disease coded elsewhere.',
  before: 'the disease that the organism causes',
};
const UNDERDOSING: Reason = {
  severity: 'error',
  what: 'codes for underdosing',
  why: 'A code for underdosing is never the principal or first-listed diagnosis (Guidelines I.C.19.e.5.c).',
  before: 'the condition that was treated with too little',
};
const ADVERSE: Reason = {
  severity: 'warning',
  what: 'codes for the adverse effect of a drug',
  why: 'The nature of the adverse effect is coded first, then the drug (Guidelines I.C.19.e.5.a).',
  before: 'the condition that the drug caused',
};

function whyNeverFirst({ code }: DiagnosisView): Reason | undefined {
  if (code.startsWith('R65')) return SEPSIS;
  if (code >= 'B95' && code < 'B98') return ORGANISM;
  if (code < 'T36' || code >= 'T51') return undefined;
  const sixth = code[6];
  const intent = sixth === undefined || sixth === 'X' ? code[5] : sixth;
  return intent === '6' ? UNDERDOSING : intent === '5' ? ADVERSE : undefined;
}

function isToldByNote({ sequence }: ClaimView, first: DiagnosisView, icd: Icd10cmEdition): boolean {
  return sequence.some((each) => each !== first && each.known && icd.names(first.row, 'codeFirst', each.row) >= 0);
}
