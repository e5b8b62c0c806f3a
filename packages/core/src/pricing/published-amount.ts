import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import type { FeeRow } from '../tables/fee-schedule.ts';
import { KEY_SEPARATOR } from '../tables/keyed-table.ts';
import { scaled } from './exact.ts';
import type { PricingPlace } from './locality.ts';
import type { PhysicianFee } from './physician-fee.ts';
import type { Setting } from './place.ts';

const AMOUNTS = 'mpfs-amounts';

/**
 * What speaks against a fee where the payment amounts that CMS publishes beside its relative value file are installed: of
 * a release corrected later, one of the two files is the older one.
 */
export function checkPublished(
  { code, modifier }: FeeRow,
  { fee, full }: PhysicianFee,
  { setting, place, on, data }: { readonly setting: Setting; readonly place: PricingPlace; readonly on: Day; readonly data: Data },
): string[] {
  const table = data.table(AMOUNTS, on);
  const row = table?.find([code, modifier, place.gpci.contractor, place.gpci.locality].join(KEY_SEPARATOR)) ?? -1;
  if (!table || row < 0) return [];
  const published = scaled(table.decimal(setting === 'facility' ? 'facility' : 'nonFacility', row) ?? 0, 2);
  if (published.isZero() || published.eq(fee) || published.eq(full)) return [];
  return [
    `${table.edition.id} publishes ${published.toFixed(2)} for ${code} here, and the relative values give ${fee.toFixed(2)}: one of the two files is not of the release in force.`,
  ];
}
