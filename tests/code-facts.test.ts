import { codeFacts, day, type FactsAnswer, perform } from '@cleanclaim/core';
import { bundledData } from '@cleanclaim/data';
import { describe, expect, it } from 'vitest';
import { madeData } from './support/made-data.ts';

const bundled = bundledData();
const made = madeData(bundled, {
  'mce-diagnoses': [
    { code: 'O80', from: '2015-10-01', to: null, flags: 'female|maternity' },
    { code: 'E119', from: '2015-10-01', to: null, flags: '' },
  ],
  'poa-exempt': [{ code: 'O80' }],
  'ms-drg-mcc': [{ code: 'A419' }],
  'ms-drg-cc': [{ code: 'E1100' }],
  'hcc-diagnoses': [
    { code: 'E119', model: 'Made-up model A', category: '19' },
    { code: 'E119', model: 'Made-up model B', category: '38' },
  ],
  'ccsr-diagnoses': [{ code: 'E119', inpatient: 'XXX002', outpatient: 'XXX002', all: 'XXX002 XXX003' }],
});
const ask = (code: string, on = '2026-03-04', data = made): FactsAnswer =>
  perform(codeFacts, { code, on }, { data, today: day('2026-03-04') });
const says = ({ facts }: FactsAnswer) => Object.fromEntries(facts.map((each) => [each.fact, each.says]));

describe('what installed tables say of a diagnosis', () => {
  it('tells each fact with its edition', () => {
    const answer = ask('e119');
    expect(answer).toMatchObject({ code: 'E11.9', status: 'found', notInstalled: [] });
    expect(says(answer)).toEqual({
      editor: 'no edit',
      'present-on-admission': 'an indicator is needed',
      complication: 'neither CC nor MCC',
      risk: 'Made-up model A: 19; Made-up model B: 38',
      group: 'XXX002, XXX003; first for stays XXX002, for outpatients XXX002',
    });
    expect(answer.facts.every(({ edition }) => edition.includes('made-up'))).toBe(true);
    expect(says(ask('O80'))).toMatchObject({
      editor: 'for females; for pregnancy and childbirth',
      'present-on-admission': 'exempt: no indicator is given',
    });
    expect(says(ask('A41.9'))).toMatchObject({
      editor: 'not valid to the editor on this day',
      complication: 'a major complication or comorbidity (MCC)',
    });
  });

  it('a table that is not there is not known, never no', () => {
    const answer = ask('E11.9', '2026-03-04', bundled);
    expect(answer.facts).toEqual([]);
    expect(answer.notInstalled.map(({ fact }) => fact)).toEqual(['editor', 'present-on-admission', 'complication', 'risk', 'group']);
    expect(answer.notInstalled.every(({ install }) => install.startsWith('cleanclaim data add'))).toBe(true);
  });

  it('says what is no code of the day', () => {
    expect(ask('E11.77')).toMatchObject({ status: 'unknown', facts: [] });
    expect(ask('E11.9', '2014-03-04')).toMatchObject({ status: 'no-data', edition: null });
  });
});
