import { type Claim, day, makeEngine, type Rule } from '@cleanclaim/core';
import { bundledData } from '@cleanclaim/data';
import { PLANS } from '@cleanclaim/plans';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { describe, expect, it } from 'vitest';

// A rule says by `speaksOf` which codes it may have something to say of. Here every rule is asked of every code, and says no more.
const data = bundledData();
const engine = makeEngine(RULES, data, UNMADE, { plans: PLANS });
const asked = makeEngine(
  RULES.map((rule): Rule => ({ ...rule, speaksOf: () => true })),
  data,
  UNMADE,
  { plans: PLANS },
);
const received = day('2026-11-24');

function expectSame(claim: Claim): void {
  expect(JSON.stringify(engine.check(claim, { received }))).toBe(JSON.stringify(asked.check(claim, { received })));
}

describe('a rule that is not asked of a code has nothing to say of it', () => {
  it('in the examples of all rules', () => {
    for (const { examples } of RULES) for (const { claim } of examples) expectSame(claim);
  });

  it.each(['2026-03-04', '2025-03-04'])('in claims with codes of all chapters on %s, headings among them', (on) => {
    const icd = data.icd10cm(day(on));
    const codes = icd ? [...icd.rows()].map((row) => icd.code(row)) : [];
    expect(codes.length).toBeGreaterThan(70_000);
    const common = ['I10', 'E11.9', 'N18.30', 'O09.91', 'T40.1X1A', 'V00.01XA', 'R05.9', 'Z47.1', 'M17.11', 'Q99'];
    for (let at = 0; at < codes.length; at += 23) {
      const others = [codes[at + 3], common[at % common.length], codes[(at * 7) % codes.length]].flatMap((code) => code ?? []);
      const diagnoses = [codes[at] ?? '', ...others.slice(0, at % 4)].map((code) => ({ code }));
      const line = { from: on, units: 1, charge: '60.00', pos: '11', pointers: diagnoses.map((_, place) => place + 1) };
      expectSame({
        type: at % 3 === 0 ? 'institutional' : 'professional',
        ...(at % 2 === 0 ? { billType: '0111', admission: on, discharge: on } : {}),
        patient: { birthDate: at % 5 === 0 ? on : '1970-06-15', sex: at % 4 < 2 ? 'female' : 'male' },
        diagnoses: at % 2 === 0 ? diagnoses.toReversed() : diagnoses,
        lines: [
          { ...line, code: 'G0108', modifiers: at % 7 === 0 ? ['RT'] : [] },
          { ...line, code: 'L1833', from: at % 6 === 0 ? '2023-09-30' : on, modifiers: at % 8 === 0 ? ['LT'] : [] },
        ],
      });
    }
  });
});
