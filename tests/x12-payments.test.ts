import { type Claim, day } from '@cleanclaim/core';
import { type ExplainedPayment, type ExplainOptions, explainPayment, PaymentReader, SentClaims, X12Checker } from '@cleanclaim/x12';
import { describe, expect, it } from 'vitest';
import { data } from './support/data.ts';

/** An 835 of these claims, each `CLP…` with what follows it; the payment adds up. */
function remittance(claims: readonly (readonly string[])[]): string {
  const paid = claims.reduce((sum, [head = '']) => sum + Number(head.split('*')[4]), 0);
  const set = [
    'ST*835*0001',
    `BPR*I*${paid}*C*ACH*CCP*01*111000012*DA*33*1234567890**01*111000025*DA*22*20260401`,
    'TRN*1*EFT1*1234567890',
    'N1*PR*MADE PAYER',
    'N3*2 PAYER STREET',
    'N4*ALBANY*NY*12207',
    'PER*BL*HELP DESK*TE*5555550101',
    'N1*PE*MADE CLINIC*XX*1234567893',
    'LX*1',
    ...claims.flat(),
  ];
  const all = [
    'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260401*1200*^*00501*000000001*0*P*:',
    'GS*HP*SENDER*RECEIVER*20260401*1200*1*X*005010X221A1',
    ...set,
    `SE*${set.length + 1}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
  ];
  return `${all.join('~\n')}~\n`;
}

function explain(claims: readonly (readonly string[])[], options: Omit<ExplainOptions, 'today'> = {}): ExplainedPayment {
  const found: ExplainedPayment[] = [];
  const reader = new PaymentReader((payment) => found.push(explainPayment(payment, { today: day('2026-04-11'), ...options })));
  const checker = new X12Checker({ data, follow: reader });
  checker.push(new TextEncoder().encode(remittance(claims)));
  expect(checker.report().findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return found[0] as ExplainedPayment;
}

const SENT: Claim = {
  type: 'professional',
  id: 'A-1',
  patient: { memberId: 'W1' },
  lines: [
    { code: 'G0108', modifiers: ['25'], from: '2026-02-02', units: 2, charge: '120.00' },
    { code: 'A4253', from: '2026-02-02', units: 1, charge: '30.00' },
  ],
  total: '150.00',
};
const sent = (): SentClaims => {
  const claims = new SentClaims();
  claims.add(SENT);
  return claims;
};
const PAID = [
  'CLP*A-1*1*150*100**MB*ICN1*11*1',
  'NM1*QC*1*DYER*ELLA****MI*W1',
  'SVC*HC:G0108:25*120*80**2',
  'DTM*472*20260202',
  'CAS*CO*45*40',
  'REF*6R*A-1-1',
  'AMT*B6*80',
  'SVC*HC:A4253*30*20**1',
  'DTM*472*20260202',
  'CAS*CO*45*10',
];

describe('a payment beside the claim sent', () => {
  it('is found by its number, its lines by theirs or by code, day and charge', () => {
    const [claim] = explain([PAID], { sent: sent() }).claims;
    expect(claim?.sent).toEqual({ claim: 'A-1', by: 'control', charged: '150.00', lines: [1, 2], differences: [] });
  });

  it('is found by member, day and charge when the number is another, and not when two claims have them', () => {
    const other = ['CLP*XYZ*1*150*100**MB*ICN1*11*1', ...PAID.slice(1)];
    expect(explain([other], { sent: sent() }).claims[0]?.sent).toMatchObject({ by: 'member-date-charge', claim: 'A-1' });
    const two = sent();
    two.add({ ...SENT, id: 'A-2' });
    expect(explain([other], { sent: two }).claims[0]?.sent).toBeNull();
    expect(explain([PAID]).claims[0]).not.toHaveProperty('sent');
  });

  it('tells what the payer changed', () => {
    const changed = [
      'CLP*A-1*1*120*50**MB*ICN1*11*1',
      'NM1*QC*1*DYER*ELLA****MI*W1',
      'SVC*HC:G0109*120*50**1*HC:G0108:25*2',
      'DTM*472*20260202',
      'CAS*CO*45*70',
      'REF*6R*A-1-1',
    ];
    expect(explain([changed], { sent: sent() }).claims[0]?.sent?.differences).toEqual([
      { what: 'charge', line: null, sent: '150.00', paid: '120.00' },
      { what: 'code', line: 1, sent: 'G0108', paid: 'G0109' },
      { what: 'units', line: 1, sent: '2', paid: '1' },
      { what: 'line-missing', line: 2, sent: 'A4253', paid: null },
    ]);
  });

  it('does not call the units of a denied line changed', () => {
    const denied = [
      'CLP*A-1*4*150*0**MB*ICN1*11*1',
      'NM1*QC*1*DYER*ELLA****MI*W1',
      'SVC*HC:G0108:25*120*0**0',
      'DTM*472*20260202',
      'CAS*CO*50*120',
      'REF*6R*A-1-1',
      'SVC*HC:A4253*30*0**0',
      'DTM*472*20260202',
      'CAS*CO*50*30',
    ];
    expect(explain([denied], { sent: sent() }).claims[0]?.sent?.differences).toEqual([]);
  });

  it('takes the claims sent as one JSON text, a list or a line each, whole or not at all', () => {
    const one = JSON.stringify(SENT);
    for (const [text, count] of [
      [`\ufeff${one}`, 1],
      [`[${one},${one}]`, 2],
      [`${one}\r\n\n${one}\n`, 2],
    ] as const) {
      const claims = new SentClaims();
      expect(claims.addJson(text)).toBeUndefined();
      expect(claims.count).toBe(count);
    }
    const claims = new SentClaims();
    expect(claims.addJson(`${one}\n{"type":1}`)).toMatchObject({ code: 'claim/wrong-shape', message: expect.stringMatching(/^Line 2: /) });
    expect(claims.addJson('{\n"type": "professional",\n')).toMatchObject({ code: 'input/not-json' });
    expect(claims.addJson('')).toMatchObject({ code: expect.stringMatching(/^input\//) });
    expect(claims.count).toBe(0);
  });

  it('is set against the contract, but never above the charge', () => {
    const expected = ({ code }: { code: string }): string | undefined =>
      code === 'G0108' ? '100.00' : code === 'A4253' ? '99.00' : undefined;
    expect(explain([PAID], { expected }).claims[0]?.underpaid).toEqual([
      { line: 1, code: 'G0108', expected: '100.00', allowed: '80.00', short: '20.00' },
      { line: 2, code: 'A4253', expected: '30.00', allowed: '20.00', short: '10.00' },
    ]);
    // What is short is asked for, and only the rest written off.
    expect(explain([PAID], { expected }).claims[0]?.next.map(({ step, amount }) => [step, amount])).toEqual([
      ['appeal', '30.00'],
      ['write-off', '20.00'],
    ]);
  });
});

describe('days left', () => {
  const denied = (reason: string, filing: string): readonly string[] => [
    `CLP*A-1*4*30*0**${filing}*ICN1*11*1`,
    'NM1*QC*1*DYER*ELLA****MI*W1',
    'SVC*HC:A4253*30*0**0',
    'DTM*472*20240229',
    `CAS*CO*${reason}*30`,
  ];

  it('are those of Medicare for Medicare, of the plan where it is given, and else not said', () => {
    const until = (reason: string, filing: string, options: Omit<ExplainOptions, 'today'> = {}) =>
      explain([denied(reason, filing)], options).claims[0]?.next[0];
    expect(until('50', 'MB')).toMatchObject({
      step: 'appeal',
      category: 'medical-necessity',
      until: { on: '2026-08-04', daysLeft: 115, source: '42 CFR 405.942(a)' },
    });
    // A year after 29 February ends on the 28th.
    expect(until('16', 'MB')?.until).toEqual({ on: '2025-02-28', daysLeft: -407, source: '42 CFR 424.44(a)' });
    expect(until('50', '12')?.until).toBeNull();
    const limits = { appealDays: 60, filingDays: 90, source: 'made companion' };
    expect(until('50', '12', { limits })?.until).toEqual({ on: '2026-05-31', daysLeft: 50, source: 'made companion' });
    expect(until('16', '12', { limits })?.until?.on).toBe('2024-05-29');
  });

  it('of a late Medicare claim are none: it cannot be appealed', () => {
    expect(explain([denied('29', 'MB')]).claims[0]?.next[0]).toMatchObject({ step: 'check', category: 'timely-filing', until: null });
    expect(explain([denied('29', '12')]).claims[0]?.next[0]).toMatchObject({ step: 'appeal', until: null });
  });
});

describe('reversals', () => {
  it('are paired one to one with their corrections, with what they come to', () => {
    const back = ['CLP*A-1*22*-150*-100**MB*ICN1', 'CAS*CO*45*-50', 'NM1*QC*1*DYER*ELLA****MI*W1'];
    const anew = ['CLP*A-1*1*150*130**MB*ICN2', 'CAS*CO*45*20', 'NM1*QC*1*DYER*ELLA****MI*W1'];
    const alone = ['CLP*B-1*22*-10*-10**MB*ICN3', 'NM1*QC*1*DYER*ELLA****MI*W1'];
    const payment = explain([back, anew, alone]);
    expect(payment.corrections).toEqual([
      { claim: 'A-1', reversal: 0, correction: 1, net: '30.00' },
      { claim: 'B-1', reversal: 2, correction: null, net: '-10.00' },
    ]);
    expect(payment.claims.map(({ pairedWith, reversal }) => [pairedWith, reversal])).toEqual([
      ['correction', true],
      ['reversal', false],
      [null, true],
    ]);
  });
});
