import type { Cite } from '@cleanclaim/core';
import { pageRead } from './manual-cites.ts';

export const CROSSWALK: readonly [Cite, ...Cite[]] = [
  pageRead(
    'CMS: ASP NDC to HCPCS crosswalk, field descriptions',
    'https://coderx.io/source-data/cms-asp-ndc-to-hcpcs-crosswalk',
    'the descriptions as reprinted in 2025: package size is the amount in one item, and the list is not one of all drugs',
  ),
  {
    title: 'ASP pricing files: NDC to HCPCS crosswalk',
    url: 'https://www.cms.gov/medicare/payment/part-b-drugs/asp-pricing-files',
    checked: '2026-11-24',
    read: 'digest',
    note: 'columns as programs that read the file name them; no file was read',
  },
];
