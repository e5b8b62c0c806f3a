import type { Claim } from '../claim/model.ts';
import type { LineView } from '../claim/view.ts';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import { KEY_SEPARATOR, type KeyedTable } from '../tables/keyed-table.ts';
import { type NotPriced, notPriced } from './answer.ts';
import { scaled } from './exact.ts';
import { zipOf } from './locality.ts';
import { perUnit, type ScheduleFee } from './schedule-fee.ts';
import { USUAL } from './shares.ts';

export const DMEPOS = 'dmepos';

/**
 * The fee of equipment, prostheses, orthoses and supplies in a state, outside rural areas or in them, times units
 * (42 CFR 414 subpart D). Undefined when the schedule does not list the code, or is not installed.
 */
export function equipmentFee(line: LineView, claim: Claim, on: Day, data: Data): ScheduleFee | NotPriced | undefined {
  const table = data.table(DMEPOS, on);
  if (!table) return undefined;
  const listed = [...modifierPairs(line.modifiers)].find(([first, second]) => hasCode(table, line.code, first, second));
  if (!listed) return undefined;
  const zip = zipOf(
    { ...claim, facility: { address: claim.patient?.address }, billing: { address: claim.facility?.address ?? claim.billing?.address } },
    on,
    data,
  );
  if ('reason' in zip) return zip;
  const row = table.find([line.code, ...listed, zip.state].join(KEY_SEPARATOR));
  const states = statesOf(table);
  if (states !== undefined && !states.includes(zip.state))
    return notPriced(`${table.edition.id} has the fees of ${states.join(', ')} only, not of ${zip.state}.`, WHOLE);
  if (row < 0) return notPriced(`${table.edition.id} has no fee of ${line.code} in ${zip.state}.`);
  const rural = zip.rural === '' ? null : table.decimal('rural', row);
  const fee = scaled(rural ?? table.decimal('usual', row) ?? 0, 2);
  const where = `${zip.state}${rural === null ? '' : ', rural'}`;
  const code = [line.code, ...listed.filter((each) => each !== '')].join('-');
  return perUnit(line, fee, `fee of ${code} in ${where}`, table.edition.id, USUAL);
}

const WHOLE = 'cleanclaim data remove EDITION, then data add FILE (the whole file of the quarter)';

/** The states of a file that was cut to some; undefined for a whole one. */
function statesOf({ edition }: KeyedTable): readonly string[] | undefined {
  const { states } = edition;
  return Array.isArray(states) ? states.map(String) : undefined;
}

/** The schedule's two columns of modifiers: as many of the line's as it lists, none last. */
function* modifierPairs(modifiers: readonly string[]): Generator<readonly [string, string]> {
  for (const first of modifiers) for (const second of modifiers) if (first !== second) yield [first, second];
  for (const first of modifiers) yield [first, ''];
  yield ['', ''];
}

/** Fees are listed by state: any state shows that the code and modifiers are. */
function hasCode(table: KeyedTable, code: string, first: string, second: string): boolean {
  return (statesOf(table) ?? ANY_STATE).some((state) => table.find([code, first, second, state].join(KEY_SEPARATOR)) >= 0);
}

const ANY_STATE = ['TX', 'CA', 'AL', 'AK', 'PR'];
