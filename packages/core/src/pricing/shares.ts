import type { Day } from '../day.ts';
import { exact, type Exact, lesser, toCents } from './exact.ts';

/** What the claim says of the patient and the practitioner; `pricing` of the claim. */
export interface Terms {
  /** Takes part in Medicare; another practitioner has 95 % of the fee. */
  readonly participating: boolean;
  /** What is left of the year's deductible; zero when it is met, undefined when it is not and nobody said how much is left. */
  readonly deductible: Exact | undefined;
  /** A qualifying participant in an advanced payment model, with a conversion factor of its own from 2026. */
  readonly apm: boolean;
  /** Anaesthesia base units by code, from the user's own list. */
  readonly baseUnits: Readonly<Record<string, number>>;
}

/** By how much Medicare's part is cut under the Budget Control Act, by date of service. */
const SEQUESTRATION: readonly { readonly from: string; readonly rate: string }[] = [
  { from: '2022-07-01', rate: '0.02' },
  { from: '2022-04-01', rate: '0.01' },
  { from: '2020-05-01', rate: '0' },
  { from: '2013-04-01', rate: '0.02' },
];

export function sequestrationOn(on: Day): Exact {
  return exact(SEQUESTRATION.find(({ from }) => on >= from)?.rate ?? '0');
}

/** What the patient bears of a service: whether the deductible counts, and which part of the rest is the patient's. */
export interface PatientShare {
  readonly deductible: boolean;
  readonly coinsurance: Exact;
}

export const USUAL: PatientShare = { deductible: true, coinsurance: exact('0.2') };
/** Services that Medicare pays in full. */
export const NOTHING: PatientShare = { deductible: false, coinsurance: exact(0) };

export interface Split {
  readonly patient: Exact;
  readonly payment: Exact;
  /** What is left of the deductible. */
  readonly deductible: Exact;
}

/**
 * An allowed amount between patient and Medicare: the deductible first, of the rest the patient's share (a fifth, where
 * no law makes it less), and Medicare's part less sequestration, which the patient does not bear (42 CFR 410.152,
 * 410.160; CARC 253).
 */
export function splitAllowed(allowed: Exact, on: Day, deductible: Exact, share: PatientShare = USUAL): Split {
  const first = share.deductible ? lesser(allowed, deductible) : exact(0);
  const rest = allowed.minus(first);
  const coinsurance = toCents(rest.times(share.coinsurance));
  const medicare = rest.minus(coinsurance);
  return {
    patient: first.plus(coinsurance),
    payment: toCents(medicare.times(exact(1).minus(sequestrationOn(on)))),
    deductible: deductible.minus(first),
  };
}
