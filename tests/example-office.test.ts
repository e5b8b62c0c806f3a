import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES } from '@cleanclaim/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { data } from './support/data.ts';
import { exampleOffice, SENT_ON, writeOffice } from './support/example-office.ts';
import { runCli } from './support/run-cli.ts';

const office = exampleOffice(data);
const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-example-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Row {
  readonly rule: string;
  readonly failed: number;
  readonly review: number;
  readonly notChecked: number;
  readonly bypassed: number;
  readonly passed: number;
  readonly notMeant: number;
}

describe('the example office', () => {
  let rows: readonly Row[];
  let table = '';

  beforeAll(async () => {
    await writeOffice(office, folder);
    const at = (name: string): string => join(folder, name);
    const words = [
      'check',
      at('claims.ndjson'),
      '--history',
      at('history.ndjson'),
      '--data',
      at('data'),
      '--received',
      SENT_ON,
      '--summary',
    ];
    rows = (JSON.parse((await runCli([...words, '--format', 'json'])).stdout) as [{ rules: Row[] }])[0].rules;
    table = (await runCli([...words, '--format', 'table'])).stdout;
  });

  it('has 200 claims on which every rule finds something, but those that need a plan of the user', () => {
    expect(office.claims).toHaveLength(200);
    const fired = (id: string): boolean => rows.some(({ rule, failed, review }) => rule === id && failed + review > 0);
    const silent = RULES.filter(({ id }) => !fired(id));
    expect(
      silent.filter(({ examples }) => examples.some(({ finds, plan }) => finds > 0 && plan === undefined)).map(({ id }) => id),
    ).toEqual([]);
    for (const { id } of silent) expect(rows.find(({ rule }) => rule === id)?.passed, `${id} passes nothing without a plan`).toBe(0);
    const families = new Set(RULES.map(({ id }) => id.split('/')[0]));
    for (const family of families)
      expect(
        RULES.some(({ id }) => id.startsWith(`${family}/`) && fired(id)),
        family,
      ).toBe(true);
  });

  it('counts each claim once a rule, and no rule passes a claim it did not run on', () => {
    for (const { rule, ...counts } of rows)
      expect(
        Object.values(counts).reduce((sum, count) => sum + count),
        rule,
      ).toBe(200);
    const row = (id: string) => rows.find(({ rule }) => rule === id);
    expect(row('mce/non-covered')?.notMeant, 'only hospital stays with procedures').toBeGreaterThan(180);
    const withoutCodes = office.claims.filter(({ billType, lines }) => billType?.startsWith('011') || lines.every(({ code }) => !code));
    expect(row('coverage/lcd-ncd')?.notMeant, 'stays and claims without a procedure code').toBeGreaterThanOrEqual(withoutCodes.length);
    expect(row('ncci/ptp-pair')?.bypassed).toBeGreaterThan(0);
    expect(row('ncci/mue')?.notChecked, 'codes without a row').toBeGreaterThan(0);
  });

  it('is told as a table, a rule a line', () => {
    for (const { id } of RULES) expect(table).toContain(`\n${id} `);
    console.log(table);
  });

  it('the claims in examples/day are those of the office', () => {
    const example = (name: string): string => readFileSync(fileURLToPath(new URL(`../examples/day/${name}`, import.meta.url)), 'utf8');
    for (const name of ['claims.ndjson', 'history.ndjson'])
      expect(
        example(name) === readFileSync(join(folder, name), 'utf8'),
        `write ${name} again: npm run example-office -- examples/day`,
      ).toBe(true);
  });
});
