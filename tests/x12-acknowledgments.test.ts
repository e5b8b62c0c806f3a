import { acknowledge, acknowledgeClaims, ClaimCollector, X12Checker, X12FileReader } from '@cleanclaim/x12';
import { describe, expect, it } from 'vitest';
import { make835, make837P } from './made/x12.ts';

/** What one side writes, the other reads: our own answers to a made file, told in plain words. */
const encoder = new TextEncoder();
const MOMENT = { date: '20260402', time: '0900' };

function made837(claims: number, change: (text: string) => string = (text) => text): Uint8Array {
  let text = '';
  make837P(claims, (part) => (text += part));
  return encoder.encode(change(text));
}

function read(text: string | Uint8Array) {
  const reader = new X12FileReader();
  reader.push(typeof text === 'string' ? encoder.encode(text) : text);
  return reader.content();
}

function answersTo(bytes: Uint8Array) {
  const collector = new ClaimCollector();
  const checker = new X12Checker({ follow: collector });
  checker.push(bytes);
  const report = checker.report();
  return {
    files: read(acknowledge(report, { moment: MOMENT, control: 1 })).answers,
    claims: read(acknowledgeClaims(report, collector, { moment: MOMENT, control: 2 })).answers,
  };
}

describe('acknowledgments in plain words', () => {
  it('reads a 999 that takes the file', () => {
    const { files } = answersTo(made837(3));
    expect(files).toMatchObject([
      {
        kind: '999',
        code: 'HC',
        version: '005010X222A1',
        result: 'accepted',
        received: 1,
        accepted: 1,
        sets: [{ set: '837', control: '0001', result: 'accepted', segments: [] }],
      },
    ]);
  });

  it('reads a 999 that refuses a set, with the segment, the element and the reason', () => {
    const { files } = answersTo(made837(2, (text) => text.replace(/DTP\*472\*D8\*\d{8}/, 'DTP*472*D8*20261399')));
    const [answer] = files;
    if (answer?.kind !== '999') throw new Error('a 999 was expected');
    expect(answer.sets[0]).toMatchObject({
      result: 'rejected',
      segments: [
        {
          segment: 'DTP',
          says: 'elements of the segment have errors',
          elements: [{ element: 3, code: '8', says: 'this is no day', value: '20261399' }],
        },
      ],
    });
  });

  it('reads a 277CA claim by claim: accepted, and refused with what to do', () => {
    const { claims } = answersTo(made837(2, (text) => text.replace(/DTP\*472\*D8\*\d{8}/, 'DTP*472*D8*20261399')));
    const [answer] = claims;
    if (answer?.kind !== '277CA') throw new Error('a 277CA was expected');
    expect(answer).toMatchObject({ acceptedCount: 1, rejectedCount: 1 });
    expect(answer.claims.map(({ claim, result }) => [claim, result])).toEqual([
      ['C0', 'rejected'],
      ['C1', 'accepted'],
    ]);
    expect(answer.claims[0]?.statuses[0]).toMatchObject({
      category: { code: 'A7', says: 'rejected, something is not valid' },
      status: { code: '187', says: 'date of service' },
    });
    expect(answer.claims[0]?.how).toMatch(/send it again as a new claim/);
  });

  it('reads a TA1', () => {
    const { files } = answersTo(made837(1, (text) => text.replace('IEA*1*000000001', 'IEA*1*000000009')));
    expect(files[0]).toMatchObject({
      kind: 'TA1',
      result: 'rejected',
      note: { code: '001', says: 'the control numbers of header and trailer differ' },
    });
  });

  it('gives no words to a code it does not know, and does not take it for a good sign', () => {
    const text =
      'ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260401*1200*^*00501*000000001*0*P*:~' +
      'GS*HN*PAYER*CLINIC*20260401*1200*1*X*005010X214~ST*277*0001*005010X214~BHT*0085*08*1*20260401*1200*TH~' +
      'HL*1**20*1~NM1*PR*2*MADE PAYER*****46*PAYER~TRN*1*1~DTP*050*D8*20260401~DTP*009*D8*20260401~' +
      'HL*2*1*21*1~NM1*41*2*MADE CLINIC*****46*CLINIC~TRN*2*1~STC*A1:19:PR*20260401*WQ*100~' +
      'HL*3*2*19*1~NM1*85*2*MADE CLINIC*****XX*1234567893~HL*4*3*PT~NM1*QC*1*BAKER*ANNA****MI*W1~' +
      'TRN*2*C7~STC*Z9:9999:ZZ*20260401*WQ*100~DTP*472*D8*20260301~' +
      'TRN*2*constructor~STC*A2:20:PR*20260401*WQ*50.5~DTP*472*RD8*20260301-20260303~' +
      'SE*21*0001~GE*1*1~IEA*1*000000001~';
    const [answer] = read(text).answers;
    if (answer?.kind !== '277CA') throw new Error('a 277CA was expected');
    expect(answer.claims).toMatchObject([
      { claim: 'C7', result: 'unknown', statuses: [{ category: { says: null }, status: { says: null } }] },
      {
        claim: 'constructor',
        result: 'accepted',
        patient: { last: 'BAKER', first: 'ANNA' },
        from: '2026-03-01',
        to: '2026-03-03',
        amount: '50.50',
      },
    ]);
  });

  it('reads claims and payments in the same way, and nothing from what is no X12', () => {
    expect(read(made837(3)).claims).toHaveLength(3);
    let text = '';
    make835(4, (part) => (text += part));
    expect(read(text).payments[0]?.claims).toHaveLength(4);
    for (const nothing of ['', 'hello', 'ISA*00*', '\u0000\u0001', '{"a":1}']) {
      const content = read(nothing);
      expect(content).toMatchObject({ claims: [], payments: [], answers: [] });
      expect(content.report.errors).toBeGreaterThan(0);
    }
  });
});
