import { execFileSync } from 'node:child_process';
import { day, type Icd10cmEdition, type Row } from '@cleanclaim/core';
import { describe, expect, it } from 'vitest';
import { data, shared } from './support/data.ts';

function editionOn(on: string): Icd10cmEdition {
  const edition = data.icd10cm(day(on));
  if (!edition) throw new Error(`no edition on ${on}`);
  return edition;
}

const count = (edition: Icd10cmEdition, test: (row: Row) => boolean = () => true): number => [...edition.rows()].filter(test).length;

describe('the bundled ICD-10-CM editions', () => {
  // The official counts of the order files (CMS) and of the FY2027 addenda.
  it.each([
    ['2024-10-01', 97_584, 74_260],
    ['2025-04-01', 97_584, 74_260],
    ['2025-10-01', 98_186, 74_719],
    ['2026-04-01', 98_186, 74_719],
  ])('%s: %i codes, %i billable', (on, codes, billable) => {
    const edition = editionOn(on);
    expect(count(edition)).toBe(codes);
    expect(count(edition, (row) => edition.billable(row))).toBe(billable);
  });

  it('FY2027: 74,879 billable; new headers have no title yet', () => {
    const edition = editionOn('2026-10-01');
    expect(count(edition, (row) => edition.billable(row))).toBe(74_879);
    const untitled = [...edition.rows()].filter((row) => edition.display(row) === null);
    expect(untitled.every((row) => !edition.billable(row))).toBe(true);
    expect(untitled.map((row) => edition.code(row))).toEqual(expect.arrayContaining(['E89.83', 'K6A', 'QA1', 'T52.81']));
  });

  it('does not make the 76 codes that naive expansion makes', () => {
    const edition = editionOn('2026-04-01');
    const seventh = (code: string) => edition.children(edition.row(code)).map((row) => edition.code(row));
    expect(seventh('S06.1X7')).toEqual(['S06.1X7A']);
    expect(seventh('S06.1X6')).toHaveLength(3);
  });

  it('a header with nothing left under it ends', () => {
    const edition = editionOn('2026-10-01');
    expect(edition.inForce(edition.row('S23.420'))).toBe(false);
    expect(edition.inForce(edition.row('I42.0'))).toBe(true);
    expect(edition.billable(edition.row('I42.0'))).toBe(false);
  });

  it('says as of when its notes are', () => {
    expect(['2024-12-01', '2025-06-01', '2025-12-01', '2026-06-01', '2026-11-24'].map((on) => editionOn(on).notesAsOf)).toEqual([
      '2025-04-01',
      undefined,
      '2026-04-01',
      undefined,
      '2026-04-01',
    ]);
  });

  it('proves a first day only where an older edition lacks the code', () => {
    const edition = editionOn('2026-03-04');
    expect(edition.dates(edition.row('E11.9'))).toEqual({ from: '2024-10-01', fromKnown: false, to: null });
    expect(edition.dates(edition.row('QA0.0101'))).toEqual({ from: '2025-10-01', fromKnown: true, to: null });
    // A heading from FY2027 on: as the complete code it is here, it ends.
    expect(edition.dates(edition.row('I42.0'))).toMatchObject({ to: '2026-09-30' });
    expect(edition.history(edition.row('G35'))).toEqual([
      { from: '2024-10-01', fromKnown: false, to: '2025-09-30', billable: true },
      { from: '2025-10-01', fromKnown: true, to: null, billable: false },
    ]);
  });

  it('covers no day outside the installed editions', () => {
    expect(data.icd10cm(day('2024-09-30'))).toBeUndefined();
    expect(data.icd10cm(day('2030-01-01'))?.mayBeSuperseded(day('2030-01-01'))).toBe(true);
    expect(data.icd10cm(day('2027-03-31'))?.mayBeSuperseded(day('2027-03-31'))).toBe(false);
  });

  it('has 22 chapters and every code in one', () => {
    expect(data.icd10cmTable()?.chapters()).toHaveLength(22);
    const edition = editionOn('2026-10-01');
    expect(count(edition, (row) => edition.chapterNumber(row) === 0)).toBe(0);
  });
});

// The official order files, where they stand beside the checkout: every code, title and billable flag.
describe.each([
  ['cms_2025_dx.zip', '2024-10-01'],
  ['Code-desciptions-April-2025.zip', '2025-04-01'],
  ['cms_2026_dx.zip', '2025-10-01'],
])('agrees with the order file %s', (name, on) => {
  const zip = shared(`data/icd10cm/order/${name}`);
  it.skipIf(!zip)('on every code, title and billable flag', () => {
    const members = execFileSync('unzip', ['-Z1', zip ?? ''])
      .toString()
      .split('\n');
    const member = members.find((each) => /order[^/]*\.txt$/i.test(each) && !/addenda|__MACOSX/i.test(each)) ?? '';
    const text = execFileSync('unzip', ['-p', zip ?? '', member], { maxBuffer: 1e9 }).toString('latin1');
    const edition = editionOn(on);
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    const wrong = lines.filter((line) => {
      const row = edition.row(line.slice(6, 13).trim());
      // The file prints two spaces in one title (W44.G, FY2025); ours are folded.
      const title = line.slice(77).trim().replace(/\s+/g, ' ');
      return row < 0 || !edition.inForce(row) || edition.billable(row) !== (line[14] === '1') || edition.display(row) !== title;
    });
    expect(wrong).toEqual([]);
    expect(lines).toHaveLength(count(edition));
  });
});
