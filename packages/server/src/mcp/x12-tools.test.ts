import { isCleanclaimError } from '@cleanclaim/core';
import { describe, expect, it } from 'vitest';
import { makeClaim } from '../../../../tests/made/claims.ts';
import { make835, make837P } from '../../../../tests/made/x12.ts';
import { service } from '../testing/ask.ts';
import { X12_TOOLS } from './x12-tools.ts';

function made(make: (count: number, put: (text: string) => void) => void): string {
  let text = '';
  make(2, (part) => (text += part));
  return text;
}

function run(name: string, input: Readonly<Record<string, unknown>>) {
  const tool = X12_TOOLS.find((each) => each.name === name);
  if (!tool) throw new Error(name);
  const { structured, text } = tool.run(input, service);
  expect(Object.keys(structured)).toEqual(expect.arrayContaining([...((tool.output['required'] as string[] | undefined) ?? [])]));
  return { structured, text };
}

describe('X12 tools of assistants', () => {
  it('check a file, and say what was not checked', () => {
    const { text } = run('check_x12', { file: made(make837P).replace('*1558598797', '*1558598798') });
    expect(text).toMatch(/Sets: 837\. 1 errors.*error x12\/npi at segment \d+, loop 2310A.*Not checked: x12\//s);
  });

  it('explain a payment without telling who the patients are', () => {
    const { structured, text } = run('explain_payment', {
      file: made(make835),
      claims: made(make837P),
      contract: { G0108: '9000.00' },
      received: '2026-04-11',
    });
    expect(text).toMatch(/^MADE PAYER pays .*balanced\.\nClaim C0: /);
    expect(structured).toMatchObject({ payments: [{ claims: [{ patient: null, sent: { claim: 'C0' } }, { patient: null }] }] });
    expect(JSON.stringify(structured) + text).not.toMatch(/W00000000|NM1/);
  });

  it('answer a file and read the answer', () => {
    const { structured, text } = run('acknowledge_x12', { file: made(make837P), claims: true, control: 4 });
    expect(text).toMatch(/^Written: \d+/);
    const read = run('read_x12_answer', { file: structured['x12'] });
    expect(read.text).toMatch(/^Claim C0: accepted/);
    expect(JSON.stringify(read.structured)).not.toMatch(/ARCHER|BAKER|CARTER|DYER|FLETCHER|MASON|POTTER|WEAVER/);
    expect(run('acknowledge_x12', { file: made(make835), claims: true }).text).toBe('Nothing in the file calls for an answer.');
  });

  it('write claims, and say what they lack', () => {
    expect(run('write_x12', { claims: [makeClaim(3)], contact: 'OFFICE', phone: '5555550100' }).text).toMatch(/ 0 errors\.$/);
    expect(run('write_x12', { claims: [makeClaim(3)] }).text).toMatch(/2 errors: add what is missing before it is sent\..*PER04/s);
  });

  it('say what is wrong with the question', () => {
    const failure = (name: string, input: Readonly<Record<string, unknown>>): string => {
      try {
        run(name, input);
      } catch (error) {
        if (isCleanclaimError(error)) return `${error.failure.code} ${error.failure.path}`;
        throw error;
      }
      return 'none';
    };
    expect(failure('check_x12', {})).toBe('input/not-text /file');
    expect(failure('check_x12', { file: '', flie: '' })).toBe('input/invalid /flie');
    expect(failure('explain_payment', { file: made(make837P) })).toBe('input/unsupported-format /file');
    expect(failure('explain_payment', { file: made(make835), claims: [] })).toBe('input/unsupported-format /claims');
    expect(failure('explain_payment', { file: made(make835), contract: [] })).toMatch(/^input\/invalid \/contract/);
    expect(failure('acknowledge_x12', { file: 'hello' })).toBe('x12/nothing-to-answer /file');
    expect(failure('acknowledge_x12', { file: made(make837P), control: 1.5 })).toBe('input/out-of-range /control');
    expect(failure('write_x12', {})).toBe('input/invalid ');
    expect(failure('write_x12', { requests: [{ transaction: '999' }] })).toBe('input/invalid /requests/0/transaction');
  });
});
