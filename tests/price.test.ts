import { readFileSync } from 'node:fs';
import { type Claim, type ExampleTables, type Line, makeEngine, perform, type Price, price } from '@cleanclaim/core';
import { day } from '@cleanclaim/core/day';
import { RULES } from '@cleanclaim/rules';
import { describe, expect, it } from 'vitest';
import { feeExample } from '../rules/support/fee-example.ts';
import { data, shared } from './support/data.ts';
import { madeData } from './support/made-data.ts';

const GPCI = [
  { contractor: '99999', locality: '01', state: 'TX', name: 'MADE UP', work: '1.000', practiceExpense: '1.000', malpractice: '1.000' },
];

/** A code whose fee is `fee` everywhere: all of it work, at a conversion factor of 1. */
function costs(code: string, fee: string, changes: Readonly<Record<string, string>> = {}) {
  return feeExample(code, { work: fee, nonFacilityPe: '0', facilityPe: '0', malpractice: '0', conversionFactor: '1.0000', ...changes });
}

function priced(rows: readonly Readonly<Record<string, string>>[], claim: Partial<Claim>, tables: ExampleTables = {}): Price {
  const made = madeData(data, { 'mpfs-rvu': rows, 'mpfs-gpci': GPCI, ...tables });
  const whole = { type: 'professional', payer: { id: '99999', locality: '01', kind: 'medicare' }, lines: [], ...claim };
  return perform(price, { claim: whole }, { data: made, engine: makeEngine(RULES, made), today: day('2026-11-24') });
}

function line(code: string, changes: Partial<Line> = {}): Line {
  return { code, from: '2025-03-04', pos: '11', units: 1, charge: '99999.00', ...changes };
}

const allowed = ({ lines }: Price) => lines.map((each) => each.allowed);

describe('a fee', () => {
  it('is rounded once, half a cent up, after exact products', () => {
    const rows = [feeExample('G0108', { work: '0.31', nonFacilityPe: '2.60', malpractice: '0.05', conversionFactor: '32.3465' })];
    const gpci = [{ ...GPCI[0], work: '1.088', practiceExpense: '1.419', malpractice: '0.445' }];
    const answer = priced(rows, { lines: [line('G0108')] }, { 'mpfs-gpci': gpci as never });
    expect(answer).toMatchObject({ allowed: '130.97', patient: '26.19', payment: '102.68', complete: true });
    expect(answer.lines[0]?.steps[0]).toEqual({ what: 'work 0.31 × 1.088', value: '0.33728', edition: 'mpfs-rvu-made-up' });
  });

  it('is the facility rate by place of service, and telehealth at home an office from 2024', () => {
    const rows = [feeExample('G0108', { work: '1', nonFacilityPe: '2', facilityPe: '1', malpractice: '0', conversionFactor: '1.0000' })];
    const at = (pos: string, from: string) => allowed(priced(rows, { lines: [line('G0108', { pos, from })] }))[0];
    expect(at('11', '2025-03-04')).toBe('3.00');
    expect(at('22', '2025-03-04')).toBe('2.00');
    expect(at('02', '2025-03-04')).toBe('2.00');
    expect(at('10', '2025-03-04')).toBe('3.00');
    expect(at('10', '2023-12-31')).toBe('2.00');
  });

  it('of imaging is capped by outpatient hospital payment', () => {
    const rows = [costs('G0108', '10', { oppsNonFacilityPe: '0', oppsFacilityPe: '0', oppsMalpractice: '-2' })];
    expect(allowed(priced(rows, { lines: [line('G0108')] }))).toEqual(['8.00']);
  });

  it('takes a charge below zero for none', () => {
    const [first] = priced([costs('G0108', '125')], { lines: [line('G0108', { charge: '-5.00' })] }).lines;
    expect(first).toMatchObject({ allowed: '125.00', warnings: [expect.stringContaining('no charge')] });
  });

  it('is never more than the charge', () => {
    const answer = priced([costs('G0108', '125')], { lines: [line('G0108', { charge: '100.00' })] });
    expect(answer).toMatchObject({ allowed: '100.00', patient: '20.00', payment: '78.40' });
  });

  it('of one who does not participate is 95 %, with a limiting charge of 109.25 % of the fee', () => {
    const answer = priced([costs('G0108', '100')], { lines: [line('G0108')], pricing: { participating: false } });
    expect(answer).toMatchObject({ allowed: '95.00', limitingCharge: '109.25' });
  });

  it('meets what is left of the deductible first', () => {
    const answer = priced([costs('G0108', '100')], {
      lines: [line('G0108'), line('G0108', { from: '2025-03-05' })],
      pricing: { deductibleRemaining: '120.00' },
    });
    expect(answer).toMatchObject({ allowed: '200.00', patient: '136.00', payment: '62.72' });
  });

  it.each([
    ['2020-03-01', '78.40'],
    ['2020-05-01', '80.00'],
    ['2022-03-31', '80.00'],
    ['2022-04-01', '79.20'],
    ['2022-07-01', '78.40'],
  ])('is cut by the sequestration of %s', (from, payment) => {
    expect(priced([costs('G0108', '100')], { lines: [line('G0108', { from })] }).payment).toBe(payment);
  });
});

describe('no price', () => {
  const reason = (answer: Price) => answer.lines[0]?.notPriced?.reason;

  it('without the tables, with what to add', () => {
    const made = madeData(data, {});
    const answer = perform(
      price,
      { claim: { type: 'professional', payer: { id: '99999', locality: '01' }, lines: [line('G0108')] } },
      { data: made, engine: makeEngine(RULES, made), today: day('2026-11-24') },
    );
    expect(answer.lines[0]).toMatchObject({ allowed: null, notPriced: { install: expect.stringContaining('data add') } });
    expect(answer).toMatchObject({ complete: false, allowed: '0.00' });
  });

  it.each([
    ['hospital claims', [costs('G0108', '1')], { type: 'institutional' as const, lines: [line('G0108')] }, 'institutional'],
    ['other payers', [costs('G0108', '1')], { payer: { id: '60054', kind: 'commercial' }, lines: [line('G0108')] }, 'commercial'],
    ['a place nobody knows', [costs('G0108', '1')], { payer: { kind: 'medicare' }, lines: [line('G0108')] }, 'ZIP'],
    [
      'a locality that is not there',
      [costs('G0108', '1')],
      { payer: { id: '99999', locality: '77' }, lines: [line('G0108')] },
      'locality 77',
    ],
    ['a code the schedule has not', [costs('G0108', '1')], { lines: [line('G0109')] }, 'G0109'],
    ['a part that does not exist', [costs('G0108', '1')], { lines: [line('G0108', { modifiers: ['26'] })] }, 'modifier 26'],
    ['contractor pricing', [costs('G0108', '1', { status: 'C' })], { lines: [line('G0108')] }, 'status C'],
    ['reduced services', [costs('G0108', '1')], { lines: [line('G0108', { modifiers: ['52'] })] }, 'Modifier 52'],
    ['no units', [costs('G0108', '1')], { lines: [line('G0108', { units: 0 })] }, 'no units'],
    ['units below none', [costs('G0108', '1')], { lines: [line('G0108', { units: -2 })] }, 'no units'],
    ['a line without a place', [costs('G0108', '1')], { lines: [line('G0108', { pos: '' })] }, 'place of service'],
    ['anaesthesia without base units', [costs('00840', '0', { status: 'J' })], { lines: [line('00840')] }, 'base units'],
  ])('for %s', (_, rows, claim, word) => {
    const answer = priced(rows, claim);
    expect(answer.lines[0]?.allowed).toBeNull();
    expect(reason(answer)).toContain(word);
  });

  it.each([
    [{ participating: 'yes' }, '/pricing/participating'],
    [{ deductibleRemaining: 12 }, '/pricing/deductibleRemaining'],
    [{ baseUnits: { '00840': 'six' } }, '/pricing/baseUnits'],
    ['cheap', '/pricing'],
    [{ discount: true }, '/pricing'],
  ])('when pricing is %o', (pricing, path) => {
    expect(() => priced([costs('G0108', '1')], { lines: [line('G0108')], pricing })).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ path }) }),
    );
  });
});

it('bundled services are worth nothing, and status T nothing beside another', () => {
  const rows = [costs('G0108', '50', { status: 'B' }), costs('G0109', '40', { status: 'T' }), costs('G0110', '30')];
  expect(allowed(priced(rows, { lines: [line('G0108'), line('G0109'), line('G0110')] }))).toEqual(['0.00', '0.00', '30.00']);
  expect(allowed(priced(rows, { lines: [line('G0109')] }))).toEqual(['40.00']);
});

it('a locality listed under the other contractor of the state is found', () => {
  const gpci = [...GPCI, { ...GPCI[0], contractor: '99998', locality: '17' }];
  const answer = priced(
    [costs('G0108', '5')],
    { payer: { id: '99999', locality: '17' }, lines: [line('G0108')] },
    { 'mpfs-gpci': gpci as never },
  );
  expect(allowed(answer)).toEqual(['5.00']);
});

it('the ZIP code of the facility, or of the billing provider, finds the locality', () => {
  const zip = [{ state: 'TX', zip: '75001', contractor: '99999', locality: '01', rural: '', plusFour: '' }];
  const claim = { payer: { kind: 'medicare' }, lines: [line('G0108')] };
  expect(
    allowed(priced([costs('G0108', '5')], { ...claim, billing: { address: { zip: '75001-1234' } } }, { 'zip-locality': zip })),
  ).toEqual(['5.00']);
  expect(allowed(priced([costs('G0108', '5')], { ...claim, billing: { address: { zip: '75002' } } }, { 'zip-locality': zip }))).toEqual([
    null,
  ]);
});

it('of a ZIP code in several localities the last four digits decide', () => {
  const zip = { state: 'TX', zip: '75001', contractor: '99999', locality: '01', rural: '', plusFour: '1' };
  const ours = { state: 'TX', zip: '750011234', contractor: '99999', locality: '01', rural: '' };
  const at = (code: string, more: ExampleTables = {}) =>
    allowed(
      priced(
        [costs('G0108', '5')],
        { payer: { kind: 'medicare' }, billing: { address: { zip: code } }, lines: [line('G0108')] },
        { 'zip-locality': [zip], ...more },
      ),
    );
  expect(at('75001-1234', { 'zip-plus-four': [ours] })).toEqual(['5.00']);
  expect(at('750011234', { 'zip-plus-four': [ours] })).toEqual(['5.00']);
  // Not listed, not given, not installed: no price rather than a wrong one.
  expect(at('75001-9999', { 'zip-plus-four': [ours] })).toEqual([null]);
  expect(at('75001', { 'zip-plus-four': [ours] })).toEqual([null]);
  expect(at('75001-1234')).toEqual([null]);
});

it('equipment has the fee of its state, rural where the ZIP code is', () => {
  const fee = {
    code: 'E0431',
    modifier: 'RR',
    modifier2: '',
    state: 'TX',
    category: 'OX',
    jurisdiction: 'D',
    usual: '25.19',
    rural: '28.41',
  };
  const zip = { state: 'TX', contractor: '99999', locality: '01', plusFour: '' };
  const tables = {
    dmepos: [fee],
    'zip-locality': [
      { ...zip, zip: '75001', rural: '' },
      { ...zip, zip: '75002', rural: 'R' },
    ],
  };
  const at = (code: string) =>
    allowed(
      priced(
        [costs('G0108', '5')],
        { patient: { address: { zip: code } }, lines: [line('E0431', { modifiers: ['RR'], units: 2 })] },
        tables,
      ),
    )[0];
  const excluded = { patient: { address: { zip: '75001' } }, lines: [line('E0431', { modifiers: ['RR', 'GY'] })] };
  expect(priced([costs('G0108', '5')], excluded, tables).lines[0]).toMatchObject({
    allowed: null,
    notPriced: { reason: expect.stringContaining('GY') },
  });
  expect(at('75001')).toBe('50.38');
  expect(at('75002')).toBe('56.82');
});

describe('laboratory tests', () => {
  const test = (code: string, rate: string, more: Readonly<Record<string, string | null>> = {}) => ({
    code,
    modifier: '',
    from: '2025-01-01',
    indicator: 'N',
    rate,
    short: '',
    ...more,
  });
  const clfs = {
    clfs: [
      test('G0027', '6.51'),
      test('G0027', '6.00', { modifier: 'QW' }),
      test('G0123', '0'),
      test('G0124', '9', { from: '2025-07-01' }),
    ],
  };
  const rows = [
    costs('G0027', '0', { status: 'X' }),
    costs('G0123', '0', { status: 'X' }),
    costs('G0124', '0', { status: 'X' }),
    costs('G0108', '100'),
  ];
  const none = { payer: { id: '', kind: 'medicare' as const } };

  it('have a national rate, without deductible and coinsurance, wherever they are', () => {
    const claim = { ...none, lines: [line('G0027', { units: 2 })], pricing: { deductibleRemaining: '100.00' } };
    expect(priced(rows, claim, clfs)).toMatchObject({ allowed: '13.02', patient: '0.00', payment: '12.76', complete: true });
  });

  it('leave the deductible to the other lines, and are paid on assignment', () => {
    const claim = { lines: [line('G0027'), line('G0108')], pricing: { participating: false, deductibleRemaining: '10.00' } };
    expect(priced(rows, claim, clfs)).toMatchObject({ allowed: '101.51', patient: '27.00', limitingCharge: '109.25' });
  });

  it('are paid the charge where it is less, and have a rate of their own as waived tests', () => {
    expect(
      allowed(priced(rows, { ...none, lines: [line('G0027', { charge: '5.00' }), line('G0027', { modifiers: ['QW'] })] }, clfs)),
    ).toEqual(['5.00', '6.00']);
  });

  it.each([
    ['G0123', /without a rate: the contractor/, false],
    ['G0124', /from 2025-07-01 on only/, false],
    ['0000U', /does not list 0000U: the contractor/, false],
  ])('%s has no price, and says why', (code, reason, install) => {
    const [first] = priced(rows, { lines: [line(code)] }, clfs).lines;
    expect(first?.notPriced?.reason).toMatch(reason);
    expect(first?.notPriced?.install !== null).toBe(install);
  });

  it('without the schedule say which file to add', () => {
    expect(priced(rows, { lines: [line('G0027')] }).lines[0]?.notPriced).toMatchObject({
      reason: expect.stringContaining('No clfs edition'),
      install: expect.stringContaining('clfs'),
    });
  });
});

describe('drugs', () => {
  const drug = (code: string, limit: string | null, more: Readonly<Record<string, string>> = {}) => ({
    code,
    short: '',
    dosage: '1 MG',
    limit,
    coinsurance: '',
    notes: '',
    vaccine: '',
    ...more,
  });
  const asp = {
    asp: [
      drug('J0120', '12.345'),
      drug('J0121', '100', { coinsurance: '17.500' }),
      drug('J0122', '50', { vaccine: '1' }),
      drug('J0123', null),
    ],
  };
  const rows = [costs('G0108', '100'), costs('J0120', '0', { status: 'E' })];

  it('have the payment limit of a unit, times units, with nothing added to it', () => {
    const answer = priced(rows, { lines: [line('J0120', { units: 3 })] }, asp);
    expect(answer).toMatchObject({ allowed: '37.04', patient: '7.41', payment: '29.04' });
    expect(answer.lines[0]?.steps).toEqual([
      { what: 'payment limit of J0120 for 1 MG', value: '12.345', edition: 'asp-made-up' },
      { what: '× 3 units', value: '37.035', edition: null },
    ]);
  });

  it('cost the patient the share that the file states, and vaccines listed apart nothing', () => {
    expect(priced(rows, { lines: [line('J0121')] }, asp)).toMatchObject({ allowed: '100.00', patient: '17.50', payment: '80.85' });
    const vaccine = priced(rows, { lines: [line('J0122')], pricing: { deductibleMet: false } }, asp);
    expect(vaccine).toMatchObject({ patient: '0.00', payment: '49.00', lines: [{ warnings: [] }] });
  });

  it('without a limit, or not listed, are left to the contractor', () => {
    const answer = priced(rows, { lines: [line('J0123'), line('J9999')] }, asp);
    expect(answer.lines.map(({ notPriced }) => notPriced)).toEqual([
      { reason: expect.stringContaining('without a payment limit'), install: null },
      { reason: expect.stringContaining('does not list J9999'), install: null },
    ]);
  });

  it('without the file say which to add', () => {
    expect(priced(rows, { lines: [line('J0120')] }).lines[0]?.notPriced?.install).toContain('asp');
  });
});

it('a published amount that differs from the worked-out fee is a warning', () => {
  const amounts = (nonFacility: string) => ({
    'mpfs-amounts': [{ code: 'G0108', modifier: '', contractor: '99999', locality: '01', status: 'A', nonFacility, facility: '1.00' }],
  });
  const warnings = (fee: string) => priced([costs('G0108', '100')], { lines: [line('G0108')] }, amounts(fee)).lines[0]?.warnings;
  expect(warnings('100.00')).toEqual([]);
  expect(warnings('101.00')).toEqual([expect.stringContaining('publishes 101.00 for G0108')]);
});

describe('several services', () => {
  it('second and later procedures are halved, also second units', () => {
    const rows = [costs('G0108', '100', { multiple: '2' }), costs('G0109', '300', { multiple: '2' }), costs('G0110', '80')];
    expect(allowed(priced(rows, { lines: [line('G0108'), line('G0109', { units: 2 }), line('G0110')] }))).toEqual([
      '50.00',
      '450.00',
      '80.00',
    ]);
  });

  it('tests on both sides are two of them, also beside others', () => {
    const test = (code: string, bilateral: string) => [
      costs(code, '120', { multiple: '4', imagingFamily: '88', pctc: '1', bilateral }),
      costs(code, '20', { multiple: '4', imagingFamily: '88', pctc: '1', bilateral, modifier: '26' }),
      costs(code, '100', { multiple: '4', imagingFamily: '88', pctc: '1', bilateral, modifier: 'TC' }),
    ];
    const rows = [...test('G0108', '3'), ...test('G0109', '0')];
    const both = line('G0108', { modifiers: ['50'] });
    // The first side in full, the second with 95 % of the professional and half of the technical part.
    expect(allowed(priced(rows, { lines: [both] }))).toEqual(['189.00']);
    expect(allowed(priced(rows, { lines: [both, line('G0109')] }))).toEqual(['189.00', '69.00']);
  });

  it('on another day or by another practitioner they are not', () => {
    const rows = [costs('G0108', '100', { multiple: '2' })];
    const lines = [line('G0108'), line('G0108', { from: '2025-03-05' }), line('G0108', { rendering: { npi: '1234567893' } })];
    expect(allowed(priced(rows, { lines }))).toEqual(['100.00', '100.00', '100.00']);
  });

  it('an endoscopy family ranks as one procedure', () => {
    const rows = [
      costs('G0108', '200', { multiple: '2' }),
      costs('G0109', '310', { multiple: '3', endoscopicBase: 'G0108' }),
      costs('G0110', '275', { multiple: '3', endoscopicBase: 'G0108' }),
      costs('G0111', '500', { multiple: '2' }),
    ];
    const lines = [line('G0108'), line('G0109'), line('G0110'), line('G0111')];
    expect(allowed(priced(rows, { lines }))).toEqual(['0.00', '155.00', '37.50', '500.00']);
    expect(allowed(priced(rows, { lines: lines.slice(0, 1) }))).toEqual(['200.00']);
  });

  it('of two cardiovascular tests the cheaper technical part is cut by a quarter', () => {
    const test = (code: string, professional: string, technical: string) => [
      costs(code, String(Number(professional) + Number(technical)), { multiple: '6', pctc: '1' }),
      costs(code, professional, { multiple: '6', pctc: '1', modifier: '26' }),
      costs(code, technical, { multiple: '6', pctc: '1', modifier: 'TC' }),
    ];
    const rows = [...test('G0108', '20', '100'), ...test('G0109', '30', '80')];
    expect(allowed(priced(rows, { lines: [line('G0108'), line('G0109')] }))).toEqual(['120.00', '90.00']);
    expect(allowed(priced(rows, { lines: [line('G0109')] }))).toEqual(['110.00']);
  });
});

describe('who did what', () => {
  const surgery = [
    costs('G0108', '1000', { global: '090', preoperative: '0.10', intraoperative: '0.69', postoperative: '0.21', bilateral: '1' }),
  ];
  it.each([
    [['54'], '790.00'],
    [['55'], '210.00'],
    [['78'], '690.00'],
    [['80'], '160.00'],
    [['AS'], '136.00'],
    [['62'], '625.00'],
    [['62', '50'], '937.50'],
    [['CQ'], '850.00'],
  ])('modifiers %j', (modifiers, amount) => {
    expect(allowed(priced(surgery, { lines: [line('G0108', { modifiers })] }))).toEqual([amount]);
  });

  it('a nurse practitioner has 85 %, and an assistant who is no physician is not cut twice', () => {
    const rendering = { npi: '1558598797', taxonomy: '363LF0000X' };
    expect(allowed(priced(surgery, { rendering, lines: [line('G0108')] }))).toEqual(['850.00']);
    expect(allowed(priced(surgery, { rendering, lines: [line('G0108', { modifiers: ['AS'] })] }))).toEqual(['136.00']);
  });

  it('anaesthesia is base and time units by the factor, halved under direction', () => {
    const factor = { 'mpfs-anesthesia': [{ contractor: '99999', locality: '01', factor: '20.00' }] };
    const claim = (changes: Partial<Line>) => ({
      pricing: { baseUnits: { '00840': 7 } },
      lines: [line('00840', { minutes: 129, ...changes })],
    });
    const rows = [costs('00840', '0', { status: 'J' })];
    expect(allowed(priced(rows, claim({ modifiers: ['AA'] }), factor))).toEqual(['312.00']);
    expect(allowed(priced(rows, claim({ modifiers: ['QK'] }), factor))).toEqual(['156.00']);
    expect(allowed(priced(rows, claim({ modifiers: ['AD'] }), factor))).toEqual(['60.00']);
    expect(allowed(priced(rows, claim({}), factor))).toEqual([null]);
  });

  it('anaesthesia takes base units from the installed list, and in a payment model the factor of its own', () => {
    const tables = {
      'mpfs-anesthesia': [{ contractor: '99999', locality: '01', factor: '20.00', apmFactor: '30.00' }],
      'anesthesia-base-units': [{ code: '00840', units: '7' }],
    };
    const rows = [costs('00840', '0', { status: 'J' })];
    const claim = (pricing: Claim['pricing']) => ({
      ...(pricing ? { pricing } : {}),
      lines: [line('00840', { minutes: 129, modifiers: ['AA'] })],
    });
    expect(allowed(priced(rows, claim(undefined), tables))).toEqual(['312.00']);
    expect(allowed(priced(rows, claim({ baseUnits: { '00840': 8 } }), tables))).toEqual(['332.00']);
    expect(allowed(priced(rows, claim({ apm: true }), tables))).toEqual(['468.00']);
  });
});

it('repeats what the rules say against payment', () => {
  const rows = [
    costs('G0108', '10', { pctc: '1' }),
    costs('G0108', '4', { pctc: '1', modifier: '26' }),
    costs('G0108', '6', { pctc: '1', modifier: 'TC' }),
  ];
  const [first] = priced(rows, { lines: [line('G0108', { pos: '22' })] }).lines;
  expect(first).toMatchObject({ allowed: '10.00', warnings: [expect.stringContaining('technical part')] });
});

interface Worked {
  readonly id: string;
  readonly inp: Readonly<Record<string, unknown>>;
  readonly exp: Readonly<Record<string, unknown>>;
}

const examples = shared('groundtruth/published-worked-examples/examples.json');
describe.skipIf(!examples)('worked examples that others published', () => {
  const all = examples ? (JSON.parse(readFileSync(examples, 'utf8')) as Worked[]) : [];
  const find = (id: string) => all.find((each) => each.id === id) ?? { id, inp: {}, exp: {} };

  it('both sides under indicator 0: no more than one fee', () => {
    const { inp, exp } = find('bilat0-125');
    const lines = (inp['lines'] as { mod: string; charge: number }[]).map(({ mod, charge }) =>
      line('29870', { modifiers: [mod], charge: charge.toFixed(2) }),
    );
    expect(Number(priced([costs('29870', String(inp['fee']))], { lines }).allowed)).toBe(exp['allowed_total']);
  });

  it('an endoscopy family', () => {
    const { inp, exp } = find('endo-29805');
    const base = inp['base'] as { code: string; fee: number };
    const members = inp['lines'] as { code: string; fee: number }[];
    const rows = [
      costs(base.code, String(base.fee), { multiple: '2' }),
      ...members.map(({ code, fee }) => costs(code, String(fee), { multiple: '3', endoscopicBase: base.code })),
    ];
    expect(allowed(priced(rows, { lines: members.map(({ code }) => line(code)) })).map(Number)).toEqual(exp['lines']);
  });

  it.each(['img-pc-2016', 'img-pc-2017', 'img-tc'])('imaging: %s', (id) => {
    const { inp, exp } = find(id);
    const part = 'tc' in inp ? 'TC' : '26';
    const fees = (inp['tc'] ?? inp['pc']) as number[];
    const rows = fees.map((fee, at) => costs(`7045${at}`, String(fee), { modifier: part, pctc: '1', multiple: '4', imagingFamily: '88' }));
    const lines = fees.map((_, at) => line(`7045${at}`, { modifiers: [part], from: String(inp['date']) }));
    expect(Number(priced(rows, { lines }).allowed)).toBe(exp['total']);
  });

  it('two procedures on both sides: a cent may differ where the source worked from a fee with more decimals', () => {
    const { inp, exp } = find('bilat1-mult');
    const given = inp['lines'] as { code: string; fee: number }[];
    const rows = given.map(({ code, fee }) => costs(code, String(fee), { multiple: '2', bilateral: '1' }));
    const answer = allowed(priced(rows, { lines: given.map(({ code }) => line(code, { modifiers: ['50'] })) })).map(Number);
    // 365.31 × 1.5 = 547.965: the source prints 547.96.
    expect(answer).toEqual([547.97, (exp['lines'] as number[])[1]]);
  });
});

const prices = shared('groundtruth/cms-mpfs-2025-oct/oppscap_prices.csv');
const inputs = shared('groundtruth/cms-mpfs-2025-oct/inputs');
describe.skipIf(!prices || !inputs)('prices that CMS published for October 2025', () => {
  it('come out to the cent, every one that contractors do not set themselves', () => {
    const [head = '', ...lines] = readFileSync(prices ?? '', 'utf8')
      .trim()
      .split('\n');
    expect(head.trim()).toBe('hcpcs,mod,procstat,carrier,locality,facility_price,nonfacility_price');
    const made = madeData(data, { 'mpfs-rvu': rvuRows(), 'mpfs-gpci': gpciRows() });
    const context = { data: made, engine: makeEngine([], made), today: day('2026-11-24') };
    const wrong: string[] = [];
    let count = 0;
    for (const text of lines) {
      const [code = '', modifier = '', status, contractor = '', locality = '', facility, nonFacility] = text.trim().split(',');
      if (status === 'C' || code === '') continue;
      for (const [pos, expected] of [
        ['22', facility],
        ['11', nonFacility],
      ] as const) {
        const claim = {
          type: 'professional',
          payer: { id: contractor, locality, kind: 'medicare' },
          lines: [line(code, { from: '2025-10-15', pos, modifiers: modifier === '' ? [] : [modifier] })],
        };
        count++;
        const found = perform(price, { claim }, context).lines[0];
        if (Number(found?.allowed) !== Number(expected)) wrong.push(`${text} at ${pos}: ${found?.allowed ?? found?.notPriced?.reason}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(4_000);
  });

  function rows(name: string): Record<string, string>[] {
    const [head = '', ...lines] = readFileSync(`${inputs}/${name}`, 'utf8').trim().split('\n');
    const names = head.trim().split(',');
    return lines.map((text) =>
      Object.fromEntries(
        text
          .trim()
          .split(',')
          .map((cell, at) => [names[at] ?? '', cell]),
      ),
    );
  }

  function rvuRows() {
    return rows('rvu_no_descriptors.csv').map((row) => ({
      ...feeExample(row['hcpcs'] ?? ''),
      modifier: row['mod'] ?? '',
      status: row['status'] ?? '',
      work: row['work'] ?? '',
      nonFacilityPe: row['nf_pe'] ?? '',
      nonFacilityNa: row['nf_na'] ?? '',
      facilityPe: row['fac_pe'] ?? '',
      facilityNa: row['fac_na'] ?? '',
      malpractice: row['mp'] ?? '',
      pctc: row['pctc'] ?? '',
      multiple: row['mult'] ?? '',
      conversionFactor: row['cf'] ?? '',
      oppsNonFacilityPe: row['nf_opps_pe'] ?? '',
      oppsFacilityPe: row['fac_opps_pe'] ?? '',
      oppsMalpractice: row['opps_mp'] ?? '',
    }));
  }

  /** Three lines of captions stand above the rows, footnotes below; no name holds a comma inside quotes. */
  function gpciRows() {
    return readFileSync(`${inputs}/GPCI2025.csv`, 'utf8')
      .split('\n')
      .map((text) => text.trim().split(','))
      .filter(([contractor = '']) => /^\d{4,5}$/.test(contractor))
      .map(([contractor = '', state = '', locality = '', ...rest]) => {
        const [work = '', practiceExpense = '', malpractice = ''] = rest.slice(-3);
        return {
          contractor: contractor.padStart(5, '0'),
          state,
          locality: locality.padStart(2, '0'),
          name: rest.slice(0, -3).join(','),
          work,
          practiceExpense,
          malpractice,
        };
      });
  }
});
