import type { Claim } from '../claim/model.ts';
import type { LineView } from '../claim/view.ts';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import type { FeeRow } from '../tables/fee-schedule.ts';
import { type NotPriced, notPriced } from './answer.ts';
import { ASP, drugFee } from './drug-fee.ts';
import { DMEPOS, equipmentFee } from './equipment-fee.ts';
import { CLFS, laboratoryFee } from './laboratory-fee.ts';
import { missing } from './locality.ts';
import type { ScheduleFee } from './schedule-fee.ts';

/**
 * The price of a line by the schedules beside that of physicians: equipment, laboratory tests, drugs. Undefined for a code
 * that none of them lists and that by its kind is of none.
 */
export function otherSchedule(
  line: LineView,
  row: FeeRow | undefined,
  { claim, on, data }: { readonly claim: Claim; readonly on: Day; readonly data: Data },
): ScheduleFee | NotPriced | undefined {
  const found = equipmentFee(line, claim, on, data) ?? laboratoryFee(line, on, data) ?? drugFee(line, on, data);
  if (found) return found;
  const source = scheduleOf(line.code, row?.status);
  if (source === undefined) return undefined;
  const edition = data.edition(source, on);
  return edition
    ? notPriced(`${edition.id} does not list ${line.code}: the contractor prices it, if Medicare pays for it.`)
    : missing(source, on, data);
}

/**
 * The schedule that pays a code of this kind and status of the physician fee schedule, where that has no fee itself. By the
 * statuses of RVU25D: E are drugs and biologicals, X laboratory tests, vaccines, supplies and ambulance.
 */
function scheduleOf(code: string, status: string | undefined): string | undefined {
  // Not covered, or not valid for Medicare: no other schedule pays either, unless it lists the code.
  if (status === 'N' || status === 'I') return undefined;
  if (/^(?:A[4-9]|[BEKLV]\d)\d{3}$/.test(code)) return DMEPOS;
  if (/^J\d{4}$/.test(code) || (status !== 'X' && /^Q\d{4}$/.test(code))) return ASP;
  // Of CPT's codes the fee schedule says which are paid elsewhere; those of its laboratories it does not list.
  if (/^(?:\d{4}[MU]|Q011[1-5])$/.test(code)) return CLFS;
  if (status !== 'X' && status !== 'E') return undefined;
  if (/^90\d{3}$/.test(code)) return ASP;
  return /^(?:8\d{4}|[GP]\d{4}|3641[56])$/.test(code) ? CLFS : undefined;
}
