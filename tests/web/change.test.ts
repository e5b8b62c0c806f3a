import { applyPatch, type Claim, moveDiagnosis } from '@cleanclaim/core';
import { expect, it } from 'vitest';
import { changesBetween } from '../../packages/web/src/pages/claim/change.ts';

const claim: Claim = {
  type: 'professional',
  diagnoses: [{ code: 'I10' }, { code: 'N18.31' }],
  lines: [{ code: 'G0108', pointers: [1, 2], charge: '60.00' }],
};

it('tells a code put in the place of another', () => {
  expect(changesBetween(claim, applyPatch(claim, [{ op: 'replace', path: '/diagnoses/0/code', value: 'I12.9' }]))).toEqual([
    { kind: 'removed', box: '21A', text: 'I10', code: 'I10' },
    { kind: 'added', box: '21A', text: 'I12.9', code: 'I12.9' },
  ]);
});

it('tells the letters a code put before the others renames, and that lines keep their diagnoses', () => {
  const changed = applyPatch(claim, [{ op: 'add', path: '/diagnoses/0', value: { code: 'I12.9' } }]);
  expect(changesBetween(claim, changed)).toEqual([
    { kind: 'added', box: '21A', text: 'I12.9', code: 'I12.9' },
    { kind: 'renamed', box: '21B', text: 'A → B', code: 'I10' },
    { kind: 'renamed', box: '21C', text: 'B → C', code: 'N18.31' },
    { kind: 'renamed', box: '24E', text: 'A B → B C', pointersOf: 1 },
  ]);
});

it('tells a move, a new total and nothing', () => {
  expect(changesBetween(claim, moveDiagnosis(claim, 1, 0)).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'renamed B → A',
    'renamed A → B',
    'renamed A B → B A',
  ]);
  expect(changesBetween(claim, { ...claim, total: '60.00' })).toEqual([{ kind: 'added', box: '28', text: 'total: 60.00' }]);
  expect(changesBetween(claim, claim)).toEqual([]);
});
