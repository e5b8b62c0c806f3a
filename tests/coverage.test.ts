import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Claim, day, makeEngine } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { addFiles } from '@cleanclaim/data/import';
import { RULES } from '@cleanclaim/rules';
import { TABLE_SOURCES } from '@cleanclaim/sources';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleLine, visit } from '../rules/support/example-claim.ts';
import { zip } from './support/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
const rows = (head: string, count: number, row: (at: number) => string) =>
  [head, ...Array.from({ length: count }, (_, at) => row(at))].join('\n');

/** An export in the official columns with made-up rows: article 1 is as of 2026-01-01, the others fill it up. */
const tables = {
  'article.csv': rows('article_id,article_version,title,article_eff_date,article_end_date,date_retired,display_id', 600, (at) =>
    at === 0 ? '1,2,"Billing and Coding: made up",2026-01-01 00:00:00,,,A1' : `${at + 1},1,Made up,2020-01-01,,,A${at + 1}`,
  ),
  'article_x_hcpc_code.csv': rows('article_id,article_version,hcpc_code_id,hcpc_code_group', 5_000, (at) =>
    at === 0 ? '1,2,G0108,1' : `${(at % 599) + 2},1,Q${String(at).padStart(4, '0')},1`,
  ),
  'article_x_icd10_covered.csv': rows('article_id,article_version,icd10_code_id,icd10_covered_group,asterisk', 1_000, (at) =>
    at === 0 ? '1,2,E11.9,1,' : `${(at % 599) + 2},1,I10,1,`,
  ),
  'article_x_icd10_noncovered.csv': rows('article_id,article_version,icd10_code_id,icd10_noncovered_group', 1_000, (at) =>
    at === 0 ? '1,2,Z00.00,1' : `${(at % 599) + 2},1,R05.9,1`,
  ),
  'article_x_icd10_covered_group.csv': rows('article_id,article_version,icd10_covered_group,paragraph', 300, (at) =>
    at === 0 ? '1,2,1,"<p>For G0108,\nmade up</p>"' : `${at + 1},1,1,<p>Made up</p>`,
  ),
  'article_x_hcpc_modifier.csv': rows(
    'article_id,article_version,hcpc_modifier_code_id,hcpc_modifier_group',
    200,
    (at) => `${at + 2},1,KX,1`,
  ),
  'article_x_contractor.csv': rows('article_id,article_version,contractor_id,contractor_type_id,contractor_version', 1_000, (at) =>
    at === 0 ? '1,2,10,12,1' : `${(at % 599) + 2},1,11,12,1`,
  ),
  'contractor.csv': rows('contractor_id,contractor_type_id,contractor_version,contractor_bus_name,contractor_number', 30, (at) =>
    at === 0 ? '10,12,1,Made up,12302' : `${at + 10},12,1,Made up,${5_000 + at}`,
  ),
  'state_lookup.csv': 'state_id,state_abbrev,description\n1,NY,New York\n',
};
const put = (name: string, members: Readonly<Record<string, string>>): string => {
  const path = join(folder, name);
  writeFileSync(path, zip({ 'read me.txt': 'x', 'current_article_csv.zip': zip(members) }));
  return path;
};
const add = (path: string) => addFiles(path, { folder, sources: TABLE_SOURCES, today: '2026-11-24', join: 'later' });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the export of the Medicare Coverage Database', () => {
  beforeAll(async () => {
    const added = await add(put('current_article.zip', tables));
    expect(added.map(({ source, rows: count }) => [source, count])).toEqual(
      expect.arrayContaining([
        ['mcd-articles', 600],
        ['mcd-article-covered', 1_000],
        ['mcd-contractors', 30],
      ]),
    );
    expect(added).toHaveLength(8);
  });

  const check = (claim: Claim) => {
    const report = makeEngine(RULES, openPacks(folder)).check(claim, { received: day('2026-11-24') });
    const rule = 'coverage/lcd-ncd';
    return {
      found: report.findings.filter((each) => each.rule === rule),
      open: report.notChecked.filter((each) => each.rule === rule).map(({ reason }) => reason),
    };
  };
  const claim = (code: string, on: string, procedure = 'G0108') =>
    visit(on, [code], { payer: { id: '12302', kind: 'medicare' }, lines: [exampleLine(on, 1, { code: procedure })] });

  it('decides by the article of the contractor on the day', () => {
    expect(check(claim('E11.9', '2026-03-04'))).toEqual({ found: [], open: [] });
    const { found } = check(claim('I10', '2026-03-04'));
    expect(found).toMatchObject([{ severity: 'warning', status: 'review', codes: ['G0108', 'I10'] }]);
    expect(found[0]?.message).toMatch(/A1/);
    expect(found[0]?.why).toMatch(/CARC 50/);
    expect(found[0]?.source.edition).toMatch(/^mcd-articles-2026-09-24/);
    expect(check(claim('Z00.00', '2026-03-04')).found[0]?.message).toMatch(/not supporting/);
  });

  it('does not decide before the version, after the export has aged, or without an article', () => {
    expect(check(claim('I10', '2025-12-31')).open[0]).toMatch(/begins on 2026-01-01/);
    expect(check(claim('I10', '2026-11-01')).open[0]).toMatch(/No mcd-articles edition covers/);
    expect(check(claim('I10', '2026-03-04', 'G0283')).open[0]).toMatch(/No article of contractor 12302/);
  });
});

it.each([
  ['a column that moved away', { 'article.csv': tables['article.csv'].replace('article_eff_date', 'start') }, /content is not/],
  ['a table cut off', { 'article.csv': tables['article.csv'].slice(0, 2_000) }, /gave \d+ rows/],
  ['a day that is none', { 'article.csv': tables['article.csv'].replace('2026-01-01 00:00:00', 'soon') }, /row 2, column 4 .*not a day/],
  ['a code that is none', { 'article_x_hcpc_code.csv': tables['article_x_hcpc_code.csv'].replace('G0108', 'G01') }, /row 2, column 3/],
])('%s is refused and nothing of the export is installed', async (_, changed, words) => {
  const other = mkdtempSync(join(tmpdir(), 'coverage-'));
  const path = put('broken.zip', { ...tables, ...changed });
  await expect(addFiles(path, { folder: other, sources: TABLE_SOURCES, today: '2026-11-24', join: 'later' })).rejects.toThrow(words);
  expect(
    openPacks(other)
      .editions()
      .filter(({ source }) => source.startsWith('mcd-')),
  ).toEqual([]);
  rmSync(other, { recursive: true, force: true });
});
