import type { CategoryText, DenialCategory, NextStep } from './reasons.ts';

/** Amounts are decimal texts, as in the claim model. */
export interface Adjustment {
  readonly group: string;
  readonly groupSays: string | null;
  readonly reason: string;
  /** In our own words; null for a code that is not in our list. */
  readonly says: string | null;
  readonly category: DenialCategory | null;
  readonly amount: string;
  readonly quantity: string | null;
}

export interface PaidLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly charged: string;
  readonly allowed: string;
  readonly paid: string;
  readonly patientShare: string;
  readonly unitsPaid: string;
  /** What the line was sent as, where the payer changed it. */
  readonly sentAs: string | null;
  /** The number the claim gave the line (REF 6R). */
  readonly control: string | null;
  readonly adjustments: readonly Adjustment[];
  readonly remarks: readonly string[];
  readonly balanced: boolean;
}

export interface PaidClaim {
  /** CLM01 of the claim sent. */
  readonly claim: string;
  readonly payerControl: string | null;
  readonly status: string;
  readonly statusSays: string | null;
  /** CLP02 22: it takes back an earlier payment. */
  readonly reversal: boolean;
  /** CLP06: the kind of plan, such as `MB`; empty when not said. */
  readonly filing: string;
  /** First day of service. */
  readonly from: string | null;
  readonly patient: { readonly last: string; readonly first: string; readonly memberId: string | null } | null;
  readonly charged: string;
  readonly allowed: string;
  readonly paid: string;
  readonly patientShare: string;
  readonly adjustments: readonly Adjustment[];
  readonly remarks: readonly string[];
  readonly lines: readonly PaidLine[];
  readonly next: readonly {
    readonly step: NextStep;
    readonly amount: string;
    readonly category: DenialCategory | null;
    readonly preventable: CategoryText['preventable'] | null;
    readonly how: string;
  }[];
  /** For a reversal: true when a corrected claim of the same number follows or stands before it in this payment. */
  readonly pairedWith: 'correction' | 'reversal' | null;
  readonly balanced: boolean;
}

/** Places (0-based) in `claims` of a reversal and of what corrects it; null when it is only taken back. */
export interface Correction {
  readonly claim: string;
  readonly reversal: number;
  readonly correction: number | null;
  /** What the pair adds to the payment; negative when money goes back. */
  readonly net: string;
}

export interface ProviderAdjustment {
  readonly provider: string;
  readonly reason: string;
  readonly says: string | null;
  readonly reference: string | null;
  /** As sent: positive takes money from the payee. */
  readonly amount: string;
  readonly effect: 'takes from the payment' | 'adds to the payment';
}

export interface Payment {
  readonly transaction: string;
  readonly payer: string;
  readonly payee: string;
  readonly amount: string;
  readonly method: string;
  /** BPR04 NON: it tells of claims and moves no money. */
  readonly nothing: boolean;
  readonly date: string | null;
  readonly trace: string;
  readonly claims: readonly PaidClaim[];
  /** Reversals with the claims that correct them, and what is paid in the end. */
  readonly corrections: readonly Correction[];
  readonly providerAdjustments: readonly ProviderAdjustment[];
  readonly balance: {
    readonly claimsPaid: string;
    readonly providerAdjustments: string;
    readonly expected: string;
    readonly payment: string;
    readonly balanced: boolean;
  };
}
