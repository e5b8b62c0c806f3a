import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Claim, day, type Finding, type Line, makeEngine, type Report, type Rule } from '@cleanclaim/core';
import { bundledData } from '@cleanclaim/data';
import { describe, expect, it } from 'vitest';
import age from '../demographic/age.rule.ts';
import sex from '../demographic/sex.rule.ts';
import accident from '../form/accident.rule.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';
import { SIDE, sideOf } from '../support/side.ts';
import aftercare from './aftercare.rule.ts';
import duplicateDiagnosis from './duplicate-diagnosis.rule.ts';
import externalCauseFirst from './external-cause-first.rule.ts';
import firstListedOnly from './first-listed-only.rule.ts';
import laterality from './laterality.rule.ts';
import obstetric from './obstetric.rule.ts';
import perinatal from './perinatal.rule.ts';
import sequelaOrder from './sequela-order.rule.ts';
import sequence from './sequence.rule.ts';
import symptomIntegral from './symptom-integral.rule.ts';
import unspecifiedSide from './unspecified-side.rule.ts';

const RULES: readonly Rule[] = [
  accident,
  aftercare,
  age,
  duplicateDiagnosis,
  externalCauseFirst,
  firstListedOnly,
  laterality,
  obstetric,
  perinatal,
  sequelaOrder,
  sequence,
  sex,
  symptomIntegral,
  unspecifiedSide,
];
const data = bundledData();
const engine = makeEngine(RULES, data);
const ON = '2026-04-14';

function check(claim: Claim): Report {
  return engine.check(claim, { received: day('2026-11-24') });
}

/** Findings that are more than a note, as `error obstetric O80+O70.1`. */
function shown(findings: readonly Finding[]): string[] {
  return findings
    .filter((each) => each.severity !== 'info')
    .map((each) => `${each.severity} ${each.rule.split('/')[1]} ${each.codes.join('+')}`.trim())
    .sort();
}

function lines(...each: Partial<Line>[]): { lines: Line[] } {
  return { lines: each.map((line) => exampleLine(ON, 1, line)) };
}

function patient(birthDate: string, sex: 'female' | 'male' | 'unknown' = 'female'): Pick<Claim, 'patient'> {
  return { patient: { birthDate, sex, memberId: 'EX-1' } };
}

const clean: readonly (readonly [string, Claim])[] = [
  [
    'emergency: ankle fracture with cause, place, activity and status',
    visit(
      ON,
      ['S82.851A', 'W10.9XXA', 'Y92.018', 'Y93.01', 'Y99.8'],
      lines({ code: 'Q4038', pos: '23', modifiers: ['RT'], pointers: [1, 2, 3, 4] }),
    ),
  ],
  ['emergency: corneal abrasion of the left eye', visit(ON, ['S05.02XA', 'W20.8XXA'], lines({ modifiers: ['LT'], pointers: [1, 2] }))],
  [
    'emergency: cut of the right index finger',
    visit(ON, ['S61.210A', 'W26.0XXA'], lines({ code: 'G0168', modifiers: ['F6'], pointers: [1, 2] })),
  ],
  ['emergency: bee sting, then the hives it caused', visit(ON, ['T63.441A', 'L50.0'])],
  [
    'office: diabetic retinopathy of the right eye, side by the 7th character',
    visit(ON, ['E11.3311', 'Z79.4'], lines({ modifiers: ['RT'] })),
  ],
  [
    'office: diabetic shoes for the foot that is left',
    visit(ON, ['E11.42', 'Z89.512'], lines({ code: 'A5500', modifiers: ['RT'], pointers: [1, 2] })),
  ],
  ['office: ingrowing nail of the left great toe', visit(ON, ['L60.0'], lines({ modifiers: ['TA'] }))],
  ['office: hammer toe of the right foot, second toe', visit(ON, ['M20.41'], lines({ modifiers: ['T6'] }))],
  ['office: stye of the right upper lid', visit(ON, ['H00.011'], lines({ modifiers: ['E3'] }))],
  [
    'office: pain of both knees, which no code says in one',
    visit(ON, ['M25.561', 'M25.562'], lines({ modifiers: ['50'], pointers: [1, 2] })),
  ],
  ['office: cellulitis of both legs', visit(ON, ['L03.115', 'L03.116'])],
  ['office: well child of two months with vaccines', visit(ON, ['Z00.129', 'Z23'], patient('2026-02-10'))],
  ['office: newborn of five days', visit(ON, ['Z00.110'], patient('2026-04-09'))],
  ['office: newborn of nine days with jaundice', visit(ON, ['Z00.111', 'P59.9'], patient('2026-04-05'))],
  ['office: yearly examination with a finding and a Pap smear', visit(ON, ['Z00.01', 'Z01.419', 'R73.03', 'Z23'])],
  ['office: examination before surgery', visit(ON, ['Z01.818', 'M17.11', 'I10', 'E66.9', 'Z68.35'])],
  ['office: adult who was born small', visit(ON, ['J45.20', 'P07.18'])],
  [
    'infusion: chemotherapy for breast cancer with nodes',
    visit(ON, ['Z51.11', 'C50.911', 'C77.3', 'Z17.0'], lines({ code: 'J9267', modifiers: ['RT'], pointers: [1, 2] })),
  ],
  ['prosthetics: leg for an amputation of the right thigh', visit(ON, ['Z89.611'], lines({ code: 'L5301', modifiers: ['RT'] }))],
  [
    'orthotics: left ankle brace after a stroke of the right side of the brain',
    visit(ON, ['I69.354', 'I63.311'], lines({ code: 'L1960', modifiers: ['LT'], pointers: [1, 2] })),
  ],
  ['hearing aids for both ears', visit(ON, ['H90.3'], lines({ code: 'V5261', modifiers: ['RT'] }, { code: 'V5261', modifiers: ['LT'] }))],
  ['hearing aid for the worse ear', visit(ON, ['H90.41'], lines({ code: 'V5257', modifiers: ['RT'] }))],
  ['surgery: cataract of the right eye', visit(ON, ['H25.11', 'H35.30'], lines({ code: 'V2632', modifiers: ['RT'] }))],
  [
    'surgery: breast reconstruction after cancer',
    visit(ON, ['Z42.1', 'Z85.3', 'Z90.11'], lines({ code: 'L8600', modifiers: ['RT'], pointers: [1, 2, 3] })),
  ],
  ['surgery: breast lump of the right side by quadrant', visit(ON, ['N63.11'], lines({ code: 'A4648', modifiers: ['RT'] }))],
  [
    'therapy: shoulder strain at a later visit',
    visit(ON, ['M25.511', 'M62.81', 'S46.011D'], lines({ code: 'G0283', modifiers: ['GP', 'RT'], pointers: [1, 2, 3] })),
  ],
  ['therapy: after replacement of the right knee', visit(ON, ['Z47.1', 'Z96.651'], lines({ code: 'G0283', modifiers: ['GP'] }))],
  ['therapy: scar contracture after a burn', visit(ON, ['L90.5', 'T23.301S', 'X10.0XXS'])],
  ['pregnancy: normal visit', visit(ON, ['Z34.82', 'Z3A.20'], patient('1996-02-02'))],
  ['pregnancy: high risk with diabetes', visit(ON, ['O09.522', 'O24.415', 'Z3A.27'], patient('1986-02-02'))],
  ['pregnancy: screening ultrasound', visit(ON, ['Z36.3', 'O09.522', 'Z3A.20'], patient('1986-02-02'))],
  ['pregnancy: sprain that matters to it', visit(ON, ['O9A.212', 'S93.401A', 'W18.30XA', 'Z3A.20'], patient('1996-02-02'))],
  [
    'pregnancy: incidental to a broken finger',
    visit(ON, ['S62.630A', 'Z33.1', 'W23.0XXA'], { ...patient('1996-02-02'), ...lines({ modifiers: ['F6'] }) }),
  ],
  ['pregnancy: miscarriage', visit(ON, ['O03.9'], patient('1996-02-02'))],
  ['after delivery: routine visit', visit(ON, ['Z39.2'], patient('1996-02-02'))],
  [
    'inpatient: vaginal delivery with a laceration',
    stay(ON, ['O70.1', 'O99.824', 'Z37.0', 'Z3A.39', 'Z22.330'], { ...patient('1995-03-15'), procedures: [{ code: '10E0XZZ', on: ON }] }),
  ],
  [
    'inpatient: repeat section with sterilisation',
    stay(ON, ['O34.211', 'Z37.0', 'Z3A.39', 'Z30.2'], { ...patient('1990-03-15'), procedures: [{ code: '10D00Z1', on: ON }] }),
  ],
  ['inpatient: preterm labor and delivery in two trimesters', stay(ON, ['O60.13X0', 'Z37.0', 'Z3A.28'], patient('1995-03-15'))],
  [
    'inpatient: premature newborn, section',
    stay(ON, ['Z38.01', 'P07.18', 'P07.38', 'P59.0', 'Z23'], { ...patient('2026-04-11'), admissionType: '4', admissionSource: '5' }),
  ],
  [
    'inpatient: newborn received from another hospital',
    stay(ON, ['P22.0', 'P07.14', 'P07.31'], { ...patient('2026-04-11'), admissionType: '1', admissionSource: '4' }),
  ],
  ['inpatient: sepsis with shock from pneumonia', stay(ON, ['A41.9', 'J18.9', 'R65.21', 'J96.01', 'N17.9'])],
  ['inpatient: viral sepsis in COVID-19', stay(ON, ['A41.89', 'U07.1', 'J12.82', 'R65.20', 'J96.01'])],
  ['inpatient: overdose on purpose with respiratory failure', stay(ON, ['T43.222A', 'J96.01', 'F33.2'])],
  ['inpatient: kidney failure from a pain reliever', stay(ON, ['N17.9', 'T39.395A', 'I10'])],
  ['inpatient: heart failure made worse by skipped pills', stay(ON, ['I11.0', 'I50.23', 'T50.1X6A', 'Z91.148'])],
  [
    'inpatient: hip fracture with external causes in their own list',
    stay(ON, [], {
      ...patient('1940-01-01'),
      diagnoses: [
        { code: 'S72.001A', kind: 'principal', poa: 'Y' },
        { code: 'S72.001A', kind: 'admitting' },
        { code: 'I10', kind: 'other', poa: 'Y' },
        { code: 'W01.0XXA', kind: 'external', poa: 'Y' },
        { code: 'Y92.121', kind: 'external', poa: 'Y' },
      ],
    }),
  ],
  ['glaucoma of both eyes in different stages', visit(ON, ['H40.1111', 'H40.1122'], lines({ modifiers: ['50'], pointers: [1, 2] }))],
  ['cancer of the right breast now, of the left one before', visit(ON, ['C50.911', 'Z85.3', 'Z90.12'])],
];

const wrong: readonly (readonly [string, Claim, readonly string[]])[] = [
  ['a fall listed first', visit(ON, ['W19.XXXA', 'S72.001A']), ['error external-cause-first W19.XXXA']],
  ['a car crash as principal', stay(ON, ['V43.52XA', 'S27.0XXA']), ['error external-cause-first V43.52XA']],
  ['two places', visit(ON, ['S93.401A', 'W18.30XA', 'Y92.010', 'Y92.410']), ['warning external-cause-first Y92.010+Y92.410']],
  ['the same diagnosis at two places', visit(ON, ['M54.50', 'M62.830', 'M54.50']), ['error duplicate-diagnosis M54.50']],
  ['the examination before surgery after its reason', visit(ON, ['M17.11', 'Z01.818']), ['error first-listed-only Z01.818+M17.11']],
  ['chemotherapy after the tumour', visit(ON, ['C34.11', 'Z51.11']), ['error first-listed-only Z51.11+C34.11']],
  ['the sequela before the scar', visit(ON, ['T23.301S', 'L90.5']), ['error sequela-order T23.301S+L90.5']],
  ['a drug reaction before the rash', visit(ON, ['T36.0X5A', 'L27.0']), ['error sequence T36.0X5A+L27.0']],
  ['headache before carbon monoxide', visit(ON, ['R51.9', 'T58.01XA']), ['warning sequence T58.01XA+R51.9']],
  ['severe sepsis first', stay(ON, ['R65.21', 'A41.9', 'J18.9']), ['error sequence R65.21+A41.9']],
  ['a brace on the other knee', visit(ON, ['M17.12'], lines({ code: 'L1833', modifiers: ['RT'] })), ['error laterality M17.12+L1833']],
  [
    'an eye drug in the other eye',
    visit(ON, ['H35.3211'], lines({ code: 'J0178', modifiers: ['LT'] })),
    ['error laterality H35.3211+J0178'],
  ],
  ['a splint on the other thumb', visit(ON, ['S62.501A', 'W23.0XXA'], lines({ modifiers: ['FA'] })), ['error laterality S62.501A+G0108']],
  [
    'a leg brace on the healthy side',
    visit(ON, ['G81.91'], lines({ code: 'L1960', modifiers: ['LT'] })),
    ['error laterality G81.91+L1960'],
  ],
  [
    'a hearing aid in the healthy ear',
    visit(ON, ['H90.41'], lines({ code: 'V5257', modifiers: ['LT'] })),
    ['error laterality H90.41+V5257'],
  ],
  ['both carpal tunnels as two codes', visit(ON, ['G56.01', 'G56.02']), ['warning laterality G56.01+G56.02']],
  ['both thumbs joints as two codes', visit(ON, ['M18.11', 'M18.12']), ['warning laterality M18.11+M18.12']],
  ['an open side where the line says it', visit(ON, ['M25.519'], lines({ modifiers: ['LT'] })), ['warning unspecified-side M25.519']],
  [
    'a normal delivery with a hemorrhage',
    stay(ON, ['O80', 'O72.1', 'Z37.0', 'Z3A.40'], patient('1995-01-01')),
    ['error obstetric O80+O72.1'],
  ],
  [
    'a delivery without outcome',
    stay(ON, ['O70.1', 'Z3A.40'], { ...patient('1995-01-01'), procedures: [{ code: '10E0XZZ' }] }),
    ['warning obstetric O70.1'],
  ],
  [
    'a urine infection before the pregnancy',
    visit(ON, ['N39.0', 'O23.42', 'Z3A.18'], patient('1996-01-01')),
    ['error obstetric O23.42+N39.0'],
  ],
  ['third trimester at 12 weeks', visit(ON, ['O99.013', 'D50.9', 'Z3A.12'], patient('1996-01-01')), ['warning obstetric O99.013+Z3A.12']],
  ['a termination with weeks', visit(ON, ['Z33.2', 'Z3A.09'], patient('1996-01-01')), ['error obstetric Z3A.09+Z33.2']],
  [
    "mother's and child's codes",
    visit(ON, ['P07.18', 'Z37.0'], patient('2026-04-13')),
    ['error perinatal P07.18+Z37.0', 'warning age Z37.0'],
  ],
  ['a birth at 40 years', visit(ON, ['Z38.00'], patient('1986-01-01')), ['error age Z38.00']],
  ['a pregnancy at 71 years', stay(ON, ['O26.893', 'Z3A.30'], patient('1955-01-01')), ['error age O26.893', 'error age Z3A.30']],
  ['a well child visit at 30 years', visit(ON, ['Z00.129'], patient('1996-01-01')), ['warning age Z00.129']],
  ['a pregnant man', visit(ON, ['O26.891', 'Z3A.10'], patient('1996-01-01', 'male')), ['warning sex O26.891', 'warning sex Z3A.10']],
  ['suture removal beside the wound', visit(ON, ['Z48.02', 'S61.411D']), ['warning aftercare Z48.02+S61.411D']],
  ['prostate cancer as history and active', visit(ON, ['C61', 'Z85.46'], patient('1950-01-01', 'male')), ['warning aftercare Z85.46+C61']],
  ['a car accident in no state', visit(ON, ['S13.4XXA'], { accident: { kind: 'auto', on: ON } }), ['warning accident']],
];

describe('claims a coder would send', () => {
  it.each(clean)('%s', (_, claim) => {
    expect(shown(check(claim).findings)).toEqual([]);
  });
  it('every code in them is billable on the day', () => {
    const icd = data.icd10cm(day(ON));
    const codes = [...clean, ...wrong].flatMap(([, claim]) => (claim.diagnoses ?? []).map((each) => each.code));
    expect(codes.filter((code) => !icd?.billable(icd.row(code)))).toEqual([]);
  });
});

describe('claims a coder would send back', () => {
  it.each(wrong)('%s', (_, claim, wanted) => {
    expect(shown(check(claim).findings)).toEqual([...wanted].sort());
  });
});

describe('what is only a note', () => {
  it('chest pain with a heart attack', () => {
    const [finding, ...others] = check(stay(ON, ['I21.4', 'R07.9'])).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'icd10cm/symptom-integral', severity: 'info', codes: ['R07.9', 'I21.4'] });
  });
});

describe('sex', () => {
  it('leaves a screening for prostate cancer of a female patient unchecked', () => {
    const { findings, notChecked } = check(visit(ON, ['Z12.5']));
    expect(findings.filter((each) => each.rule === 'demographic/sex')).toEqual([]);
    expect(notChecked.map((each) => each.rule)).toEqual(['demographic/sex']);
  });
  it('asks to look at an enlarged prostate of a female patient', () => {
    const { findings } = check(visit(ON, ['N40.1']));
    expect(findings.find((each) => each.rule === 'demographic/sex')).toMatchObject({ severity: 'warning', status: 'review' });
  });
  it('says nothing of it where the list could not bear on the claim', () => {
    expect(check(visit(ON, ['E11.9', 'I10'])).notChecked).toEqual([]);
  });
  it('asks for the sex when the claim does not give it', () => {
    expect(check(visit(ON, ['O26.891'], patient('1996-01-01', 'unknown'))).notChecked).toHaveLength(1);
  });
  it('is accepted with condition code 45 or modifier KX', () => {
    const man = patient('1996-01-01', 'male');
    expect(check(visit(ON, ['O26.891'], { ...man, ...lines({ modifiers: ['KX'] }) })).bypassed).toHaveLength(1);
    expect(check(stay(ON, ['O26.891'], { ...man, conditionCodes: ['45'] })).bypassed).toHaveLength(1);
  });
});

const editor = fileURLToPath(new URL('../../../shared/data/mce_msdrg/mce_v43.1_decoded/i10dx.csv', import.meta.url));

describe.skipIf(!existsSync(editor))('against the Medicare Code Editor', () => {
  const icd = data.icd10cm(day('2026-01-15'));
  const rows = existsSync(editor) ? readFileSync(editor, 'utf8').trim().split(/\r?\n/).slice(1) : [];
  const flagged = (flag: string, on: string): Set<string> =>
    new Set(
      rows.flatMap((text) => {
        const [code = '', from = '', to = '', flags = ''] = text.split(',');
        return from <= on && (to === '' || to >= on) && flags.split(/[|; ]/).includes(flag) ? [code] : [];
      }),
    );
  const billable = [...(icd?.rows() ?? [])].flatMap((row) => (icd?.billable(row) ? [icd.code(row)] : []));
  const ofAge = (birthDate: string, words: string): string[] =>
    billable
      .filter((code) =>
        check(visit('2026-01-15', [code], patient(birthDate))).findings.some(
          (each) => each.rule === 'demographic/age' && each.message.includes(words),
        ),
      )
      .map((code) => code.replace('.', ''));

  it.each([
    ['newborn', '1986-01-01', 'is for a newborn'],
    ['maternity', '1950-01-01', 'a pregnant patient'],
    ['pediatric', '1986-01-01', 'is for a child, '],
  ])('calls only codes of the editor %s', (flag, birthDate, words) => {
    const list = flagged(flag, '20260101');
    const found = ofAge(birthDate, words).filter((code) => !code.startsWith('Z685'));
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((code) => !list.has(code))).toEqual([]);
  });
  it('calls only codes of the editor adult', () => {
    const list = flagged('adult', '20260101');
    expect(ofAge('2018-01-01', 'is for an adult').filter((code) => !list.has(code))).toEqual([]);
  });
  it.each(['male', 'female'] as const)('knows no organ of a %s patient that the list gives to the other sex', (sex) => {
    const own = flagged(sex, '20240901');
    const other = sex === 'male' ? 'female' : 'male';
    const told = billable.filter((code) =>
      check(visit('2026-01-15', [code], patient('1986-01-01', other))).findings.some(
        (each) => each.rule === 'demographic/sex' && each.message.includes(`for a ${sex} patient`),
      ),
    );
    const asOf2024 = new Set(
      rows
        .map((text) => text.split(','))
        .filter(([, from = '']) => from <= '20240901')
        .map(([code]) => code),
    );
    expect(told.length).toBeGreaterThan(100);
    expect(told.map((code) => code.replace('.', '')).filter((code) => asOf2024.has(code) && !own.has(code))).toEqual(
      sex === 'female' ? ['N85A'] : [],
    );
  });
  it('says "not checked" on every sex-specific code', () => {
    const list = new Set([...flagged('female', '20240901'), ...flagged('male', '20240901')]);
    const open = billable.filter((code) => check(visit('2026-01-15', [code], patient('1986-01-01', 'unknown'))).notChecked.length > 0);
    const told = new Set(open.map((code) => code.replace('.', '')));
    expect(billable.map((code) => code.replace('.', '')).filter((code) => list.has(code) && !told.has(code))).toEqual([]);
    expect(told.size).toBeLessThan(list.size * 1.5);
  });
  it('finds the open side in nine of ten codes of its unspecified list', () => {
    const list = flagged('unspecified', '20260101');
    const known = [...list].map((code) => icd?.row(code) ?? -1).filter((row) => row >= 0);
    const found = known.filter((row) => icd && sideOf(icd, row) === SIDE.unspecified);
    expect(found.length / known.length).toBeGreaterThan(0.9);
  });
});
