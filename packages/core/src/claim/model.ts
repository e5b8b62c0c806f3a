import type {
  Ambulance,
  Contact,
  Contract,
  Count,
  EquipmentCertification,
  FormAnswers,
  Identifier,
  InpatientResult,
  Note,
  OutpatientResult,
  PayerProvider,
  PayToPlan,
  Place,
  Product,
  QualifiedDate,
  Rental,
  Repricing,
  SpinalManipulation,
  StatedConditions,
  TestResult,
  VisionCondition,
} from './claim-parts.ts';

/**
 * The claim as people send it, version 1 (docs/claim.md): names and shapes are stable. Dates are `YYYY-MM-DD`, money
 * is a decimal string, pointers are 1-based numbers or the letters A–L. Values that are texts stay as written here;
 * the view (view.ts) reads them, and rules report the ones that cannot be read.
 */
export type ClaimType = 'professional' | 'institutional' | 'dental';

export interface Claim {
  readonly type: ClaimType;
  readonly id?: string;
  readonly medium?: 'electronic' | 'paper';
  /** What it is sent for, when not to be paid (BHT06): a record of an encounter, or to recover what a Medicaid plan paid. */
  readonly purpose?: 'encounter' | 'subrogation';
  /** It asks what would be paid; nothing has been done yet. */
  readonly predetermination?: 'yes';
  readonly payer?: Payer;
  readonly patient?: Patient;
  /** Who holds the cover, when that is not the patient; the group when it is. */
  readonly subscriber?: Subscriber;
  readonly billing?: Provider;
  readonly rendering?: Provider;
  readonly referring?: Provider;
  /** Who cares for the patient in the first place, beside who referred. */
  readonly primaryCare?: Provider;
  readonly ordering?: Provider;
  readonly attending?: Provider;
  readonly operating?: Provider;
  readonly otherOperating?: Provider;
  readonly supervising?: Provider;
  /** Assistant surgeon of a dental claim. */
  readonly assistant?: Provider;
  readonly facility?: Provider;
  readonly diagnoses?: readonly Diagnosis[];
  readonly procedures?: readonly InpatientProcedure[];
  readonly lines: readonly Line[];
  readonly total?: string;
  readonly onset?: string;
  readonly accident?: Accident;
  readonly priorAuthorization?: string;
  readonly referral?: string;
  /** What the patient has paid already. */
  readonly patientPaid?: string;
  /** What the patient is expected to pay (AMT*F3). */
  readonly patientEstimate?: string;
  readonly medicalRecord?: string;
  readonly clia?: string;
  /** Numbers without a field of their own, such as `D9`, the clearinghouse's. */
  readonly identifiers?: readonly Identifier[];
  /** Days without a field of their own, such as `454`, the first treatment. */
  readonly dates?: readonly QualifiedDate[];
  readonly note?: string;
  /** Notes of other kinds, and further ones. */
  readonly notes?: readonly Note[];
  /** Text in a form agreed on with the payer (K3). */
  readonly fileInformation?: readonly string[];
  readonly contract?: Contract;
  /** Place of service of the claim, where the first line's is another. */
  readonly pos?: string;
  /** CLM12, such as `02`. */
  readonly specialProgram?: string;
  /** Why it is late (CLM20), such as `3`. */
  readonly delayReason?: string;
  /** What was signed and agreed; what is left out is: signed, accepted, assigned, released. */
  readonly declared?: Declared;
  readonly attachments?: readonly Attachment[];
  readonly frequency?: string;
  readonly originalClaim?: string;
  readonly admission?: string;
  /** HHMM. */
  readonly admissionTime?: string;
  readonly admissionType?: string;
  readonly admissionSource?: string;
  readonly discharge?: string;
  /** HHMM. */
  readonly dischargeTime?: string;
  readonly dischargeStatus?: string;
  readonly statement?: { readonly from?: string; readonly to?: string };
  readonly billType?: string;
  readonly conditionCodes?: readonly string[];
  readonly occurrences?: readonly { readonly code?: string; readonly on?: string; readonly from?: string; readonly to?: string }[];
  readonly values?: readonly { readonly code?: string; readonly amount?: string }[];
  readonly otherPayers?: readonly OtherPayer[];
  /** Teeth that are missing, by number. */
  readonly missingTeeth?: readonly string[];
  readonly teethToExtract?: readonly string[];
  readonly orthodontics?: { readonly months?: number; readonly monthsLeft?: number; readonly description?: string };
  /** Transport of the patient; a line may have another. */
  readonly ambulance?: Ambulance;
  readonly spinalManipulation?: SpinalManipulation;
  /** The patient cannot leave home (CRC*75). */
  readonly homebound?: 'yes';
  /** Referral from an EPSDT screening of a child (CRC*ZZ). */
  readonly epsdtReferral?: StatedConditions;
  readonly visionConditions?: readonly VisionCondition[];
  /** Surgery that anesthesia was given for, the principal one first (HI*BP, HI*BO). */
  readonly anesthesiaProcedures?: readonly string[];
  /** HI*TC. */
  readonly treatmentCodes?: readonly string[];
  /** What a repricer found, of the claim as a whole. */
  readonly repricing?: Repricing;
  readonly drg?: string;
  readonly pricing?: unknown;
}

export interface Accident {
  readonly on?: string;
  readonly kind?: string;
  /** A second kind: an accident at work with a car. */
  readonly otherKind?: string;
  readonly state?: string;
  readonly country?: string;
}

export interface Payer {
  readonly id?: string;
  readonly name?: string;
  /** `medicare`, `medicaid`, `commercial` or another word; rules that belong to a payer ask for it. */
  readonly kind?: string;
  /** Two-digit Medicare locality of the contractor in `id`; prices depend on it. */
  readonly locality?: string;
  /** SBR09, where `kind` does not say it, such as `BL` or `HM`. */
  readonly filing?: string;
  /** 1 for the payer that pays first, 2 for the next; 0 when unknown. The first number free when left out. */
  readonly order?: number;
  /** Why Medicare does not pay first (SBR05), such as `12`. */
  readonly insuranceType?: string;
  readonly address?: unknown;
  /** What `id` is; `payer` when left out. */
  readonly idKind?: 'payer' | 'health-plan';
  readonly identifiers?: readonly Identifier[];
  /** Numbers that this payer gave the billing provider, such as `G2`. */
  readonly providerIdentifiers?: readonly Identifier[];
}

/** What the patient is to the subscriber. */
export const RELATIONS = [
  'self',
  'spouse',
  'child',
  'employee',
  'unknown',
  'organ-donor',
  'cadaver-donor',
  'life-partner',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

export interface Subscriber {
  readonly relation?: Relation;
  /** The patient's `memberId` when left out. */
  readonly memberId?: string;
  /** What `memberId` is; `member` when left out. */
  readonly memberIdKind?: MemberIdKind;
  readonly group?: string;
  readonly groupName?: string;
  readonly name?: unknown;
  readonly address?: unknown;
  readonly birthDate?: string;
  readonly sex?: 'female' | 'male' | 'unknown';
  readonly phone?: string;
  readonly identifiers?: readonly Identifier[];
  readonly contacts?: readonly Contact[];
}

/** A number of the plan's own, or one that is the patient's with every plan. */
export type MemberIdKind = 'member' | 'health-identifier';

export interface Declared {
  /** The provider's signature is on file. */
  readonly signature?: 'yes' | 'no';
  /** Whether the provider takes the payer's amount as full payment. */
  readonly assignment?: 'accepted' | 'laboratory-only' | 'not-accepted';
  /** Whether benefits go to the provider. */
  readonly benefits?: 'yes' | 'no' | 'not-applicable';
  /** Whether the patient signed that information may be given, or gave informed consent. */
  readonly release?: 'signed' | 'informed';
  /** The provider signed for the patient, who was not there. */
  readonly patientSignature?: 'by-provider';
}

/** A paper that goes with the claim. */
export interface Attachment {
  /** What it is (PWK01), such as `OZ`. */
  readonly report?: string;
  /** How it comes (PWK02): `AA` kept by the provider, `BM` mail, `EL` with the file, `EM` e-mail, `FT` file transfer, `FX` fax. */
  readonly by?: string;
  /** The number it is found by. */
  readonly control?: string;
}

/** Money a payer did not pay, and why (CARC). */
export interface ClaimAdjustment {
  readonly group?: string;
  readonly reason?: string;
  readonly amount?: string;
  readonly quantity?: number;
}

/** Another payer of the claim, with what it decided when it has. */
export interface OtherPayer {
  readonly payer?: Payer;
  readonly subscriber?: Subscriber;
  readonly declared?: Declared;
  readonly paid?: string;
  readonly paidOn?: string;
  readonly nonCovered?: string;
  /** What this payer leaves to the patient. */
  readonly patientOwes?: string;
  /** Of the claim as a whole; those of lines are in the lines' `decisions`. */
  readonly adjustments?: readonly ClaimAdjustment[];
  /** That payer's number of the claim. */
  readonly claimNumber?: string;
  /** Other numbers of the claim with that payer, such as `G1`. */
  readonly identifiers?: readonly Identifier[];
  /** What its remittance said besides, as Medicare does. */
  readonly inpatient?: InpatientResult;
  readonly outpatient?: OutpatientResult;
  readonly providers?: readonly PayerProvider[];
}

/** What another payer decided of a line. What is left out is as the line has it. */
export interface LineDecision {
  /** `id` of that payer. */
  readonly payer?: string;
  readonly paid?: string;
  readonly on?: string;
  readonly code?: string;
  readonly modifiers?: readonly string[];
  readonly units?: number;
  readonly patientOwes?: string;
  readonly adjustments?: readonly ClaimAdjustment[];
  readonly revenue?: string;
  /** The list that `code` is from (SVD03-1), where it is not the usual one. */
  readonly codeList?: string;
  readonly description?: string;
  /** Number of the line that this one was paid with. */
  readonly bundledInto?: Count;
}

export interface Patient {
  readonly birthDate?: string;
  readonly deathDate?: string;
  readonly sex?: 'female' | 'male' | 'unknown';
  readonly memberId?: string;
  readonly memberIdKind?: MemberIdKind;
  readonly name?: unknown;
  readonly address?: unknown;
  readonly phone?: string;
  /** In pounds. */
  readonly weight?: Count;
  readonly pregnant?: 'yes';
  readonly identifiers?: readonly Identifier[];
  readonly contacts?: readonly Contact[];
}

export interface Provider {
  readonly npi?: string;
  readonly taxonomy?: string;
  readonly taxId?: string;
  /** `ein` when left out. */
  readonly taxIdKind?: 'ein' | 'ssn';
  readonly name?: unknown;
  readonly address?: unknown;
  readonly phone?: string;
  /** What it is, where no name tells. */
  readonly entity?: 'person' | 'organization';
  /** Numbers besides the NPI, such as `0B`, a license. */
  readonly identifiers?: readonly Identifier[];
  readonly contacts?: readonly Contact[];
  /** Where payments go, when not to the address; of the billing provider alone, as are the next two. */
  readonly payTo?: Place;
  readonly payToPlan?: PayToPlan;
  /** Of all amounts (CUR), such as `CAD`; US dollars when left out. */
  readonly currency?: string;
}

export interface Diagnosis {
  readonly code: string;
  /** `icd10cm` when left out; `icd9cm` before 2015-10-01. */
  readonly codeSystem?: 'icd10cm' | 'icd9cm' | 'snodent';
  readonly kind?: 'principal' | 'admitting' | 'reason' | 'external' | 'other';
  readonly poa?: string;
}

export interface InpatientProcedure {
  readonly code: string;
  /** `icd10pcs` when left out; `abc` are codes of advanced billing concepts. */
  readonly codeSystem?: 'icd10pcs' | 'icd9cm' | 'abc';
  readonly on?: string;
  readonly date?: string;
}

export interface Line {
  readonly code?: string;
  readonly modifiers?: readonly string[];
  readonly revenue?: string;
  readonly from?: string;
  readonly to?: string;
  readonly pos?: string;
  readonly units?: number;
  readonly charge?: string;
  readonly pointers?: readonly (number | string)[];
  readonly rendering?: Provider;
  /** These, where they are others than the claim's. */
  readonly referring?: Provider;
  readonly primaryCare?: Provider;
  readonly ordering?: Provider;
  readonly supervising?: Provider;
  readonly operating?: Provider;
  readonly otherOperating?: Provider;
  readonly assistant?: Provider;
  readonly facility?: Provider;
  /** Who did a service that was bought (2420B), and for how much, under which number (PS1). */
  readonly purchased?: { readonly provider?: Provider; readonly number?: string; readonly charge?: string };
  readonly ndc?: {
    readonly code?: string;
    readonly quantity?: number | string;
    readonly unit?: string;
    readonly prescription?: string;
    /** Links the parts of a compound (REF*VY). */
    readonly link?: string;
  };
  readonly product?: Product;
  readonly minutes?: number;
  /** What `units` counts when not units: `days`. */
  readonly unit?: 'days';
  /** The part of the charge that is not covered. */
  readonly nonCovered?: string;
  readonly tooth?: string;
  readonly surfaces?: string;
  /** Instead of `tooth` where there are several. */
  readonly teeth?: readonly { readonly tooth?: string; readonly surfaces?: string }[];
  /** Areas of the mouth (SV304). */
  readonly areas?: readonly string[];
  readonly prosthesis?: 'initial' | 'replacement';
  /** The number the payment names the line by; the claim's and the line's own number when left out. */
  readonly control?: string;
  readonly note?: string;
  readonly attachments?: readonly Attachment[];
  readonly decisions?: readonly LineDecision[];
  readonly description?: string;
  /** Instead of the claim's. */
  readonly ambulance?: Ambulance;
  readonly equipmentCertification?: EquipmentCertification;
  readonly repricing?: Repricing;
  readonly rental?: Rental;
  /** The list that `code` is from (SV101-1), where it is not the usual one. */
  readonly codeList?: string;
  /** Box 24C. */
  readonly emergency?: 'yes';
  /** Box 24H; `epsdt` after a screening of a child. */
  readonly epsdt?: 'yes';
  readonly familyPlanning?: 'yes';
  /** The patient owes no copayment. */
  readonly copayExempt?: 'yes';
  /** Whether a hospice employs who rendered (CRC*70). */
  readonly hospiceEmployed?: 'yes' | 'no';
  /** Units of anesthesia added for a delivery (QTY*FL). */
  readonly obstetricUnits?: Count;
  readonly testResults?: readonly TestResult[];
  readonly forms?: readonly FormAnswers[];
  readonly salesTax?: string;
  readonly postage?: string;
  readonly serviceTax?: string;
  readonly facilityTax?: string;
  readonly identifiers?: readonly Identifier[];
  readonly dates?: readonly QualifiedDate[];
  readonly notes?: readonly Note[];
  readonly fileInformation?: readonly string[];
  readonly contract?: Contract;
}
