import type { MueService, PtpSetting } from '../data.ts';
import type { Claim } from './model.ts';

/**
 * Types of bill held against the outpatient hospital pairs (NCCI Policy Manual, chapter I): facility and kind of care,
 * without the leading zero. 34x and 75x are said to be too, but no source of that was read: `rules/unmade.ts` names them.
 */
const OUTPATIENT_BILLS = new Set(['12', '13', '14', '22', '23', '72', '74', '76', '85']);

/**
 * Which NCCI pairs a claim is held against; undefined for inpatient stays, other types of bill and dental claims, and
 * for Medicaid, which has files of its own.
 */
export function ptpSettingOf(claim: Claim, inpatient: boolean): PtpSetting | undefined {
  if (claim.payer?.kind === 'medicaid') return undefined;
  if (claim.type === 'professional') return 'practitioner';
  if (claim.type === 'dental' || inpatient) return undefined;
  const bill = claim.billType?.trim().replace(/^0(?=\d{3}$)/, '') ?? '';
  return bill === '' || OUTPATIENT_BILLS.has(bill.slice(0, 2)) ? 'outpatient' : undefined;
}

/** Contractors that take claims of suppliers of medical equipment only: the four DME MACs. Their numbers were not read in a list of CMS. */
const DME_CONTRACTORS = new Set(['16013', '17013', '18003', '19003']);

/** Which MUE table a claim is held against: that of suppliers by its payer, or by the taxonomy of who bills. */
export function mueServiceOf(claim: Claim, ptp: PtpSetting | undefined): MueService | undefined {
  if (ptp !== 'practitioner') return ptp;
  const taxonomy = claim.billing?.taxonomy ?? '';
  // 332B: medical equipment and supplies; 335E: prosthetics and orthotics (NUCC).
  const supplier = taxonomy.startsWith('332B') || taxonomy.startsWith('335E') || DME_CONTRACTORS.has(claim.payer?.id ?? '');
  return supplier ? 'dme' : 'practitioner';
}
