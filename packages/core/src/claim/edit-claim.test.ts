import { describe, expect, it } from 'vitest';
import { addDiagnosis, applyPatch, moveDiagnosis, removeDiagnosis } from './edit-claim.ts';
import type { Claim } from './model.ts';

const claim: Claim = {
  type: 'professional',
  diagnoses: [{ code: 'I10' }, { code: 'N18.31' }, { code: 'E11.9' }],
  lines: [{ code: 'G0108', pointers: [1, 3] }, { code: 'A4253', pointers: ['B', 'C'] }, { code: 'Q4001' }],
};
const codes = (changed: Claim) => changed.diagnoses?.map(({ code }) => code);
const pointers = (changed: Claim) => changed.lines.map((line) => line.pointers);

describe('pointers follow the diagnosis', () => {
  it('when it moves up', () => {
    const changed = moveDiagnosis(claim, 2, 0);
    expect(codes(changed)).toEqual(['E11.9', 'I10', 'N18.31']);
    expect(pointers(changed)).toEqual([[2, 1], ['C', 'A'], undefined]);
  });

  it('when it moves down, back to where it was', () => {
    expect(moveDiagnosis(moveDiagnosis(claim, 0, 2), 2, 0)).toEqual(claim);
  });

  it('when another is put before it', () => {
    expect(pointers(addDiagnosis(claim, { code: 'I12.9' }, 1))).toEqual([[1, 4], ['C', 'D'], undefined]);
    expect(pointers(addDiagnosis(claim, { code: 'I12.9' }))).toEqual(pointers(claim));
  });

  it('and go with it', () => {
    const changed = removeDiagnosis(claim, 2);
    expect(codes(changed)).toEqual(['I10', 'N18.31']);
    expect(pointers(changed)).toEqual([[1], ['B'], undefined]);
  });

  it('but one that names no diagnosis stays for the rules to see', () => {
    const odd: Claim = { ...claim, lines: [{ pointers: [9, 'L', '2', 'x'] }] };
    expect(pointers(moveDiagnosis(odd, 1, 0))).toEqual([[9, 'L', '1', 'x']]);
  });
});

describe('a patch', () => {
  it('changes a value and leaves the claim given as it was', () => {
    const before = structuredClone(claim);
    const changed = applyPatch(claim, [
      { op: 'replace', path: '/diagnoses/0/code', value: 'I12.9' },
      { op: 'add', path: '/total', value: '60.00' },
      { op: 'remove', path: '/lines/0/pointers/1' },
    ]);
    expect(codes(changed)).toEqual(['I12.9', 'N18.31', 'E11.9']);
    expect(changed.total).toBe('60.00');
    expect(pointers(changed)[0]).toEqual([1]);
    expect(claim).toEqual(before);
  });

  it('makes what a step needs', () => {
    const bare: Claim = { type: 'professional', lines: [] };
    expect(codes(applyPatch(bare, [{ op: 'add', path: '/diagnoses/0', value: { code: 'I10' } }]))).toEqual(['I10']);
    expect(applyPatch(bare, [{ op: 'add', path: '/patient/sex', value: 'female' }]).patient).toEqual({ sex: 'female' });
  });

  it('renames a field', () => {
    const odd = { ...claim, totl: '1.00' } as Claim;
    expect(applyPatch(odd, [{ op: 'move', from: '/totl', path: '/total' }])).toEqual({ ...claim, total: '1.00' });
  });

  it.each([
    [{ op: 'replace', path: '/nothing', value: 1 } as const],
    [{ op: 'remove', path: '/lines/7' } as const],
    [{ op: 'add', path: '/lines/01', value: {} } as const],
    [{ op: 'add', path: 'lines', value: {} } as const],
    [{ op: 'move', from: '/x/y', path: '/total' } as const],
  ])('that does not fit is refused: %j', (step) => {
    expect(() => applyPatch(claim, [step])).toThrow(/change was not made/);
  });

  it('cannot reach the prototype', () => {
    const changed = applyPatch(claim, [{ op: 'add', path: '/__proto__/polluted', value: true }]);
    expect(Object.getPrototypeOf(changed)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
