import type { LineView } from '../claim/view.ts';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import { KEY_SEPARATOR } from '../tables/keyed-table.ts';
import { isNotPriced, notPriced, type NotPriced } from './answer.ts';
import { type Exact, scaled } from './exact.ts';
import { perUnit, type ScheduleFee } from './schedule-fee.ts';
import { NOTHING } from './shares.ts';

export const CLFS = 'clfs';
const RATE = 4;

/**
 * The rate of a laboratory test, times units: national, the same in every locality, paid in full without deductible and
 * coinsurance, and on assignment only (Medicare Claims Processing Manual, chapter 16, 20 and 30; spec RULES 19).
 * Undefined when the schedule does not list the code, or is not installed.
 */
export function laboratoryFee(line: LineView, on: Day, data: Data): ScheduleFee | NotPriced | undefined {
  // A physician's interpretation of a test is a service of the physician fee schedule.
  const table = line.modifiers.includes('26') ? undefined : data.table(CLFS, on);
  if (!table) return undefined;
  const waived = line.modifiers.includes('QW') ? table.find(`${line.code}${KEY_SEPARATOR}QW`) : -1;
  const row = waived >= 0 ? waived : table.find(`${line.code}${KEY_SEPARATOR}`);
  if (row < 0) return undefined;
  const { id } = table.edition;
  const from = table.day('from', row);
  if (from !== null && from > on) return notPriced(`${id} has a rate of ${line.code} from ${from} on only.`);
  const rate = rateOf(table.decimal('rate', row), `${id} lists ${line.code} without a rate: the contractor sets it.`);
  return isNotPriced(rate)
    ? rate
    : perUnit(line, rate, `rate of ${line.code}${waived >= 0 ? '-QW' : ''}, the same everywhere`, id, NOTHING);
}

function rateOf(whole: number | null, otherwise: string): Exact | NotPriced {
  return whole === null || whole <= 0 ? notPriced(otherwise) : scaled(whole, RATE);
}
