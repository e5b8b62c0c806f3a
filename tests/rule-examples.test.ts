import { day, type Engine, type Example, isFailure, makeEngine, readClaim } from '@cleanclaim/core';
import { RULES } from '@cleanclaim/rules';
import { describe, expect, it } from 'vitest';
import { data } from './support/data.ts';
import { madeData } from './support/made-data.ts';

// Every example of every rule is run through the whole engine; only the rule's own findings are counted.
const bundled = makeEngine(RULES, data);

function engineOf({ data: change, plan }: Example, own: Engine, tables = data): Engine {
  if (!change && !plan) return own;
  return makeEngine(RULES, change ? change(data) : tables, [], { plans: plan ? [plan] : [] });
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const tables = rule.exampleTables ? madeData(data, rule.exampleTables) : data;
  const own = rule.exampleTables ? makeEngine(RULES, tables) : bundled;
  it.each(rule.examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
    const read = readClaim(example.claim);
    const engine = engineOf(example, own, tables);
    const report = engine.check(example.claim, { received: day('2026-11-24'), unknown: isFailure(read) ? [] : read.unknown });
    const found = report.findings.filter((finding) => finding.rule === id);
    expect(found.map((finding) => `${finding.severity}: ${finding.message}`)).toHaveLength(example.finds);
    if (example.codes) expect(new Set(found.flatMap((finding) => finding.codes))).toEqual(new Set(example.codes));
    for (const finding of found) {
      expect(finding.message, 'a message is one sentence').toMatch(/^[A-Z0-9].*\.$/s);
      expect(finding.why).not.toBe('');
      expect(finding.fix).not.toBe('');
      expect(finding.where.path).toMatch(/^\//);
    }
  });
});

it('each rule has examples that find and examples that do not', () => {
  for (const rule of RULES) {
    expect(
      rule.examples.some((example) => example.finds > 0),
      `${rule.id} has no example that finds`,
    ).toBe(true);
    expect(
      rule.examples.some((example) => example.finds === 0),
      `${rule.id} has no example that passes`,
    ).toBe(true);
  }
});
