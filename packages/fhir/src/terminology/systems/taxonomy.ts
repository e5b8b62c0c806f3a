import { type KeyedTable, SHELVES, type TableRow } from '@cleanclaim/core';
import { SYSTEM } from '../../systems.ts';
import type { TableDefinition } from './table-system.ts';

/** The NUCC's codes for kinds of provider. */
export const TAXONOMY: TableDefinition = {
  ...SHELVES.taxonomy,
  url: SYSTEM.taxonomy,
  name: 'NUCCProviderTaxonomy',
  title: 'Health care provider taxonomy',
  // Files before 2020 have no display name.
  display: (table: KeyedTable, row: TableRow) =>
    (table.columns['display'] ? table.text('display', row) : '') || table.text('specialization', row) || table.text('classification', row),
  columns: { grouping: 'The group of providers', classification: 'The classification', specialization: 'The specialization' },
  copyright: '© American Medical Association for the National Uniform Claim Committee',
};
