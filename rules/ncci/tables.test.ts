import { type Claim, day, type ExampleTables, makeEngine, type Report } from '@cleanclaim/core';
import { describe, expect, it } from 'vitest';
import { data } from '../../tests/support/data.ts';
import { type MadeDays, madeData } from '../../tests/support/made-data.ts';
import procedure from '../code/procedure.rule.ts';
import { UNMADE } from '../index.ts';
import globalPeriod from '../mpfs/global-period.rule.ts';
import { exampleLine, visit } from '../support/example-claim.ts';
import { feeExample, medicareLines } from '../support/fee-example.ts';
import addOn from './add-on.rule.ts';
import mue from './mue.rule.ts';
import ptpPair from './ptp-pair.rule.ts';

const RULES = [procedure, ptpPair, mue, addOn, globalPeriod];

const TABLES: ExampleTables = {
  'ncci-ptp-practitioner': [{ column1: 'G0109', column2: 'G0108', from: '2010-01-01', to: null, indicator: '1', rationale: 'Made up' }],
  'ncci-mue-practitioner': [
    { code: 'G0108', units: '4', indicator: '1', rationale: 'Made up' },
    { code: 'G0109', units: '6', indicator: '2', rationale: 'Made up' },
  ],
};

function check(claim: Claim, tables: ExampleTables = TABLES, days?: MadeDays): Report {
  return makeEngine(RULES, madeData(data, tables, days)).check(claim, { received: day('2026-11-24') });
}

/** Rule, place and severity of each finding. */
function found(report: Report): string[] {
  return report.findings.map(({ rule, where, severity }) => `${severity} ${rule} ${where.path}`);
}

describe('a table that does not cover a day', () => {
  const quarter = { from: '2026-01-01', to: '2026-03-31' };
  const reasons = (report: Report, rule: string) => report.notChecked.filter((each) => each.rule === rule).map((each) => each.reason);

  it('is said for the claim of that day, with what to install', () => {
    const report = check(visit('2026-04-01', ['I10']), TABLES, quarter);
    expect(report.notChecked.find((each) => each.rule === 'ncci/ptp-pair')).toEqual({
      rule: 'ncci/ptp-pair',
      reason: 'No ncci-ptp-practitioner edition covers 2026-04-01 (installed: 2026-01-01 to 2026-03-31).',
      install: 'cleanclaim data add FILE (cleanclaim data sources tells which file ncci-ptp-practitioner is)',
    });
    expect(report.status).toBe('incomplete');
  });

  it('is said for a line of another day, once a claim, and the other lines are checked', () => {
    const on = (from: string) => exampleLine(from, 1, { units: 5 });
    const lines = [on('2026-03-31'), on('2026-04-01'), on('2026-04-01')];
    const report = check(visit('2026-03-31', ['I10'], { lines }), TABLES, quarter);
    expect(found(report)).toEqual(['warning ncci/mue /lines/0/units']);
    expect(reasons(report, 'ncci/mue')).toEqual([
      'No ncci-mue-practitioner edition covers 2026-04-01 (installed: 2026-01-01 to 2026-03-31).',
    ]);
  });

  it('is said for the first day too, when only a later line is covered', () => {
    const lines = [exampleLine('2025-12-31', 1, { units: 5 }), exampleLine('2026-01-01', 1, { units: 5 })];
    const report = check(visit('2025-12-31', ['I10'], { lines }), TABLES, quarter);
    expect(found(report)).toEqual(['warning ncci/mue /lines/1/units']);
    expect(reasons(report, 'ncci/mue')).toHaveLength(1);
  });

  it('names the editions that answered', () => {
    const ids = check(visit('2026-03-04', ['I10'])).editions.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['ncci-ptp-practitioner-made-up', 'ncci-mue-practitioner-made-up']));
  });

  it('gives the finding the edition of its table', () => {
    const [finding] = check(visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, { units: 5 })] })).findings;
    expect(finding?.source.edition).toBe('ncci-mue-practitioner-made-up');
  });

  it("is that of Medicaid for Medicaid: Medicare's is not asked, and that is said", () => {
    const claim = visit('2026-03-04', ['I10'], { payer: { kind: 'medicaid' }, lines: [exampleLine('2026-03-04', 1, { units: 5 })] });
    const report = makeEngine(RULES, madeData(data, TABLES), UNMADE).check(claim, { received: day('2026-11-24') });
    expect(found(report)).toEqual([]);
    expect(report.notChecked.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['ncci/ptp-pair', 'ncci/mue']));
    expect(report.notChecked.find(({ rule }) => rule === 'ncci/mue')?.reason).toContain('ncci-mue-medicaid-practitioner');
  });
});

describe('ncci/ptp-pair', () => {
  const two = (changes: Parameters<typeof exampleLine>[2] = {}) => medicareLines({ code: 'G0109' }, changes);

  it('names the line of column 2 and its place', () => {
    const [finding] = check(two()).findings;
    expect(finding).toMatchObject({
      severity: 'error',
      status: 'fail',
      codes: ['G0109', 'G0108'],
      where: { path: '/lines/1/code', box: '24D' },
    });
    expect(finding?.why).toContain('CARC 97');
  });

  it('records what opened the pair', () => {
    expect(check(two({ modifiers: ['59'] })).bypassed).toEqual([
      { rule: 'ncci/ptp-pair', codes: ['G0109', 'G0108'], by: 'modifier 59 on line 2' },
    ]);
  });

  it('is a warning for a payer that may follow Medicare', () => {
    const [finding] = check({ ...two(), payer: { kind: 'commercial' } }).findings;
    expect(finding).toMatchObject({ severity: 'warning', status: 'review' });
  });

  it('opens for each of the 44 modifiers and for no other', () => {
    const all = (first: string, second: string) => [...first].flatMap((one) => [...second].map((other) => one + other));
    const digits = '0123456789';
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const modifiers = [...all(digits + letters, digits + letters)];
    const opening = modifiers.filter((modifier) =>
      check(two({ modifiers: [modifier] })).bypassed.some((each) => each.rule === 'ncci/ptp-pair'),
    );
    expect(opening).toHaveLength(44);
    for (const modifier of ['22', '76', '77', '50', '51', '52', '26', 'TC', 'KX', 'GA']) expect(opening).not.toContain(modifier);
  });

  it('answers a claim of many lines without telling one line more often than it helps', () => {
    const lines = Array.from({ length: 400 }, (_, at) => exampleLine('2026-03-04', 1, { code: at % 2 ? 'G0108' : 'G0109' }));
    const report = check(visit('2026-03-04', ['I10'], { lines }));
    expect(report.findings.filter(({ rule }) => rule === 'ncci/ptp-pair')).toHaveLength(200 * 8);
  });
});

describe('ncci/mue', () => {
  it('does not pass a code without a row', () => {
    const report = check(visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, { code: 'G0110', units: 99 })] }));
    expect(report.notChecked.filter(({ rule }) => rule === 'ncci/mue').map(({ reason }) => reason)).toEqual([
      'ncci-mue-practitioner-made-up gives no value for G0110: not every code has one, and some are not published.',
    ]);
  });

  it('says it once a code', () => {
    const lines = ['G0110', 'G0110', 'G0111'].map((code) => exampleLine('2026-03-04', 1, { code }));
    expect(check(visit('2026-03-04', ['I10'], { lines })).notChecked.filter(({ rule }) => rule === 'ncci/mue')).toHaveLength(2);
  });

  it('denies a line of several days that reaches into a day with too many', () => {
    const span = { code: 'G0109', units: 10, from: '2026-03-02', to: '2026-03-06' };
    const report = check(medicareLines(span, { code: 'G0109', units: 5 }));
    expect(found(report)).toEqual(['error ncci/mue /lines/0/units', 'error ncci/mue /lines/1/units']);
  });

  it('tells modifier 50 with two units how it is billed', () => {
    const tables = { 'ncci-mue-practitioner': [{ code: 'G0108', units: '1', indicator: '3', rationale: '' }] };
    const [finding] = check(medicareLines({ modifiers: ['50'], units: 2 }), tables).findings;
    expect(finding?.fix).toContain('one line with modifier 50 and 1 unit');
  });
});

describe('mpfs/global-period', () => {
  it('records the modifier that took the visit out of the package', () => {
    const tables = { 'mpfs-rvu': [feeExample('G0104', { global: '000' }), feeExample('G0402')] };
    const report = check(medicareLines({ code: 'G0402', modifiers: ['25'] }, { code: 'G0104' }), tables);
    expect(report.bypassed).toEqual([{ rule: 'mpfs/global-period', codes: ['G0402', 'G0104'], by: 'modifier 25 on line 1' }]);
  });
});

describe('a visit that a pair and a global period both deny', () => {
  const tables: ExampleTables = {
    'ncci-ptp-practitioner': [{ column1: 'G0104', column2: 'G0402', from: '2010-01-01', to: null, indicator: '1', rationale: 'Made up' }],
    'mpfs-rvu': [feeExample('G0104', { global: '000' }), feeExample('G0107', { global: '010' }), feeExample('G0402')],
  };

  it('is told once, with the modifier that opens both', () => {
    const report = check(medicareLines({ code: 'G0402' }, { code: 'G0104' }), tables);
    expect(found(report)).toEqual(['error ncci/ptp-pair /lines/0/code']);
    expect(report.findings[0]?.fix).toContain('add modifier 25 to line 1');
    expect(check(medicareLines({ code: 'G0402', modifiers: ['25'] }, { code: 'G0104' }), tables).bypassed).toHaveLength(2);
  });

  it('is told of each operation that only one of them knows', () => {
    const report = check(medicareLines({ code: 'G0402' }, { code: 'G0104' }, { code: 'G0107' }), tables);
    expect(found(report)).toEqual(['error ncci/ptp-pair /lines/0/code', 'error mpfs/global-period /lines/0/code']);
    expect(report.findings[1]?.codes).toEqual(['G0402', 'G0107']);
  });
});

describe('code/procedure', () => {
  it('says that CPT codes were not checked, and takes those of the fee schedule as existing', () => {
    const claim = visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, { code: '00001' })] });
    const release = { hcpcs: [{ code: 'G0108', from: '2000-01-01', to: null }] };
    const reasons = (tables: ExampleTables) => check(claim, tables).notChecked.filter(({ rule }) => rule === 'code/procedure');
    expect(reasons(release)).toHaveLength(1);
    expect(reasons({ ...release, 'mpfs-rvu': [feeExample('00001')] })).toEqual([]);
  });
});
