import { checkX12, type ClaimEnvelope, readRequest, writeRequests } from '@cleanclaim/x12';
import { describe, expect, it } from 'vitest';
import { data } from './support/data.ts';

const ENVELOPE: ClaimEnvelope = {
  sender: { id: 'SENDER', name: 'MADE CLINIC', contact: 'BILLING OFFICE', phone: '5555550100' },
  receiver: { id: 'RECEIVER', name: 'MADE PAYER' },
  moment: { date: '20260402', time: '0830' },
  control: 12,
  usage: 'T',
};
const PARTIES = {
  payer: { id: '12302', name: 'MADE PAYER' },
  provider: { npi: '1234567893', name: 'MADE CLINIC', taxonomy: '207Q00000X' },
  subscriber: { memberId: 'W1', name: { last: 'DYER', first: 'ELLA' }, birthDate: '1948-06-15', sex: 'female' },
};
const DEPENDENT = { dependent: { relation: 'child', name: { last: 'DYER', first: 'TOM' }, birthDate: '2016-02-03', sex: 'male' } };
const FORMS: readonly object[] = [
  { transaction: '270', ...PARTIES, from: '2026-04-02' },
  { transaction: '270', ...PARTIES, ...DEPENDENT, from: '2026-04-01', to: '2026-04-30', serviceTypes: ['30', '33'] },
  {
    transaction: '276',
    ...PARTIES,
    claim: { id: 'A-1', charge: '150.00', from: '2026-02-02', payerControl: 'ICN1', billType: '0131' },
  },
  { transaction: '276', ...PARTIES, ...DEPENDENT, trace: 'T9', claim: { id: 'A-2', from: '2026-02-02', to: '2026-02-03' } },
  {
    transaction: '278',
    ...PARTIES,
    event: {
      kind: 'services',
      serviceType: '1',
      place: '11',
      from: '2026-04-02',
      to: '2026-06-30',
      diagnoses: ['M54.50'],
      note: 'SIX VISITS',
    },
    services: [
      { code: 'G0151', units: 6, from: '2026-04-02', to: '2026-06-30' },
      { code: 'G0152', modifiers: ['GO'] },
    ],
    performing: { npi: '1558598797', name: { last: 'GREY', first: 'MARTHA' } },
  },
  {
    transaction: '278',
    ...PARTIES,
    ...DEPENDENT,
    event: { kind: 'admission', action: 'cancel', earlier: 'AU1', serviceType: '2', from: '2026-04-02' },
  },
];

describe('requests from small forms', () => {
  it.each(FORMS.map((form) => [JSON.stringify(form).slice(0, 40), form]))('%s is a clean file', (_, form) => {
    const text = writeRequests([readRequest(form, '')], ENVELOPE);
    expect(checkX12(new TextEncoder().encode(text), { data }).findings).toEqual([]);
  });

  it('all together are one interchange a kind and one set a request', () => {
    const text = writeRequests(
      FORMS.map((form) => readRequest(form, '')),
      ENVELOPE,
    );
    expect(text.match(/^(?:ISA|ST\*\d+\*\d+|IEA\*1\*\d+)/gm)).toEqual(
      [
        ['ISA', 'ST*270*0001', 'ST*270*0002', 'IEA*1*000000012'],
        ['ISA', 'ST*276*0001', 'ST*276*0002', 'IEA*1*000000013'],
        ['ISA', 'ST*278*0001', 'ST*278*0002', 'IEA*1*000000014'],
      ].flat(),
    );
    expect(text).toContain('TRN*1*13-0001~\nREF*1K*ICN1~\nREF*BLT*131~\nREF*EJ*A-1~\nAMT*T3*150~\nDTP*472*D8*20260202~');
    expect(text).toContain(
      'HL*4*3*23*0~\nNM1*03*1*DYER*TOM~\nDMG*D8*20160203*M~\nINS*N*19~\nDTP*291*RD8*20260401-20260430~\nEQ*30~\nEQ*33~',
    );
    expect(checkX12(new TextEncoder().encode(text), { data }).findings).toEqual([]);
  });

  it('what no form has is refused with its place', () => {
    expect(() => readRequest({ transaction: '271' }, '/0')).toThrow('270, 276 or 278');
    expect(() => readRequest({ transaction: '270', ...PARTIES, claim: {} }, '')).toThrow('has no field "claim"');
    expect(() => readRequest({ transaction: '276', ...PARTIES }, '')).toThrow('"claim"');
    expect(() => readRequest({ transaction: '270', ...PARTIES, payer: 'X' }, '')).toThrow('/payer');
    expect(() => readRequest({ transaction: '278', ...PARTIES, event: { kind: 'surgery' } }, '')).toThrow('/event/kind');
    expect(() => readRequest(null, '')).toThrow('270, 276 or 278');
  });
});
