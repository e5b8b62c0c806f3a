import type { FoundEdition } from '../source.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Number of a month by its English name or the first three letters of it; 0 when it is none. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Quarter in which a month lies. */
export function quarterOf(month: number): number {
  return Math.ceil(month / 3);
}

/** An edition that answers for one calendar quarter. */
export function quarterEdition(title: string, year: number, quarter: number): FoundEdition {
  const from = quarterStart(year, quarter);
  return { id: `${year}q${quarter}`, title: `${title}, ${year} quarter ${quarter}`, from, to: quarterEnd(year, quarter) };
}

export function quarterStart(year: number, quarter: number): string {
  return `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
}

export function quarterEnd(year: number, quarter: number): string {
  return `${year}-${['03-31', '06-30', '09-30', '12-31'][quarter - 1]}`;
}

/** An edition that answers for one calendar year. */
export function yearEdition(title: string, year: number): FoundEdition {
  return { id: String(year), title: `${title}, ${year}`, from: `${year}-01-01`, to: `${year}-12-31` };
}

/** An edition that answers for one US fiscal year, which begins on 1 October of the year before. */
export function fiscalYearEdition(title: string, year: number): FoundEdition {
  return { id: `fy${year}`, title: `${title}, FY${year}`, from: `${year - 1}-10-01`, to: `${year}-09-30` };
}

/**
 * Month in which an update within a fiscal year takes effect, by a file's own name or its archive's: the files in
 * `april-1-2026-code-descriptions-tabular-order.zip` are called as those of October are. 0 where neither names one.
 */
export function updateMonth(name: string, path: string, year: number): number {
  const own = /(?<![a-z])(jan|apr)(?:uary|il)?(?![a-z])/i.exec(name)?.[1];
  if (own !== undefined) return monthNumber(own);
  const archive = new RegExp(`(?<![a-z])(jan|apr)(?:uary|il)?[-_ ](?:1[-_ ])?${year}(?!\\d)[^\\\\/>]*\\.zip`, 'i').exec(path)?.[1];
  return archive === undefined ? 0 : monthNumber(archive);
}

/** Two digits of a year as four: the tables here begin in 1996. */
export function fullYear(digits: string): number {
  return digits.length === 4 ? Number(digits) : 2000 + Number(digits);
}

export const NO_PERIOD = 'neither its name nor its first lines say which year or quarter it is for. Give it its official name.';
