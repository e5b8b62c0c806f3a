import { isFailure, readClaim } from '@cleanclaim/core';
import { RULES } from '@cleanclaim/rules';
import { describe, expect, it } from 'vitest';
import { data } from './support/data.ts';
import { exampleChecks } from './support/made-data.ts';

// Every example of every rule is run through the whole engine; only the rule's own findings are counted.
const checkExample = exampleChecks(data);

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
    const read = readClaim(example.claim);
    const report = checkExample(rule, example, isFailure(read) ? [] : read.unknown);
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
