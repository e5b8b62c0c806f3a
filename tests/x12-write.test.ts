import { type Claim, isFailure, readClaim } from '@cleanclaim/core';
import { acknowledge, checkX12, ClaimReader, type ClaimEnvelope, writeClaims, X12Checker } from '@cleanclaim/x12';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeClaim } from './made/claims.ts';
import { data } from './support/data.ts';
import { hasPyx12, pyx12 } from './support/pyx12.ts';

const ENVELOPE: ClaimEnvelope = {
  sender: { id: 'SENDER', name: 'MADE CLINIC', contact: 'BILLING OFFICE', phone: '5555550100' },
  receiver: { id: 'RECEIVER', name: 'MADE PAYER' },
  moment: { date: '20260402', time: '0830' },
  control: 12,
  usage: 'T',
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function claimsOf(text: string): Claim[] {
  const claims: Claim[] = [];
  const checker = new X12Checker({ follow: new ClaimReader((claim) => claims.push(claim)) });
  checker.push(bytes(text));
  checker.report();
  return claims;
}

function manyLines(count: number): Claim {
  const line = { code: 'G0108', charge: '2.50', from: '2026-02-02', pos: '11', units: 1, pointers: [1] };
  return { ...plain(), id: 'LONG-CLAIM-NUMBER-001', lines: Array.from({ length: count }, () => line), total: (count * 2.5).toFixed(2) };
}

function plain(): Claim {
  for (let n = 0; ; n++) {
    const claim = makeClaim(n);
    if (claim.type === 'professional' && claim.otherPayers === undefined && claim.patientPaid === undefined && !claim.repricing)
      return claim;
  }
}

describe('claims of all three kinds to an 837 and back', () => {
  it('are clean, come back the same, and are written the same again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (from) => {
        const claims = Array.from({ length: 12 }, (_, n) => makeClaim(from + n));
        const text = writeClaims(claims, ENVELOPE);
        expect(checkX12(bytes(text), { data }).findings).toEqual([]);
        const back = claimsOf(text);
        const byId = new Map(back.map((claim) => [claim.id, claim]));
        expect(claims.map((claim) => byId.get(claim.id))).toEqual(claims);
        expect(writeClaims(back, ENVELOPE)).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it('are claims of the documented shape', () => {
    for (const claim of claimsOf(
      writeClaims(
        Array.from({ length: 40 }, (_, n) => makeClaim(n)),
        ENVELOPE,
      ),
    )) {
      const read = readClaim(claim);
      expect(isFailure(read) ? read : read.unknown).toEqual([]);
    }
  });

  it('a dependent has a level of his own under the subscriber', () => {
    const claim: Claim = {
      ...plain(),
      subscriber: { relation: 'child', name: { last: 'MASON', first: 'EVE' }, group: 'G7' },
    };
    const text = writeClaims([claim], ENVELOPE);
    expect(text).toContain('HL*2*1*22*1~\nSBR*P**G7*');
    expect(text).toContain('NM1*IL*1*MASON*EVE****MI*');
    expect(text).toContain('HL*3*2*23*0~\nPAT*19~\nNM1*QC*1*');
  });

  it('minutes, drugs, replacements and papers are where the guide wants them', () => {
    const claim: Claim = {
      ...plain(),
      frequency: '8',
      originalClaim: 'ICN7',
      attachments: [{ report: 'OZ', by: 'FX', control: 'A1' }],
      lines: [
        {
          code: '00100',
          modifiers: ['AA'],
          minutes: 45,
          charge: '90.00',
          from: '2026-02-02',
          pos: '11',
          pointers: [1],
          ndc: { code: '0000-0000-01', quantity: 2, unit: 'ML' },
        },
      ],
      total: '90.00',
    };
    const text = writeClaims([claim], ENVELOPE);
    for (const segment of [
      '*90***11:B:8*',
      'PWK*OZ*FX***AC*A1~',
      'REF*F8*ICN7~',
      'SV1*HC:00100:AA*90*MJ*45***1~',
      'LIN**N4*0000000001~\nCTP****2*ML~',
    ])
      expect(text).toContain(segment);
  });

  it('transport, certificates and repricing are where the guide wants them, and come back', () => {
    const claim: Claim = {
      ...plain(),
      ambulance: {
        patientWeight: 275,
        reason: 'A',
        miles: '21.50',
        stretcherPurpose: 'CANNOT SIT',
        conditions: [
          { answer: 'yes', codes: ['04', '06'] },
          { answer: 'no', codes: ['05'] },
        ],
        pickUp: { address: { lines: ['1 ELM STREET'], city: 'ALBANY', state: 'NY', zip: '12207' } },
        dropOff: { name: 'MADE HOSPITAL', address: { lines: ['2 ELM STREET'], city: 'ALBANY', state: 'NY', zip: '12207' } },
      },
      spinalManipulation: { condition: 'A', description: 'LOW BACK', moreDescription: 'SINCE MAY' },
      repricing: { method: '00', allowed: '0.00', organization: 'R7', rejection: 'T1' },
      lines: [
        {
          code: '98940',
          charge: '90.00',
          from: '2026-02-02',
          pos: '11',
          units: 1,
          modifiers: [],
          pointers: [1],
          equipmentCertification: { kind: 'revised', months: 99, conditions: { answer: 'yes', codes: ['38'] }, revised: '2026-01-05' },
          repricing: { method: '03', allowed: '45.50', savings: '44.50', codeList: 'HC', code: '98940', unit: 'UN', units: 1 },
        },
      ],
      total: '90.00',
    };
    const text = writeClaims([claim], ENVELOPE);
    for (const segments of [
      'CR1*LB*275**A*DH*21.50****CANNOT SIT~\nCR2********A**LOW BACK*SINCE MAY~\nCRC*07*Y*04*06~\nCRC*07*N*05~\nHI*',
      'HCP*00*0**R7*********T1~',
      'NM1*PW*2~\nN3*1 ELM STREET~',
      'NM1*45*2*MADE HOSPITAL~',
      'CR3*S*MO*99~\nCRC*09*Y*38~\nDTP*472*D8*20260202~\nDTP*607*D8*20260105~',
      'HCP*03*45.5*44.5******HC*98940*UN*1~',
    ])
      expect(text).toContain(segments);
    expect(checkX12(bytes(text), { data }).findings).toEqual([]);
    // Equal but for the mile's last zero, which stands as the file has it.
    expect(claimsOf(text)).toEqual([{ ...claim, ambulance: { ...claim.ambulance, miles: 21.5 } }]);
    const other = claimsOf(text.replace('CR1*LB', 'CR1*KG').replace('CR3*S*MO*99', 'CR3*S*WK*99').replace('HCP*00*0', 'HCP*00*many'));
    expect(other[0]?.ambulance).not.toHaveProperty('patientWeight');
    expect(other[0]?.lines[0]?.equipmentCertification).not.toHaveProperty('months');
    expect(other[0]?.repricing?.allowed).toBe('many');
    expect(() => writeClaims([{ ...manyLines(51), repricing: { method: '03' } }], ENVELOPE)).toThrow('51 lines');
  });

  it('a claim with more lines than its guide takes becomes several that add up', () => {
    const parts = claimsOf(writeClaims([manyLines(120)], ENVELOPE));
    expect(parts.map(({ id, lines, total }) => [id, lines.length, total])).toEqual([
      ['LONG-CLAIM-NUMBER--1', 50, '125.00'],
      ['LONG-CLAIM-NUMBER--2', 50, '125.00'],
      ['LONG-CLAIM-NUMBER--3', 20, '50.00'],
    ]);
    expect(checkX12(bytes(writeClaims([manyLines(120)], ENVELOPE)), { data }).findings).toEqual([]);
    expect(() => writeClaims([{ ...manyLines(51), patientPaid: '5.00' }], ENVELOPE)).toThrow('51 lines');
    const codes = Array.from({ length: 13 }, () => ({ code: 'I10' }));
    expect(() => writeClaims([{ ...plain(), diagnoses: codes }], ENVELOPE)).toThrow('13 diagnoses');
  });

  it('what a billing office has beside codes and charges is where the guide wants it, and comes back', () => {
    const address = { lines: ['PO BOX 7'], city: 'ALBANY', state: 'NY', zip: '122070007' };
    const [line] = plain().lines;
    const claim: Claim = {
      ...plain(),
      payer: {
        id: '12302',
        name: 'MADE PAYER',
        kind: 'medicare',
        identifiers: [{ qualifier: 'FY', id: 'OFFICE 7' }],
        providerIdentifiers: [{ qualifier: 'G2', id: 'P77' }],
      },
      billing: {
        ...plain().billing,
        identifiers: [{ qualifier: '0B', id: 'L1' }],
        contacts: [{ name: 'ANN', phone: '5555550101', extension: '7', email: 'A@EXAMPLE.ORG' }],
        payTo: { address },
        payToPlan: { name: 'MADE PLAN', id: 'P1', taxId: '123456780', address },
      },
      patient: {
        ...plain().patient,
        deathDate: '2026-02-03',
        weight: 120,
        pregnant: 'yes',
        identifiers: [{ qualifier: 'SY', id: '111220000' }],
      },
      diagnoses: [
        { code: '25000', codeSystem: 'icd9cm' },
        { code: '4019', codeSystem: 'icd9cm' },
      ],
      identifiers: [{ qualifier: 'D9', id: 'TRACE 1' }],
      dates: [
        { qualifier: '454', on: '2026-01-02' },
        { qualifier: '314', from: '2026-01-02', to: '2026-01-09' },
      ],
      notes: [{ kind: 'TPO', text: 'SEE X-RAY' }],
      contract: { type: '09', amount: '5.00', code: 'C1' },
      fileInformation: ['AGREED'],
      homebound: 'yes',
      epsdtReferral: { answer: 'yes', codes: ['AV'] },
      visionConditions: [{ category: 'E1', answer: 'yes', codes: ['L1', 'L3'] }],
      delayReason: '3',
      lines: [
        {
          ...line,
          ordering: { npi: '1245319599', name: { last: 'GREY', first: 'MARTHA' }, address, contacts: [{ phone: '5555550102' }] },
          facility: { npi: '1679576722', name: 'MADE PLACE', address },
          emergency: 'yes',
          epsdt: 'yes',
          rental: { days: 30, rent: '12.50', price: '200.00', per: 'month' },
          testResults: [{ kind: 'TR', test: 'R1', value: '10.2' }],
          dates: [{ qualifier: '738', on: '2026-01-02' }],
          salesTax: '1.25',
          postage: '2.00',
          identifiers: [{ qualifier: 'G1', id: 'PA2', payer: '999' }],
          forms: [
            {
              list: 'UT',
              form: '04.04',
              answers: [
                { question: '1A', answer: 'yes' },
                { question: '2', text: 'TWO' },
                { question: '3', on: '2026-01-02' },
              ],
            },
          ],
        },
        { ...line },
      ],
      total: '5.00',
    };
    const text = writeClaims([claim], ENVELOPE);
    for (const segments of [
      'PER*IC*ANN*TE*5555550101*EX*7*EM*A@EXAMPLE.ORG~\nNM1*87*2~\nN3*PO BOX 7~\nN4*ALBANY*NY*122070007~\nNM1*PE*2*MADE PLAN*****PI*P1~',
      '****D8*20260203*01*120*Y~',
      'REF*FY*OFFICE 7~\nREF*G2*P77~',
      'DTP*454*D8*20260102~\nDTP*314*RD8*20260102-20260109~\nCN1*09*5**C1~\nREF*D9*TRACE 1~\nK3*AGREED~\nNTE*TPO*SEE X-RAY~\nCRC*E1*Y*L1*L3~\nCRC*75*Y*IH~\nCRC*ZZ*Y*AV~\nHI*BK:25000*BF:4019~',
      'SV5*HC:G0108*DA*30*12.5*200*4~',
      'MEA*TR*R1*10.2~',
      'REF*G1*PA2**2U:999~\nAMT*T*1.25~\nAMT*F4*2~',
      'LQ*UT*04.04~\nFRM*1A*Y~\nFRM*2**TWO~\nFRM*3***20260102~',
    ])
      expect(text).toContain(segments);
    expect(claimsOf(text)).toEqual([claim]);
  });

  it('encounters, recoveries and predeterminations each have an interchange of their own, and come back', () => {
    const claims: Claim[] = [
      { ...plain(), id: 'E', purpose: 'encounter' },
      { ...plain(), id: 'C' },
      { ...plain(), id: 'D', predetermination: 'yes' },
      { ...plain(), id: 'R', purpose: 'subrogation' },
    ];
    const text = writeClaims(claims, ENVELOPE);
    const told = [...text.matchAll(/^(?:GS\*.*\*(\w+)|BHT\*.*\*(\w+)|CLM\*(\w))/gm)].map(
      ([, version, purpose, id]) => version ?? purpose ?? id,
    );
    expect(told.join(' ')).toBe('005010X222A1 CH C 005010X222A1 RP E 005010X222A1 31 R 005010X291 CH D');
    expect(claimsOf(text)).toEqual(['C', 'E', 'R', 'D'].map((id) => claims.find((claim) => claim.id === id)));
    expect(checkX12(bytes(text), { data }).errors).toBe(0);
  });

  it('5,000 claims fill a set, and every number is its own', () => {
    const claim = plain();
    const text = writeClaims(
      Array.from({ length: 5_001 }, (_, n) => ({ ...claim, id: `C${n}` })),
      ENVELOPE,
    );
    expect(text.match(/^ST\*837\*\d+/gm)).toEqual(['ST*837*0001', 'ST*837*0002']);
    expect(text).toContain('GE*2*12~\nIEA*1*000000012~');
  });
});

describe('pyx12', () => {
  const present = hasPyx12();
  const of = (type: Claim['type']): string =>
    writeClaims(
      Array.from({ length: 90 }, (_, n) => makeClaim(n)).filter((claim) => claim.type === type),
      ENVELOPE,
    );

  it.skipIf(!present)('accepts the 837P and 837I that we write, and what it refuses is refused', { timeout: 300_000 }, () => {
    for (const type of ['professional', 'institutional'] as const) expect(pyx12(of(type))).toBe('OK');
    expect(pyx12(of('professional').replace('NM1*85*2', 'NM1*ZZ*2'))).toContain('2010AA');
  });

  it.skipIf(!present)('accepts our 999s', { timeout: 300_000 }, () => {
    const text = of('professional');
    for (const each of [text, text.replace('NM1*85*2', 'NM1*ZZ*2'), text.replace('CLM*N', 'CLM*N*1*2*3*'), text.replace('SE*', 'SE*9')]) {
      const answer = acknowledge(checkX12(bytes(each), { data }), { moment: ENVELOPE.moment, control: 7 });
      expect(checkX12(bytes(answer)).findings).toEqual([]);
      expect(pyx12(answer)).toBe('OK');
    }
  });
});
