import { describe, expect, it } from 'vitest';
import { makeData } from '../data.ts';
import { day } from '../day.ts';
import { isCleanclaimError } from '../errors.ts';
import { perform } from '../operations/operation.ts';
import { type VisitLevelInput, visitLevel } from '../operations/visit-level.ts';
import { criteriaOn, LEVELS, SETTINGS } from './criteria.ts';
import { dataLevel, decisionBounds } from './decision.ts';

const NONE = { notes: 0, results: 0, orders: 0, historian: false, interpreted: false, discussed: false };
const context = { data: makeData({ icd10cm: () => undefined, placeOfService: () => undefined }), today: day('2026-05-12') };
const ask = (input: VisitLevelInput) => perform(visitLevel, input, context);

function failureOf(input: unknown): string {
  try {
    perform(visitLevel, input, context);
  } catch (error) {
    if (isCleanclaimError(error)) return `${error.failure.code} ${error.failure.path}`;
    throw error;
  }
  return 'none';
}

describe('the parts of a decision', () => {
  it('two of the three decide', () => {
    expect(decisionBounds(['high', 'straightforward', 'high']).most).toBe('high');
    expect(decisionBounds(['high', 'straightforward', 'moderate'])).toEqual({ least: 'moderate', most: 'moderate' });
    expect(decisionBounds(['low', 'low', 'high']).least).toBe('low');
    expect(decisionBounds(['straightforward', 'high', 'straightforward']).most).toBe('straightforward');
  });

  it('a part not given leaves bounds, and none where the others agree', () => {
    expect(decisionBounds(['moderate', undefined, 'low'])).toEqual({ least: 'low', most: 'moderate' });
    expect(decisionBounds(['moderate', undefined, 'moderate'])).toEqual({ least: 'moderate', most: 'moderate' });
    expect(decisionBounds([undefined, undefined, 'high'])).toEqual({ least: 'straightforward', most: 'high' });
  });

  it('data count by items and categories', () => {
    expect(dataLevel(NONE)).toBe('straightforward');
    expect(dataLevel({ ...NONE, orders: 1 })).toBe('straightforward');
    expect(dataLevel({ ...NONE, orders: 2 })).toBe('low');
    expect(dataLevel({ ...NONE, historian: true })).toBe('low');
    expect(dataLevel({ ...NONE, orders: 2, historian: true })).toBe('moderate');
    expect(dataLevel({ ...NONE, interpreted: true })).toBe('moderate');
    expect(dataLevel({ ...NONE, interpreted: true, discussed: true })).toBe('high');
    expect(dataLevel({ ...NONE, results: 3, discussed: true })).toBe('high');
  });
});

describe('the level of a visit', () => {
  it('is the higher of decision and time', () => {
    const answer = ask({ setting: 'office-established', problems: 'moderate', results: 1, risk: 'moderate', minutes: 41 });
    expect(answer).toMatchObject({
      status: 'found',
      code: '99215',
      by: 'time',
      decision: { code: '99214' },
      time: { code: '99215' },
      ask: [],
    });
    expect(ask({ setting: 'office-established', problems: 'moderate', risk: 'moderate', minutes: 30 })).toMatchObject({
      code: '99214',
      by: 'both',
    });
  });

  it('asks for what is not given and never guesses it', () => {
    const one = ask({ setting: 'office-new', problems: 'moderate' });
    expect(one).toMatchObject({ status: 'open', code: null, decision: { least: 'straightforward', most: 'high', code: null } });
    expect(one.ask.map(({ part }) => part)).toEqual(['data', 'risk', 'minutes']);
    expect(one.ask[0]?.choices).toHaveLength(4);
    // Two that agree decide, whatever the third is.
    expect(ask({ setting: 'office-new', problems: 'moderate', risk: 'moderate' })).toMatchObject({ status: 'found', code: '99204' });
    // The two lowest levels of hospital care share a code, so bounds may do.
    expect(ask({ setting: 'hospital-initial', problems: 'low', data: 'straightforward' })).toMatchObject({
      status: 'found',
      code: '99221',
    });
    expect(ask({ setting: 'home-new' })).toMatchObject({ status: 'open', code: null, decision: null, time: null });
  });

  it('holds a chosen code against what is given', () => {
    const claimed = (input: VisitLevelInput) => ask(input).claimed?.borneOut;
    expect(claimed({ code: '99215', minutes: 34, problems: 'moderate', data: 'low', risk: 'moderate' })).toBe(false);
    expect(claimed({ code: '99214', minutes: 34 })).toBe(true);
    expect(claimed({ code: '99213', minutes: 34 })).toBe(true);
    // Time is not given, or a part of the decision: it cannot be told.
    expect(claimed({ code: '99215', problems: 'moderate', data: 'low', risk: 'moderate' })).toBeNull();
    expect(claimed({ code: '99215', minutes: 34 })).toBeNull();
    expect(claimed({ code: '99285', problems: 'moderate', data: 'low', risk: 'moderate', minutes: 90 })).toBe(false);
    expect(claimed({ code: '99215', on: '2019-03-04' })).toBeNull();
  });

  it('office codes have ranges of minutes to the end of 2023 and least minutes since', () => {
    expect(ask({ setting: 'office-established', on: '2023-12-31' }).codes.map(({ least, most }) => [least, most])).toEqual([
      [10, 19],
      [20, 29],
      [30, 39],
      [40, 54],
    ]);
    const codes = [9, 10, 19, 20, 39, 40, 600].map((minutes) => ask({ setting: 'office-established', minutes }).time?.code);
    expect(codes).toEqual([null, '99212', '99212', '99213', '99214', '99215', '99215']);
    expect(ask({ setting: 'office-established', minutes: 9 })).toMatchObject({ status: 'too-short' });
  });

  it('discharge goes by time alone, emergency visits never by time', () => {
    expect(ask({ setting: 'hospital-discharge', minutes: 30 })).toMatchObject({ code: '99238', decision: null });
    expect(ask({ setting: 'hospital-discharge', minutes: 31, problems: 'high' })).toMatchObject({ code: '99239', decision: null });
    expect(ask({ setting: 'emergency', minutes: 90 })).toMatchObject({ status: 'open', code: null, time: null });
  });

  it('says from when Medicare pays prolonged services, for the days it is known', () => {
    expect(ask({ setting: 'office-new', minutes: 88 }).cautions.join()).not.toMatch(/G2212/);
    expect(ask({ setting: 'office-new', minutes: 89 }).cautions.join()).toMatch(/From 89 minutes Medicare may pay G2212 beside 99205/);
    expect(ask({ setting: 'office-new', minutes: 75, on: '2022-03-04' }).cautions.join()).toMatch(/More than 74 minutes/);
    expect(ask({ setting: 'nursing-initial', minutes: 45, on: '2023-03-04' }).code).toBe('99306');
    expect(ask({ setting: 'nursing-initial', minutes: 45 }).code).toBe('99305');
  });

  it('knows no criteria before they were in force, and one code for each level after', () => {
    expect(ask({ setting: 'office-new', on: '2020-12-31' })).toMatchObject({ status: 'no-criteria', code: null, codes: [] });
    expect(ask({ setting: 'hospital-initial', on: '2022-12-31' }).status).toBe('no-criteria');
    for (const setting of SETTINGS.filter((each) => each !== 'hospital-discharge'))
      for (const level of LEVELS)
        expect(criteriaOn(setting, context.today)?.codes.filter(({ levels }) => levels.includes(level))).toHaveLength(1);
  });

  it('refuses what it cannot weigh, naming where', () => {
    expect(failureOf({})).toBe('input/invalid /setting');
    expect(failureOf({ setting: 'office' })).toBe('input/invalid /setting');
    expect(failureOf({ code: '99211' })).toBe('input/invalid /code');
    expect(failureOf({ code: '9'.repeat(300) })).toBe('input/too-long /code');
    expect(failureOf({ code: '99215', setting: 'home-new' })).toBe('input/invalid /code');
    expect(failureOf({ setting: 'home-new', data: 'low', results: 3 })).toBe('input/invalid /data');
    expect(failureOf({ setting: 'home-new', on: '2026-02-30' })).toBe('input/not-a-day /on');
    for (const minutes of [-1, 1441, 1.5, Number.NaN, Infinity, '30', null])
      expect(failureOf({ setting: 'home-new', minutes })).toBe('input/invalid /minutes');
    expect(failureOf({ setting: 'home-new', notes: 100 })).toBe('input/invalid /notes');
  });
});
