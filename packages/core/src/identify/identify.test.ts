import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data } from '../../../../tests/support/data.ts';
import { makeData } from '../data.ts';
import { day } from '../day.ts';
import { MAX_CODE_INPUT } from '../text/code-text.ts';
import { type Candidate, identify } from './identify.ts';
import { CODE_SYSTEMS } from './registry.ts';
import { isNpi } from './systems/npi.ts';

const on = day('2026-03-04');
const ask = (code: string, date = '2026-03-04'): readonly Candidate[] => identify(code, { data, on: day(date) }).candidates;
const systems = (code: string, date?: string): string =>
  ask(code, date)
    .map((each) => each.system)
    .join(' ');
const first = (code: string, date?: string): Candidate => {
  const candidate = ask(code, date)[0];
  if (!candidate) throw new Error(`${code} was not recognised`);
  return candidate;
};

// Code, the systems in order, the kind of the first, words of its category, certain.
const TABLE: [code: string, systems: string, kind: string, category: RegExp, certain: boolean][] = [
  // CPT: boundaries of ranges only.
  ['99202', 'cpt', 'procedure', /^Category I, Evaluation and Management$/, false],
  ['99213', 'cpt', 'procedure', /Evaluation and Management/, false],
  ['99499', 'cpt', 'procedure', /Evaluation and Management/, false],
  ['98000', 'cpt', 'procedure', /Evaluation and Management/, false],
  ['98016', 'cpt', 'procedure', /Evaluation and Management/, false],
  ['98017', 'cpt', 'procedure', /Medicine/, false],
  ['99201', 'cpt', 'procedure', /No section/, false],
  ['00100', 'cpt', 'procedure', /Anesthesia/, false],
  ['01999', 'cpt', 'procedure', /Anesthesia/, false],
  ['02000', 'cpt', 'procedure', /No section/, false],
  ['00099', 'cpt', 'procedure', /No section/, false],
  ['99100', 'cpt', 'procedure', /Anesthesia/, false],
  ['99140', 'cpt', 'procedure', /Anesthesia/, false],
  ['99141', 'cpt', 'procedure', /Medicine/, false],
  ['10004', 'cpt', 'procedure', /Surgery/, false],
  ['10003', 'cpt', 'procedure', /No section/, false],
  ['69990', 'cpt', 'procedure', /Surgery/, false],
  ['69991', 'cpt', 'procedure', /No section/, false],
  ['70010', 'cpt', 'procedure', /Radiology/, false],
  ['79999', 'cpt', 'procedure', /Radiology/, false],
  ['80046', 'cpt', 'procedure', /No section/, false],
  ['80047', 'cpt', 'procedure', /Pathology and Laboratory/, false],
  ['89398', 'cpt', 'procedure', /Pathology and Laboratory/, false],
  ['89399', 'cpt', 'procedure', /No section/, false],
  ['90281', 'cpt', 'procedure', /Medicine/, false],
  ['99199', 'cpt', 'procedure', /Medicine/, false],
  ['99200', 'cpt', 'procedure', /No section/, false],
  ['99500', 'cpt', 'procedure', /Medicine/, false],
  ['99607', 'cpt', 'procedure', /Medicine/, false],
  ['99608', 'cpt', 'procedure', /No section/, false],
  ['0001F', 'cpt', 'measure', /Category II:/, false],
  ['0042T', 'cpt', 'procedure', /Category III:/, false],
  ['0001U', 'cpt', 'procedure', /PLA/, false],
  ['0002M', 'cpt', 'procedure', /MAAA/, false],
  ['0001A', 'cpt', 'procedure', /COVID-19/, false],
  ['0001a', 'cpt', 'procedure', /COVID-19/, false],
  // HCPCS Level II.
  ['A0425', 'hcpcs', 'service', /transport/, false],
  ['A4253', 'hcpcs', 'supply', /supplies/, false],
  ['A9500', 'hcpcs', 'drug', /radioactive/, false],
  ['B4154', 'hcpcs', 'supply', /feeding/, false],
  ['C1713', 'hcpcs', 'supply', /devices/, false],
  ['C9600', 'hcpcs', 'procedure', /outpatient/, false],
  ['E0114', 'hcpcs', 'supply', /durable/, false],
  ['G0108', 'hcpcs', 'service', /Medicare/, false],
  ['H2011', 'icd10cm hcpcs', 'diagnosis', /Chapter 7/, true],
  ['J0696', 'hcpcs', 'drug', /injected/, false],
  ['J1100', 'hcpcs icd10cm', 'drug', /injected/, false],
  ['j1100', 'hcpcs icd10cm', 'drug', /injected/, false],
  ['J9999', 'hcpcs', 'drug', /cancer/, false],
  ['K0001', 'hcpcs', 'supply', /temporary/, false],
  ['L1820', 'hcpcs', 'supply', /orthotics/, false],
  ['L8699', 'hcpcs', 'supply', /prosthetics/, false],
  ['P9016', 'hcpcs', 'service', /blood/, false],
  ['Q4001', 'hcpcs', 'supply', /cast/, false],
  ['Q5101', 'hcpcs', 'drug', /biosimilar/, false],
  ['R0075', 'hcpcs', 'service', /portable/, false],
  ['S9999', 'hcpcs', 'service', /private/, false],
  ['T1015', 'hcpcs', 'service', /Medicaid/, false],
  ['U0002', 'hcpcs', 'service', /COVID-19/, false],
  ['V2020', 'hcpcs icd9cm', 'supply', /vision/, false],
  ['H0001', 'hcpcs icd10cm', 'service', /behavioral/, false],
  ['U9999', 'hcpcs', 'service', /no codes are in use/, false],
  // ICD-10-CM: membership, not pattern.
  ['E11.9', 'icd10cm icd10', 'diagnosis', /^Chapter 4, Endocrine.*; block E08-E13, Diabetes mellitus$/, true],
  ['e119', 'icd10cm icd10', 'diagnosis', /Chapter 4/, true],
  [' E11.9 ', 'icd10cm icd10', 'diagnosis', /Chapter 4/, true],
  ['\uff25\uff11\uff11.\uff19', 'icd10cm icd10', 'diagnosis', /Chapter 4/, true],
  ['E1\u200b1.9', 'icd10cm icd10', 'diagnosis', /Chapter 4/, true],
  ['E11', 'icd10cm icd10', 'diagnosis', /Chapter 4/, true],
  ['E1122', 'icd10cm hcpcs', 'diagnosis', /Chapter 4/, true],
  ['J96.01', 'icd10cm icd10', 'diagnosis', /Chapter 10/, true],
  ['J9601', 'icd10cm hcpcs', 'diagnosis', /Chapter 10/, true],
  ['U07.1', 'icd10cm icd10', 'diagnosis', /Chapter 22/, true],
  ['U09.9', 'icd10cm icd10', 'diagnosis', /Chapter 22/, true],
  ['QA0.0101', 'icd10cm', 'diagnosis', /Chapter 17.*QA0/, true],
  ['QA00101', 'icd10cm', 'diagnosis', /Chapter 17/, true],
  ['QA0', 'icd10cm', 'diagnosis', /Chapter 17/, true],
  ['C7A.00', 'icd10cm', 'diagnosis', /Chapter 2/, true],
  ['C4A.0', 'icd10cm', 'diagnosis', /Chapter 2/, true],
  ['C7B.00', 'icd10cm', 'diagnosis', /Chapter 2/, true],
  ['D3A.00', 'icd10cm', 'diagnosis', /Chapter 2/, true],
  ['M1A.0', 'icd10cm', 'diagnosis', /Chapter 13/, true],
  ['O9A.2', 'icd10cm', 'diagnosis', /Chapter 15/, true],
  ['Z3A.20', 'icd10cm', 'diagnosis', /Chapter 21/, true],
  ['S82.101A', 'icd10cm', 'diagnosis', /Chapter 19/, true],
  ['S82101A', 'icd10cm', 'diagnosis', /Chapter 19/, true],
  ['T14.90XA', 'icd10cm', 'diagnosis', /Chapter 19/, true],
  ['V00.01XA', 'icd10cm', 'diagnosis', /Chapter 20/, true],
  ['A00.0', 'icd10cm icd10', 'diagnosis', /Chapter 1,/, true],
  ['D1800', 'icd10cm cdt', 'diagnosis', /Chapter 2/, true],
  ['E14.9', 'icd10cm icd10', 'diagnosis', /Not in any installed edition/, false],
  ['E11.99', 'icd10cm icd10', 'diagnosis', /Not in any installed edition/, false],
  ['QB1.2', 'icd10cm', 'diagnosis', /Not in any installed edition/, false],
  // ICD-10-PCS.
  ['4A023N7', 'icd10pcs', 'procedure', /Section 4, Measurement and Monitoring/, false],
  ['0DTJ4ZZ', 'icd10pcs', 'procedure', /Section 0, Medical and Surgical/, false],
  ['XW033E5', 'icd10pcs', 'procedure', /Section X, New Technology/, false],
  ['HZ2ZZZZ', 'icd10pcs', 'procedure', /Section H, Substance Abuse/, false],
  ['B2111ZZ', 'icd10pcs', 'procedure', /Section B, Imaging/, false],
  // ICD-10 of the WHO, ICD-11.
  ['G63.2†', 'icd10', 'diagnosis', /dagger/, false],
  ['G63.2*', 'icd10', 'diagnosis', /asterisk/, false],
  ['1A00', 'icd11', 'diagnosis', /^Chapter 1; stem/, false],
  ['BA00', 'icd11', 'diagnosis', /^Chapter 11; stem/, false],
  ['5A11', 'icd11', 'diagnosis', /^Chapter 5; stem/, false],
  ['8B11.5Z', 'icd11', 'diagnosis', /^Chapter 8; stem/, false],
  ['NE84.3', 'icd11', 'diagnosis', /^Chapter 22; stem/, false],
  ['SA00', 'icd11', 'diagnosis', /^Chapter 26; stem/, false],
  ['VD00', 'icd11', 'diagnosis', /section V/, false],
  ['XS5W', 'icd11', 'extension', /extension code/, false],
  ['XM0GE9', 'icd11', 'extension', /extension code/, false],
  ['BA00&XS5W', 'icd11', 'diagnosis', /cluster of 2/, false],
  ['2C25.0&XS5W/BA00', 'icd11', 'diagnosis', /cluster of 3/, false],
  ['QA00', 'icd10cm icd11', 'diagnosis', /QA0/, true],
  // ICD-9-CM.
  ['250.00', 'icd9cm', 'diagnosis', /Chapter 3/, false],
  ['4019', 'icd9cm', 'diagnosis', /Chapter 7/, false],
  ['47.09', 'icd9cm', 'procedure', /Volume 3/, false],
  ['V58.69', 'icd9cm icd10cm icd10', 'diagnosis', /V codes/, false],
  ['E849.0', 'icd9cm', 'diagnosis', /E codes/, false],
  // Dental, drugs.
  ['D0120', 'cdt', 'procedure', /Diagnostic/, false],
  ['D1000', 'cdt', 'procedure', /Preventive/, false],
  ['D9999', 'cdt', 'procedure', /Adjunctive/, false],
  ['D0050', 'cdt', 'procedure', /No category/, false],
  ['0093-1234-05', 'ndc', 'drug', /4-4-2/, false],
  ['12345-678-90', 'ndc', 'drug', /5-3-2/, false],
  ['12345-6789-0', 'ndc', 'drug', /5-4-1/, false],
  ['12345-6789-01', 'ndc', 'drug', /5-4-2/, false],
  ['12345678901', 'ndc', 'drug', /Eleven digits/, false],
  ['9345678901', 'ndc', 'drug', /Ten digits/, false],
  // Places, modifiers.
  ['11', 'place-of-service', 'place', /Place of service/, true],
  ['02', 'place-of-service', 'place', /Place of service/, true],
  ['22', 'place-of-service cpt-modifier', 'place', /Place of service/, true],
  ['25', 'cpt-modifier place-of-service', 'modifier', /Two digits/, true],
  ['59', 'cpt-modifier place-of-service', 'modifier', /Two digits/, true],
  ['00', 'place-of-service', 'place', /Not assigned/, false],
  ['LT', 'hcpcs-modifier', 'modifier', /part of the body/, true],
  ['rt', 'hcpcs-modifier', 'modifier', /part of the body/, true],
  ['E1', 'hcpcs-modifier', 'modifier', /part of the body/, true],
  ['FA', 'hcpcs-modifier', 'modifier', /part of the body/, true],
  ['T9', 'hcpcs-modifier', 'modifier', /part of the body/, true],
  ['XU', 'hcpcs-modifier', 'modifier', /^Level II modifier$/, true],
  ['ZZ', 'hcpcs-modifier', 'modifier', /^Level II modifier$/, false],
  ['P3', 'cpt-modifier', 'modifier', /Physical status/, true],
  ['P7', 'hcpcs-modifier', 'modifier', /Level II/, false],
  ['1P', 'cpt-modifier', 'modifier', /Performance measure/, true],
  // Institutional claims.
  ['0450', 'revenue icd9cm', 'facility billing', /emergency room/, false],
  ['0001', 'revenue', 'facility billing', /total/, false],
  ['0762', 'revenue type-of-bill icd9cm', 'facility billing', /observation/, false],
  ['1001', 'revenue icd9cm', 'facility billing', /accommodations/, false],
  ['0111', 'type-of-bill revenue icd9cm', 'facility billing', /hospital inpatient; the whole stay/, false],
  ['131', 'type-of-bill ms-drg revenue icd9cm', 'facility billing', /hospital outpatient/, false],
  ['081A', 'type-of-bill', 'facility billing', /hospice/, false],
  ['470', 'ms-drg revenue icd9cm', 'grouping', /MS-DRG/, false],
  ['001', 'ms-drg revenue icd9cm', 'grouping', /MS-DRG/, false],
  // Providers.
  ['1234567893', 'npi ndc', 'provider', /check digit right/, true],
  ['1234567890', 'npi ndc', 'provider', /check digit wrong/, false],
  ['207Q00000X', 'taxonomy', 'provider', /Grouping 20/, false],
  ['282n00000x', 'taxonomy', 'provider', /Grouping 28/, false],
];

const NOTHING: [code: string, hint: RegExp][] = [
  ['CO-16', /why a payer adjusted/],
  ['PR-1', /why a payer adjusted/],
  ['718-7', /LOINC/],
  ['', /Type a code/],
  ['   ', /Type a code/],
  ['E1.19', /dot/],
  ['E11..9', /dot/],
  ['.E119', /dot/],
  ['E11.', /dot/],
  ['E11.9.1', /dot/],
  ['\u041511.9', /looks like E/],
  ['diabetes', /search/],
  ['type 2 diabetes', /one code at a time|search/],
  ['E11.9 I10', /one code at a time/],
  ['E11.9,I10', /one code at a time/],
  ['M25-M49', /range/],
  ['99213-25', /modifier/],
  ['000', /3 digits/],
  ['0000', /4 digits/],
  ['3', /two digits: 03/],
  ['123456', /6 digits/],
  ['123456789012', /12 digits/],
  ['25 59', /one code at a time/],
  ['4A0I3N7', /O and I/],
  ['W0001X1Y', /O and I/],
  ['1O00', /O and I/],
  ['BA00&', /no code/],
  ['&XS5W', /no code/],
  ['XS5W/BA00', /no code/],
  ['12-345-6789', /./],
  ['1234-5678-9', /./],
  ['99213A', /O and I/],
  ['💊', /no code/],
  ['\u0000', /no code/],
  ["'; DROP TABLE codes; --", /./],
  ['constructor', /no code/],
  ['__proto__', /no code/],
  ['x'.repeat(MAX_CODE_INPUT + 1), /one code at a time/],
];

describe('codes of known systems', () => {
  it.each(TABLE)('%s is %s', (code, expected, kind, category, certain) => {
    expect(systems(code)).toBe(expected);
    const candidate = first(code);
    expect(candidate.kind).toBe(kind);
    expect(candidate.category).toMatch(category);
    expect(candidate.certain).toBe(certain);
  });

  it('has a candidate for every system', () => {
    const met = new Set(TABLE.flatMap(([code]) => ask(code).map((each) => each.system)));
    expect([...met].sort()).toEqual(CODE_SYSTEMS.map((system) => system.id).sort());
  });

  it('says each thing in a whole sentence', () => {
    for (const candidate of TABLE.flatMap(([code]) => ask(code))) {
      for (const text of [candidate.name, candidate.owner, candidate.category, candidate.next]) expect(text).toMatch(/\S/);
      expect(candidate.says).toMatch(/^[A-Z].*\.$/);
      expect(candidate.rhythm).toMatch(/^[A-Z].*\.$/);
      expect(JSON.stringify(candidate)).not.toContain('undefined');
    }
  });
});

describe('what no system has', () => {
  it.each(NOTHING)('%j', (code, hint) => {
    const answer = identify(code, { data, on });
    expect(answer.candidates).toEqual([]);
    expect(answer.hint).toMatch(hint);
    expect(answer.input).toBe(code);
  });
});

describe('the day counts', () => {
  it('98000–98016 are Evaluation and Management since 2025 only', () => {
    expect(first('98000', '2024-12-31').category).toMatch(/No section/);
    expect(first('98000', '2025-01-01').category).toMatch(/Evaluation and Management/);
  });

  it('99201 was withdrawn for 2021', () => {
    expect(first('99201', '2020-12-31').category).toMatch(/Evaluation and Management/);
    expect(first('99201', '2021-01-01').category).toMatch(/No section/);
  });

  it('COVID-19 vaccine administration codes served from 2020-12 to 2023-10', () => {
    expect(first('0001A', '2022-05-01').next).toMatch(/licensed CPT/);
    expect(first('0001A', '2023-11-01').next).toMatch(/December 2020 to October 2023/);
  });

  it('ICD-9-CM leads before 2015-10-01 and cannot stand on a claim after', () => {
    expect(systems('V10.11', '2015-09-30')).toMatch(/^icd9cm/);
    expect(systems('25000', '2015-09-30')).toBe('cpt icd9cm');
    expect(systems('25000', '2015-10-01')).toBe('cpt');
    expect(first('250.00').next).toMatch(/cannot stand on a claim for 2026-03-04/);
    expect(first('E11.9', '2015-09-30').next).toMatch(/Use ICD-9-CM/);
    expect(first('4A023N7', '2015-09-30').next).toMatch(/Use ICD-9-CM/);
  });

  it('ICD-10-CM: in force, heading, not yet, no edition for the day', () => {
    expect(first('E11.9').next).toBe('Look it up on the date of service: cleanclaim lookup E11.9 --on 2026-03-04');
    expect(first('E11').next).toMatch(/heading.*cleanclaim tree E11 --on 2026-03-04/);
    expect(first('QA0.0101', '2025-09-30')).toMatchObject({ certain: true, next: expect.stringMatching(/not in force on 2025-09-30/) });
    expect(first('E11.9', '2020-01-01')).toMatchObject({
      certain: true,
      next: expect.stringMatching(/No installed edition covers 2020-01-01/),
    });
    expect(systems('T1015', '2020-01-01')).toBe('hcpcs icd10cm');
  });

  it('a place of service is told to be too new for the day', () => {
    expect(first('10', '2021-12-31').next).toMatch(/serves from 2022-01-01/);
  });
});

describe('single answers', () => {
  it('gives the official writing and title of ICD-10-CM', () => {
    expect(first('e119')).toMatchObject({ code: 'E11.9', display: 'Type 2 diabetes mellitus without complications' });
    expect(first('11').display).toBe('Office');
  });

  it('tells signs, external causes and other reasons from illnesses', () => {
    expect(first('R07.9').says).toMatch(/sign or symptom/);
    expect(first('W19.XXXA').says).toMatch(/external cause/);
    expect(first('Z00.00').says).toMatch(/not itself an illness/);
  });

  it('writes a ten-digit NDC as the eleven digits of a claim', () => {
    expect(first('0093-1234-05').next).toContain('00093123405');
    expect(first('12345-678-90').next).toContain('12345067890');
    expect(first('12345-6789-0').next).toContain('12345678900');
    expect(first('12345678901').code).toBe('12345-6789-01');
  });

  it('says that a check digit is wrong', () => {
    expect(first('1234567890').says).toMatch(/check digit is wrong/);
    expect(['1234567893', '1558598797', '1234567890', '0234567893', '123456789'].map(isNpi)).toEqual([true, true, false, false, false]);
  });

  it('names fingers, toes and lids', () => {
    const meant = {
      F4: 'left hand, fifth finger',
      F5: 'right hand, thumb',
      T5: 'right foot, great toe',
      T9: 'right foot, fifth toe',
      E3: 'upper right eyelid',
      E2: 'lower left eyelid',
    };
    for (const [code, words] of Object.entries(meant)) expect(first(code).says).toContain(words);
  });

  it('forgives a space inside one code, but does not join two', () => {
    expect(first('E11 .9').code).toBe('E11.9');
    expect(first('4A0 23N7').system).toBe('icd10pcs');
    expect(ask('E11.9 I10')).toEqual([]);
  });

  it('doubts a small l that may have been meant as I', () => {
    for (const text of ['99213-25', '99213 25', ' g0108  XE '])
      expect(identify(text, { data, on })).toEqual({ input: text, candidates: [], hint: expect.stringContaining('with a modifier') });
    expect(identify('l10.9', { data, on }).hint).toMatch(/letter I/);
    expect(identify('L10.9', { data, on }).hint).toBeNull();
  });

  it('never calls a code certain without data', () => {
    const none = makeData({ icd10cm: () => undefined, placeOfService: () => undefined });
    for (const code of ['E11.9', '11', 'QA0.0101', 'S82101A'])
      expect(identify(code, { data: none, on }).candidates.some((each) => each.certain)).toBe(false);
    expect(identify('E11.9', { data: none, on }).candidates[0]?.system).toBe('icd10cm');
  });
});

describe('any text', () => {
  const codeLike = fc.string({ unit: fc.constantFrom(...'0129AEIJOQUVXZ.&/-*† \t\uff11\u200b'), maxLength: 60 });

  it('never throws, echoes its input, and says something', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), codeLike), (text) => {
        const answer = identify(text, { data, on });
        expect(answer.input).toBe(text);
        if (answer.candidates.length === 0) expect(answer.hint).toMatch(/\S/);
        const names = answer.candidates.map((each) => each.system);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads its own writing of a code as the same code', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TABLE.map(([code]) => code)), (code) => {
        for (const candidate of ask(code))
          expect(ask(candidate.code).find((each) => each.system === candidate.system)?.code).toBe(candidate.code);
      }),
    );
  });

  it('takes the longest text it reads, and reads no longer one', () => {
    const hostile = ['1', 'A', '.', '&', 'BA00&', 'BA00/', '0.', 'A1', '-', ' ', '1-', '\ufdfa'];
    for (const piece of hostile) {
      const text = piece.repeat(1_000_000);
      expect(identify(text.slice(0, MAX_CODE_INPUT), { data, on }).hint, piece).not.toMatch(/one code at a time/);
      expect(identify(text, { data, on })).toMatchObject({ candidates: [], hint: expect.stringMatching(/one code at a time/) });
    }
  });
});
