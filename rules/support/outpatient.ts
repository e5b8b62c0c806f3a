import type { Cite, ClaimView, LineView } from '@cleanclaim/core';
import { isOfficeVisit } from './code-kinds.ts';
import { pageRead } from './manual-cites.ts';

/** What the letters of addendum B mean. */
export const PAYMENT_STATUS: Cite = pageRead(
  'Noridian: OPPS payment status indicators',
  'https://med.noridianmedicare.com/web/jea/provider-types/opps/opps-payment-status-indicators',
  'as of 2018; E1 and E2 from a digest',
);

/** One edit of the Integrated Outpatient Code Editor, by its number; its specification was not read. */
export function outpatientEditor(section: string): Cite {
  return {
    title: 'Integrated Outpatient Code Editor: quarterly specifications',
    section,
    url: 'https://www.cms.gov/medicare/coding-billing/outpatient-code-editor-oce',
    checked: '2026-11-24',
    read: 'digest',
  };
}

/** Hospital outpatient bills (13x), which Medicare sends through the outpatient editor. */
export function isHospitalOutpatient({ claim, type }: ClaimView): boolean {
  return type === 'institutional' && /^0?13/.test(claim.billType?.trim() ?? '');
}

/** Medical visits to a hospital: clinic, emergency department, and office codes of critical access hospitals. */
export function isHospitalVisit({ code }: LineView): boolean {
  return code === 'G0463' || (code >= 'G0380' && code <= 'G0384') || (code >= '99281' && code <= '99285') || isOfficeVisit(code);
}
