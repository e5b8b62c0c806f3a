import { type Claim, CleanclaimError } from '@cleanclaim/core';
import { checkX12, ClaimFileWriter, ClaimWriter, type ClaimEnvelope, type WriteOptions, writeClaims } from '@cleanclaim/x12';
import { describe, expect, it } from 'vitest';
import { makeClaim } from './made/claims.ts';
import { data } from './support/data.ts';

const ENVELOPE: ClaimEnvelope = {
  sender: { id: 'SENDER', name: 'MADE CLINIC', contact: 'BILLING OFFICE', phone: '5555550100' },
  receiver: { id: 'RECEIVER', name: 'MADE PAYER' },
  moment: { date: '20260402', time: '0830' },
  control: 12,
  usage: 'T',
};
const KINDS = ['professional', 'institutional', 'dental'] as const;

const made = Array.from({ length: 40 }, (_, n) => makeClaim(n));
const sorted = KINDS.flatMap((kind) => made.filter(({ type }) => type === kind));

function oneOf(kind: Claim['type']): Claim {
  const found = made.find((claim) => claim.type === kind && claim.otherPayers === undefined);
  if (!found) throw new Error(`no ${kind} claim was made`);
  return found;
}

/** What a writer hands out, copied: its bytes are used again. */
function collector(): { readonly put: (bytes: Uint8Array) => void; readonly text: () => string; readonly count: () => number } {
  const pieces: Uint8Array[] = [];
  return {
    put: (bytes) => pieces.push(bytes.slice()),
    text: () => Buffer.concat(pieces).toString(),
    count: () => pieces.length,
  };
}

function written(claims: readonly Claim[]): string {
  const out = collector();
  const writer = new ClaimWriter(ENVELOPE, out.put);
  for (const claim of claims) writer.add(claim);
  writer.end();
  return out.text();
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

describe('claims written while they come', () => {
  it('are the file that a list of them is, in whatever order kinds and providers come', () => {
    expect(written(sorted)).toBe(writeClaims(sorted, ENVELOPE));
    expect(written(made)).toBe(writeClaims(made, ENVELOPE));
    const other = { npi: '1558598797', name: 'OTHER CLINIC' };
    const mixed = sorted.map((claim, at) => (at % 2 === 0 ? claim : { ...claim, billing: other }));
    expect(written(mixed)).toBe(writeClaims(mixed, ENVELOPE));
    expect(count(written(mixed), /^HL\*\d+\*\*20\*1~$/gm)).toBe(6);
  });

  it('a set leaves when it is full, and the numbers of every set and interchange are right', () => {
    const out = collector();
    const writer = new ClaimWriter(ENVELOPE, out.put);
    const [professional, institutional] = [oneOf('professional'), oneOf('institutional')];
    for (let n = 0; n < 4_999; n++) writer.add(professional);
    writer.add(institutional);
    expect(out.count()).toBe(0);
    writer.add(professional);
    expect(out.count()).toBeGreaterThan(10);
    writer.add(professional);
    for (let n = 0; n < 5_000; n++) writer.add(institutional);
    for (let n = 0; n < 3; n++) writer.add(professional);
    writer.end();
    const text = out.text();
    // The professional claim that waited was written before its interchange ended; the last three have one of their own.
    expect(text.match(/^(?:ISA|ST|GE|IEA)\*.*$/gm)?.map((segment) => segment.replace(/^ISA.*\*(\d{9})\*0\*T.*/, 'ISA*$1'))).toEqual([
      'ISA*000000012',
      'ST*837*0001*005010X222A1~',
      'ST*837*0002*005010X222A1~',
      'GE*2*12~',
      'IEA*1*000000012~',
      'ISA*000000013',
      'ST*837*0001*005010X223A2~',
      'ST*837*0002*005010X223A2~',
      'GE*2*13~',
      'IEA*1*000000013~',
      'ISA*000000014',
      'ST*837*0001*005010X222A1~',
      'GE*1*14~',
      'IEA*1*000000014~',
    ]);
    expect(count(text, /^CLM\*/gm)).toBe(10_005);
    expect(checkX12(new TextEncoder().encode(text), { data }).findings).toEqual([]);
  });

  it('no claims are no file', () => {
    expect(written([])).toBe('');
  });
});

describe('a file of claims, checked while it is written', () => {
  const options: WriteOptions = {
    parties: {},
    moment: ENVELOPE.moment,
    control: 1,
    test: true,
    data,
    missing: (party) => new CleanclaimError('usage/missing-argument', party),
  };

  it('takes sender and receiver from the first claim, and refuses one that tells others before anything is written of it', () => {
    const claim = oneOf('professional');
    const out = collector();
    const writer = new ClaimFileWriter(options, out.put);
    writer.add(claim);
    writer.add({ ...claim, billing: { ...claim.billing } });
    expect(() => writer.add({ ...claim, billing: { ...claim.billing, npi: '1558598797' } })).toThrow('sender');
    expect(() => writer.add({ ...claim, payer: { ...claim.payer, id: 'ANOTHER' } })).toThrow('receiver');
    expect(out.count()).toBe(0);
    const { errors, findings } = writer.end();
    expect(out.text()).toContain(`*${claim.billing?.npi}`);
    expect(errors).toBe(findings.filter(({ severity }) => severity === 'error').length);
  });

  it('says what the check found, and that nothing was given', () => {
    const told = new ClaimFileWriter(
      {
        ...options,
        parties: { sender: 'S1', senderName: 'CLINIC', contact: 'OFFICE', phone: '5555550100', receiver: 'R1', receiverName: 'PAYER' },
      },
      () => {},
    );
    told.add({ ...oneOf('professional'), total: '1.00' });
    expect(told.end().findings).toMatchObject([{ rule: 'x12/claim-total' }]);
    expect(() => new ClaimFileWriter(options, () => {}).end()).toThrow('Nothing was given');
  });
});
