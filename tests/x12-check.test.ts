import {
  acknowledge,
  acknowledgeClaims,
  checkX12,
  ClaimCollector,
  type CheckOptions,
  jsonToX12,
  type RuleId,
  toHtml,
  toSarif,
  X12Checker,
  x12ToJson,
} from '@cleanclaim/x12';
import fc from 'fast-check';
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

const CLAIMS = made(make837P, 2);
const PAYMENTS = made(make835, 2);
const moment = { date: '20260402', time: '0830' };

/** Errors and warnings by rule, in order. */
function rules(text: string, options: CheckOptions = { data }): RuleId[] {
  return checkX12(bytes(text), options).findings.map(({ rule }) => rule);
}

/** Adds a segment or takes one away and keeps SE01 right, so that only the fault looked for is there. */
function edit(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const difference = changed.split('~').length - text.split('~').length;
  return changed.replace(/SE\*(\d+)/, (_, count: string) => `SE*${Number(count) + difference}`);
}

it('made files have no findings; what is not looked at is said', () => {
  for (const text of [CLAIMS, PAYMENTS]) expect(checkX12(bytes(text), { data })).toMatchObject({ status: 'incomplete', findings: [] });
  const report = checkX12(bytes(PAYMENTS), { data });
  expect(report.notChecked.map(({ rule }) => rule)).toEqual([
    'x12/procedure-codes',
    'x12/remark-codes',
    'x12/companion-guide',
    'x12/reason-code',
  ]);
});

it('an envelope with nothing inside is not called clean, and one that only answers is', () => {
  const [isa = ''] = CLAIMS.split('\n');
  const group = 'GS*HC*SENDER*RECEIVER*20260401*1200*1*X*005010X222A1~';
  expect(checkX12(bytes(`${isa}IEA*0*000000001~`))).toMatchObject({ status: 'findings', errors: 0, warnings: 1 });
  expect(rules(`${isa}IEA*0*000000001~`)).toEqual(['x12/nothing-inside']);
  expect(rules(`${isa}${group}GE*0*1~IEA*1*000000001~`)).toEqual(['x12/nothing-inside']);
  expect(rules(`${isa}TA1*000000001*260401*1200*A*000~IEA*0*000000001~`)).toEqual([]);
});

it('what is no X12 at all is told from what only begins otherwise', () => {
  const said = (text: string): string[] => checkX12(bytes(text)).findings.map(({ rule, fix }) => `${rule}: ${fix}`);
  expect(said('# A page of text')).toEqual(['x12/not-x12: Give the file as it was sent or received: plain text that begins with ISA.']);
  expect(said(`Dear payer,\n${CLAIMS}`)).toEqual(['x12/not-x12: Send the file from its ISA on, as plain text and not packed.']);
});

it('a finding says where, what, why, the fix and how acknowledgments call it', () => {
  const [finding] = checkX12(bytes(CLAIMS.replace('CLM*C0*', 'CLM*C0*1')), { data }).findings;
  expect(finding).toMatchObject({
    rule: 'x12/claim-total',
    severity: 'error',
    snip: 3,
    where: { loop: '2300', segment: 'CLM', segmentNumber: 21, inTransaction: 19, interchange: 1, group: 1, transaction: 1, element: 2 },
    codes: { ik304: '8', ik403: 'I13', dataElement: '782' },
  });
  expect(finding?.where.byte).toBe(CLAIMS.indexOf('CLM*C0'));
});

describe('claims', () => {
  it.each<[name: string, from: string | RegExp, to: string, rule: RuleId]>([
    ['a segment that no guide has', 'HI*', 'ZZZ*1~\nHI*', 'x12/segment-unknown'],
    ['a segment at a place where it has no business', 'LX*1', 'BHT*0019*00*1*20260401*1200*CH~\nLX*1', 'x12/segment-order'],
    ['a required segment missing', /BHT[^~]*~\n/, '', 'x12/segment-missing'],
    ['a required loop missing', /NM1\*40[^~]*~\n/, '', 'x12/loop-missing'],
    ['a segment too often', /(DMG\*[^~]*~\n)/, '$1$1', 'x12/segment-repeats'],
    ['a loop too often', /(NM1\*82[^~]*~\n)/, '$1$1', 'x12/loop-repeats'],
    ['segments out of order', /(SBR[^~]*~\n)(NM1\*IL[^~]*~\n)/, '$2$1', 'x12/segment-order'],
    ['an element missing', 'NM1*40*2', 'NM1*40*', 'x12/element-missing'],
    ['an element that is not used', 'PRV*BI*PXC*207Q00000X', 'PRV*BI*PXC*207Q00000X*NY', 'x12/element-not-used'],
    ['an element too long', 'MADE CLINIC*****46', `${'X'.repeat(61)}*****46`, 'x12/element-long'],
    ['an element too short', 'N4*ALBANY*NY*12207~', 'N4*ALBANY*NY*12~', 'x12/element-short'],
    ['a number that is none', /\*UN\*\d/, '*UN*1O', 'x12/element-number'],
    ['a day that is none', /DMG\*D8\*\d+/, 'DMG*D8*19400231', 'x12/element-date'],
    ['a code that the guide does not take', /\*([MF])~\nNM1\*PR/, '*X~\nNM1*PR', 'x12/element-code'],
    ['a level whose parent is nowhere', 'HL*3*1*22', 'HL*3*9*22', 'x12/level-parent'],
    ['levels not numbered in order', 'HL*3*1*22', 'HL*4*1*22', 'x12/level-number'],
    ['an unknown qualifier', 'REF*D9*000017', 'REF*ZZ*000017', 'x12/element-code'],
    ['components in a simple element', 'NM1*40*2*MADE PAYER', 'NM1*40*2*MADE:PAYER', 'x12/component-count'],
    ['a repetition where none may be', 'NM1*40*2*MADE PAYER', 'NM1*40*2*MADE^PAYER', 'x12/element-repeats'],
    ['a pair of which one half is missing', '*TE*5555550100', '*TE*5555550100*FX', 'x12/element-relation'],
    ['a wrong NPI', 'XX*1558598797', 'XX*1558598798', 'x12/npi'],
    ['a diagnosis that is none', /ABF:\w+/, 'ABF:QQQ', 'x12/diagnosis-unknown'],
    ['a diagnosis that needs more characters', /ABF:\w+/, 'ABF:E11', 'x12/diagnosis-not-billable'],
    ['a pointer to a diagnosis that is not there', '***1:2', '***1:3', 'x12/pointer'],
    ['a place of service that is none', '11:B:1', '00:B:1', 'x12/place-of-service'],
    ['a replacement without the original number', '11:B:1', '11:B:7', 'x12/original-claim'],
    ['ICD-9 codes beside ICD-10 codes', /ABF:\w+/, 'BF:25000', 'x12/mixed-diagnosis-versions'],
    ['a control character', 'MADE PAYER', 'MADE\u0007PAYER', 'x12/character'],
  ])('%s', (_, from, to, rule) => {
    expect(rules(edit(CLAIMS, from, to))).toContain(rule);
  });
});

describe('the envelope', () => {
  it.each<[name: string, from: string | RegExp, to: string, rule: RuleId]>([
    ['SE01 wrong', /SE\*\d+/, 'SE*9', 'x12/segment-count'],
    ['SE02 wrong', /SE\*(\d+)\*0001/, 'SE*$1*0002', 'x12/set-control'],
    ['GE01 wrong', 'GE*1*1', 'GE*2*1', 'x12/set-count'],
    ['GE02 wrong', 'GE*1*1', 'GE*1*2', 'x12/group-control'],
    ['IEA01 wrong', 'IEA*1', 'IEA*2', 'x12/group-count'],
    ['IEA02 wrong', 'IEA*1*000000001', 'IEA*1*000000002', 'x12/interchange-control'],
    ['a group of another kind', 'GS*HC', 'GS*HP', 'x12/set-group'],
    ['a version that is not that of the group', '1*X*005010X222A1', '1*X*005010X223A2', 'x12/set-version'],
    ['a file cut off', /SE\*[\s\S]*/, '', 'x12/interchange-trailer-missing'],
    ['a wrong date in the ISA', '*260401*1200*^', '*269901*1200*^', 'x12/isa-element'],
    ['an empty segment', 'LX*1~', 'LX*1~~', 'x12/empty-segment'],
  ])('%s', (_, from, to, rule) => {
    const changed = CLAIMS.replace(from, to);
    expect(changed).not.toBe(CLAIMS);
    expect(rules(changed)).toContain(rule);
  });
});

describe('payments', () => {
  it.each<[name: string, from: string | RegExp, to: string, rule: RuleId]>([
    ['the payment is not the sum of its claims', /BPR\*I\*\d+/, 'BPR*I*1', 'x12/payment-total'],
    ['a provider adjustment not taken off', 'SE*', 'PLB*1234567893*20261231*WO:X*10~\nSE*', 'x12/payment-total'],
    ['a line that does not balance', /CAS\*CO\*45\*\d+/, 'CAS*CO*45*1', 'x12/payment-line'],
    ['a claim whose lines charge something else', /CLP\*C0\*1\*\d+/, 'CLP*C0*1*1', 'x12/payment-charge'],
    ['a claim that pays something else than its lines', /(CLP\*C0\*1\*\d+)\*\d+/, '$1*1', 'x12/payment-paid'],
    ['a patient share that no adjustment gives', /(CLP\*C0\*1\*\d+\*\d+)\*\d+/, '$1*1', 'x12/payment-share'],
  ])('%s', (_, from, to, rule) => {
    expect(rules(PAYMENTS.replace(from, to))).toContain(rule);
  });

  it('a provider adjustment lowers the payment when positive and raises it when negative', () => {
    const paid = Number(/BPR\*I\*(\d+)/.exec(PAYMENTS)?.[1]);
    const adjusted = PAYMENTS.replace(/BPR\*I\*\d+/, `BPR*I*${paid - 15}`).replace(
      /SE\*(\d+)/,
      (_, count: string) => `PLB*1234567893*20261231*WO:X*20*L6*-5~\nSE*${Number(count) + 1}`,
    );
    expect(rules(adjusted)).toEqual([]);
  });
});

it('what cannot be judged is said, not passed', () => {
  const without = checkX12(bytes(CLAIMS));
  expect(without.status).toBe('incomplete');
  expect(without.notChecked.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['x12/place-of-service', 'x12/diagnosis-unknown']));
  const unmapped = checkX12(bytes(CLAIMS.replaceAll('005010X222A1', '004010X098A1')), { data });
  expect(unmapped).toMatchObject({ status: 'incomplete', findings: [], notChecked: [{ rule: 'x12/guide' }] });
});

describe('answers', () => {
  const answer = (text: string): string => acknowledge(checkX12(bytes(text), { data }), { moment, control: 5 });

  it('accept what is clean, an 835 too', () => {
    expect(answer(PAYMENTS)).toContain('AK2*835*0001*005010X221A1~\nIK5*A~\nAK9*A*1*1*1~');
    expect(rules(answer(PAYMENTS))).toEqual([]);
  });

  it('refuse what breaks the guide, naming segment, element, reason and value', () => {
    const text = answer(edit(CLAIMS, /DMG\*D8\*\d+/, 'DMG*D8*19400231'));
    expect(text).toContain('IK3*DMG*17*2010*8~\nIK4*3*1251*8*19400231~'.replace('IK4*3', 'IK4*2'));
    expect(text).toContain('IK5*R*5~\nAK9*R*1*1*0~');
    expect(rules(text)).toEqual([]);
  });

  it('take a file with errors beyond the guide, and say so', () => {
    expect(answer(CLAIMS.replace('CLM*C0*', 'CLM*C0*1'))).toContain('IK5*E*5~\nAK9*E*1*1*1~');
  });

  it('refuse an interchange by TA1', () => {
    const text = answer(CLAIMS.replace('IEA*1', 'IEA*2'));
    expect(text).toContain('TA1*000000001*260401*1200*R*021~\nIEA*0*000000005~');
    expect(rules(text)).toEqual([]);
  });

  it('tell each claim whether it was taken', () => {
    const text = CLAIMS.replace('CLM*C0*', 'CLM*C0*1');
    const follow = new ClaimCollector();
    const checker = new X12Checker({ data, follow });
    checker.push(bytes(text));
    const answers = acknowledgeClaims(checker.report(), follow, { moment, control: 5 });
    expect(answers).toMatch(/TRN\*2\*C0~\nSTC\*A8:400\*20260402\*U\*/);
    expect(answers).toMatch(/TRN\*2\*C1~\nSTC\*A2:20:PR\*20260402\*WQ\*/);
    expect(rules(answers)).toEqual([]);
  });
});

function writtenBack(input: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  jsonToX12(JSON.parse(JSON.stringify(x12ToJson(input).file)), (part) => parts.push(part));
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('whatever the bytes', () => {
  const change = fc.record({ at: fc.nat(CLAIMS.length - 1), drop: fc.nat(60), put: fc.uint8Array({ maxLength: 6 }) });

  it('nothing crashes, chunks do not matter, and what was read is written back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(CLAIMS, PAYMENTS),
        fc.array(change, { maxLength: 4 }),
        fc.integer({ min: 1, max: 700 }),
        (text, changes, step) => {
          let input = [...bytes(text)];
          for (const { at, drop, put } of changes) input = [...input.slice(0, at), ...put, ...input.slice(at + drop)];
          const all = Uint8Array.from(input);
          const report = checkX12(all, { data });
          const checker = new X12Checker({ data });
          for (let at = 0; at < all.length; at += step) checker.push(all.slice(at, at + step));
          expect(checker.report()).toEqual(report);
          acknowledge(report, { moment, control: 1 });
          const lost: readonly RuleId[] = ['x12/not-x12', 'x12/bytes-between', 'x12/header-broken', 'x12/utf-16', 'x12/empty-file'];
          if (!report.findings.some(({ rule }) => lost.includes(rule))) expect(writtenBack(all)).toEqual(all);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('JSON of any shape is written or refused with its path', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          jsonToX12({ x12: 1, content: [value] }, () => undefined);
        } catch (error) {
          expect(error).toMatchObject({ name: 'CleanclaimError', failure: { code: 'input/invalid' } });
        }
      }),
    );
  });

  it('findings are bounded, and the rest is counted', () => {
    const report = checkX12(bytes(CLAIMS.replace('LX*1~', `LX*1~${'ZZZ~'.repeat(30_000)}`)), { data });
    expect(report.findings).toHaveLength(10_000);
    expect(report.leftOut).toBeGreaterThan(19_000);
  });
});

describe('reports', () => {
  const report = checkX12(bytes(edit(CLAIMS, 'MADE PAYER*****46', '<b>&*****46').replace('46*RECEIVER', '46*R')), { data });

  it('as HTML stand alone and show what the file holds as text', () => {
    const page = toHtml([
      { path: 'a<b>.837', report: { ...report, findings: report.findings.map((each) => ({ ...each, message: '<script>' })) } },
    ]);
    expect(page).toContain('a&#60;b&#62;.837');
    expect(page).not.toMatch(/<script|<b>|https?:/);
  });

  it('as SARIF name rule, level and byte', () => {
    const log = toSarif([{ path: 'a b.837', report }], '1.0.0') as {
      runs: { tool: { driver: { rules: unknown[] } }; results: unknown[] }[];
    };
    expect(log.runs[0]?.tool.driver.rules).toHaveLength(1);
    expect(log.runs[0]?.results).toEqual([
      expect.objectContaining({
        ruleId: 'x12/element-short',
        level: 'error',
        locations: [
          {
            physicalLocation: { artifactLocation: { uri: 'a%20b.837' }, region: { byteOffset: CLAIMS.indexOf('NM1*40'), byteLength: 0 } },
            logicalLocations: [{ fullyQualifiedName: '1000B/NM1' }],
          },
        ],
      }),
    ]);
  });
});
