export { findColumn, type Mapping, readMapping } from './columns.ts';
export { aggregationSql, connect, hasDuckdb, sourceOf } from './duckdb.ts';
export { filterOf, layoutOf, readCells, type ReadCells, type ReadRequest } from './read-cells.ts';
export { readCauseList, readLife, readSmallTable, readStandard } from './read-lists.ts';
export { delimiterOf, kindOf } from './text-table.ts';
export { whoLayout } from './who-layout.ts';
export { readNumber } from './number.ts';
export { causesChart, funnelChart, pyramidChart, ratesChart, trendChart } from './show/charts.ts';
export { reportHtml, type ReportPage } from './show/report.ts';
