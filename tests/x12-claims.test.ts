import { type Claim, isFailure, readClaim } from '@cleanclaim/core';
import {
  checkX12,
  ClaimReader,
  ClaimStream,
  type ClaimEnvelope,
  type Payment,
  PaymentReader,
  writeClaims,
  X12Checker,
} from '@cleanclaim/x12';
import { describe, expect, it } from 'vitest';
import { make835, make837P } from './made/x12.ts';
import { data } from './support/data.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function made(make: (claims: number, put: (text: string) => void) => void, claims: number): string {
  let text = '';
  make(claims, (part) => {
    text += part;
  });
  return text;
}

function claimsOf(text: string): Claim[] {
  const claims: Claim[] = [];
  const checker = new X12Checker({ follow: new ClaimReader((claim) => claims.push(claim)) });
  checker.push(bytes(text));
  checker.report();
  return claims;
}

function streamed(text: string, size: number): Claim[] {
  const claims: Claim[] = [];
  const stream = new ClaimStream((claim) => claims.push(claim));
  const all = bytes(text);
  for (let at = 0; at < all.length; at += size) stream.push(all.subarray(at, at + size));
  stream.end();
  return claims;
}

function paymentsOf(text: string): Payment[] {
  const payments: Payment[] = [];
  const checker = new X12Checker({ data, follow: new PaymentReader((payment) => payments.push(payment)) });
  checker.push(bytes(text));
  checker.report();
  return payments;
}

const ENVELOPE: ClaimEnvelope = {
  sender: { id: 'SENDER', name: 'MADE CLINIC', contact: 'BILLING OFFICE', phone: '5555550100' },
  receiver: { id: 'RECEIVER', name: 'MADE PAYER' },
  moment: { date: '20260402', time: '0830' },
  control: 12,
  usage: 'T',
};

const INSTITUTIONAL: Claim = {
  type: 'institutional',
  id: 'H-7',
  payer: { id: '12302', name: 'MADE PAYER', kind: 'medicare' },
  patient: {
    name: { last: 'DYER', first: 'ELLA' },
    memberId: '1EG4TE5MK73',
    address: { lines: ['9 OAK AVENUE'], city: 'ALBANY', state: 'NY', zip: '12207' },
    birthDate: '1948-06-15',
    sex: 'female',
  },
  billing: {
    taxonomy: '282N00000X',
    npi: '1234567893',
    name: 'MADE HOSPITAL',
    address: { lines: ['1 MAIN STREET'], city: 'ALBANY', state: 'NY', zip: '122070001' },
    taxId: '123456789',
  },
  diagnoses: [
    { code: 'I21.4', kind: 'principal', poa: 'Y' },
    { code: 'R07.9', kind: 'admitting' },
    { code: 'E11.9', kind: 'other', poa: 'Y' },
  ],
  procedures: [{ code: '4A023N7', on: '2026-02-03' }],
  lines: [{ revenue: '0120', modifiers: [], charge: '1200.50', units: 2 }],
  total: '1200.50',
  frequency: '1',
  billType: '0111',
  statement: { from: '2026-02-02', to: '2026-02-04' },
  admission: '2026-02-02',
  admissionType: '1',
  admissionSource: '1',
  dischargeStatus: '01',
  conditionCodes: ['C1'],
  occurrences: [
    { code: '74', from: '2026-02-02', to: '2026-02-03' },
    { code: '11', on: '2026-02-02' },
  ],
  values: [{ code: '80', amount: '2.00' }],
  drg: '281',
  attending: { npi: '1558598797', name: { last: 'GREY', first: 'MARTHA' } },
};

describe('claims of an 837', () => {
  it('are claims of our model, whole', () => {
    const [claim] = claimsOf(made(make837P, 1));
    const read = readClaim(claim);
    expect(isFailure(read) ? read : read.unknown).toEqual([]);
    expect(claim).toMatchObject({
      type: 'professional',
      id: 'C0',
      payer: { id: '12302', name: 'MADE PAYER', kind: 'commercial' },
      patient: { memberId: 'W000000000', sex: 'male', birthDate: '1948-06-15' },
      billing: { npi: '1234567893', taxonomy: '207Q00000X', taxId: '123456789' },
      rendering: { npi: '1558598797', taxonomy: '207Q00000X' },
      diagnoses: [{ code: 'G47.33' }, { code: 'N39.0' }],
      total: '318.00',
      lines: [
        { code: 'Q0091', modifiers: ['25'], charge: '198.00', units: 1, pos: '11', pointers: [1, 2], from: '2026-01-05' },
        { code: 'A4253' },
      ],
    });
  });

  it('a claim that was cut off is not handed over', () => {
    expect(claimsOf(made(make837P, 2).replace(/LX\*2[\s\S]*/, ''))).toEqual([]);
    expect(claimsOf(made(make837P, 2).replace(/(HL\*3[^~]*~)[\s\S]*/, '$1'))).toHaveLength(1);
  });

  it('are the same without a check, in pieces of any size, cut off or not', () => {
    const whole = [made(make837P, 3), writeClaims([INSTITUTIONAL], ENVELOPE)].join('');
    for (const text of [whole, whole.replace(/LX\*2[\s\S]*/, ''), whole.replaceAll('SE*', 'SX*'), made(make835, 1)]) {
      for (const size of [1, 97, 1_000_000]) expect(streamed(text, size)).toEqual(claimsOf(text));
    }
    expect(streamed(whole, 97)).toHaveLength(4);
  });

  it('of one billing provider share it, and a provider told later is another', () => {
    const text = made(make837P, 2).replace('HL*3*1*22*0~', 'N3*9 OTHER STREET~\nHL*3*1*22*0~');
    const [first, second] = streamed(made(make837P, 2), 97);
    expect(first?.billing).toBe(second?.billing);
    expect(streamed(text, 97)).toEqual(claimsOf(text));
  });
});

describe('claims to an 837', () => {
  it('are written so that they are clean and read back the same', () => {
    for (const claims of [claimsOf(made(make837P, 3)), [INSTITUTIONAL]]) {
      const text = writeClaims(claims, ENVELOPE);
      expect(checkX12(bytes(text), { data }).findings).toEqual([]);
      // A facility that is the billing provider itself is not named.
      const expected = claims.map((claim) =>
        claim.facility?.npi === claim.billing?.npi
          ? Object.fromEntries(Object.entries(claim).filter(([field]) => field !== 'facility'))
          : claim,
      );
      expect(claimsOf(text)).toEqual(expected);
    }
  });

  it('a pointer may be a letter, marks in data become spaces, and what is missing is found', () => {
    const [claim] = claimsOf(made(make837P, 1));
    const letters = writeClaims(
      [{ ...(claim as Claim), lines: [{ ...(claim as Claim).lines[0], pointers: ['A', 'b'] }], payer: { id: '1~2', name: 'A*B' } }],
      ENVELOPE,
    );
    expect(letters).toContain('***1:2~');
    expect(letters).toContain('NM1*PR*2*A B*****PI*1 2~');
    // Beyond ASCII it is UTF-8, with the same care for marks.
    const name = writeClaims([{ ...(claim as Claim), payer: { id: '1', name: 'Caf\u00e9 *\u{1f600}~' } }], ENVELOPE);
    expect(name).toContain('NM1*PR*2*Caf\u00e9  \u{1f600} *****PI*1~');
    const bare = checkX12(bytes(writeClaims([{ type: 'professional', lines: [{ code: 'G0108' }] }], ENVELOPE)), { data });
    expect(bare.findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(5);
  });
});

describe('payments of an 835', () => {
  const text = made(make835, 2);

  it('balance, and say what to do with each part', () => {
    const [payment] = paymentsOf(text);
    expect(payment).toMatchObject({
      payer: 'MADE PAYER',
      payee: 'MADE CLINIC',
      trace: 'EFT0001',
      date: '2026-04-01',
      balance: { balanced: true, providerAdjustments: '0.00' },
    });
    const [claim] = payment?.claims ?? [];
    expect(claim).toMatchObject({ claim: 'C0', statusSays: 'processed as primary', balanced: true, pairedWith: null });
    expect(claim?.lines[0]?.adjustments.map(({ reason, category }) => `${reason} ${category}`)).toEqual(['45 contract', '2 patient-share']);
    expect(claim?.next.map(({ step }) => step)).toEqual(['write-off', 'bill-patient']);
    expect(Number(claim?.allowed)).toBe(Number(claim?.paid) + Number(claim?.patientShare));
  });

  it('a payment that does not balance says so', () => {
    expect(paymentsOf(text.replace(/BPR\*I\*\d+/, 'BPR*I*1'))[0]?.balance.balanced).toBe(false);
    expect(paymentsOf(text.replace(/CAS\*CO\*45\*\d+/, 'CAS*CO*45*1'))[0]?.claims[0]?.balanced).toBe(false);
  });

  it('provider adjustments, denials, unknown reasons and reversals', () => {
    const changed = text
      .replace('SE*', 'PLB*1234567893*20261231*WO:ABC*10*L6*-5~\nSE*')
      .replace('CAS*CO*45', 'CAS*CO*29')
      .replace('CAS*PR*2', 'CAS*OA*Z9')
      .replace('CLP*C1*1', 'CLP*C0*22');
    const [payment] = paymentsOf(changed);
    expect(payment?.providerAdjustments.map(({ reason, effect, reference }) => [reason, effect, reference])).toEqual([
      ['WO', 'takes from the payment', 'ABC'],
      ['L6', 'adds to the payment', null],
    ]);
    expect(payment?.claims.map(({ pairedWith }) => pairedWith)).toEqual(['reversal', 'correction']);
    expect(payment?.claims[0]?.next.map(({ category, step }) => [category, step])).toContainEqual(['timely-filing', 'appeal']);
    expect(payment?.claims[0]?.lines[0]?.adjustments[1]).toMatchObject({ reason: 'Z9', says: null, category: null });
    expect(payment?.claims[1]?.next).toEqual([]);
  });
});
