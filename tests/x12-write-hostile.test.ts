import { CleanclaimError, isFailure, readClaim } from '@cleanclaim/core';
import {
  type Answer,
  AnswerReader,
  checkX12,
  type ClaimEnvelope,
  type Follower,
  isRequest,
  type Payment,
  PaymentReader,
  readCompanion,
  readRequest,
  writeClaims,
  writeRequests,
  X12Checker,
} from '@cleanclaim/x12';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM } from '../packages/core/src/claim/read-claim.ts';
import type { Shape } from '../packages/core/src/claim/shape.ts';

const ENVELOPE: ClaimEnvelope = {
  sender: { id: 'SENDER', name: 'MADE CLINIC', contact: 'BILLING OFFICE', phone: '5555550100' },
  receiver: { id: 'RECEIVER', name: 'MADE PAYER' },
  moment: { date: '20260402', time: '0830' },
  control: 12,
  usage: 'T',
};
const TEXT = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    '2026-02-02',
    '128.00',
    'I10',
    '*',
    '~',
    ':',
    '^',
    'ISA*',
    '\n',
    '\u0000',
    'é',
    '9'.repeat(40),
    '-0',
    '1e9',
    '__proto__',
  ),
);
const ANY = fc.oneof(fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>, TEXT, fc.record({ last: TEXT, first: TEXT }));

/** Anything that has the kinds of values the claim takes, whatever the values. */
function shaped(shape: Shape): fc.Arbitrary<unknown> {
  if (shape === 'any') return ANY;
  if (shape === 'text') return TEXT;
  if (shape === 'number') return fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0));
  if (shape === 'quantity' || shape === 'pointer') return fc.oneof(fc.double(), TEXT);
  if ('oneOf' in shape) return fc.constantFrom(...shape.oneOf);
  if ('fields' in shape)
    return fc.record(Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, shaped(field)])), {
      requiredKeys: [...(shape.needs ?? [])],
    });
  return fc.array(shaped(shape[0]), { maxLength: 4 });
}

/** Fails only as a CleanclaimError, with what to do. */
function guarded<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    expect(error).toBeInstanceOf(CleanclaimError);
    return undefined;
  }
}

describe('whatever a claim holds', () => {
  it('it is written as X12 that can be read, or refused', () => {
    fc.assert(
      fc.property(shaped(CLAIM), (value) => {
        const read = readClaim(value);
        if (isFailure(read)) return;
        const text = guarded(() => writeClaims([read.claim], ENVELOPE));
        if (text === undefined) return;
        // Data cannot make segments of its own.
        const report = checkX12(new TextEncoder().encode(text));
        expect(report.interchangeCount).toBe(1);
        expect(report.findings.filter(({ rule }) => /trailer-missing|segment-count|stray|not-x12/.test(rule))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('whatever a request or companion guide holds', () => {
  it('it is read or refused', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        isRequest(value);
        guarded(() => readRequest(value, ''));
        guarded(() => readCompanion(value));
      }),
      { numRuns: 300 },
    );
    const party = { name: 'A~B*C', npi: ':' };
    const text = writeRequests(
      [readRequest({ transaction: '270', payer: { id: '^' }, provider: party, subscriber: { name: 7 } }, '')],
      ENVELOPE,
    );
    expect(checkX12(new TextEncoder().encode(text)).findings.filter(({ rule }) => /trailer|count|stray/.test(rule))).toEqual([]);
  });
});

describe('whatever codes a remittance or an answer holds', () => {
  it('names of the language are codes without words', () => {
    for (const code of ['constructor', '__proto__', 'toString']) {
      const payments: Payment[] = [];
      const answers: Answer[] = [];
      const read = (follow: Follower, text: string): void => {
        const checker = new X12Checker({ follow });
        checker.push(new TextEncoder().encode(text));
        checker.report();
      };
      const head = 'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260401*1200*^*00501*000000001*0*P*:~';
      read(
        new PaymentReader((payment) => payments.push(payment)),
        `${head}GS*HP*S*R*20260401*1200*1*X*005010X221A1~ST*835*0001~BPR*I*0*C*${code}~CLP*A*${code}*1*1~CAS*${code}*${code}*1~PLB*1*20261231*${code}*1~SE*6*0001~`,
      );
      read(
        new AnswerReader((answer) => answers.push(answer)),
        `${head}GS*HB*S*R*20260401*1200*1*X*005010X279A1~ST*271*0001*005010X279A1~HL*1**22*0~EB*${code}*${code}*${code}***${code}~AAA*N**${code}*${code}~SE*5*0001~`,
      );
      expect(payments[0]?.claims[0]).toMatchObject({ statusSays: null, adjustments: [{ reason: code, says: null, groupSays: null }] });
      expect(payments[0]).toMatchObject({ method: code, providerAdjustments: [{ says: null }] });
      expect(answers[0]?.statements.map(({ says }) => says)).toEqual([null, null]);
    }
  });
});
