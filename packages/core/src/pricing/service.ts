import type { LineView } from '../claim/view.ts';
import type { Day } from '../day.ts';
import type { FeeRow } from '../tables/fee-schedule.ts';
import { type Step, step } from './answer.ts';
import { type Exact, exact } from './exact.ts';
import type { PhysicianFee } from './physician-fee.ts';

/**
 * A service priced by the physician fee schedule: one line, or two that are the two sides of one procedure. `amount`
 * grows through the adjustments, in the order of Medicare Claims Processing Manual, chapter 12, 40 and 20.4.
 */
export interface Service {
  readonly lines: readonly [LineView, ...LineView[]];
  readonly on: Day;
  readonly row: FeeRow;
  readonly edition: string;
  /** Of one unit. */
  readonly fee: PhysicianFee;
  /** Fees of the two parts of a whole test, for reductions of one part. */
  readonly parts: { readonly professional?: PhysicianFee; readonly technical?: PhysicianFee };
  /** A base code of an endoscopy family with its fee in the same place; undefined for other services. */
  readonly endoscopicBase: { readonly code: string; readonly fee: Exact } | undefined;
  /** How often the service counts: units, or 1 for both sides together. */
  count: number;
  /** What both sides together are worth, in fees of one: 1 unless a procedure was done on both. */
  sides: Exact;
  /** Of one count, both sides included. */
  each: Exact;
  /** In all. */
  amount: Exact;
  readonly steps: Step[];
  readonly warnings: string[];
}

/** Sets what a service is worth after an adjustment and says so. */
export function adjust(service: Service, amount: Exact, what: string): void {
  service.amount = amount;
  service.steps.push(step(what, amount, null));
}

export function hasModifier({ lines }: Service, ...modifiers: readonly string[]): boolean {
  return lines.some((line) => line.modifiers.some((each) => modifiers.includes(each)));
}

/** Services by amount of one count, the dearest first. */
export function dearestFirst(services: readonly Service[], worth: (service: Service) => Exact = ({ each }) => each): Service[] {
  return services.toSorted((one, other) => worth(other).cmp(worth(one)));
}

export const HALF: Exact = exact('0.5');
