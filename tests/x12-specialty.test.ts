import type { Claim, Line } from '@cleanclaim/core';
import { checkX12, type ClaimEnvelope, writeClaims } from '@cleanclaim/x12';
import { describe, expect, it } from 'vitest';
import { data } from './support/data.ts';

const ENVELOPE: ClaimEnvelope = {
  sender: { id: 'SENDER', name: 'MADE CLINIC', contact: 'BILLING OFFICE', phone: '5555550100' },
  receiver: { id: 'RECEIVER', name: 'MADE PAYER' },
  moment: { date: '20260402', time: '0830' },
  control: 12,
  usage: 'T',
};
const ADDRESS = { lines: ['1 MAIN STREET'], city: 'ALBANY', state: 'NY', zip: '122070001' };
const PERSON = { memberId: 'W1', name: { last: 'DYER', first: 'ELLA' }, birthDate: '1948-06-15', sex: 'female', address: ADDRESS } as const;

function professional(line: Line, claim: Partial<Claim> = {}): string {
  return write({
    type: 'professional',
    lines: [{ charge: '90.00', from: '2026-02-02', pos: '11', pointers: [1], ...line }],
    diagnoses: [{ code: 'I10' }],
    ...claim,
  });
}

function write(claim: Claim): string {
  return writeClaims(
    [
      {
        id: 'A-1',
        payer: { id: '12302', name: 'MADE PAYER', kind: 'commercial' },
        patient: PERSON,
        billing: { npi: '1234567893', taxId: '123456789', name: 'MADE CLINIC', address: ADDRESS },
        total: '90.00',
        ...claim,
      },
    ],
    ENVELOPE,
  );
}

/** Segments put in before another; SE counts them. */
function put(text: string, before: string, segments: string): string {
  const added = segments.split('~').length - 1;
  return text
    .replace(before, segments.replaceAll('~', '~\n') + before)
    .replace(/SE\*(\d+)/, (_, count: string) => `SE*${Number(count) + added}`);
}

const found = (text: string): string[] => checkX12(new TextEncoder().encode(text), { data }).findings.map(({ rule }) => rule);
const medicare = { payer: { id: '12302', name: 'MADE PAYER', kind: 'medicare' } };
const medicaid = { payer: { id: '12302', name: 'MADE PAYER', kind: 'medicaid' } };

describe('rules of single specialties', () => {
  it('ambulance transport needs its facts and both ends', () => {
    const ride = professional({ code: 'A0428', modifiers: ['RH'] });
    expect(found(ride)).toEqual(['x12/ambulance']);
    const told = put(ride, 'HI*ABK', 'CR1*LB*140**A*DH*12~');
    const ends = put(told, 'LX*1', 'NM1*PW*2~N3*1 OAK AVENUE~N4*ALBANY*NY*12207~NM1*45*2~N3*2 OAK AVENUE~N4*ALBANY*NY*12207~');
    expect(found(told)).toEqual(['x12/ambulance']);
    expect(found(ends)).toEqual([]);
  });

  it('CR2 is for manipulation of the spine', () => {
    const told = (code: string): string => put(professional({ code }), 'HI*ABK', 'CR2********A~');
    expect(found(told('G0108'))).toEqual(['x12/chiropractic']);
    expect(found(told('98940'))).toEqual([]);
  });

  it('minutes are for anesthesia', () => {
    expect(found(professional({ code: 'G0108', minutes: 30 }))).toEqual(['x12/anesthesia-time']);
    expect(found(professional({ code: '00100', minutes: 30, modifiers: ['AA'] }))).toEqual([]);
  });

  it('drugs have an NDC of 11 digits, and Medicaid wants it', () => {
    const ndc = { code: '00000000001', quantity: 1, unit: 'ML' };
    expect(found(professional({ code: 'J1100', ndc: { ...ndc, code: '0000-0001' } }))).toEqual(['x12/drug-number']);
    expect(found(professional({ code: 'J1100' }, medicaid))).toEqual(['x12/drug-number-missing']);
    expect(found(professional({ code: 'J1100', ndc }, medicaid))).toEqual([]);
    expect(found(professional({ code: 'J1100' }))).toEqual([]);
  });

  it('mammograms and waived tests name their certificates', () => {
    expect(found(professional({ code: 'G0279' }))).toEqual(['x12/mammography-number']);
    expect(found(professional({ code: 'G0279', modifiers: ['26'] }))).toEqual([]);
    expect(found(put(professional({ code: 'G0279' }), 'HI*ABK', 'REF*EW*123456~'))).toEqual([]);
    expect(found(professional({ code: 'G0328', modifiers: ['QW'] }))).toEqual(['x12/clia-number']);
    expect(found(professional({ code: 'G0328', modifiers: ['QW'] }, { clia: '33D0000000' }))).toEqual([]);
  });

  it('EPSDT is told twice, purchased services name their provider', () => {
    const epsdt = professional({ code: 'G0108' }).replace('***1~\nDTP*472', '***1****Y~\nDTP*472');
    expect(found(epsdt)).toEqual(['x12/epsdt']);
    expect(found(put(epsdt, 'HI*ABK', 'CRC*ZZ*Y*ST~'))).toEqual([]);
    const purchased = put(professional({ code: 'G0108' }), 'SE*', 'PS1*1558598797*40~');
    expect(found(purchased)).toEqual(['x12/purchased-service']);
    expect(found(put(purchased, 'SE*', 'NM1*QB*1******XX*1558598797~'))).toEqual([]);
  });

  it('Medicare takes no certificates of medical necessity any more', () => {
    const certified = (text: string): string => put(text, 'DTP*472', 'CR3*I*MO*99~');
    expect(found(certified(professional({ code: 'E1390', from: '2023-01-01' }, medicare)))).toEqual(['x12/certificate-ended']);
    expect(found(certified(professional({ code: 'E1390', from: '2022-12-31' }, medicare)))).toEqual([]);
    expect(found(certified(professional({ code: 'E1390' })))).toEqual([]);
  });

  it('dental: orthodontics and replaced prostheses', () => {
    const dental = (line: Line, claim: Partial<Claim> = {}): string =>
      write({ type: 'dental', lines: [{ charge: '90.00', from: '2026-02-02', pos: '11', ...line }], ...claim });
    expect(found(dental({ code: 'D8080' }))).toEqual(['x12/orthodontics']);
    expect(found(dental({ code: 'D8080' }, { orthodontics: { months: 24 } }))).toEqual([]);
    expect(found(dental({ code: 'D5110', prosthesis: 'replacement' }))).toEqual(['x12/prior-placement']);
    expect(found(put(dental({ code: 'D5110', prosthesis: 'replacement' }), 'REF*6R', 'DTP*441*D8*20190101~'))).toEqual([]);
  });

  it('home health: the group on its line', () => {
    const bill = (revenue: string): string =>
      write({
        ...medicare,
        type: 'institutional',
        billType: '0329',
        frequency: '9',
        statement: { from: '2026-02-01', to: '2026-03-02' },
        admissionType: '3',
        dischargeStatus: '30',
        attending: { npi: '1558598797', name: { last: 'GREY', first: 'MARTHA' } },
        diagnoses: [{ code: 'I10', kind: 'principal' }],
        lines: [{ revenue, code: '1AA11', charge: '90.00', from: '2026-02-01', units: 1 }],
      });
    expect(found(bill('0420'))).toEqual(['x12/home-health-group']);
    expect(found(bill('0023'))).toEqual([]);
  });
});
