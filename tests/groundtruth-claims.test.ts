import { readFileSync } from 'node:fs';
import { type Claim, day, type Finding, makeEngine } from '@cleanclaim/core';
import { RULES } from '@cleanclaim/rules';
import { describe, expect, it } from 'vitest';
import { data, shared } from './support/data.ts';

interface Case {
  readonly id: string;
  readonly claim: Claim;
  readonly expect: readonly { codes: string[]; kind: string; severity?: string; line?: number; status?: string }[];
  readonly mustNotFlag: readonly string[];
}

const path = shared('groundtruth/claims/claims.json');
const kindOf = (finding: Finding): string => finding.rule.split('/').at(-1) ?? '';

// Scored as the file's README says: each expected item met by one finding, no false alarm.
describe.skipIf(!path)('claims with known findings', () => {
  const cases = path ? (JSON.parse(readFileSync(path, 'utf8')) as Case[]) : [];
  const engine = makeEngine(RULES, data);
  it.each(cases.map((each) => [each.id, each] as const))('%s', (_, { claim, expect: wanted, mustNotFlag }) => {
    const { findings } = engine.check(claim, { received: day('2026-11-24') });
    const shown = findings
      .map((finding) => `${finding.severity} ${finding.rule} ${finding.codes.join('+')}: ${finding.message}`)
      .join('\n');
    for (const item of wanted) {
      const met = findings.some(
        (finding) =>
          item.kind.split('|').includes(kindOf(finding)) &&
          item.codes.every((code) => finding.codes.includes(code)) &&
          (item.severity ?? 'error|warning|info').split('|').includes(finding.severity) &&
          (item.line === undefined || finding.where.path.startsWith(`/lines/${item.line - 1}`)) &&
          (item.status === undefined || finding.status === item.status),
      );
      expect(met, `${item.kind} on ${item.codes.join('+')} was expected; found:\n${shown}`).toBe(true);
    }
    for (const family of mustNotFlag) {
      const [kind, only] = family.split(':');
      const alarms = findings.filter(
        (finding) => kindOf(finding) === kind && (only === 'error' ? finding.severity === 'error' : finding.severity !== 'info'),
      );
      expect(alarms, `false alarm of ${family}:\n${shown}`).toEqual([]);
    }
    if (wanted.length === 0)
      expect(
        findings.filter((finding) => finding.severity !== 'info'),
        shown,
      ).toEqual([]);
  });
});
