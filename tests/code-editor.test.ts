import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type Claim, type Data, day, type Day, type Finding, makeEngine, type Report, withoutDot } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { addFiles } from '@cleanclaim/data/import';
import { RULES } from '@cleanclaim/rules';
import { TABLE_SOURCES } from '@cleanclaim/sources';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { data as bundled, shared } from './support/data.ts';

interface Coded {
  readonly code: string;
  readonly poa?: string;
}

/** One line of the ground truth: a claim, and what CMS's own Java editor (MCE 2.0, 43.1) said of it on eight days of discharge. */
interface Case {
  readonly claim: {
    readonly id: string;
    readonly age: number;
    readonly sex: 0 | 1;
    readonly discharge_status: number;
    readonly pdx: Coded;
    readonly sdx: readonly Coded[];
    readonly procedures: readonly Coded[];
  };
  readonly mce: Readonly<Record<string, { readonly edits: Readonly<Record<string, number>> }>>;
}

const expected = shared('groundtruth/cms-java-msdrg-mce/claims_expected.jsonl');
const tables = shared('data/mce_msdrg/mce_v43.1_decoded');
const poa = shared('data/mce_msdrg/POAexemptCodesFY26.zip');

/** The stay that the editor was told of: seven days (SOURCE.txt), and the age reached on the first of January. */
function claimOf({ id, age, sex, discharge_status: status, pdx, sdx, procedures }: Case['claim'], discharge: Day): Claim {
  const admission = addDays(discharge, -LENGTH_OF_STAY);
  return {
    type: 'institutional',
    id,
    payer: { id: 'MEDICARE', kind: 'medicare' },
    patient: { birthDate: `${Number(admission.slice(0, 4)) - age}-01-01`, sex: sex === 0 ? 'male' : 'female', memberId: '1EG4TE5MK73' },
    billType: '0111',
    admission,
    discharge,
    dischargeStatus: String(status).padStart(2, '0'),
    diagnoses: [
      { code: pdx.code, kind: 'principal', poa: pdx.poa ?? '' },
      ...sdx.map(({ code, poa: indicator = '' }) => ({ code, kind: 'other' as const, poa: indicator })),
    ],
    procedures: procedures.map(({ code }) => ({ code, on: admission })),
    lines: [{ revenue: '0120', from: admission, to: discharge, units: LENGTH_OF_STAY, charge: '7000.00' }],
    total: '7000.00',
  };
}

const LENGTH_OF_STAY = 7;

/** The editor's name of what a finding says; undefined for a finding the editor has no edit for. */
function editOf(finding: Finding, principal: string): string | undefined {
  const { rule, severity, where, codes } = finding;
  if (rule.startsWith('code/')) return severity === 'error' ? 'INVALID_CODE' : undefined;
  switch (rule) {
    case 'icd10cm/external-cause-first':
      return where.path === '/diagnoses/0' && severity === 'error' ? 'E_CODE_AS_PDX' : undefined;
    case 'icd10cm/duplicate-diagnosis':
      return withoutDot(codes[0] ?? '') === principal ? 'DUPLICATE_OF_PDX' : undefined;
    case 'demographic/age':
      // The tabular list narrows the ages of the body mass index further than the editor does: a warning.
      if (severity !== 'error') return undefined;
      return codes.length === 0 ? 'INVALID_AGE' : 'AGE_CONFLICT';
    case 'demographic/sex':
      return severity === 'error' ? 'SEX_CONFLICT' : undefined;
    case 'mce/principal-unacceptable':
      return finding.message.includes('only with a secondary') ? 'REQUIRES_SDX' : 'UNACCEPTABLE_PDX';
    default:
      return EDIT_OF_RULE[rule];
  }
}

const EDIT_OF_RULE: Readonly<Record<string, string>> = {
  'mce/invalid-code': 'INVALID_CODE',
  'mce/invalid-procedure': 'INVALID_CODE',
  'icd10cm/manifestation-first': 'MANIFESTATION_AS_PDX',
  'mce/questionable-admission': 'QUESTIONABLE_ADMISSION',
  'mce/obstetric-admission': 'QUESTIONABLE_OBSTETRIC_ADMISSION',
  'mce/non-covered': 'NON_COVERED',
  'mce/limited-coverage': 'LIMITED_COVERAGE',
  'mce/procedure-sex': 'SEX_CONFLICT',
  'mce/sex-unknown': 'INVALID_SEX',
  'mce/discharge-status': 'INVALID_DISCHARGE_STATUS',
  'mce/wrong-procedure': 'WRONG_PROCEDURE_PERFORMED',
  'mce/length-of-stay': 'INCONSISTENT_WITH_LENGTH_OF_STAY',
  'mce/unspecified-side': 'UNSPECIFIED',
};

/** Edits by how many codes they name: several findings on one place are one code. */
function editsOf({ findings }: Report, principal: string): Map<string, number> {
  const places = new Map<string, Set<string>>();
  for (const finding of findings) {
    const edit = editOf(finding, principal);
    if (edit === undefined) continue;
    const at = places.get(edit) ?? new Set();
    places.set(edit, at.add(finding.where.path));
  }
  return new Map([...places].map(([edit, at]) => [edit, at.size]));
}

describe.skipIf(!expected || !tables || !poa)('the Medicare Code Editor', () => {
  const cases = expected
    ? readFileSync(expected, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Case)
    : [];
  let folder = '';
  let data: Data;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cleanclaim-mce-'));
    const options = { folder, sources: TABLE_SOURCES, today: '2026-11-24' };
    for (const path of [join(tables ?? '', 'i10dx.csv'), join(tables ?? '', 'i10pr.csv'), poa ?? '']) await addFiles(path, options);
    data = openPacks(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('says of every claim on every day what the program of CMS says', () => {
    // Here each rule speaks, also where another says more.
    const engine = makeEngine(
      RULES.map((rule) => ({ ...rule, yieldsTo: [] })),
      data,
    );
    const agreed = new Map<string, Map<string, number>>();
    const differences: string[] = [];
    let claims = 0;
    for (const { claim, mce } of cases) {
      for (const [on, { edits }] of Object.entries(mce)) {
        claims++;
        const made = claimOf(claim, day(on));
        const report = engine.check(made, { received: day('2026-11-24') });
        const ours = editsOf(report, withoutDot(claim.pdx.code));
        for (const edit of new Set([...ours.keys(), ...Object.keys(edits)])) {
          if ((ours.get(edit) ?? 0) !== (edits[edit] ?? 0)) {
            differences.push(`${claim.id} ${on} ${edit}: ${ours.get(edit) ?? 0}, CMS ${edits[edit] ?? 0}`);
            continue;
          }
          const days = agreed.get(edit) ?? new Map<string, number>();
          agreed.set(edit, days.set(on, (days.get(on) ?? 0) + 1));
        }
      }
    }
    const days = Object.keys(cases[0]?.mce ?? {});
    console.log(
      [
        `${claims} claims and days, ${differences.length} differences; claims on which each edit agrees, by day of discharge:`,
        `${'edit'.padEnd(34)}${days.map((on) => on.slice(0, 7).padStart(8)).join('')}`,
        ...[...agreed].map(([edit, on]) => `${edit.padEnd(34)}${days.map((each) => String(on.get(each) ?? 0).padStart(8)).join('')}`),
        ...differences.slice(0, 40),
      ].join('\n'),
    );
    expect(differences).toEqual([]);
    expect(claims).toBe(20_240);
  });

  it('gives no attribute that no rule knows', () => {
    const on = day('2026-03-04');
    const given = new Set<string>();
    for (const source of ['mce-diagnoses', 'mce-procedures']) {
      const table = data.table(source, on);
      for (let row = 0; row < (table?.size ?? 0); row++)
        for (const flag of table?.text('flags', row).split('|') ?? []) if (flag !== '') given.add(flag);
    }
    expect([...given].filter((flag) => !KNOWN.has(flag))).toEqual([]);
    expect(given.size).toBe(KNOWN.size);
  });

  it('tells which diagnoses need a present-on-admission indicator', () => {
    const engine = makeEngine(RULES, data);
    const claim = claimOf(
      {
        id: 'P1',
        age: 30,
        sex: 1,
        discharge_status: 1,
        pdx: { code: 'O80' },
        sdx: [{ code: 'O70.1' }, { code: 'Z37.0', poa: 'Y' }, { code: 'I10', poa: 'Y' }],
        procedures: [],
      },
      day('2026-03-04'),
    );
    const { findings } = engine.check(claim, { received: day('2026-11-24') });
    const own = findings.filter(({ rule }) => rule === 'form/poa');
    expect(own.map(({ severity, codes }) => `${severity} ${codes.join()}`)).toEqual(['error O70.1', 'info Z37.0']);
  });
});

/** Attributes of version 43.1, all of which a rule reads. One that comes with a later version has to be looked at. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'adult clintrial delout diabtypeI ecodepdx female male manifestation maternity ncov6 ncov7 ncov_z302 newborn pediatric qadm reqsdx ' +
    'unacceptable unspecified wrngproc csect kidneyxp lcov lcov_artheartxpa lcov_artheartxpb los ncov12agele60 ncov45 noncovered vagdel'
  ).split(' '),
);

describe('without the tables of the Medicare Code Editor', () => {
  const engine = makeEngine(RULES, bundled);
  const unchecked = (claim: Claim): string[] =>
    engine
      .check(claim, { received: day('2026-11-24') })
      .notChecked.map(({ rule, reason }) => (reason.includes('mce-') ? rule : ''))
      .filter((rule) => rule !== '');
  const inHospital = claimOf(
    { id: 'S1', age: 50, sex: 1, discharge_status: 1, pdx: { code: 'J18.9', poa: 'Y' }, sdx: [], procedures: [] },
    day('2026-03-04'),
  );

  it('a stay says which edits were not checked, those of procedures only where it has one', () => {
    const ofDiagnoses = ['mce/principal-unacceptable', 'mce/questionable-admission', 'mce/unspecified-side', 'mce/wrong-procedure'];
    expect(unchecked(inHospital)).toEqual([...ofDiagnoses, 'demographic/age'].toSorted(inOrder));
    const operated = { ...inHospital, procedures: [{ code: '02YA0Z0', on: '2026-03-01' }] };
    expect(unchecked(operated)).toEqual(
      [
        ...ofDiagnoses,
        'demographic/age',
        'mce/invalid-procedure',
        'mce/obstetric-admission',
        'mce/non-covered',
        'mce/limited-coverage',
        'mce/length-of-stay',
      ].toSorted(inOrder),
    );
  });

  it('a claim that is no stay is not told of them', () => {
    expect(unchecked({ ...inHospital, billType: '0131' })).toEqual(['demographic/age']);
    expect(unchecked({ ...inHospital, billType: '0211' })).toEqual(['demographic/age']);
    expect(unchecked({ ...inHospital, type: 'professional' })).toEqual([]);
  });
});

const ORDER = RULES.map(({ id }) => id);

function inOrder(one: string, other: string): number {
  return ORDER.indexOf(one) - ORDER.indexOf(other);
}
