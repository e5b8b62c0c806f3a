import { type Day, day } from '@cleanclaim/core';

/**
 * Levels of visits by medical decision making or time, as adopted for Medicare: office visits from 2021 (CY 2020 Physician
 * Fee Schedule final rule, 84 FR 62568), hospital, emergency and home visits from 2023 (CY 2023, 87 FR 69404). Codes, minutes
 * and what counts are facts; the wording of the criteria is ours, and no descriptor of CPT stands here. Minutes checked against a
 * provider's tip sheet of January 2024 (slideshare 273430201); the rules themselves were not read again here.
 */
export type Level = 'straightforward' | 'low' | 'moderate' | 'high';
export const LEVELS: readonly Level[] = ['straightforward', 'low', 'moderate', 'high'];

export type Setting = 'officeNew' | 'officeKnown' | 'hospitalFirst' | 'hospitalNext' | 'emergency' | 'homeNew' | 'homeKnown';

export interface VisitCode {
  readonly code: string;
  /** The levels it is for: hospital care has one code for the two lowest. */
  readonly levels: readonly Level[];
  /** Least minutes of the day; undefined where time does not choose the code. */
  readonly least?: number;
  /** Most minutes, while codes had ranges. */
  readonly most?: number;
}

export interface Criteria {
  readonly setting: Setting;
  readonly from: Day;
  /** Last day; null while in force. */
  readonly to: Day | null;
  readonly codes: readonly VisitCode[];
}

const office = (codes: readonly string[], minutes: readonly (readonly [least: number, most: number])[], ranges: boolean): VisitCode[] =>
  codes.map((code, at) => {
    const [least = 0, most = 0] = minutes[at] ?? [];
    return { code, levels: LEVELS.slice(at, at + 1), least, ...(ranges ? { most } : {}) };
  });

const NEW = ['99202', '99203', '99204', '99205'];
const NEW_MINUTES = [
  [15, 29],
  [30, 44],
  [45, 59],
  [60, 74],
] as const;
const KNOWN = ['99212', '99213', '99214', '99215'];
const KNOWN_MINUTES = [
  [10, 19],
  [20, 29],
  [30, 39],
  [40, 54],
] as const;

/** Hospital days: the two lowest levels share a code. */
const hospital = (codes: readonly [string, string, string], minutes: readonly [number, number, number]): VisitCode[] => [
  { code: codes[0], levels: ['straightforward', 'low'], least: minutes[0] },
  { code: codes[1], levels: ['moderate'], least: minutes[1] },
  { code: codes[2], levels: ['high'], least: minutes[2] },
];

const home = (codes: readonly string[], minutes: readonly number[]): VisitCode[] =>
  codes.map((code, at) => ({ code, levels: LEVELS.slice(at, at + 1), least: minutes[at] ?? 0 }));

const OFFICE_SINCE = day('2021-01-01');
const OTHERS_SINCE = day('2023-01-01');
/** Until then office codes had ranges of minutes, since then least minutes only. */
const RANGES_UNTIL = day('2023-12-31');
const LEAST_SINCE = day('2024-01-01');

export const CRITERIA: readonly Criteria[] = [
  { setting: 'officeNew', from: OFFICE_SINCE, to: RANGES_UNTIL, codes: office(NEW, NEW_MINUTES, true) },
  { setting: 'officeNew', from: LEAST_SINCE, to: null, codes: office(NEW, NEW_MINUTES, false) },
  { setting: 'officeKnown', from: OFFICE_SINCE, to: RANGES_UNTIL, codes: office(KNOWN, KNOWN_MINUTES, true) },
  { setting: 'officeKnown', from: LEAST_SINCE, to: null, codes: office(KNOWN, KNOWN_MINUTES, false) },
  { setting: 'hospitalFirst', from: OTHERS_SINCE, to: null, codes: hospital(['99221', '99222', '99223'], [40, 55, 75]) },
  { setting: 'hospitalNext', from: OTHERS_SINCE, to: null, codes: hospital(['99231', '99232', '99233'], [25, 35, 50]) },
  {
    setting: 'emergency',
    from: OTHERS_SINCE,
    to: null,
    codes: ['99282', '99283', '99284', '99285'].map((code, at) => ({ code, levels: LEVELS.slice(at, at + 1) })),
  },
  { setting: 'homeNew', from: OTHERS_SINCE, to: null, codes: home(['99341', '99342', '99344', '99345'], [15, 30, 60, 75]) },
  { setting: 'homeKnown', from: OTHERS_SINCE, to: null, codes: home(['99347', '99348', '99349', '99350'], [20, 30, 40, 60]) },
];

export const SETTINGS: readonly Setting[] = [...new Set(CRITERIA.map(({ setting }) => setting))];

/** The criteria of a setting on a day; undefined where none are known. */
export function criteriaOn(setting: Setting, on: Day): Criteria | undefined {
  return CRITERIA.find((each) => each.setting === setting && each.from <= on && (each.to === null || on <= each.to));
}

/** What was reviewed, ordered, heard and discussed, for the data part of the decision. */
export interface DataReviewed {
  /** Notes from outside, each source once; results reviewed and tests ordered, each test once. */
  readonly notes: number;
  readonly results: number;
  readonly orders: number;
  /** Somebody else had to tell the history. */
  readonly historian: boolean;
  /** A test that somebody else reports was read by oneself. */
  readonly interpreted: boolean;
  /** Management or a test was discussed with someone outside. */
  readonly discussed: boolean;
}

/** The level of the data part: categories of which one makes it moderate and two make it high. */
export function dataLevel({ notes, results, orders, historian, interpreted, discussed }: DataReviewed): Level {
  const items = notes + results + orders;
  const categories = [items + (historian ? 1 : 0) >= 3, interpreted, discussed].filter(Boolean).length;
  if (categories >= 2) return 'high';
  if (categories === 1) return 'moderate';
  return items >= 2 || historian ? 'low' : 'straightforward';
}

/** Two of the three parts must reach a level: so the middle one decides. */
export function decisionLevel(problems: Level, data: Level, risk: Level): Level {
  const [, middle = 'straightforward'] = [problems, data, risk].toSorted((one, other) => LEVELS.indexOf(one) - LEVELS.indexOf(other));
  return middle;
}

export function codeByLevel({ codes }: Criteria, level: Level): VisitCode | undefined {
  return codes.find(({ levels }) => levels.includes(level));
}

/** The code whose least minutes are reached; undefined for too short a time, and where time does not choose. */
export function codeByTime({ codes }: Criteria, minutes: number): VisitCode | undefined {
  return codes.findLast(({ least }) => least !== undefined && minutes >= least);
}
