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
    if (claim.type === 'professional' && claim.otherPayers === undefined && claim.patientPaid === undefined) return claim;
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
