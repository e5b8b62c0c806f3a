import { type Claim, day, type Finding, isFailure, makeEngine, readClaim, type Report } from '@cleanclaim/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data } from '../../tests/support/data.ts';
import notBillable from '../code/not-billable.rule.ts';
import notInForce from '../code/not-in-force.rule.ts';
import placeholder from '../code/placeholder.rule.ts';
import seventhCharacter from '../code/seventh-character.rule.ts';
import unknownCode from '../code/unknown-code.rule.ts';
import { RULES } from '../index.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';

// Judged with the rules of the form and of single codes only, so that a case says all that they find.
// Those of procedure codes need an installed release: rules/ncci/tables.test.ts.
const own = RULES.filter(({ id, needs }) => /^(?:form|code|claim)\//.test(id) && !needs.includes('hcpcs'));
const engine = makeEngine(own, data);

function check(value: unknown): Report {
  const read = readClaim(value);
  if (isFailure(read)) throw new Error(read.message);
  return engine.check(read.claim, { received: day('2026-11-24'), unknown: read.unknown });
}

/** `severity kind` of each finding but info, in order. */
function found(value: unknown): string[] {
  return check(value)
    .findings.filter((finding) => finding.severity !== 'info')
    .map((finding) => `${finding.severity} ${finding.rule.split('/')[1]}`);
}

const MEDICARE = { id: '12302', kind: 'medicare' } as const;
const SENIOR = { birthDate: '1948-05-19', sex: 'female', memberId: '1EG4TE5MK73' } as const;
const office = (code: string, charge: string, changes: Parameters<typeof exampleLine>[2] = {}) =>
  exampleLine('2026-03-04', 1, { code, charge, ...changes });

const CLEAN: readonly (readonly [string, Claim])[] = [
  ['an office visit', visit('2026-03-04', ['I10'])],
  [
    'a Medicare wellness visit with a vaccine',
    visit('2026-03-04', ['Z00.00', 'Z23', 'E78.5'], {
      payer: MEDICARE,
      patient: SENIOR,
      lines: [office('G0439', '185.00', { pointers: [1, 3] }), office('G0008', '32.00', { pointers: [2] })],
      total: '217.00',
    }),
  ],
  [
    'two visits across the change of the code set, each with the code of its day',
    visit('2026-09-30', ['I42.0', 'I42.00'], {
      lines: [exampleLine('2026-09-30', 1, { pointers: [1] }), exampleLine('2026-10-01', 1, { pointers: [2] })],
      total: '120.00',
    }),
  ],
  [
    'a single-dose drug with what was discarded',
    visit('2026-03-04', ['C50.911'], {
      lines: [office('J9271', '5000.00', { units: 180 }), office('J9271', '555.00', { units: 20, modifiers: ['JW'] })],
      total: '5555.00',
    }),
  ],
  [
    'braces for both knees',
    visit('2026-03-04', ['M17.0'], {
      lines: [office('L1833', '650.00', { pos: '12', modifiers: ['RT'] }), office('L1833', '650.00', { pos: '12', modifiers: ['LT'] })],
      total: '1300.00',
    }),
  ],
  [
    'an ambulance trip in tenths of a mile',
    visit('2026-03-04', ['R55'], {
      lines: [
        office('A0429', '400.00', { pos: '41', modifiers: ['RH'] }),
        office('A0425', '98.60', { pos: '41', units: 6.8, modifiers: ['RH'] }),
      ],
      total: '498.60',
    }),
  ],
  [
    'a fracture with its external cause',
    visit('2026-03-04', ['S82.101A', 'W10.9XXA'], {
      accident: { on: '2026-03-03', kind: 'other' },
      lines: [office('Q4038', '60.00', { pointers: ['A', 'B'] })],
    }),
  ],
  [
    'a repeated test, told apart by 91',
    visit('2026-03-04', ['E11.65'], {
      lines: [office('G0432', '20.00'), office('G0432', '20.00', { modifiers: ['91'] })],
      total: '40.00',
    }),
  ],
  ['a replacement of a claim', visit('2026-03-04', ['I10'], { frequency: '7', originalClaim: '2026060000123' })],
  [
    'a dental claim without a diagnosis',
    {
      ...visit('2026-03-04', []),
      type: 'dental',
      lines: [
        { code: 'D2391', from: '2026-03-04', tooth: '3', surfaces: 'O', units: 1, charge: '180.00' },
        { code: 'D2391', from: '2026-03-04', tooth: '14', surfaces: 'O', units: 1, charge: '180.00' },
      ],
      total: '360.00',
    },
  ],
  ['a hospital stay', stay('2026-03-14', ['I50.23', 'I11.0', 'N17.9'])],
  [
    'a stay across the change of the code set, coded by discharge',
    stay('2026-10-04', ['I42.00', 'I10'], { procedures: [{ code: '4A023N7', on: '2026-10-02' }] }),
  ],
  [
    'an emergency visit on a hospital claim, without a place of service or pointers',
    stay('2026-03-04', [], {
      billType: '0131',
      admission: '2026-03-04',
      discharge: '2026-03-04',
      statement: { from: '2026-03-04', to: '2026-03-04' },
      diagnoses: [
        { code: 'R07.9', kind: 'principal' },
        { code: 'R07.9', kind: 'reason' },
      ],
      lines: [
        { revenue: '0450', code: 'G0383', from: '2026-03-04', units: 1, charge: '900.00' },
        { revenue: '0730', code: 'G0404', from: '2026-03-04', units: 1, charge: '150.00' },
      ],
      total: '1050.00',
    }),
  ],
];

const WRONG: readonly (readonly [string, unknown, readonly string[]])[] = [
  [
    'a total and a service before birth',
    visit('2026-03-29', ['J21.9'], { patient: { birthDate: '2026-04-02', sex: 'male', memberId: 'C-1' }, total: '70.00' }),
    ['error dates', 'error total'],
  ],
  [
    'a mistyped NPI and one pointer too many',
    visit('2026-03-04', ['E11.65', 'Z79.4', 'E78.5', 'I10', 'Z87.891'], {
      rendering: { npi: '1987654329' },
      lines: [exampleLine('2026-03-04', 1, { pointers: [1, 2, 3, 4, 5] })],
    }),
    ['error pointer', 'error npi'],
  ],
  [
    'a Medicare number as printed on the card, and a code of another year',
    visit('2025-09-30', ['G35.A'], { payer: MEDICARE, patient: { ...SENIOR, memberId: '1EG4-TE5-MK73' } }),
    ['error not-in-force', 'warning mbi'],
  ],
  ['a category and a code without its placeholder', visit('2026-03-04', ['E11', 'T14.90A']), ['error not-billable', 'error placeholder']],
  [
    'a drug line with both JZ and JW, billed in fractions of a visit',
    visit('2026-03-04', ['I10'], {
      lines: [office('J1885', '30.00', { modifiers: ['JZ', 'JW'] }), office('G0108', '30.00', { units: 1.5 })],
    }),
    ['error modifier-form', 'error units'],
  ],
  [
    'the same line entered twice',
    visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04'), exampleLine('2026-03-04')], total: '120.00' }),
    ['error duplicate-line'],
  ],
  [
    'a place of service that is a word, and a charge with a dollar sign',
    visit('2026-03-04', ['I10'], { lines: [office('G0108', '$60.00', { pos: 'office' })] }),
    ['error charge', 'error place-of-service'],
  ],
  ['next year by mistake', visit('2027-03-04', ['I10'], { lines: [exampleLine('2027-03-04', 1, { to: '2027-03-05' })] }), ['error dates']],
  [
    'a line after discharge, and an old present-on-admission value',
    stay('2026-03-14', [], {
      diagnoses: [{ code: 'I10', kind: 'principal', poa: '1' }],
      lines: [{ revenue: '120', from: '2026-03-11', to: '2026-03-16', units: 5, charge: '3600.00' }],
    }),
    ['error dates', 'error poa', 'warning revenue'],
  ],
  [
    'fields under other names',
    Object.assign(visit('2026-03-04', ['I10']), { dx: ['I10'], originalclaim: '7' }),
    ['warning unknown-field', 'warning unknown-field'],
  ],
  [
    'nothing but a shell',
    { type: 'professional', lines: [{}] },
    [
      'error required',
      'error required',
      'error required',
      'error required',
      'error required',
      'error required',
      'error dates',
      'error charge',
      'error total',
      'error units',
      'error procedure-form',
      'error place-of-service',
      'error pointer',
    ],
  ],
  [
    'a void without the claim it voids, to a group with a dashed tax number',
    visit('2026-03-04', ['I10'], { frequency: '8', billing: { npi: '1234567893', taxId: '12-3456789', taxonomy: '207Q00000' } }),
    ['warning tax-id', 'error taxonomy', 'error frequency'],
  ],
];

describe('claims that are right', () => {
  it.each(CLEAN)('%s', (_, claim) => expect(found(claim)).toEqual([]));
});

describe('claims that are wrong', () => {
  it.each(WRONG)('%s', (_, claim, expected) => {
    const all = found(claim).sort();
    // The shell has no date, so the rules about codes could not run at all.
    expect(all).toEqual([...expected].sort());
  });
});

describe('acceptance of the coding screen (C6)', () => {
  const findings = (value: unknown): readonly Finding[] => check(value).findings;

  it('2: says which character a code lacks, and offers the choices', () => {
    const [leg] = findings(visit('2026-03-04', ['S82.101']));
    expect(leg).toMatchObject({ rule: 'code/not-billable', severity: 'error' });
    expect(leg?.message).toContain('a 7th character');
    expect(leg?.suggestions).toHaveLength(16);
    const [injury] = findings(visit('2026-03-04', ['T14.90']));
    expect(injury?.fix).toContain('T14.90XA');
    const [head] = findings(visit('2026-03-04', ['S06.1X7']));
    expect(head?.suggestions).toHaveLength(1);
    expect(findings(visit('2026-03-04', ['QA0.0101']))).toEqual([]);
  });

  it('4: does not pass a day that no installed edition covers', () => {
    const report = check(visit('2021-09-30', ['U09.9', 'M54.5']));
    expect(report.status).toBe('incomplete');
    const rules = report.notChecked.map((each) => each.rule);
    for (const rule of [unknownCode, notBillable, placeholder, seventhCharacter, notInForce]) expect(rules).toContain(rule.id);
  });

  it('4: does not pass one line on a day that no installed edition covers', () => {
    const lines = [exampleLine('2026-03-04'), exampleLine('2021-09-30')];
    const report = check(visit('2026-03-04', ['M54.50'], { lines, total: '120.00' }));
    expect(report.notChecked.map((each) => each.reason).join()).toContain('2021-09-30');
    const later = check(
      visit('2026-03-04', ['M54.50'], { lines: [exampleLine('2026-03-04'), exampleLine('2026-03-05')], total: '120.00' }),
    );
    expect(later.notChecked).toEqual([]);
  });

  it('4: names the new codes of one that became a header', () => {
    const [back] = findings(visit('2026-03-04', ['M54.5']));
    expect(back?.fix).toMatch(/M54\.50.*M54\.51.*M54\.59/);
  });

  it('5: a line without a pointer, and a diagnosis no line points to', () => {
    const [line] = findings(visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 0)] }));
    expect(line).toMatchObject({ rule: 'form/pointer', severity: 'error', where: { box: '24E' } });
    const [unused] = findings(visit('2026-03-04', ['I10', 'E78.5'], { lines: [exampleLine('2026-03-04', 1)] }));
    expect(unused).toMatchObject({ rule: 'form/unused-diagnosis', severity: 'info', codes: ['E78.5'], where: { box: '21B' } });
  });

  it('6: pointers beyond the last diagnosis, five of them, and two on paper to Medicare', () => {
    const withPointers = (codes: string[], pointers: (number | string)[], changes: Partial<Claim> = {}) =>
      findings(visit('2026-03-04', codes, { lines: [exampleLine('2026-03-04', 1, { pointers })], ...changes })).filter(
        (finding) => finding.rule === 'form/pointer',
      );
    expect(withPointers(['I10'], ['B'])).toMatchObject([{ severity: 'error' }]);
    expect(withPointers(['E11.65', 'Z79.4', 'E78.5', 'I10', 'Z87.891'], [1, 2, 3, 4, 5])).toMatchObject([{ severity: 'error' }]);
    const paper = { medium: 'paper', payer: MEDICARE, patient: SENIOR } as const;
    expect(withPointers(['I10', 'E78.5'], ['A', 'B'], paper)).toMatchObject([{ severity: 'warning' }]);
  });

  it('7: the total is the sum, and the patch writes it', () => {
    const [total] = findings(visit('2026-03-04', ['I10'], { total: '61.00' }));
    expect(total).toMatchObject({
      rule: 'form/total',
      where: { box: '28', x12: '2300 CLM02' },
      patch: [{ op: 'replace', path: '/total', value: '60.00' }],
    });
  });
});

it('one bad code has one finding, whatever is wrong with it', () => {
  const rules = makeEngine([unknownCode, notBillable, placeholder, seventhCharacter, notInForce], data);
  const table = data.icd10cmTable();
  if (!table) throw new Error('no table');
  const near = fc
    .tuple(fc.nat(table.size - 1), fc.nat(8), fc.constantFrom('', 'X', 'A', 'Z', '0', '.', 'l'), fc.constantFrom(0, 1))
    .map(([row, at, put, cut]) => table.code(row).slice(0, at) + put + table.code(row).slice(at + cut));
  fc.assert(
    fc.property(near, fc.constantFrom('2025-03-04', '2026-03-04', '2026-11-04'), (code, on) => {
      const { findings, notChecked } = rules.check(visit(on, [code]), { received: day('2026-11-24') });
      const edition = table.on(day(on));
      const row = table.row(code.toUpperCase());
      expect(notChecked).toEqual([]);
      expect(findings).toHaveLength(edition?.billable(row) ? 0 : 1);
      for (const { patch } of findings) {
        const [step] = patch ?? [];
        if (step?.op === 'replace') expect(edition?.billable(table.row(String(step.value)))).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});

describe('any text in any field', () => {
  const whole = (type: Claim['type']): Claim => ({
    ...stay('2026-03-14', ['I10', 'E11.9'], {
      frequency: '1',
      originalClaim: '',
      onset: '2026-03-01',
      accident: { on: '2026-03-01', kind: 'auto', state: 'OH' },
      patient: { birthDate: '1970-06-15', deathDate: '2026-04-01', sex: 'female', memberId: '1EG4TE5MK73' },
      payer: { id: '12302', kind: 'medicare' },
      rendering: { npi: '1558598797', taxonomy: '207Q00000X' },
      occurrences: [{ code: '11', on: '2026-03-01', from: '2026-03-01', to: '2026-03-02' }],
      values: [{ code: '80', amount: '3' }],
      procedures: [{ code: '0DJ08ZZ', on: '2026-03-12' }],
      lines: [exampleLine('2026-03-12', 2, { revenue: '0120', modifiers: ['RT', 'GP'], to: '2026-03-13', minutes: 15, tooth: '3' })],
    }),
    type,
  });
  const awkward = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '',
      ' ',
      '0',
      '-1',
      '1e9',
      'NaN',
      '2026-02-29',
      '9999-99-99',
      '__proto__',
      '\u0000',
      'null',
      '٣',
      'Ａ',
      'l10',
      '7',
      'RT',
    ),
    fc.double().map(String),
  );

  it.each(['professional', 'institutional', 'dental'] as const)('gives a report on a %s claim', (type) => {
    const paths = textPaths(whole(type));
    const changes = fc.array(fc.tuple(fc.constantFrom(...paths), awkward), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(changes, fc.double(), (texts, units) => {
        const claim: unknown = structuredClone(whole(type));
        for (const [path, text] of texts) put(claim, path, text);
        put(claim, ['lines', '0', 'units'], units);
        const read = readClaim(claim);
        if (isFailure(read)) return;
        const report = engine.check(read.claim, { received: day('2026-11-24'), unknown: read.unknown });
        for (const finding of report.findings) {
          expect(finding.message).toMatch(/^[A-Z0-9].*\.$/);
          for (const step of finding.patch ?? []) expect(parentOf(claim, step.path), step.path).toBeTypeOf('object');
        }
        expect(JSON.parse(JSON.stringify(report))).toBeTypeOf('object');
      }),
      { numRuns: 1_000 },
    );
  });
});

function textPaths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => textPaths(inside, [...path, name]));
}

function put(claim: unknown, path: readonly string[], value: unknown): void {
  const parent = path.slice(0, -1).reduce((inside: unknown, name) => (inside as Record<string, unknown>)[name], claim);
  (parent as Record<string, unknown>)[path.at(-1) ?? ''] = value;
}

function parentOf(claim: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1, -1)
    .reduce((inside: unknown, name) => (inside as Record<string, unknown>)[name], claim);
}
