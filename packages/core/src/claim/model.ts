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
  readonly payer?: Payer;
  readonly patient?: Patient;
  /** Who holds the cover, when that is not the patient; the group when it is. */
  readonly subscriber?: Subscriber;
  readonly billing?: Provider;
  readonly rendering?: Provider;
  readonly referring?: Provider;
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
  readonly accident?: { readonly on?: string; readonly kind?: string; readonly state?: string };
  readonly priorAuthorization?: string;
  readonly referral?: string;
  /** What the patient has paid already. */
  readonly patientPaid?: string;
  readonly medicalRecord?: string;
  readonly clia?: string;
  readonly note?: string;
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
  readonly orthodontics?: { readonly months?: number; readonly monthsLeft?: number };
  /** Transport of the patient; a line may have another. */
  readonly ambulance?: Ambulance;
  readonly spinalManipulation?: SpinalManipulation;
  /** What a repricer found, of the claim as a whole. */
  readonly repricing?: Repricing;
  readonly drg?: string;
  readonly pricing?: unknown;
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
  readonly group?: string;
  readonly groupName?: string;
  readonly name?: unknown;
  readonly address?: unknown;
  readonly birthDate?: string;
  readonly sex?: 'female' | 'male' | 'unknown';
  readonly phone?: string;
}

export interface Declared {
  /** The provider's signature is on file. */
  readonly signature?: 'yes' | 'no';
  /** Whether the provider takes the payer's amount as full payment. */
  readonly assignment?: 'accepted' | 'laboratory-only' | 'not-accepted';
  /** Whether benefits go to the provider. */
  readonly benefits?: 'yes' | 'no' | 'not-applicable';
  /** Whether the patient signed that information may be given, or gave informed consent. */
  readonly release?: 'signed' | 'informed';
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
}

/** A count as a number, or as text where a file writes it otherwise. */
export type Count = number | string;

/** What is said to be so, or not so, of the patient, by condition code (CRC). */
export interface StatedConditions {
  readonly answer?: 'yes' | 'no';
  readonly codes?: readonly string[];
}

/** Ambulance transport (CR1, CRC*07), with where it began and ended. */
export interface Ambulance {
  /** In pounds. */
  readonly patientWeight?: Count;
  /** Why the patient was brought (CR104), `A` to `E`. */
  readonly reason?: string;
  readonly miles?: Count;
  readonly roundTripPurpose?: string;
  readonly stretcherPurpose?: string;
  /** How many were brought; of a line alone. */
  readonly patients?: Count;
  readonly conditions?: readonly StatedConditions[];
  readonly pickUp?: Place;
  readonly dropOff?: Place;
}

/** Where something is; a place without a name has its address alone. */
export interface Place {
  readonly name?: unknown;
  readonly address?: unknown;
}

/** A course of spinal manipulation (CR2). */
export interface SpinalManipulation {
  /** The nature of the condition (CR208), such as `A`. */
  readonly condition?: string;
  readonly description?: string;
  /** What did not fit in `description` (CR211). */
  readonly moreDescription?: string;
}

/** Certification that durable medical equipment is needed (CR3, CRC*09 and its dates). */
export interface EquipmentCertification {
  readonly kind?: 'initial' | 'renewal' | 'revised';
  /** How long the equipment is needed; 99 for a lifetime. */
  readonly months?: Count;
  readonly conditions?: StatedConditions;
  readonly revised?: string;
  readonly therapyBegan?: string;
  readonly lastCertified?: string;
}

/** What a repricer found (HCP), under its own number of the claim or line. */
export interface Repricing {
  readonly number?: string;
  /** The number after an adjustment. */
  readonly adjustedNumber?: string;
  /** When the repricer had the claim; of a claim alone. */
  readonly received?: string;
  /** How it was priced (HCP01), such as `03`. */
  readonly method?: string;
  readonly allowed?: string;
  readonly savings?: string;
  /** Number of the organization that repriced. */
  readonly organization?: string;
  /** Per diem or flat rate. */
  readonly rate?: string;
  /** The group the price was made for: a DRG on institutional claims, an ambulatory patient group on others. */
  readonly group?: string;
  readonly groupAmount?: string;
  /** What was approved: revenue code, procedure with the list it is from (HCP09), and how many of which unit (HCP11). */
  readonly revenue?: string;
  readonly codeList?: string;
  readonly code?: string;
  readonly unit?: string;
  readonly units?: Count;
  /** Why it was refused (HCP13), such as `T1`. */
  readonly rejection?: string;
  /** Whether the rules of the plan were kept (HCP14), and why not (HCP15). */
  readonly compliance?: string;
  readonly exception?: string;
}

export interface Patient {
  readonly birthDate?: string;
  readonly deathDate?: string;
  readonly sex?: 'female' | 'male' | 'unknown';
  readonly memberId?: string;
  readonly name?: unknown;
  readonly address?: unknown;
  readonly phone?: string;
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
}

export interface Diagnosis {
  readonly code: string;
  readonly kind?: 'principal' | 'admitting' | 'reason' | 'external' | 'other';
  readonly poa?: string;
}

export interface InpatientProcedure {
  readonly code: string;
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
  readonly ndc?: { readonly code?: string; readonly quantity?: number | string; readonly unit?: string; readonly prescription?: string };
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
}
