import {
  type ClaimView,
  type DiagnosisView,
  type Found,
  type KeyedTable,
  type NotChecked,
  quote,
  rule,
  withoutDot,
} from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, guidelines, institutionalForm } from '../support/cites.ts';
import { stay, visit } from '../support/example-claim.ts';
import { spoken } from '../support/spoken.ts';

export default rule({
  id: 'form/poa',
  title: 'Present-on-admission indicators',
  severity: 'error',
  stage: 'stable',
  types: ['professional', 'institutional'],
  from: ALWAYS,
  needs: [],
  cites: [
    guidelines('Appendix I Present on Admission Reporting Guidelines'),
    institutionalForm('form locator 67, eighth position'),
    electronicForm('2300 HI01-9'),
  ],

  on: 'claim',
  check(claim, { data }) {
    if (claim.type === 'institutional' && !claim.inpatient) return undefined;
    const exempt = claim.inpatient && claim.on ? data.table(EXEMPT_LIST, claim.on) : undefined;
    const found: Found[] = [];
    let missing = false;
    for (const diagnosis of claim.diagnoses) {
      const poa = diagnosis.diagnosis.poa?.trim().toUpperCase() ?? '';
      if (!claim.inpatient) {
        if (poa !== '') found.push(notHere(diagnosis));
      } else if (poa !== '' && !INDICATORS.includes(poa)) found.push(wrong(diagnosis, poa));
      else if (!claim.hospitalStay || !mayNeed(diagnosis)) continue;
      else if (!exempt) {
        if (poa !== '') continue;
        if (isNeverExempt(diagnosis)) found.push(needed(diagnosis));
        else missing = true;
      } else if (isExempt(exempt, diagnosis) !== (poa === '')) found.push(poa === '' ? needed(diagnosis) : notNeeded(diagnosis, poa));
    }
    return missing ? [...found, undecided(claim)] : found.length > 0 ? found : undefined;
  },

  examples: [
    { name: 'the 1 of the older format', claim: withPoa('1'), finds: 1 },
    { name: 'a letter that is none', claim: withPoa('X'), finds: 1 },
    { name: 'on a visit', claim: visit('2026-03-04', [], { diagnoses: [{ code: 'I10', poa: 'Y' }] }), finds: 1 },
    { name: 'not present', claim: withPoa('N'), finds: 0 },
    { name: 'clinically undetermined', claim: withPoa('W'), finds: 0 },
    { name: 'left out where no list ever exempts', claim: withPoa(''), finds: 1 },
    {
      name: 'left out, as it may be for an exempt code',
      claim: stay('2026-03-04', [], {
        diagnoses: [
          { code: 'Z79.4', kind: 'principal' },
          { code: 'I25.2', kind: 'other' },
        ],
      }),
      finds: 0,
    },
    { name: 'a visit', claim: visit('2026-03-04', ['I10']), finds: 0 },
    { name: 'a stay in skilled nursing, which reports none', claim: { ...withPoa(''), billType: '0211' }, finds: 0 },
  ],
});

/** Yes, no, documentation insufficient, clinically undetermined. */
const INDICATORS = 'YNUW';
const EXEMPT_LIST = 'poa-exempt';

/** Admitting and reason-for-visit diagnoses carry none. */
function mayNeed({ kind }: DiagnosisView): boolean {
  return kind !== 'admitting' && kind !== 'reason';
}

function wrong(diagnosis: DiagnosisView, poa: string): Found {
  return {
    at: `${diagnosis.path}/poa`,
    codes: [diagnosis.code],
    message: `The present-on-admission indicator ${quote(poa)} of ${spoken(diagnosis.code)} is not one.`,
    why: 'It is Y, N, U or W; for a code exempt from reporting the field stays empty (the 1 of the older format is gone).',
    fix: poa === '1' ? 'Leave the field empty if the code is exempt; else enter Y, N, U or W.' : 'Enter Y, N, U or W from the record.',
  };
}

function notHere(diagnosis: DiagnosisView): Found {
  return {
    at: `${diagnosis.path}/poa`,
    codes: [diagnosis.code],
    severity: 'warning',
    message: `Diagnosis ${diagnosis.index + 1} has a present-on-admission indicator on a professional claim.`,
    why: 'Only inpatient hospital claims have a place for it.',
    fix: 'Leave it out.',
    patch: [{ op: 'remove', path: `${diagnosis.path}/poa` }],
  };
}

function isExempt(exempt: KeyedTable, { code }: DiagnosisView): boolean {
  return exempt.find(withoutDot(code)) >= 0;
}

/**
 * Codes of diseases that the exempt list has none of: computed from the list of FY2026, which of chapters 1 to 14 and 18 exempts only
 * B90 to B94, E64, I25.2, I69 and some of M80, M84 and M97.
 */
function isNeverExempt({ known, code }: DiagnosisView): boolean {
  if (!known) return false;
  if ('ACDFGHJKLNR'.includes(code.charAt(0))) return true;
  const category = code.slice(0, 3);
  if (code.startsWith('B')) return category < 'B90' || category > 'B94';
  if (code.startsWith('E')) return category !== 'E64';
  if (code.startsWith('I')) return category !== 'I25' && category !== 'I69';
  return code.startsWith('M') && category !== 'M80' && category !== 'M84' && category !== 'M97';
}

function needed(diagnosis: DiagnosisView): Found {
  return {
    at: `${diagnosis.path}/poa`,
    codes: [diagnosis.code],
    message: `${spoken(diagnosis.code)} has no present-on-admission indicator.`,
    why: 'Only the codes of the exempt list of the fiscal year go without, and it is not among them.',
    fix: 'Enter Y, N, U or W from the record.',
  };
}

function notNeeded(diagnosis: DiagnosisView, poa: string): Found {
  return {
    at: `${diagnosis.path}/poa`,
    codes: [diagnosis.code],
    severity: 'info',
    message: `${spoken(diagnosis.code)} is exempt from present-on-admission reporting, and the claim gives ${poa} for it.`,
    why: 'For a code of the exempt list the field stays empty.',
    fix: 'Leave the field empty.',
    patch: [{ op: 'remove', path: `${diagnosis.path}/poa` }],
  };
}

function undecided(claim: ClaimView): NotChecked {
  const count = claim.diagnoses.filter((each) => mayNeed(each) && !each.diagnosis.poa?.trim()).length;
  return {
    notChecked: `${count === 1 ? 'One diagnosis has' : `${count} diagnoses have`} no present-on-admission indicator; whether the code is exempt needs the POA exempt list.`,
    install: 'cleanclaim data add FILE (the exempt list of the fiscal year, poa-exempt in cleanclaim data sources)',
  };
}

function withPoa(poa: string) {
  return stay('2026-03-04', [], { diagnoses: [{ code: 'I10', kind: 'principal', poa }] });
}
