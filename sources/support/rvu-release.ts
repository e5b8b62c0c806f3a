import type { FoundEdition } from '../source.ts';
import { fullYear, quarterEdition, quarterEnd, yearEdition } from './editions.ts';

/** A release of the relative value files: RVU25D is the fourth of 2025, RVU24AR the corrected first of 2024. */
export interface RvuRelease {
  readonly year: number;
  readonly quarter: number;
  readonly revised: boolean;
}

/** First day of corrected releases that do not begin with their quarter: the Consolidated Appropriations Act, 2024, raised fees from 9 March. */
const REVISED_FROM: Readonly<Record<string, string>> = { '2024q1': '2024-03-09' };

/** The release named in a file name or in the name of its archive or folder, as `rvu25d`. */
export function rvuRelease(...names: readonly string[]): RvuRelease | undefined {
  for (const name of names) {
    const found = /rvu(\d{2})([a-d])(r?)(?![a-z])/i.exec(name.replace(/^pprrvu_/i, ''));
    if (found)
      return { year: fullYear(found[1] ?? ''), quarter: 'abcd'.indexOf((found[2] ?? '').toLowerCase()) + 1, revised: found[3] !== '' };
  }
  return undefined;
}

/** Tables published each quarter answer for it; of a corrected release, from the day it holds for. */
export function quarterlyRelease(title: string, release: RvuRelease): FoundEdition {
  const edition = quarterEdition(title, release.year, release.quarter);
  if (!release.revised) return edition;
  return { ...edition, id: `${edition.id}r`, title: `${edition.title}, corrected`, from: REVISED_FROM[edition.id] ?? edition.from };
}

/** Tables made for a year come with each release again: they answer from their release to the end of the year. */
export function yearlyRelease(title: string, year: number, release: RvuRelease | undefined): FoundEdition {
  if (!release || release.year !== year) return yearEdition(title, year);
  return { ...quarterlyRelease(title, release), to: quarterEnd(year, 4) };
}
