import type { MueService, PtpSetting } from '../data.ts';
import type { Claim } from './model.ts';

/**
 * Types of bill held against the outpatient hospital pairs (NCCI Policy Manual, chapter I): facility and kind of care,
 * without the leading zero. 34x and 75x are said to be too, but no source of that was read: `rules/unmade.ts` names them.
 */
const OUTPATIENT_BILLS = new Set(['12', '13', '14', '22', '23', '72', '74', '76', '85']);

/**
 * Which NCCI pairs a claim is held against; undefined for inpatient stays, other types of bill and dental claims.
 * Medicaid has files of its own, one of them for suppliers of medical equipment.
 */
export function ptpSettingOf(claim: Claim, inpatient: boolean): PtpSetting | undefined {
  const medicaid = claim.payer?.kind === 'medicaid';
  if (claim.type === 'professional') return medicaid ? (isSupplier(claim) ? 'medicaid-dme' : 'medicaid-practitioner') : 'practitioner';
  if (claim.type === 'dental' || inpatient) return undefined;
  const bill = claim.billType?.trim().replace(/^0(?=\d{3}$)/, '') ?? '';
  if (bill !== '' && !OUTPATIENT_BILLS.has(bill.slice(0, 2))) return undefined;
  return medicaid ? 'medicaid-outpatient' : 'outpatient';
}

/** Contractors that take claims of suppliers of medical equipment only: the four DME MACs. Their numbers were not read in a list of CMS. */
const DME_CONTRACTORS = new Set(['16013', '17013', '18003', '19003']);

/** Which MUE table a claim is held against: that of suppliers by its payer, or by the taxonomy of who bills. */
export function mueServiceOf(claim: Claim, ptp: PtpSetting | undefined): MueService | undefined {
  return ptp === 'practitioner' && isSupplier(claim) ? 'dme' : ptp;
}

function isSupplier({ billing, payer }: Claim): boolean {
  const taxonomy = billing?.taxonomy ?? '';
  // 332B: medical equipment and supplies; 335E: prosthetics and orthotics (NUCC).
  return taxonomy.startsWith('332B') || taxonomy.startsWith('335E') || DME_CONTRACTORS.has(payer?.id ?? '');
}
