import { readFileSync } from 'node:fs';
import { type Claim, day, type ExampleTables, makeEngine } from '@cleanclaim/core';
import { RULES } from '@cleanclaim/rules';
import { describe, expect, it } from 'vitest';
import { data, shared } from './support/data.ts';
import { madeData } from './support/made-data.ts';

interface Mue {
  readonly code: string;
  readonly mue: number;
  readonly mai: string;
  readonly lines: readonly { readonly units: number; readonly mods?: readonly string[] }[];
}
interface Ptp {
  readonly col1: string;
  readonly col2: string;
  readonly ind: string;
  readonly mods: Readonly<Record<'col1' | 'col2', readonly string[] | undefined>>;
}
type Example =
  | { readonly id: string; readonly topic: 'mue'; readonly inp: Mue; readonly exp: { readonly lines: readonly string[] } }
  | { readonly id: string; readonly topic: 'ptp'; readonly inp: Ptp; readonly exp: Readonly<Record<'col1' | 'col2', string>> };

const path = shared('groundtruth/published-worked-examples/examples.json');
const line = { from: '2025-03-04', pos: '11', charge: '10.00', pointers: [1] };

// The file gives the row of the table with each example: only the rule is judged.
describe.skipIf(!path)('worked examples of NCCI edits that others published', () => {
  const all = path ? (JSON.parse(readFileSync(path, 'utf8')) as Example[]) : [];
  const mue = all.filter((each) => each.topic === 'mue');
  const ptp = all.filter((each) => each.topic === 'ptp');

  it('are there', () => {
    expect(mue.length).toBeGreaterThan(0);
    expect(ptp.length).toBeGreaterThan(0);
  });

  it.each(mue.map((each) => [each.id, each] as const))('%s', (_, { inp, exp }) => {
    const rows = [{ code: inp.code, units: String(inp.mue), indicator: inp.mai, rationale: '' }];
    const lines = inp.lines.map(({ units, mods }) => ({ ...line, code: inp.code, units, ...(mods ? { modifiers: mods } : {}) }));
    expect(paid({ lines, ...REST }, { 'ncci-mue-practitioner': rows }, 'ncci/mue')).toEqual(exp.lines);
  });

  it.each(ptp.map((each) => [each.id, each] as const))('%s', (_, { inp, exp }) => {
    const rows = [{ column1: inp.col1, column2: inp.col2, from: '2010-01-01', to: null, indicator: inp.ind, rationale: '' }];
    const lines = (['col1', 'col2'] as const).map((column) => ({
      ...line,
      code: inp[column],
      units: 1,
      modifiers: inp.mods[column] ?? [],
    }));
    expect(paid({ lines, ...REST }, { 'ncci-ptp-practitioner': rows }, 'ncci/ptp-pair')).toEqual([exp.col1, exp.col2]);
  });
});

const REST = { type: 'professional', payer: { kind: 'medicare' }, diagnoses: [{ code: 'I10' }] } as const;

/** `pay` or `deny` for each line, by the errors of one rule. */
function paid(claim: Claim, tables: ExampleTables, rule: string): string[] {
  const { findings } = makeEngine(RULES, madeData(data, tables)).check(claim, { received: day('2026-11-24') });
  const denied = findings.filter((each) => each.rule === rule && each.severity === 'error').map((each) => each.where.path);
  return claim.lines.map((_, at) => (denied.some((place) => place.startsWith(`/lines/${at}/`)) ? 'deny' : 'pay'));
}
