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
  readonly billing?: Provider;
  readonly rendering?: Provider;
  readonly referring?: Provider;
  readonly ordering?: Provider;
  readonly attending?: Provider;
  readonly operating?: Provider;
  readonly facility?: Provider;
  readonly diagnoses?: readonly Diagnosis[];
  readonly procedures?: readonly InpatientProcedure[];
  readonly lines: readonly Line[];
  readonly total?: string;
  readonly onset?: string;
  readonly accident?: { readonly on?: string; readonly kind?: string; readonly state?: string };
  readonly priorAuthorization?: string;
  readonly referral?: string;
  /** CLIA number of the laboratory. */
  readonly clia?: string;
  readonly frequency?: string;
  readonly originalClaim?: string;
  readonly admission?: string;
  readonly admissionType?: string;
  readonly admissionSource?: string;
  readonly discharge?: string;
  readonly dischargeStatus?: string;
  readonly statement?: { readonly from?: string; readonly to?: string };
  readonly billType?: string;
  readonly conditionCodes?: readonly string[];
  readonly occurrences?: readonly { readonly code?: string; readonly on?: string; readonly from?: string; readonly to?: string }[];
  readonly values?: readonly { readonly code?: string; readonly amount?: string }[];
  readonly otherPayers?: readonly unknown[];
  readonly drg?: string;
  readonly pricing?: unknown;
}

export interface Payer {
  readonly id?: string;
  readonly name?: string;
  /** `medicare`, `medicaid`, `commercial` or another word; rules that belong to a payer ask for it. */
  readonly kind?: string;
  /** `primary`, `secondary` or `tertiary`. */
  readonly order?: string;
  /** Why Medicare comes second (SBR05), such as `12`. */
  readonly insuranceType?: string;
}

export interface Patient {
  readonly birthDate?: string;
  readonly deathDate?: string;
  readonly sex?: 'female' | 'male' | 'unknown';
  readonly memberId?: string;
  readonly name?: unknown;
  readonly address?: unknown;
}

export interface Provider {
  readonly npi?: string;
  readonly taxonomy?: string;
  readonly taxId?: string;
  readonly name?: unknown;
  readonly address?: unknown;
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
  readonly ndc?: { readonly code?: string; readonly quantity?: number | string; readonly unit?: string };
  readonly minutes?: number;
  readonly tooth?: string;
  readonly surfaces?: string;
  readonly description?: string;
}
