import type { ClaimView } from '../claim/view.ts';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';

/** Published tables that are asked on each line's day. */
export type TableNeed = 'hcpcs' | 'ncci-ptp' | 'ncci-mue' | 'ncci-add-on' | 'mpfs-rvu';

export function isTableNeed(need: string | readonly string[]): need is TableNeed {
  return typeof need === 'string' && (need === 'hcpcs' || need === 'mpfs-rvu' || need.startsWith('ncci-'));
}

/** Source id of the table a claim is held against; undefined when claims of its kind are held against none. */
export function sourceOf(need: TableNeed, { ptp, mue }: ClaimView): string | undefined {
  if (need === 'ncci-ptp') return ptp && `ncci-ptp-${ptp}`;
  if (need === 'ncci-mue') return mue && `ncci-mue-${mue}`;
  return need === 'ncci-add-on' && ptp !== 'practitioner' ? undefined : need;
}

/** Why a table does not answer for a claim on a day; undefined when it does. */
export function whyNoTable(need: TableNeed, view: ClaimView, data: Data, on: Day): { reason: string; install: string } | undefined {
  const source = sourceOf(need, view);
  if (source === undefined) return undefined;
  return isOpen(need, view, data, on) ? undefined : data.whyMissing(source, on);
}

function isOpen(need: TableNeed, { ptp, mue }: ClaimView, data: Data, on: Day): boolean {
  if (need === 'ncci-ptp') return ptp !== undefined && data.ptp(ptp, on) !== undefined;
  if (need === 'ncci-mue') return mue !== undefined && data.mue(mue, on) !== undefined;
  if (need === 'ncci-add-on') return data.addOns(on) !== undefined;
  return (need === 'hcpcs' ? data.hcpcs(on) : data.feeSchedule(on)) !== undefined;
}
