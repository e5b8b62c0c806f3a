import { type Day, day } from '../day.ts';

/**
 * Levels of visits by medical decision making or time, as adopted for Medicare: office visits from 2021 (CY 2020 Physician
 * Fee Schedule final rule, 84 FR 62568); hospital, emergency, nursing facility and home visits from 2023 (CY 2023, 87 FR 69404).
 * Codes, minutes and what counts are facts; no descriptor of CPT stands here. The rules themselves were not read again: minutes
 * were compared on 2026-11-24 with a provider's tip sheet of January 2024 (slideshare 273430201: office, hospital, emergency, home),
 * an osteopaths' booklet (fliphtml5 dzrjz/qljx: nursing facilities in 2023), NGS Medicare's timetable of prolonged services of 2025
 * (ngsmedicare.com 13723734: the highest level of each kind, and when prolonged services begin) and pages on 99234 to 99239, 99306
 * and 99308 (medcodingjobs.com, iframe.ai, legalclarity.org).
 */
export const LEVELS = ['straightforward', 'low', 'moderate', 'high'] as const;
export type Level = (typeof LEVELS)[number];

export const SETTINGS = [
  'office-new',
  'office-established',
  'hospital-initial',
  'hospital-subsequent',
  'hospital-same-day',
  'hospital-discharge',
  'emergency',
  'nursing-initial',
  'nursing-subsequent',
  'home-new',
  'home-established',
] as const;
export type Setting = (typeof SETTINGS)[number];

export interface VisitCode {
  readonly code: string;
  /** The levels it is for: hospital care has one code for the two lowest. None where time alone chooses the code. */
  readonly levels: readonly Level[];
  /** Least minutes of the day; undefined where time does not choose the code. */
  readonly least?: number;
  /** Most minutes, where the code has a range. */
  readonly most?: number;
}

/** Medicare's code for time beyond the highest level, and the minutes from which it may be added. */
export interface Prolonged {
  readonly code: string;
  readonly from: number;
}

export interface Criteria {
  readonly setting: Setting;
  readonly from: Day;
  /** Last day; null while in force. */
  readonly to: Day | null;
  /** From the lowest to the highest. */
  readonly codes: readonly VisitCode[];
  /** Undefined where none is known for the days. */
  readonly prolonged?: Prolonged;
}

/** One code a level. */
function fourCodes(codes: readonly string[], minutes: readonly number[]): VisitCode[] {
  return codes.map((code, at) => {
    const least = minutes[at];
    return { code, levels: LEVELS.slice(at, at + 1), ...(least === undefined ? {} : { least }) };
  });
}

/** Three codes: the two lowest levels share one. */
function threeCodes(codes: readonly [string, string, string], minutes: readonly [number, number, number]): VisitCode[] {
  return [
    { code: codes[0], levels: ['straightforward', 'low'], least: minutes[0] },
    { code: codes[1], levels: ['moderate'], least: minutes[1] },
    { code: codes[2], levels: ['high'], least: minutes[2] },
  ];
}

/** The ranges that office codes had until the end of 2023: each ends before the next begins. */
function withRanges(codes: readonly VisitCode[], last: number): VisitCode[] {
  return codes.map((each, at) => ({ ...each, most: (codes[at + 1]?.least ?? last + 1) - 1 }));
}

const OFFICE_NEW = fourCodes(['99202', '99203', '99204', '99205'], [15, 30, 45, 60]);
const OFFICE_ESTABLISHED = fourCodes(['99212', '99213', '99214', '99215'], [10, 20, 30, 40]);
const NURSING_INITIAL = ['99304', '99305', '99306'] as const;
const NURSING_SUBSEQUENT = ['99307', '99308', '99309', '99310'];

const OFFICE_SINCE = day('2021-01-01');
const OTHERS_SINCE = day('2023-01-01');
/** Until then office codes had ranges of minutes, and two codes of nursing facilities asked for less time. */
const UNTIL_2024 = day('2023-12-31');
const SINCE_2024 = day('2024-01-01');

const CRITERIA: readonly Criteria[] = [
  { setting: 'office-new', from: OFFICE_SINCE, to: UNTIL_2024, codes: withRanges(OFFICE_NEW, 74) },
  { setting: 'office-new', from: SINCE_2024, to: null, codes: OFFICE_NEW, prolonged: { code: 'G2212', from: 89 } },
  { setting: 'office-established', from: OFFICE_SINCE, to: UNTIL_2024, codes: withRanges(OFFICE_ESTABLISHED, 54) },
  { setting: 'office-established', from: SINCE_2024, to: null, codes: OFFICE_ESTABLISHED, prolonged: { code: 'G2212', from: 69 } },
  {
    setting: 'hospital-initial',
    from: OTHERS_SINCE,
    to: null,
    codes: threeCodes(['99221', '99222', '99223'], [40, 55, 75]),
    prolonged: { code: 'G0316', from: 90 },
  },
  {
    setting: 'hospital-subsequent',
    from: OTHERS_SINCE,
    to: null,
    codes: threeCodes(['99231', '99232', '99233'], [25, 35, 50]),
    prolonged: { code: 'G0316', from: 65 },
  },
  {
    setting: 'hospital-same-day',
    from: OTHERS_SINCE,
    to: null,
    codes: threeCodes(['99234', '99235', '99236'], [45, 70, 85]),
    prolonged: { code: 'G0316', from: 110 },
  },
  {
    setting: 'hospital-discharge',
    from: OTHERS_SINCE,
    to: null,
    codes: [
      { code: '99238', levels: [], least: 1, most: 30 },
      { code: '99239', levels: [], least: 31 },
    ],
  },
  { setting: 'emergency', from: OTHERS_SINCE, to: null, codes: fourCodes(['99282', '99283', '99284', '99285'], []) },
  { setting: 'nursing-initial', from: OTHERS_SINCE, to: UNTIL_2024, codes: threeCodes(NURSING_INITIAL, [25, 35, 45]) },
  {
    setting: 'nursing-initial',
    from: SINCE_2024,
    to: null,
    codes: threeCodes(NURSING_INITIAL, [25, 35, 50]),
    prolonged: { code: 'G0317', from: 95 },
  },
  { setting: 'nursing-subsequent', from: OTHERS_SINCE, to: UNTIL_2024, codes: fourCodes(NURSING_SUBSEQUENT, [10, 15, 30, 45]) },
  {
    setting: 'nursing-subsequent',
    from: SINCE_2024,
    to: null,
    codes: fourCodes(NURSING_SUBSEQUENT, [10, 20, 30, 45]),
    prolonged: { code: 'G0317', from: 85 },
  },
  {
    setting: 'home-new',
    from: OTHERS_SINCE,
    to: null,
    codes: fourCodes(['99341', '99342', '99344', '99345'], [15, 30, 60, 75]),
    prolonged: { code: 'G0318', from: 140 },
  },
  {
    setting: 'home-established',
    from: OTHERS_SINCE,
    to: null,
    codes: fourCodes(['99347', '99348', '99349', '99350'], [20, 30, 40, 60]),
    prolonged: { code: 'G0318', from: 110 },
  },
];

/** The criteria of a setting on a day; undefined where none are known. */
export function criteriaOn(setting: Setting, on: Day): Criteria | undefined {
  return CRITERIA.find((each) => each.setting === setting && each.from <= on && (each.to === null || on <= each.to));
}

/** The first day from which a setting has criteria. */
export function criteriaSince(setting: Setting): Day {
  return CRITERIA.find((each) => each.setting === setting)?.from ?? OTHERS_SINCE;
}

/** The setting whose codes hold this one; undefined for a code without levels. */
export function settingOf(code: string): Setting | undefined {
  return CRITERIA.find(({ codes }) => codes.some((each) => each.code === code))?.setting;
}
