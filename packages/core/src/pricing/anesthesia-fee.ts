import type { LineView } from '../claim/view.ts';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import { findAnesthesiaFactor } from '../tables/fee-schedule.ts';
import { type NotPriced, notPriced, type Step, step } from './answer.ts';
import { exact, type Exact, scaled } from './exact.ts';
import { missing, type PricingPlace } from './locality.ts';
import type { Terms } from './shares.ts';

const ANESTHESIA = 'mpfs-anesthesia';
const BASE_UNITS = 'anesthesia-base-units';
/** Minutes of a time unit. */
const UNIT = 15;

const SHARES: Readonly<Record<string, readonly [share: string, what: string]>> = {
  AA: ['1', 'by the anaesthesiologist alone'],
  QZ: ['1', 'by a nurse anaesthetist without direction'],
  QK: ['0.5', 'medical direction of two to four'],
  QY: ['0.5', 'medical direction of one'],
  QX: ['0.5', 'by a nurse anaesthetist under direction'],
};

export interface AnesthesiaFee {
  readonly amount: Exact;
  readonly edition: string;
  readonly steps: readonly Step[];
}

export function isAnesthesia(code: string): boolean {
  return /^0[01]\d{3}$/.test(code) && code >= '00100' && code <= '01999';
}

/**
 * Anaesthesia: base units and time units (minutes by fifteen, to one decimal) times the locality's conversion factor, by
 * who gave it; of several codes of one session the one with most base units has the time of all (Medicare Claims
 * Processing Manual, chapter 12, 50). Base units are those the claim gives, else those of the installed list.
 */
export function anesthesiaFee(
  line: LineView,
  session: readonly LineView[],
  { place, terms, on, data }: { readonly place: PricingPlace; readonly terms: Terms; readonly on: Day; readonly data: Data },
): AnesthesiaFee | NotPriced {
  const baseOf = (code: string) => terms.baseUnits[code] ?? listedUnits(code, on, data);
  const base = baseOf(line.code);
  if (base === undefined)
    return notPriced(
      `The base units of ${line.code} are not known: give them in pricing.baseUnits, from the list of base units on the page of CMS.`,
      data.edition(BASE_UNITS, on) ? null : data.whyMissing(BASE_UNITS, on).install,
    );
  const table = data.table(ANESTHESIA, on);
  if (!table) return missing(ANESTHESIA, on, data);
  const { contractor, locality } = place.gpci;
  const cents = findAnesthesiaFactor(table, contractor, locality, terms.apm);
  if (cents === undefined) return notPriced(`${table.edition.id} has no locality ${locality} of contractor ${contractor}.`);
  const { id } = table.edition;
  const leading = session.reduce((best, each) => ((baseOf(each.code) ?? 0) > (baseOf(best.code) ?? 0) ? each : best), session[0] ?? line);
  if (leading !== line)
    return { amount: exact(0), edition: id, steps: [step(`one session: paid with ${leading.code}, which has more base units`, exact(0))] };
  const factor = scaled(cents, 2);
  if (line.modifiers.includes('AD')) {
    const amount = factor.times(3);
    return { amount, edition: id, steps: [step(`supervision of more than four: 3 base units × ${factor.toFixed(2)}`, amount, id)] };
  }
  const role = line.modifiers.find((each) => SHARES[each] !== undefined);
  if (role === undefined) return notPriced(`Anaesthesia needs a modifier that says who gave it: ${Object.keys(SHARES).join(', ')} or AD.`);
  const minutes = session.reduce((total, each) => total + (each.line.minutes ?? 0), 0);
  if (minutes === 0) return notPriced('Anaesthesia is paid by time: give the minutes of the line.');
  const time = exact(minutes).div(UNIT).toDecimalPlaces(1);
  const [share, what] = SHARES[role] ?? ['1', ''];
  const whole = time.plus(base).times(factor);
  const amount = whole.times(share);
  const steps = [
    step(`${minutes} minutes ÷ ${UNIT}, to one decimal`, time),
    step(`(${base} base units + ${time.toFixed()}) × ${factor.toFixed(2)}`, whole, id),
  ];
  if (share !== '1') steps.push(step(`${what} (modifier ${role}): ${exact(share).times(100).toFixed()} %`, amount));
  return { amount, edition: id, steps };
}

/** Base units by the list that CMS publishes apart from the fee schedule. */
function listedUnits(code: string, on: Day, data: Data): number | undefined {
  const table = data.table(BASE_UNITS, on);
  const row = table?.find(code) ?? -1;
  const tenths = row < 0 ? null : (table?.decimal('units', row) ?? null);
  return tenths === null ? undefined : tenths / 10;
}
