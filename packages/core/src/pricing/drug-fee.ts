import type { LineView } from '../claim/view.ts';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import type { KeyedTable, TableRow } from '../tables/keyed-table.ts';
import { notPriced, type NotPriced } from './answer.ts';
import { exact, scaled } from './exact.ts';
import { perUnit, type ScheduleFee } from './schedule-fee.ts';
import { NOTHING, type PatientShare, USUAL } from './shares.ts';

export const ASP = 'asp';
const LIMIT = 4;

/**
 * The payment limit of a drug for the unit its code describes, times units. The limit of the file is what Medicare pays,
 * 106 % of the average sales price or what stands in for it, so nothing is added to it; it is paid on assignment only
 * (42 CFR 414.904 and 414.707; spec RULES 19). Undefined when the file does not list the code, or is not installed.
 */
export function drugFee(line: LineView, on: Day, data: Data): ScheduleFee | NotPriced | undefined {
  const table = data.table(ASP, on);
  const row = table?.find(line.code) ?? -1;
  if (!table || row < 0) return undefined;
  const { id } = table.edition;
  const limit = table.decimal('limit', row);
  if (limit === null || limit <= 0)
    return notPriced(`${id} lists ${line.code} without a payment limit: the contractor prices it, by invoice or wholesale cost.`);
  const dosage = table.text('dosage', row);
  return perUnit(
    line,
    scaled(limit, LIMIT),
    `payment limit of ${line.code}${dosage === '' ? '' : ` for ${dosage}`}`,
    id,
    shareOf(table, row),
  );
}

/**
 * Vaccines against influenza, pneumonia, hepatitis B and COVID-19, whose limit the file states apart, cost the patient
 * nothing (Social Security Act 1833(a)(1)(B) and (b)); of drugs whose price rose faster than inflation the patient pays
 * the smaller share that the file states.
 */
function shareOf(table: KeyedTable, row: TableRow): PatientShare {
  if (table.text('vaccine', row) !== '') return NOTHING;
  const stated = /^\d{1,2}(?:\.\d+)?$/.exec(table.text('coinsurance', row))?.[0];
  if (stated === undefined || exact(stated).gte(20)) return USUAL;
  return { ...USUAL, coinsurance: exact(stated).div(100) };
}
