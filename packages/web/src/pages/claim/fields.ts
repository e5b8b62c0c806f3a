import type { Claim, ClaimType } from '@cleanclaim/core';
import type { claimFields } from '../../text/claim-fields.en.ts';

export type FieldName = keyof typeof claimFields;
export type ChoiceName = 'sexes' | 'payerKinds' | 'media' | 'accidents' | 'types';

/** A field of the claim: where it is kept, what it is called, how it is typed. Its box is the one that core names. */
export interface FieldSpec {
  readonly path: string;
  readonly name: FieldName;
  readonly kind?: 'day' | 'upper' | 'name' | ChoiceName;
  /** The kinds of claim that have it; all when left out. */
  readonly on?: readonly ClaimType[];
}

const PROFESSIONAL: readonly ClaimType[] = ['professional'];
const CLINICIAN: readonly ClaimType[] = ['professional', 'dental'];
const STAY: readonly ClaimType[] = ['institutional'];

export const PATIENT_FIELDS: readonly FieldSpec[] = [
  { path: '/type', name: 'type', kind: 'types' },
  { path: '/id', name: 'id' },
  { path: '/patient/name', name: 'name', kind: 'name' },
  { path: '/patient/birthDate', name: 'born', kind: 'day' },
  { path: '/patient/sex', name: 'sex', kind: 'sexes' },
  { path: '/patient/memberId', name: 'member' },
  { path: '/payer/name', name: 'payer' },
  { path: '/payer/id', name: 'payerId' },
  { path: '/payer/kind', name: 'payerKind', kind: 'payerKinds' },
  { path: '/billing/npi', name: 'billingNpi' },
  { path: '/billing/taxId', name: 'taxId' },
  { path: '/rendering/npi', name: 'renderingNpi', on: CLINICIAN },
  { path: '/attending/npi', name: 'attendingNpi', on: STAY },
  { path: '/operating/npi', name: 'operatingNpi', on: STAY },
  { path: '/medium', name: 'medium', kind: 'media', on: PROFESSIONAL },
];

export const STAY_FIELDS: readonly FieldSpec[] = [
  { path: '/billType', name: 'billType' },
  { path: '/statement/from', name: 'statementFrom', kind: 'day' },
  { path: '/statement/to', name: 'statementTo', kind: 'day' },
  { path: '/admission', name: 'admission', kind: 'day' },
  { path: '/admissionType', name: 'admissionType' },
  { path: '/admissionSource', name: 'admissionSource', kind: 'upper' },
  { path: '/discharge', name: 'discharge', kind: 'day' },
  { path: '/dischargeStatus', name: 'dischargeStatus' },
  { path: '/drg', name: 'drg' },
];

/** Boxes that many claims leave empty: folded away until one of them is asked for. */
export const MORE_FIELDS: readonly FieldSpec[] = [
  { path: '/billing/name', name: 'billingName', kind: 'name' },
  { path: '/billing/taxonomy', name: 'billingTaxonomy', kind: 'upper' },
  { path: '/billing/address/line1', name: 'billingStreet' },
  { path: '/billing/address/city', name: 'billingCity' },
  { path: '/billing/address/state', name: 'billingState', kind: 'upper' },
  { path: '/billing/address/zip', name: 'billingZip' },
  { path: '/patient/address/line1', name: 'patientStreet' },
  { path: '/patient/address/city', name: 'patientCity' },
  { path: '/patient/address/state', name: 'patientState', kind: 'upper' },
  { path: '/patient/address/zip', name: 'patientZip' },
  { path: '/referring/npi', name: 'referringNpi', on: PROFESSIONAL },
  { path: '/facility/npi', name: 'facilityNpi', on: CLINICIAN },
  { path: '/onset', name: 'onset', kind: 'day', on: PROFESSIONAL },
  { path: '/accident/kind', name: 'accidentKind', kind: 'accidents' },
  { path: '/accident/on', name: 'accidentOn', kind: 'day' },
  { path: '/accident/state', name: 'accidentState', kind: 'upper' },
  { path: '/admission', name: 'admission', kind: 'day', on: PROFESSIONAL },
  { path: '/discharge', name: 'discharge', kind: 'day', on: PROFESSIONAL },
  { path: '/priorAuthorization', name: 'priorAuthorization' },
  { path: '/referral', name: 'referral' },
  { path: '/frequency', name: 'frequency' },
  { path: '/originalClaim', name: 'originalClaim' },
];

/** A field of a row in a list. */
export interface ColumnSpec {
  readonly field: string;
  readonly name: FieldName;
  readonly kind?: 'day' | 'upper' | 'money';
}

export interface ListSpec {
  readonly path: '/procedures' | '/occurrences' | '/values';
  readonly name: FieldName;
  readonly columns: readonly ColumnSpec[];
}

export const STAY_LISTS: readonly ListSpec[] = [
  {
    path: '/procedures',
    name: 'procedures',
    columns: [
      { field: 'code', name: 'listCode', kind: 'upper' },
      { field: 'on', name: 'on', kind: 'day' },
    ],
  },
  {
    path: '/occurrences',
    name: 'occurrences',
    columns: [
      { field: 'code', name: 'listCode', kind: 'upper' },
      { field: 'on', name: 'on', kind: 'day' },
      { field: 'from', name: 'listFrom', kind: 'day' },
      { field: 'to', name: 'listTo', kind: 'day' },
    ],
  },
  {
    path: '/values',
    name: 'values',
    columns: [
      { field: 'code', name: 'listCode', kind: 'upper' },
      { field: 'amount', name: 'amount', kind: 'money' },
    ],
  },
];

/** The cells of a service line, in the order of the form. */
export type LineCell = 'day' | 'revenue' | 'service' | 'tooth' | 'pointers' | 'units' | 'charge';

export const LINE_CELLS: Readonly<Record<ClaimType, readonly LineCell[]>> = {
  professional: ['day', 'service', 'pointers', 'units', 'charge'],
  institutional: ['revenue', 'service', 'day', 'units', 'charge'],
  dental: ['day', 'tooth', 'service', 'pointers', 'units', 'charge'],
};

export function fieldsOn(specs: readonly FieldSpec[], { type }: Claim): readonly FieldSpec[] {
  return specs.filter(({ on }) => on === undefined || on.includes(type));
}
