import type { Claim } from '@cleanclaim/core';

/**
 * Made-up answer files to try; no person, practice or payer stands behind them, and the NPIs only pass their check
 * digit. The claim numbers are those of the sample claims.
 */
const ISA = (sender: string, receiver: string): string =>
  `ISA*00*          *00*          *ZZ*${sender.padEnd(15)}*ZZ*${receiver.padEnd(15)}*260602*0900*^*00501*000000101*0*T*:`;

function file(segments: readonly string[]): string {
  return segments.map((segment) => `${segment}~\n`).join('');
}

const PAYMENT = [
  'ST*835*0001',
  'BPR*I*217.01*C*ACH*CCP*01*111000012*DA*33*1234567890**01*111000025*DA*22*20260602',
  'TRN*1*0123456*1234567890',
  'DTM*405*20260602',
  'N1*PR*SAMPLE HEALTH PLAN',
  'N3*2 PAYER STREET',
  'N4*ALBANY*NY*12207',
  'PER*BL*HELP DESK*TE*5555550101',
  'N1*PE*SAMPLE CLINIC*XX*1234567893',
  'LX*1',
  'CLP*A-095*1*128*70.56*18*12*P095*11*1',
  'NM1*QC*1*SAMPLE*PATIENT****MI*W000000001',
  'SVC*HC:G0108*128*70.56**1',
  'DTM*472*20260512',
  'CAS*CO*45*38**253*1.44',
  'CAS*PR*2*18',
  'AMT*B6*90',
  'CLP*A-100*1*238*80.08*18*12*P100*11*1',
  'NM1*QC*1*SAMPLE*PATIENT****MI*W000000001',
  'SVC*HC:99213:25*128*70.56**1',
  'DTM*472*20260512',
  'CAS*CO*45*38**253*1.44',
  'CAS*PR*2*18',
  'REF*6R*A-100-1',
  'AMT*B6*90',
  'SVC*HC:Q4048:RT*96*0**0',
  'DTM*472*20260512',
  'CAS*CO*11*96',
  'LQ*HE*N657',
  'SVC*HC:G0108*14*9.52**1',
  'DTM*472*20260512',
  'CAS*CO*45*4.29**253*0.19',
  'AMT*B6*9.71',
  'CLP*A-101*1*180*86.37*22.03*12*P101*11*1',
  'NM1*QC*1*SAMPLE*PATIENT****MI*W000000002',
  'SVC*HC:G0108*180*86.37**1',
  'DTM*472*20260304',
  'CAS*CO*45*69.84**253*1.76',
  'CAS*PR*2*22.03',
  'AMT*B6*110.16',
  'CLP*A-102*4*210*0*0*12*P102*11*1',
  'NM1*QC*1*SAMPLE*PATIENT****MI*W000000003',
  'SVC*HC:99213*210*0**0',
  'DTM*472*20260304',
  'CAS*CO*29*210',
  'PLB*1234567893*20261231*WO:A-088*20',
];

/** The claims that the payment answers, as they were sent: one with another code and a line more, and one that is missing. */
const CLAIMS: readonly Claim[] = [
  sent('A-095', 'W000000001', '2026-05-12', [['G0108', '128.00']]),
  sent('A-100', 'W000000001', '2026-05-12', [
    ['99214', '128.00', '25'],
    ['Q4048', '96.00', 'RT'],
    ['G0108', '14.00'],
    ['A4253', '22.50'],
  ]),
  sent('A-101', 'W000000002', '2026-03-04', [['G0108', '180.00']]),
];

function sent(
  id: string,
  memberId: string,
  on: string,
  lines: readonly (readonly [code: string, charge: string, modifier?: string])[],
): Claim {
  return {
    type: 'professional',
    id,
    patient: { memberId },
    diagnoses: [],
    lines: lines.map(([code, charge, modifier], at) => ({
      code,
      ...(modifier === undefined ? {} : { modifiers: [modifier] }),
      from: on,
      units: 1,
      charge,
      control: `${id}-${at + 1}`,
    })),
  };
}

export function sampleClaims(): string {
  return CLAIMS.map((claim) => JSON.stringify(claim)).join('\n');
}

export function sample835(): string {
  return file([
    ISA('PAYER', 'CLINIC'),
    'GS*HP*PAYER*CLINIC*20260602*0900*1*X*005010X221A1',
    ...PAYMENT,
    `SE*${PAYMENT.length + 1}*0001`,
    'GE*1*1',
    'IEA*1*000000101',
  ]);
}

const ANSWER = [
  'ST*277*0001*005010X214',
  'BHT*0085*08*10001*20260513*0900*TH',
  'HL*1**20*1',
  'NM1*PR*2*SAMPLE HEALTH PLAN*****46*PAYER',
  'TRN*1*10001',
  'DTP*050*D8*20260513',
  'DTP*009*D8*20260513',
  'HL*2*1*21*1',
  'NM1*41*2*SAMPLE CLINIC*****46*CLINIC',
  'TRN*2*1-0001',
  'STC*A1:19:PR*20260513*WQ*366',
  'QTY*90*1',
  'QTY*AA*1',
  'AMT*YU*128',
  'AMT*YY*238',
  'HL*3*2*19*1',
  'NM1*85*2*SAMPLE CLINIC*****XX*1234567893',
  'HL*4*3*PT',
  'NM1*QC*1*SAMPLE*PATIENT****MI*W000000001',
  'TRN*2*A-101',
  'STC*A2:20:PR*20260513*WQ*128',
  'DTP*472*D8*20260304',
  'HL*5*3*PT',
  'NM1*QC*1*SAMPLE*PATIENT****MI*W000000001',
  'TRN*2*A-100',
  'STC*A7:255*20260513*U*238******A7:562:82',
  'DTP*472*D8*20260512',
];

export function sample277CA(): string {
  return file([
    ISA('PAYER', 'CLINIC'),
    'GS*HN*PAYER*CLINIC*20260513*0900*1*X*005010X214',
    ...ANSWER,
    `SE*${ANSWER.length + 1}*0001`,
    'GE*1*1',
    'IEA*1*000000101',
  ]);
}

export const SAMPLES = { '835': sample835, '277CA': sample277CA, claims: sampleClaims };
export type SampleKind = keyof typeof SAMPLES;
