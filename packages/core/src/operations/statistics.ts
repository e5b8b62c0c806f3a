/** The operations of statistics, apart from the rest: whoever looks up a code never loads them. */
export { type BirthRow, statisticsBirths } from './statistics-births.ts';
export { type BurdenRow, statisticsBurden } from './statistics-burden.ts';
export { type CompareRow, statisticsCompare } from './statistics-compare.ts';
export { type DrugRow, statisticsDrugs } from './statistics-drugs.ts';
export { type FunnelRow, statisticsFunnel } from './statistics-funnel.ts';
export { type InequalityRow, statisticsInequality } from './statistics-inequality.ts';
export { type LifeRow, statisticsLife } from './statistics-life.ts';
export { type QualityRow, statisticsQuality } from './statistics-quality.ts';
export { type RateRow, statisticsRates } from './statistics-rates.ts';
export { type SmrRow, statisticsSmr } from './statistics-smr.ts';
export { statisticsTrend, type TrendRow } from './statistics-trend.ts';
export { CAUSE_LISTS, type CauseListId, namedList } from '../statistics/causes/named-lists.ts';
export { suppressRows } from '../statistics/suppress-rows.ts';
export { rankedRows, tabulate, type TabulateRow } from '../statistics/tabulate.ts';
export { statisticsTabulate } from './statistics-tabulate.ts';
export { serviceCodes, statisticsUtilisation, type UtilisationRow, utilisationRows } from './statistics-utilisation.ts';
