import { PAYER_PROVIDER_ROLES } from './claim-parts.ts';
import type { Fields, Shape } from './shape.ts';

/** Shapes of the parts in claim-parts.ts, for `CLAIM` in read-claim.ts. */
const IDENTIFIERS: Shape = [{ fields: { qualifier: 'text', id: 'text', payer: 'text' } }];
const CONTACTS: Shape = [{ fields: { name: 'text', phone: 'text', extension: 'text', fax: 'text', email: 'text' } }];
const DATES: Shape = [{ fields: { qualifier: 'text', on: 'text', from: 'text', to: 'text' } }];
const NOTES: Shape = [{ fields: { kind: 'text', text: 'text' } }];
const CONTRACT: Fields = {
  fields: { type: 'text', amount: 'text', percent: 'text', code: 'text', discount: 'text', version: 'text' },
};
const YES: Shape = { oneOf: ['yes'] };
const YES_OR_NO: Shape = { oneOf: ['yes', 'no'] };
const ID_KIND: Shape = { oneOf: ['payer', 'health-plan'] };
const MEMBER_ID_KIND: Shape = { oneOf: ['member', 'health-identifier'] };
const ENTITY: Shape = { oneOf: ['person', 'organization'] };

/** What a patient, a subscriber and a provider have alike. */
const KNOWN_BY = { identifiers: IDENTIFIERS, contacts: CONTACTS };

export const MORE_OF_PAYER = { idKind: ID_KIND, identifiers: IDENTIFIERS, providerIdentifiers: IDENTIFIERS } as const;
export const MORE_OF_SUBSCRIBER = { ...KNOWN_BY, memberIdKind: MEMBER_ID_KIND } as const;
export const MORE_OF_PATIENT = { ...MORE_OF_SUBSCRIBER, weight: 'quantity', pregnant: YES } as const;
export const MORE_OF_PROVIDER = {
  ...KNOWN_BY,
  entity: ENTITY,
} as const;
export const MORE_OF_BILLING = {
  payTo: { fields: { name: 'any', address: 'any' } },
  payToPlan: {
    fields: { name: 'text', id: 'text', idKind: ID_KIND, taxId: 'text', address: 'any', identifiers: IDENTIFIERS },
  },
  currency: 'text',
} as const;
export const MORE_OF_DECLARED = { patientSignature: { oneOf: ['by-provider'] } } as const;

export const MORE_OF_OTHER_PAYER = {
  identifiers: IDENTIFIERS,
  providers: [{ fields: { role: { oneOf: PAYER_PROVIDER_ROLES }, entity: ENTITY, identifiers: IDENTIFIERS } }],
  outpatient: {
    fields: { reimbursementRate: 'text', payable: 'text', remarks: ['text'], esrdPayment: 'text', professionalComponent: 'text' },
  },
  inpatient: {
    fields: {
      coveredDays: 'text',
      psychiatricDays: 'text',
      drgAmount: 'text',
      disproportionateShare: 'text',
      passThrough: 'text',
      capital: 'text',
      capitalFederal: 'text',
      capitalHospital: 'text',
      capitalDisproportionateShare: 'text',
      oldCapital: 'text',
      capitalTeaching: 'text',
      operatingHospital: 'text',
      costReportDays: 'text',
      operatingFederal: 'text',
      capitalOutlier: 'text',
      indirectTeaching: 'text',
      professionalComponent: 'text',
      capitalException: 'text',
      remarks: ['text'],
    },
  },
} as const;
export const MORE_OF_DECISION = { revenue: 'text', codeList: 'text', description: 'text', bundledInto: 'quantity' } as const;

/** What a claim and a line have alike. */
const MORE_OF_BOTH = {
  identifiers: IDENTIFIERS,
  dates: DATES,
  notes: NOTES,
  contract: CONTRACT,
  fileInformation: ['text'],
} as const;

export const MORE_OF_CLAIM = {
  ...MORE_OF_BOTH,
  purpose: { oneOf: ['encounter', 'subrogation'] },
  predetermination: YES,
  pos: 'text',
  patientEstimate: 'text',
  specialProgram: 'text',
  delayReason: 'text',
  homebound: YES,
  epsdtReferral: { fields: { answer: YES_OR_NO, codes: ['text'] } },
  visionConditions: [{ fields: { category: 'text', answer: YES_OR_NO, codes: ['text'] } }],
  anesthesiaProcedures: ['text'],
  treatmentCodes: ['text'],
} as const;

export const MORE_OF_LINE = {
  ...MORE_OF_BOTH,
  codeList: 'text',
  emergency: YES,
  epsdt: YES,
  familyPlanning: YES,
  copayExempt: YES,
  hospiceEmployed: YES_OR_NO,
  obstetricUnits: 'quantity',
  salesTax: 'text',
  postage: 'text',
  serviceTax: 'text',
  facilityTax: 'text',
  rental: { fields: { code: 'text', days: 'quantity', rent: 'text', price: 'text', per: { oneOf: ['day', 'week', 'month'] } } },
  testResults: [{ fields: { kind: 'text', test: 'text', value: 'text' } }],
  product: {
    fields: { qualifier: 'text', code: 'text', quantity: 'quantity', unit: 'text', prescription: 'text', link: 'text' },
  },
  forms: [
    {
      fields: {
        list: 'text',
        form: 'text',
        answers: [
          {
            fields: {
              question: 'text',
              answer: { oneOf: ['yes', 'no', 'not-applicable'] },
              text: 'text',
              on: 'text',
              percent: 'text',
            },
          },
        ],
      },
    },
  ],
} as const;
