import { type Answer, AnswerReader, X12Checker } from '@cleanclaim/x12';
import { describe, expect, it } from 'vitest';

function answersOf(group: string, version: string, set: string, segments: readonly string[]): Answer[] {
  const body = [`ST*${set}*0001*${version}`, ...segments];
  const all = [
    'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260401*1200*^*00501*000000001*0*P*:',
    `GS*${group}*SENDER*RECEIVER*20260401*1200*1*X*${version}`,
    ...body,
    `SE*${body.length + 1}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
  ];
  const found: Answer[] = [];
  const checker = new X12Checker({ follow: new AnswerReader((answer) => found.push(answer)) });
  checker.push(new TextEncoder().encode(`${all.join('~\n')}~\n`));
  expect(checker.report().findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return found;
}

const said = (answer: Answer | undefined): string[] =>
  (answer?.statements ?? []).map(({ code, says, about, details, notes }) => [says ?? code, ...about, ...details, ...notes].join(' | '));

describe('answers in plain words', () => {
  it('a 271: what is covered, and what the patient pays', () => {
    const [answer] = answersOf('HB', '005010X279A1', '271', [
      'BHT*0022*11*R1*20260401*1200',
      'HL*1**20*1',
      'NM1*PR*2*MADE PAYER*****PI*12302',
      'HL*2*1*21*1',
      'NM1*1P*2*MADE CLINIC*****XX*1234567893',
      'HL*3*2*22*0',
      'TRN*2*T1*1234567890',
      'NM1*IL*1*DYER*ELLA****MI*W1',
      'DMG*D8*19480615*F',
      'EB*1**30',
      'DTP*291*RD8*20260101-20261231',
      'EB*C*IND*30***23*1500',
      'EB*B**98^UC***27*25*****Y',
      'EB*A**48*****.2***Y*N',
      'MSG*CALL BEFORE ADMISSION',
      'EB*D**30',
    ]);
    expect(answer).toMatchObject({
      transaction: '271',
      payer: 'MADE PAYER',
      person: { name: 'ELLA DYER', memberId: 'W1' },
      traces: ['T1'],
    });
    expect(said(answer)).toEqual([
      'covered | the plan in general | 2026-01-01 to 2026-12-31',
      'deductible | the plan in general | for the person | 1500.00 | a calendar year',
      'copayment of the patient | office visit | urgent care | 25.00 | a visit | in network',
      'coinsurance of the patient | hospital, inpatient | 20 % | needs approval before | out of network | CALL BEFORE ADMISSION',
      'D | the plan in general',
    ]);
  });

  it('a 271 that found nobody says what to do', () => {
    const [answer] = answersOf('HB', '005010X279A1', '271', [
      'BHT*0022*11*R1*20260401*1200',
      'HL*1**20*1',
      'NM1*PR*2*MADE PAYER*****PI*12302',
      'HL*2*1*21*1',
      'NM1*1P*2*MADE CLINIC*****XX*1234567893',
      'HL*3*2*22*0',
      'NM1*IL*1*DYER*ELLA****MI*W1',
      'AAA*N**75*C',
    ]);
    expect(said(answer)).toEqual(['the member was not found | correct it and send again']);
  });

  it('a 277: claim and line', () => {
    const answers = answersOf('HN', '005010X212', '277', [
      'BHT*0010*08*R1*20260401*1200*DG',
      'HL*1**20*1',
      'NM1*PR*2*MADE PAYER*****PI*12302',
      'HL*2*1*21*1',
      'NM1*41*2*MADE CLINIC*****46*S1',
      'HL*3*2*19*1',
      'NM1*1P*2*MADE CLINIC*****XX*1234567893',
      'HL*4*3*22*0',
      'NM1*IL*1*DYER*ELLA****MI*W1',
      'TRN*2*T1',
      'STC*F1:65*20260330**150*100',
      'REF*1K*ICN1',
      'SVC*HC:G0108*150*100****2',
      'STC*F2:88*20260330',
      'DTP*472*D8*20260202',
    ]);
    expect(said(answers[0])).toEqual([
      'finished and paid | status code 65 | on 2026-03-30 | charged 150.00 | paid 100.00 | payer’s number ICN1',
      'finished and denied | G0108 | status code 88 | on 2026-03-30 | 2026-02-02',
    ]);
  });

  it('a 278: the decision and its number, of a dependent by the member’s number', () => {
    const [answer] = answersOf('HI', '005010X217', '278', [
      'BHT*0007*11*R1*20260401*1200*18',
      'HL*1**20*1',
      'NM1*X3*2*MADE PAYER*****PI*12302',
      'HL*2*1*21*1',
      'NM1*1P*2*MADE CLINIC*****XX*1234567893',
      'HL*3*2*22*1',
      'NM1*IL*1*DYER*ELLA****MI*W1',
      'HL*4*3*23*1',
      'NM1*QC*1*DYER*TOM',
      'HL*5*4*EV*1',
      'TRN*2*T1*9012345678',
      'UM*HS*I*1',
      'HCR*A2*AU77',
      'DTP*AAH*RD8*20260402-20260630',
      'HL*6*5*SS*0',
      'HCR*A3**0V',
      'SV1*HC:G0151**UN*6',
    ]);
    expect(answer?.person).toEqual({ name: 'TOM DYER', memberId: 'W1' });
    expect(said(answer)).toEqual(['approved in part | number AU77 | 2026-04-02 to 2026-06-30', 'not approved | G0151 | reason code 0V']);
  });
});
