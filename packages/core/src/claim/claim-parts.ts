/** Parts of the claim that the 837 has beside the common ones; codes in them are those of the 837 (docs/claim.md). */

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

/** Another number of someone or something. */
export interface Identifier {
  /** What number it is (REF01), such as `G2`. */
  readonly qualifier?: string;
  readonly id?: string;
  /** `id` of the other payer it is meant for; of a line alone. */
  readonly payer?: string;
}

/** Someone to ask (PER). */
export interface Contact {
  readonly name?: string;
  readonly phone?: string;
  readonly extension?: string;
  readonly fax?: string;
  readonly email?: string;
}

/** A day or a period that has no field of its own. */
export interface QualifiedDate {
  /** What day it is (DTP01), such as `454` for the first treatment. */
  readonly qualifier?: string;
  readonly on?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A note beside the first one (NTE). */
export interface Note {
  /** What it is about (NTE01), such as `CER`. */
  readonly kind?: string;
  readonly text?: string;
}

/** The contract that the claim or line is billed under (CN1). */
export interface Contract {
  /** CN101, such as `09`. */
  readonly type?: string;
  readonly amount?: string;
  readonly percent?: string;
  readonly code?: string;
  /** Discount by the terms, in percent. */
  readonly discount?: string;
  readonly version?: string;
}

/** Conditions of the eyes for lenses and frames (CRC*E1 to CRC*E3). */
export interface VisionCondition {
  /** `E1` spectacle lenses, `E2` contact lenses, `E3` frames. */
  readonly category?: string;
  readonly answer?: 'yes' | 'no';
  readonly codes?: readonly string[];
}

/** Equipment that is rented or bought (SV5). */
export interface Rental {
  /** The line's own code when left out. */
  readonly code?: string;
  /** Days it is medically necessary. */
  readonly days?: number | string;
  readonly rent?: string;
  readonly price?: string;
  /** What `rent` is paid for. */
  readonly per?: 'day' | 'week' | 'month';
}

/** What a test measured (MEA). */
export interface TestResult {
  /** What is measured (MEA01): `TR` test results, `OG` original. */
  readonly kind?: string;
  /** Which measure (MEA02), such as `R1` for hemoglobin. */
  readonly test?: string;
  readonly value?: string;
}

/** An article of a line whose number is no NDC (LIN). */
export interface Product {
  /** What number it is (LIN02), such as `UP`. */
  readonly qualifier?: string;
  readonly code?: string;
  readonly quantity?: number | string;
  readonly unit?: string;
  readonly prescription?: string;
  readonly link?: string;
}

/** The answers to a form that supports a line (LQ and FRM). */
export interface FormAnswers {
  /** The list that `form` is from (LQ01), such as `UT`. */
  readonly list?: string;
  readonly form?: string;
  readonly answers?: readonly FormAnswer[];
}

export interface FormAnswer {
  readonly question?: string;
  readonly answer?: 'yes' | 'no' | 'not-applicable';
  readonly text?: string;
  readonly on?: string;
  readonly percent?: string;
}

/** The plan to be paid in place of the billing provider, which recovers what it paid (loop 2010AC). */
export interface PayToPlan {
  readonly name?: string;
  readonly id?: string;
  readonly idKind?: 'payer' | 'health-plan';
  readonly taxId?: string;
  readonly address?: unknown;
  readonly identifiers?: readonly Identifier[];
}

/** A provider as another payer knows it: by that payer's numbers alone (loops 2330C and further). */
export interface PayerProvider {
  readonly role?: PayerProviderRole;
  /** What it is, where the role may be both. */
  readonly entity?: 'person' | 'organization';
  readonly identifiers?: readonly Identifier[];
}

export const PAYER_PROVIDER_ROLES = [
  'billing',
  'rendering',
  'referring',
  'primary-care',
  'attending',
  'operating',
  'other-operating',
  'supervising',
  'assistant',
  'facility',
] as const;
export type PayerProviderRole = (typeof PAYER_PROVIDER_ROLES)[number];

/** What Medicare's remittance said of an outpatient or professional claim (MOA). */
export interface OutpatientResult {
  readonly reimbursementRate?: string;
  readonly payable?: string;
  readonly remarks?: readonly string[];
  /** End-stage renal disease. */
  readonly esrdPayment?: string;
  readonly professionalComponent?: string;
}

/** What Medicare's remittance said of an inpatient claim (MIA). */
export interface InpatientResult {
  readonly coveredDays?: string;
  readonly psychiatricDays?: string;
  readonly drgAmount?: string;
  readonly disproportionateShare?: string;
  readonly passThrough?: string;
  readonly capital?: string;
  readonly capitalFederal?: string;
  readonly capitalHospital?: string;
  readonly capitalDisproportionateShare?: string;
  readonly oldCapital?: string;
  readonly capitalTeaching?: string;
  readonly operatingHospital?: string;
  readonly costReportDays?: string;
  readonly operatingFederal?: string;
  readonly capitalOutlier?: string;
  readonly indirectTeaching?: string;
  readonly professionalComponent?: string;
  readonly capitalException?: string;
  readonly remarks?: readonly string[];
}
