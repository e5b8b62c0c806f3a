import type { Money } from '../check/amounts.ts';
import type { PaidClaim } from './payment.ts';

export interface OpenLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly charged: Money;
  readonly paid: Money;
  readonly unitsPaid: string;
  readonly sentAs: string | null;
  from: string | null;
  to: string | null;
  allowed: Money | undefined;
  control: string | null;
  readonly adjustments: OpenAdjustment[];
  readonly remarks: string[];
}

export interface OpenAdjustment {
  readonly group: string;
  readonly reason: string;
  readonly amount: Money;
  readonly quantity: string | null;
}

export interface OpenClaim {
  readonly claim: string;
  readonly status: string;
  readonly charged: Money;
  readonly paid: Money;
  readonly share: Money;
  readonly payerControl: string | null;
  readonly filing: string;
  from: string | null;
  patient: PaidClaim['patient'];
  allowed: Money | undefined;
  readonly adjustments: OpenAdjustment[];
  readonly remarks: string[];
  readonly lines: OpenLine[];
}

/** A payment while its segments come: amounts exact, codes as sent. */
export interface OpenPayment {
  readonly transaction: string;
  payer: string;
  payee: string;
  amount: Money;
  method: string;
  date: string | null;
  trace: string;
  readonly claims: OpenClaim[];
  readonly providerAdjustments: { provider: string; reason: string; reference: string | null; amount: Money }[];
}
