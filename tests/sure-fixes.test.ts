import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPatch, applySureFixes, type Claim, day, makeEngine, type PatchStep, readClaim, type Rule } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { RULES } from '@cleanclaim/rules';
import { describe, expect, it } from 'vitest';
import { exampleLine, visit } from '../rules/support/example-claim.ts';
import { cleanclaim } from './support/command-line.ts';

const data = openPacks(undefined);
const received = day('2026-09-30');
const engine = makeEngine(RULES, data);
const fixed = (claim: Claim) => applySureFixes(claim, (each) => engine.check(each, { received }));
const codes = ({ diagnoses }: Claim) => diagnoses?.map(({ code }) => code);

describe('certain repairs', () => {
  it('pads with X and adds up', () => {
    const { claim, changes } = fixed(visit('2026-03-04', ['t1490a'], { total: '70.00' }));
    expect(codes(claim)).toEqual(['T14.90XA']);
    expect(claim.total).toBe('60.00');
    expect(changes.map(({ rule }) => rule)).toEqual(['code/placeholder', 'form/total']);
  });

  it('puts the cause first, and lines still point to what they pointed to', () => {
    const lines = [exampleLine('2026-04-14', 0, { pointers: ['A'] }), exampleLine('2026-04-14', 0, { pointers: [2, 1], charge: '60.00' })];
    const { claim } = fixed(visit('2026-04-14', ['I50.22', 'I11.0'], { lines, total: '120.00' }));
    expect(codes(claim)).toEqual(['I11.0', 'I50.22']);
    expect(claim.lines.map(({ pointers }) => pointers)).toEqual([['B'], [1, 2]]);
  });

  it('puts the injury before its external cause only where there is one', () => {
    expect(codes(fixed(visit('2026-03-04', ['W18.30XA', 'S50.01XA'])).claim)).toEqual(['S50.01XA', 'W18.30XA']);
    expect(codes(fixed(visit('2026-03-04', ['W18.30XA', 'S50.01XA', 'I10'])).claim)).toEqual(['W18.30XA', 'S50.01XA', 'I10']);
  });

  it('lists a diagnosis once', () => {
    const lines = [exampleLine('2026-03-04', 0, { pointers: [2, 3, 1] })];
    const { claim } = fixed(visit('2026-03-04', ['I10', 'E78.5', 'I10'], { lines }));
    expect(codes(claim)).toEqual(['I10', 'E78.5']);
    expect(claim.lines[0]?.pointers).toEqual([2, 1]);
  });

  it('writes dates, letters and codes as they are read', () => {
    const lines = [exampleLine('2026-03-04', 0, { from: '3/14/2026', pointers: ['AB'], modifiers: ['gp', ''], charge: '$60.00' })];
    const { claim } = fixed(visit('2026-03-04', ['i10', 'E785'], { lines }));
    expect(claim.lines[0]).toMatchObject({ from: '2026-03-14', pointers: ['A', 'B'], modifiers: ['GP'], charge: '60.00' });
    expect(codes(claim)).toEqual(['I10', 'E785']);
  });

  it('asks about a date that can be read two ways', () => {
    const { claim, report } = fixed(visit('2026-03-04', ['I10'], { onset: '03/04/2026' }));
    expect(claim.onset).toBe('03/04/2026');
    expect(report.findings.find(({ rule }) => rule === 'form/dates')?.suggestions).toHaveLength(2);
  });
});

describe('what no rule may do', () => {
  const made = (patch: readonly PatchStep[]): Rule => ({
    ...(RULES.find(({ id }) => id === 'form/total') as Rule),
    on: 'claim',
    check: () => ({ at: '/lines/0', message: 'm', why: 'w', fix: 'f', patch }),
  });
  it.each<readonly [string, readonly PatchStep[]]>([
    ['adds a modifier', [{ op: 'replace', path: '/lines/0/modifiers', value: ['59'] }]],
    ['adds a diagnosis', [{ op: 'add', path: '/diagnoses/1', value: { code: 'E78.5' } }]],
    ['takes a diagnosis', [{ op: 'remove', path: '/diagnoses/0' }]],
    ['changes a diagnosis', [{ op: 'replace', path: '/diagnoses/0/code', value: 'I11.9' }]],
    ['changes a procedure', [{ op: 'replace', path: '/lines/0/code', value: 'G0109' }]],
    ['does not fit', [{ op: 'remove', path: '/lines/7' }]],
  ])('a patch that %s is left alone', (_, patch) => {
    const wild = makeEngine([made(patch)], data);
    const claim = visit('2026-03-04', ['I10']);
    const done = applySureFixes(claim, (each) => wild.check(each, { received }));
    expect(done.claim).toBe(claim);
    expect(done.changes).toEqual([]);
    expect(done.report.findings).toHaveLength(1);
  });

  it('two rules that undo each other come to an end', () => {
    const value = (claim: Claim) => (claim.total === '1.00' ? '2.00' : '1.00');
    const turning: Rule = {
      ...made([]),
      on: 'claim',
      check: ({ claim }) => ({
        at: '/total',
        message: 'm',
        why: 'w',
        fix: 'f',
        patch: [{ op: 'replace', path: '/total', value: value(claim) }],
      }),
    };
    const wild = makeEngine([turning], data);
    const done = applySureFixes(visit('2026-03-04', ['I10']), (each) => wild.check(each, { received }));
    expect(done.changes.length).toBeLessThan(4);
  });
});

describe('every example of every rule', () => {
  const examples = RULES.flatMap((rule) => rule.examples.map((example) => ({ name: `${rule.id}: ${example.name}`, claim: example.claim })));
  const billed = ({ lines }: Claim) => lines.map(({ code, modifiers }) => [code?.toUpperCase().trim(), modifiers?.length ?? 0]);

  it('is repaired once and for all, and the claim stays readable', () => {
    for (const { name, claim } of examples) {
      const once = fixed(claim);
      expect(fixed(once.claim).changes, name).toEqual([]);
      expect('claim' in readClaim(once.claim), name).toBe(true);
      billed(once.claim).forEach(([code, modifiers], at) => {
        expect(code, name).toBe(billed(claim)[at]?.[0]);
        expect(Number(modifiers), name).toBeLessThanOrEqual(Number(billed(claim)[at]?.[1]));
      });
    }
  });

  it('has patches that any program can apply: no step relies on pointers that follow', () => {
    for (const { name, claim } of examples)
      for (const { patch } of engine.check(claim, { received }).findings)
        for (const step of patch ?? []) {
          expect(step.path, name).not.toMatch(/^\/diagnoses\/\d+$/);
          expect(() => applyPatch(claim, [step]), name).not.toThrow();
        }
  });
});

describe('check --fix', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fix-'));
  const claim = visit('2026-03-04', ['T14.90A'], { total: '70.00' });
  const file = join(folder, 'claim.json');
  writeFileSync(file, JSON.stringify(claim));

  it('writes the repaired claim beside the report, and never over a file', () => {
    const out = join(folder, 'out.json');
    const run = cleanclaim(['check', file, '--fix', '--out', out, '--format', 'json']);
    expect(JSON.parse(run.out)[0].fixed.changes).toHaveLength(2);
    expect(JSON.parse(readFileSync(out, 'utf8')).total).toBe('60.00');
    expect(JSON.parse(readFileSync(file, 'utf8')).total).toBe('70.00');
    expect(cleanclaim(['check', file, '--fix', '--out', out]).status).toBe(2);
    expect(cleanclaim(['check', file, '--fix', '--out', file, '--overwrite']).status).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8')).total).toBe('60.00');
  });

  it('keeps the lines of a stream in order, also one that cannot be read', () => {
    const lines = join(folder, 'claims.ndjson');
    writeFileSync(lines, `${JSON.stringify(claim)}\n{"broken\n${JSON.stringify({ ...claim, total: '60.00' })}\n`);
    const out = join(folder, 'out.ndjson');
    expect(cleanclaim(['check', lines, '--fix', '--out', out, '--format', 'ndjson']).status).toBe(2);
    const written = readFileSync(out, 'utf8').split('\n');
    expect(written).toHaveLength(4);
    expect(written[1]).toBe('{"broken');
  });

  it('shows what was and what is', () => {
    const run = cleanclaim(['check', file, '--fix', '--format', 'table']);
    expect(run.out).toContain('Nothing on this claim can be repaired');
    writeFileSync(file, JSON.stringify(claim));
    const again = cleanclaim(['check', file, '--fix', '--format', 'table']).out;
    expect(again).toContain('- /total "70.00"');
    expect(again).toContain('+ /total "60.00"');
  });

  it.each([[['--out', 'x.json']], [['--fix', '--overwrite']]])('refuses %j', (flags) => {
    expect(cleanclaim(['check', file, ...flags]).status).toBe(2);
  });
});
