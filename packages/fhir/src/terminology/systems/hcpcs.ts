import { SHELVES } from '@cleanclaim/core';
import { SYSTEM } from '../../systems.ts';
import type { TableDefinition } from './table-system.ts';

/** HCPCS Level II: supplies, drugs, services beside CPT, and modifiers. */
export const HCPCS: TableDefinition = {
  ...SHELVES.hcpcs,
  url: SYSTEM.hcpcs,
  name: 'HCPCS',
  title: 'HCPCS Level II',
  columns: {
    short: 'The short description',
    coverage: 'How Medicare covers it, by the letter of the file',
    betos: 'The BETOS category',
    service: 'The type of service',
    from: 'First day',
    to: 'Last day',
  },
  searched: 'hcpcs',
};
