import { day } from '@cleanclaim/core';
import { describe, expect, it } from 'vitest';
import {
  codeByLevel,
  codeByTime,
  CRITERIA,
  criteriaOn,
  dataLevel,
  decisionLevel,
  LEVELS,
} from '../../packages/web/src/pages/em/criteria.ts';

const NONE = { notes: 0, results: 0, orders: 0, historian: false, interpreted: false, discussed: false };

describe('the level of a visit', () => {
  it('two of the three parts decide', () => {
    expect(decisionLevel('high', 'straightforward', 'high')).toBe('high');
    expect(decisionLevel('high', 'straightforward', 'moderate')).toBe('moderate');
    expect(decisionLevel('low', 'low', 'high')).toBe('low');
    expect(decisionLevel('straightforward', 'high', 'straightforward')).toBe('straightforward');
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

  it('time has ranges to the end of 2023 and least minutes since', () => {
    const before = criteriaOn('officeKnown', day('2023-12-31'));
    const since = criteriaOn('officeKnown', day('2024-01-01'));
    expect(before?.codes.map(({ least, most }) => [least, most])).toEqual([
      [10, 19],
      [20, 29],
      [30, 39],
      [40, 54],
    ]);
    expect(since?.codes.every(({ most }) => most === undefined)).toBe(true);
    if (!since) throw new Error('criteria were expected');
    expect([9, 10, 19, 20, 39, 40, 600].map((minutes) => codeByTime(since, minutes)?.code)).toEqual([
      undefined,
      '99212',
      '99212',
      '99213',
      '99214',
      '99215',
      '99215',
    ]);
  });

  it('knows no criteria before they were in force, and one code for each level after', () => {
    expect(criteriaOn('officeNew', day('2020-12-31'))).toBeUndefined();
    expect(criteriaOn('hospitalFirst', day('2022-12-31'))).toBeUndefined();
    for (const criteria of CRITERIA) for (const level of LEVELS) expect(codeByLevel(criteria, level), criteria.setting).toBeDefined();
    const emergency = criteriaOn('emergency', day('2026-05-12'));
    expect(emergency && codeByTime(emergency, 60)).toBeUndefined();
  });
});
