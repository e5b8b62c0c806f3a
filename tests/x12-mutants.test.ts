import {
  acknowledge,
  acknowledgeClaims,
  checkX12,
  ClaimCollector,
  type ClaimEnvelope,
  readRequest,
  type RuleId,
  writeClaims,
  writeRequests,
  X12Checker,
} from '@cleanclaim/x12';
import { describe, expect, it } from 'vitest';
import { makeClaim } from './made/claims.ts';
import { make835, make837P } from './made/x12.ts';
import { data } from './support/data.ts';

/**
 * Files that are clean, each broken in one way: the check must say what kind of error it is. Kinds of `mutant:` files
 * that validators were held against, and those that a run of seeded mutants had found to be called clean.
 */
const ENVELOPE: ClaimEnvelope = {
  sender: { id: 'SENDER', name: 'MADE CLINIC', contact: 'BILLING OFFICE', phone: '5555550100' },
  receiver: { id: 'RECEIVER', name: 'MADE PAYER' },
  moment: { date: '20260402', time: '0830' },
  control: 12,
  usage: 'T',
};
const encoder = new TextEncoder();
const check = (text: string) => checkX12(encoder.encode(text), { data, maxFindings: 500 });

type Segments = string[][];

function collected(make: (count: number, put: (text: string) => void) => void): string {
  let text = '';
  make(2, (part) => (text += part));
  return text;
}

function claimsOf(type: 'institutional' | 'dental'): string {
  const claims = Array.from({ length: 40 }, (_, n) => makeClaim(n)).filter((claim) => claim.type === type);
  return writeClaims(claims.slice(0, 2), ENVELOPE);
}

function request(transaction: '270' | '276' | '278'): string {
  const form = {
    transaction,
    payer: { id: '12302', name: 'MADE PAYER' },
    provider: { npi: '1234567893', name: 'MADE CLINIC', taxonomy: '207Q00000X' },
    subscriber: { memberId: 'W1', name: { last: 'DYER', first: 'ELLA' }, birthDate: '1948-06-15', sex: 'female' },
    ...(transaction === '270' ? { from: '2026-04-02' } : {}),
    ...(transaction === '276' ? { claim: { id: 'A-1', charge: '150.00', from: '2026-02-02' } } : {}),
    ...(transaction === '278'
      ? { event: { kind: 'services', serviceType: '1', from: '2026-04-02' }, services: [{ code: 'G0151', units: 6 }] }
      : {}),
  };
  return writeRequests([readRequest(form, '')], ENVELOPE);
}

function answer(kind: '999' | '277CA'): string {
  const collector = new ClaimCollector();
  const checker = new X12Checker({ follow: collector });
  checker.push(encoder.encode(collected(make837P)));
  const report = checker.report();
  const options = { moment: ENVELOPE.moment, control: 7 };
  return kind === '999' ? acknowledge(report, options) : acknowledgeClaims(report, collector, options);
}

const FILES: Readonly<Record<string, string>> = {
  '837P': collected(make837P),
  '835': collected(make835),
  '837I': claimsOf('institutional'),
  '837D': claimsOf('dental'),
  '270': request('270'),
  '276': request('276'),
  '278': request('278'),
  '277CA': answer('277CA'),
  '999': answer('999'),
};

/** The segments of a file, changed, and written again; SE01 is made right unless it was what changed. */
function broken(text: string, change: (segments: Segments) => Segments | undefined, recount = true): string | undefined {
  const segments = text
    .split('~')
    .map((segment) => segment.trim().split('*'))
    .filter(([id]) => id !== '');
  const changed = change(segments);
  if (!changed) return undefined;
  let begin = 0;
  for (const [at, segment] of changed.entries()) {
    if (segment[0] === 'ST') begin = at;
    if (segment[0] === 'SE' && recount) segment[1] = String(at - begin + 1);
  }
  return changed.map((segment) => `${segment.join('*')}~\n`).join('');
}

const set =
  (id: string, element: number, value: string, only: (segment: string[]) => boolean = () => true) =>
  (segments: Segments): Segments | undefined => {
    const found = segments.find((segment) => segment[0] === id && (segment[element] ?? '') !== '' && only(segment));
    if (!found) return undefined;
    found[element] = value;
    return segments;
  };
const without =
  (id: string) =>
  (segments: Segments): Segments | undefined => {
    const at = segments.findIndex((segment) => segment[0] === id);
    return at < 0 ? undefined : segments.toSpliced(at, 1);
  };
const firstOf =
  (...changes: readonly ((segments: Segments) => Segments | undefined)[]) =>
  (segments: Segments): Segments | undefined => {
    for (const change of changes) {
      const changed = change(segments);
      if (changed) return changed;
    }
    return undefined;
  };

const ofClaims =
  (change: (segments: Segments) => Segments | undefined) =>
  (segments: Segments): Segments | undefined =>
    segments.some(([id]) => id === 'CLM') ? change(segments) : undefined;

interface Kind {
  readonly change: (segments: Segments) => Segments | undefined;
  readonly rule: RuleId;
  readonly counted?: boolean;
}

const KINDS: Readonly<Record<string, Kind>> = {
  'count of segments': { change: set('SE', 1, '999'), rule: 'x12/segment-count', counted: true },
  'control number of the set': { change: set('SE', 2, '9998'), rule: 'x12/set-control' },
  'count of sets': { change: set('GE', 1, '9'), rule: 'x12/set-count' },
  'control number of the group': { change: set('GE', 2, '998'), rule: 'x12/group-control' },
  'count of groups': { change: set('IEA', 1, '9'), rule: 'x12/group-count' },
  'control number of the interchange': { change: set('IEA', 2, '999999998'), rule: 'x12/interchange-control' },
  'segment that no guide has': { change: (all) => all.toSpliced(4, 0, ['ZZZ', '1']), rule: 'x12/segment-unknown' },
  'first segment missing': { change: firstOf(without('BHT'), without('BPR'), without('AK1')), rule: 'x12/segment-missing' },
  'first element missing': { change: firstOf(set('NM1', 1, ''), set('N1', 1, ''), set('AK2', 1, '')), rule: 'x12/element-missing' },
  'name too long': { change: firstOf(set('NM1', 3, 'X'.repeat(70)), set('N1', 2, 'X'.repeat(70))), rule: 'x12/element-long' },
  'code outside its list': { change: firstOf(set('HL', 3, 'ZZ'), set('CLP', 2, '99'), set('AK9', 1, 'Z')), rule: 'x12/element-code' },
  'no day of the calendar': {
    change: firstOf(set('DMG', 2, '20251341'), set('DTM', 2, '20251341'), set('DTP', 3, '20251341'), set('BHT', 4, '20251341')),
    rule: 'x12/element-date',
  },
  'letters in a number': { change: firstOf(set('HL', 1, '1A'), set('LX', 1, 'X'), set('AK9', 2, '1A')), rule: 'x12/element-number' },
  'parent that is no level': { change: set('HL', 2, '99'), rule: 'x12/level-parent' },
  'check digit of an NPI': {
    change: firstOf(
      set('NM1', 9, '1234567894', (segment) => segment[8] === 'XX'),
      set('N1', 4, '1234567894'),
    ),
    rule: 'x12/npi',
  },
  'charge of the claim': { change: set('CLM', 2, '99999'), rule: 'x12/claim-total' },
  'payment of the claim': { change: set('CLP', 3, '99999'), rule: 'x12/payment-claim' },
  'payment in all': { change: set('BPR', 2, '99999'), rule: 'x12/payment-total' },
  'line out of order': {
    change: (all) => (all.some(([id]) => id === 'CLM') ? set('LX', 1, '7')(all) : undefined),
    rule: 'x12/line-number',
  },
  'tax number with a hyphen': { change: set('REF', 2, '12-3456789', (segment) => segment[1] === 'EI'), rule: 'x12/tax-number' },
  'units below zero': {
    change: ofClaims(firstOf(set('SV1', 4, '-1'), set('SV2', 5, '-1'), set('SV3', 6, '-1'))),
    rule: 'x12/below-zero',
  },
  'revenue code of three digits': { change: set('SV2', 1, '250'), rule: 'x12/revenue-code' },
  'tooth that is none': { change: set('TOO', 2, '34'), rule: 'x12/tooth-number' },
  'result of a group against its counts': { change: set('AK9', 4, '0'), rule: 'x12/group-result' },
  'qualifier of a birth date': { change: set('DMG', 1, 'XX'), rule: 'x12/element-code' },
};

describe.each(Object.entries(FILES))('%s, broken in one way', (name, text) => {
  it('is without errors to begin with', () => {
    expect(check(text).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  for (const [kind, { change, rule, counted = false }] of Object.entries(KINDS)) {
    const mutant = broken(text, change, !counted);
    if (mutant === undefined) continue;
    it(`${kind} is ${rule}`, () => {
      const found = check(mutant).findings.filter(({ severity }) => severity === 'error');
      expect(found.map((finding) => finding.rule)).toContain(rule);
    });
  }

  it('cut anywhere is cut off', () => {
    for (const part of [0.1, 0.3, 0.6, 0.9]) {
      const { findings } = check(text.slice(0, Math.floor(text.length * part)));
      expect(
        findings.map(({ codes }) => codes.ta1),
        `${name} at ${part}`,
      ).toContain('023');
    }
  });
});

it('what the standard asks for is an error in every guide; a code that is in no list of it too', () => {
  const errors = (change: (segments: Segments) => Segments | undefined): string[] =>
    check(broken(FILES['278'] ?? '', change) ?? '')
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ rule, where }) => `${rule} ${where.segment}`);
  expect(errors(set('UM', 1, ''))).toEqual(['x12/element-missing UM']);
  expect(errors(set('DMG', 3, 'Q'))).toEqual(['x12/element-code DMG']);
  expect(errors(set('DTP', 2, 'TOOLONG'))).toContain('x12/element-long DTP');
});

describe('loops between LS and LE', () => {
  const head = [
    'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260401*1200*^*00501*000000001*0*P*:',
    'GS*HB*SENDER*RECEIVER*20260401*1200*1*X*005010X279A1',
    'ST*271*0001*005010X279A1',
    'BHT*0022*11*R1*20260401*1200',
    'HL*1**20*1',
    'NM1*PR*2*MADE PAYER*****PI*12302',
    'HL*2*1*21*1',
    'NM1*1P*2*MADE CLINIC*****XX*1234567893',
    'HL*3*2*22*0',
    'NM1*IL*1*DYER*ELLA****MI*W1',
    'EB*R**30',
  ];
  const party = ['LS*2120', 'NM1*PR*2*OTHER PAYER', 'LE*2120'];
  const whole = (segments: readonly string[]): string =>
    [...head, ...segments, `SE*${head.length + segments.length - 1}*0001`, 'GE*1*1', 'IEA*1*000000001', ''].join('~\n');

  it('are wrong without either, or with another name', () => {
    const rules = (segments: readonly string[]): string[] => check(whole(segments)).findings.map(({ rule }) => rule);
    expect(rules(party)).toEqual([]);
    expect(rules(party.slice(0, 2))).toEqual(['x12/loop-bracket']);
    expect(rules(party.slice(1, 2))).toEqual(['x12/loop-bracket']);
    expect(rules(party.slice(1))).toContain('x12/loop-bracket');
    expect(rules([...party.slice(0, 2), 'LE*2110'])).toContain('x12/loop-bracket');
  });
});
