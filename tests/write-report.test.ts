import { day, makeEngine, writeReport } from '@cleanclaim/core';
import { bundledData } from '@cleanclaim/data';
import { PLANS } from '@cleanclaim/plans';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { expect, it } from 'vitest';

it('writes every report of the rule examples as JSON.stringify does', () => {
  const engine = makeEngine(RULES, bundledData(), UNMADE, { plans: PLANS });
  for (const { examples } of RULES) {
    for (const { claim } of examples) {
      const report = engine.check(claim, { received: day('2026-11-24') });
      expect(writeReport(report)).toBe(JSON.stringify(report));
    }
  }
});
