import { type ClaimView, type Found, rule, type Severity } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, institutionalForm, professionalForm } from '../support/cites.ts';
import { stay, visit } from '../support/example-claim.ts';

/** What every claim of a kind must hold. NPI, tax number, dates, charges, units and pointers have rules of their own. */
interface Requirement {
  readonly at: string;
  readonly severity: Severity;
  readonly what: string;
  readonly why: string;
  readonly missing: (claim: ClaimView) => boolean;
}

const EVERY: readonly Requirement[] = [
  {
    at: '/lines',
    severity: 'error',
    what: 'no service lines',
    why: 'A claim bills at least one service.',
    missing: ({ lines }) => lines.length === 0,
  },
  {
    at: '/payer',
    severity: 'error',
    what: 'no payer',
    why: 'The claim cannot be sent, and rules that belong to a payer cannot be applied.',
    missing: ({ claim }) => claim.payer === undefined,
  },
  {
    at: '/billing',
    severity: 'error',
    what: 'no billing provider',
    why: 'The payer must know whom to pay (box 33).',
    missing: ({ claim }) => claim.billing === undefined,
  },
  {
    at: '/patient/memberId',
    severity: 'error',
    what: 'no member number of the patient',
    why: 'The payer finds the patient by the number on the insurance card (box 1a).',
    missing: ({ claim }) => isBlank(claim.patient?.memberId) && isBlank(claim.subscriber?.memberId),
  },
  {
    at: '/patient/birthDate',
    severity: 'error',
    what: 'no birth date of the patient',
    why: 'Payers match the patient by it, and every rule about age needs it.',
    missing: ({ claim }) => isBlank(claim.patient?.birthDate),
  },
  {
    at: '/patient/sex',
    severity: 'error',
    what: 'no sex of the patient',
    why: 'The form and the electronic claim have it as a required field; "unknown" is an answer.',
    missing: ({ claim }) => claim.patient?.sex === undefined,
  },
];

const DIAGNOSIS: Requirement = {
  at: '/diagnoses',
  severity: 'error',
  what: 'no diagnosis',
  why: 'The diagnosis says why the services were needed; a claim without one is rejected.',
  missing: ({ diagnoses }) => diagnoses.length === 0,
};

const INSTITUTIONAL: readonly Requirement[] = [
  {
    at: '/billType',
    severity: 'error',
    what: 'no type of bill',
    why: 'The type of bill says what kind of facility and care is billed; everything else is read by it.',
    missing: ({ claim }) => isBlank(claim.billType),
  },
  {
    at: '/statement',
    severity: 'info',
    what: 'no statement dates',
    why: 'The electronic claim states the first and last day it covers; here they are taken from the stay or the lines.',
    missing: ({ claim }) => isBlank(claim.statement?.from) || isBlank(claim.statement?.to),
  },
  {
    at: '/attending/npi',
    severity: 'info',
    what: 'no attending provider',
    why: 'Most facility claims must name the practitioner who has the overall responsibility for the care.',
    missing: ({ claim, inpatient }) => !inpatient && isBlank(claim.attending?.npi),
  },
];

const INPATIENT: readonly Requirement[] = [
  {
    at: '/admission',
    severity: 'warning',
    what: 'no admission date',
    why: 'A stay is identified and counted from its admission date.',
    missing: ({ claim }) => isBlank(claim.admission),
  },
  {
    at: '/dischargeStatus',
    severity: 'error',
    what: 'no discharge status',
    why: 'Where the patient went decides whether the stay is paid in full or as a transfer.',
    missing: ({ claim }) => isBlank(claim.dischargeStatus),
  },
  {
    at: '/attending/npi',
    severity: 'warning',
    what: 'no attending provider',
    why: 'A stay names the practitioner who has the overall responsibility for the care; without, the claim is rejected.',
    missing: ({ claim }) => isBlank(claim.attending?.npi),
  },
  {
    at: '/admissionType',
    severity: 'warning',
    what: 'no type of admission',
    why: 'The electronic claim has it as a required field for every stay (CL101); without, the claim is rejected.',
    missing: ({ claim }) => isBlank(claim.admissionType),
  },
  {
    at: '/procedures',
    severity: 'warning',
    what: 'a procedure without its date',
    why: 'Each inpatient procedure is reported with the day it was done.',
    missing: ({ claim }) => claim.procedures?.some(({ on, date }) => isBlank(on) && isBlank(date)) ?? false,
  },
];

export default rule({
  id: 'form/required',
  title: 'What a claim must hold',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [
    electronicForm('required elements'),
    professionalForm('items 1a, 3, 21, 24 and 33'),
    institutionalForm('form locators 4, 6, 12, 14, 17, 60, 67 and 76'),
  ],

  on: 'claim',
  check(claim) {
    let found: Found[] | undefined;
    const demand = (requirement: Requirement): void => {
      if (!requirement.missing(claim)) return;
      (found ??= []).push({
        at: requirement.at,
        severity: requirement.severity,
        message: `The claim has ${requirement.what}.`,
        why: requirement.why,
        fix: 'Enter it from the record, the insurance card or the registration.',
      });
    };
    EVERY.forEach(demand);
    if (claim.type !== 'dental') demand(DIAGNOSIS);
    if (claim.type === 'institutional') INSTITUTIONAL.forEach(demand);
    if (claim.inpatient) INPATIENT.forEach(demand);
    return found;
  },

  examples: [
    { name: 'no diagnosis', claim: visit('2026-03-04', []), finds: 1 },
    { name: 'no lines', claim: visit('2026-03-04', ['I10'], { lines: [] }), finds: 1 },
    { name: 'a patient of whom nothing is known', claim: visit('2026-03-04', ['I10'], { patient: {} }), finds: 3 },
    { name: 'a stay without type of bill and statement', claim: stay('2026-03-04', ['I10'], { billType: '', statement: {} }), finds: 2 },
    { name: 'a stay without discharge status', claim: stay('2026-03-04', ['I10'], { dischargeStatus: '' }), finds: 1 },
    { name: 'a stay that nobody answers for', claim: stay('2026-03-04', ['I10'], { attending: {} }), finds: 1 },
    {
      name: 'a procedure without its date',
      claim: stay('2026-03-04', ['I10'], { procedures: [{ code: '0DJ08ZZ' }] }),
      finds: 1,
    },
    { name: 'a visit', claim: visit('2026-03-04', ['I10']), finds: 0 },
    { name: 'a stay', claim: stay('2026-03-04', ['I10'], { procedures: [{ code: '0DJ08ZZ', date: '2026-03-02' }] }), finds: 0 },
    {
      name: 'sex unknown',
      claim: visit('2026-03-04', ['I10'], { patient: { birthDate: '1970-06-15', sex: 'unknown', memberId: 'EX-1' } }),
      finds: 0,
    },
    {
      name: 'the number of the subscriber',
      claim: visit('2026-03-04', ['I10'], {
        patient: { birthDate: '1970-06-15', sex: 'female' },
        subscriber: { relation: 'child', memberId: 'EX-1' },
      }),
      finds: 0,
    },
    {
      name: 'a dental claim needs no diagnosis',
      claim: { ...visit('2026-03-04', []), type: 'dental' },
      finds: 0,
    },
  ],
});

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
