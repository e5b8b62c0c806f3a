import { type Claim, day, type Finding, makeEngine } from '@cleanclaim/core';
import { bundledData } from '@cleanclaim/data';
import { describe, expect, it } from 'vitest';
import { stay, visit } from '../support/example-claim.ts';
import codeAlso from './code-also.rule.ts';
import codeFirst from './code-first.rule.ts';
import excludes1 from './excludes1.rule.ts';
import manifestationFirst from './manifestation-first.rule.ts';
import useAdditional from './use-additional.rule.ts';
import withConvention from './with-convention.rule.ts';

// Claims as a coder meets them. What is said of each is every warning and error; pointers-out (info) are not counted.
const data = bundledData();
const engine = makeEngine([excludes1, manifestationFirst, codeFirst, useAdditional, withConvention, codeAlso], data);
const say = (finding: Finding): string => `${finding.severity} ${finding.rule.split('/')[1]} ${finding.codes.join(' ')}`;
const found = (claim: Claim): string[] =>
  engine
    .check(claim, { received: day('2026-11-24') })
    .findings.filter((finding) => finding.severity !== 'info')
    .map(say)
    .sort();

/** A code that is not in force is not looked at, so a misspelt one would pass here unseen. */
function expectCodesInForce(claim: Claim): void {
  const icd = data.icd10cm(day('2026-03-04'));
  for (const { code } of claim.diagnoses ?? []) expect(icd && icd.billable(icd.row(code)), code).toBe(true);
}

describe('clean claims', () => {
  it.each<[string, Claim]>([
    [
      'diabetic on insulin with kidney disease and hypertension, all linked',
      visit('2026-03-04', ['E11.22', 'I12.9', 'N18.32', 'Z79.4', 'E78.5']),
    ],
    ['hypertensive heart and kidney disease in hospital', stay('2026-03-14', ['I13.0', 'I50.23', 'N18.4', 'E87.6', 'D63.1', 'Z79.01'])],
    ['diabetic foot ulcer with its site and the neuropathy', visit('2026-03-04', ['E11.621', 'L97.512', 'E11.42', 'Z79.84'])],
    ['venous ulcer of a diabetic', visit('2026-03-04', ['I87.311', 'L97.211', 'E11.9', 'I10'])],
    ['sepsis with organ failure', stay('2026-03-14', ['A41.51', 'R65.21', 'J96.01', 'N17.9', 'N39.0', 'E11.65', 'Z87.891'])],
    ['pneumonia with COPD', stay('2026-03-14', ['J44.0', 'J18.9', 'J96.21', 'F17.210', 'Z99.81'])],
    ['influenza with pneumonia', stay('2026-01-14', ['J10.08', 'J15.0', 'E86.0'])],
    ['COVID-19 pneumonia', stay('2026-01-14', ['U07.1', 'J12.82', 'J96.01', 'I10', 'E66.9'])],
    ['stroke with its score', stay('2026-03-14', ['I63.512', 'G81.91', 'R47.01', 'R29.710', 'I10', 'I48.91'])],
    ['hemorrhage of the brain with its score', stay('2026-03-14', ['I61.0', 'R29.718', 'I10'])],
    ['dementia in Alzheimer disease', visit('2026-03-04', ['G30.1', 'F02.B0', 'I10', 'N40.1', 'R35.1'])],
    ['breast cancer under treatment', visit('2026-03-04', ['C50.412', 'C77.3', 'Z17.0', 'Z79.811', 'D63.0'])],
    ['chemotherapy', visit('2026-03-04', ['Z51.11', 'C18.7', 'C78.7', 'D70.1', 'T45.1X5A'])],
    ['rash from a drug', visit('2026-03-04', ['L27.0', 'T36.0X5A', 'I10'])],
    ['overdose with its manifestation', stay('2026-03-14', ['T39.1X2A', 'K71.10', 'F33.2', 'N17.9'])],
    ['lupus nephritis beside hypertension', visit('2026-03-04', ['M32.14', 'I12.9', 'N18.30'])],
    ['low back pain with other complaints', visit('2026-03-04', ['M54.50', 'M25.561', 'E03.9', 'E78.2', 'F41.1'])],
    ['well woman visit with a vaccination', visit('2026-03-04', ['Z01.419', 'Z23', 'Z12.31', 'N95.1'])],
    [
      'child check with ear infection',
      visit('2026-03-04', ['Z00.121', 'H66.91', 'Z23'], { patient: { birthDate: '2024-01-10', sex: 'male' } }),
    ],
    ['urinary infection with its organism', visit('2026-03-04', ['N30.01', 'B96.20', 'Z88.0'])],
    ['fracture, follow-up, with osteoporosis without one', visit('2026-03-04', ['S52.501D', 'W18.30XD', 'Z79.52'])],
    ['rheumatoid arthritis on treatment', visit('2026-03-04', ['M05.79', 'Z79.631', 'I10'])],
    ['heart failure after surgery in a hypertensive', stay('2026-03-14', ['I97.131', 'I50.21', 'I10'])],
    ['peripheral atherosclerosis with ulcer', visit('2026-03-04', ['I70.235', 'L97.512', 'F17.210', 'I10'])],
    ['right fracture, left old amputation', visit('2026-03-04', ['S42.201A', 'W18.30XA', 'Z89.222'])],
  ])('%s', (_, claim) => {
    expectCodesInForce(claim);
    expect(found(claim)).toEqual([]);
  });
});

describe('claims with something wrong', () => {
  it.each<[string, Claim, string[]]>([
    [
      'kidney stage before the diabetes that causes it',
      visit('2026-03-04', ['N18.31', 'E11.22', 'Z79.4']),
      ['error code-first N18.31 E11.22'],
    ],
    ['ulcer before the diabetes', visit('2026-03-04', ['I10', 'L97.512', 'E11.621']), ['error code-first L97.512 E11.621']],
    [
      'dementia as principal',
      stay('2026-03-14', ['F02.B11', 'G20.A1']),
      ['error code-first F02.B11 G20.A1', 'error manifestation-first F02.B11'],
    ],
    ['anemia in cancer without the cancer', visit('2026-03-04', ['Z51.81', 'D63.0']), ['warning code-first D63.0']],
    ['COVID-19 pneumonia without COVID-19', visit('2026-03-04', ['J12.82', 'R05.9']), ['warning code-first J12.82']],
    ['hypertensive kidney disease without a stage', visit('2026-03-04', ['I12.9', 'E78.5']), ['warning use-additional I12.9']],
    ['stage 5 beside the code for stages 1 to 4', visit('2026-03-04', ['I12.9', 'N18.5']), ['warning use-additional I12.9']],
    ['foot ulcer without its site', visit('2026-03-04', ['E10.621', 'E10.42']), ['warning use-additional E10.621']],
    [
      'diabetes and hypertension both unlinked',
      visit('2026-03-04', ['E11.9', 'I10', 'N18.4']),
      ['warning with-convention E11.9 N18.4', 'warning with-convention I10 N18.4'],
    ],
    ['hypertension and heart failure', stay('2026-03-14', ['I50.33', 'I10', 'E78.5']), ['warning with-convention I10 I50.33']],
    [
      'hypertensive heart disease beside kidney disease',
      stay('2026-03-14', ['I11.0', 'I50.33', 'N18.30']),
      ['warning with-convention I11.0 N18.30 I50.33'],
    ],
    ['gastroparesis of a diabetic', visit('2026-03-04', ['E11.9', 'K31.84']), ['warning with-convention E11.9 K31.84']],
    [
      'supervision of a normal and of a high-risk pregnancy',
      visit('2026-03-04', ['O09.511', 'Z34.01', 'Z3A.12']),
      ['error excludes1 O09.511 Z34.01'],
    ],
    ['bronchitis named twice', visit('2026-03-04', ['J20.9', 'J40']), ['error excludes1 J20.9 J40']],
    ['fatigue of a depressed patient', visit('2026-03-04', ['F33.1', 'R53.83']), ['warning excludes1 F33.1 R53.83']],
    ['adverse effect before what it did', visit('2026-03-04', ['T36.0X5A', 'L27.0']), ['error code-first T36.0X5A L27.0']],
    ['an estrogen receptor status before the cancer', visit('2026-03-04', ['Z17.0', 'C50.412']), ['error code-first Z17.0 C50.412']],
  ])('%s', (_, claim, expected) => {
    expectCodesInForce(claim);
    expect(found(claim)).toEqual(expected);
  });
});
