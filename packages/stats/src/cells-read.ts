import type { GatheredCells } from '@cleanclaim/core/statistics';

/** What a table came to, and which reader read it. */
export interface ReadCells extends GatheredCells {
  readonly reader: 'text' | 'duckdb' | 'who';
}
