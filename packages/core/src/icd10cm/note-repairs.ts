/**
 * Lines of the tabular list whose code reference is misprinted, and how it is meant. Each was seen in the release
 * named; a release that mends the print simply no longer meets the entry.
 */
export interface NoteRepair {
  readonly wrong: string;
  readonly right: string;
  readonly seen: string;
}

const SEEN = 'tabular XML, April 2025 and April 2026';
/** Mended since: the lists of April 2025 print them right. */
const EARLIER = 'tabular XML, FY2017 and January 2021';

export const NOTE_REPAIRS: readonly NoteRepair[] = [
  { wrong: '(F11-F19 with .15. .25, .95)', right: '(F11-F19 with .15, .25, .95)', seen: SEEN },
  { wrong: 'see categories E08-E10, E11, E13 with ketoacidosis', right: '(E08.1, E09.1, E10.1, E11.1, E13.1)', seen: SEEN },
  { wrong: '(I60.-. I61.-, I62.-)', right: '(I60.-, I61.-, I62.-)', seen: SEEN },
  {
    wrong: '(I69.01-I69.11-, I69.21-I69.31-, I69.81- I69.91-)',
    right: '(I69.01-, I69.11-, I69.21-, I69.31-, I69.81-, I69.91-)',
    seen: SEEN,
  },
  { wrong: '(E87.8}', right: '(E87.8)', seen: SEEN },
  { wrong: '(Z89.52-', right: '(Z89.52-)', seen: SEEN },
  { wrong: '(S52.- with open fracture 7th character)', right: '(S52.- with 7th character B or C)', seen: SEEN },
  { wrong: '(F11-F19 with fifth to sixth characters 51)', right: '(F11-F19 with .151, .251, .951)', seen: SEEN },
  { wrong: 'subcategories S06.1- to S06.6-, and S06.81- to S06.89-', right: '(S06.1-S06.6, S06.81-S06.89)', seen: SEEN },
  { wrong: 'classifiable to S06.0- to S06.8-', right: '(S06.0-S06.8)', seen: SEEN },
  { wrong: 'category T31 or T32', right: '(T31, T32)', seen: SEEN },
  // R10.4 does not exist: the list of sites ends with R10.3, and R10.8 and R10.9 are other codes.
  { wrong: '(R10.1-R10.4-)', right: '(R10.1-R10.3)', seen: SEEN },
  // A point for a comma hides both codes beside it (O22.3, O87.1) or the one before it (Z09); a parenthesis is not closed (K59.03).
  { wrong: 'I82.62-. I82.72-', right: 'I82.62-, I82.72-', seen: EARLIER },
  { wrong: '(Z86.-. Z87.-)', right: '(Z86.-, Z87.-)', seen: EARLIER },
  {
    wrong: 'to identify drug (T36-T50 with fifth or sixth character 5',
    right: 'to identify drug (T36-T50 with fifth or sixth character 5)',
    seen: EARLIER,
  },
];
