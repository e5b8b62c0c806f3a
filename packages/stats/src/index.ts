export { aggregationSql, connect, hasDuckdb, sourceOf } from './duckdb.ts';
export { readCells, type ReadCells } from './read-cells.ts';
export { readCauseList, readLife, readSmallTable, readStandard } from './read-lists.ts';
export { kindOf } from './text-table.ts';
export { whoLayout } from './who-layout.ts';
export { draw } from './show/draw.ts';
export * from './show/figures.ts';
export { reportHtml, type ReportPage } from './show/report.ts';
