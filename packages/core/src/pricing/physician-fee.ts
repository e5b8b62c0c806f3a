import type { FeeRow } from '../tables/fee-schedule.ts';
import { type Step, step } from './answer.ts';
import { type Exact, lesser, scaled, sum, toCents } from './exact.ts';
import type { PricingPlace } from './locality.ts';
import type { Setting } from './place.ts';

/** Scale of the figures in the relative value file: RVUs in hundredths, indices in thousandths, the conversion factor in ten-thousandths. */
const RVU = 2;
const GPCI = 3;
const FACTOR = 4;

export interface PhysicianFee {
  /** To the cent: the lesser of the fee and its cap. */
  readonly fee: Exact;
  /** To the cent, before the cap. */
  readonly full: Exact;
  /** The part of the fee that is practice expense, unrounded; therapy is reduced by it. */
  readonly practiceExpense: Exact;
  /** Work and malpractice, unrounded. */
  readonly rest: Exact;
  /** The cap of outpatient hospital payment on imaging, to the cent; undefined where there is none. */
  readonly cap: Exact | undefined;
  readonly steps: readonly Step[];
}

/**
 * A fee of the physician fee schedule in a locality: (work × GPCI + practice expense × GPCI + malpractice × GPCI) ×
 * conversion factor, every product exact and one rounding to the cent at the end; for imaging at most what the
 * outpatient hospital system would pay, worked out the same way (42 CFR 414.22 to 414.26; RVU25D, October 2025).
 */
export function physicianFee(row: FeeRow, setting: Setting, { gpci, gpciEdition }: PricingPlace, edition: string): PhysicianFee {
  const expense = practiceExpenseOf(row, setting);
  const factor = scaled(row.conversionFactor, FACTOR);
  const parts = [
    part('work', row.work, gpci.work),
    part(`practice expense (${setting === 'facility' ? 'facility' : 'not in a facility'})`, expense, gpci.practiceExpense),
    part('malpractice', row.malpractice, gpci.malpractice),
  ] as const;
  const total = sum(parts.map(({ value }) => value));
  const full = toCents(total.times(factor));
  const cap = capOf(row, setting, { work: parts[0].value, gpci, factor });
  const steps = [
    ...parts.map(({ what, value }) => step(what, value, edition)),
    step(`sum × conversion factor ${factor.toFixed()}, to the cent (indices of ${gpciEdition})`, full, edition),
  ];
  if (cap)
    steps.push(
      step(cap.lt(full) ? 'imaging: the outpatient hospital payment is less and caps it' : 'imaging: cap, not reached', cap, edition),
    );
  return {
    fee: cap ? lesser(full, cap) : full,
    full,
    practiceExpense: parts[1].value.times(factor),
    rest: parts[0].value.plus(parts[2].value).times(factor),
    cap,
    steps,
  };
}

interface Part {
  readonly what: string;
  readonly value: Exact;
}

function part(name: string, rvu: number, index: number): Part {
  const [units, gpci] = [scaled(rvu, RVU), scaled(index, GPCI)];
  return { what: `${name} ${units.toFixed(2)} × ${gpci.toFixed(3)}`, value: units.times(gpci) };
}

/** A service rarely or never done in a setting has no practice expense there: the other setting's is used. */
function practiceExpenseOf(row: FeeRow, setting: Setting): number {
  const { facilityPe, nonFacilityPe, facilityNa, nonFacilityNa } = row;
  if (setting === 'facility') return facilityNa && facilityPe === 0 ? nonFacilityPe : facilityPe;
  return nonFacilityNa && nonFacilityPe === 0 ? facilityPe : nonFacilityPe;
}

function capOf(
  row: FeeRow,
  setting: Setting,
  { work, gpci, factor }: { readonly work: Exact; readonly gpci: PricingPlace['gpci']; readonly factor: Exact },
): Exact | undefined {
  const expense = setting === 'facility' ? row.oppsFacilityPe : row.oppsNonFacilityPe;
  if (row.oppsFacilityPe === 0 && row.oppsNonFacilityPe === 0 && row.oppsMalpractice === 0) return undefined;
  return toCents(
    sum([
      work,
      scaled(expense, RVU).times(scaled(gpci.practiceExpense, GPCI)),
      scaled(row.oppsMalpractice, RVU).times(scaled(gpci.malpractice, GPCI)),
    ]).times(factor),
  );
}
