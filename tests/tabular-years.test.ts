import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Data, day, diff, type Icd10cmEdition, makeEngine, NOTE_KINDS, perform, search, type Claim } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { readTabular, type TabularNode } from '@cleanclaim/data/build';
import { addFiles, rejoin } from '@cleanclaim/data/import';
import { RULES } from '@cleanclaim/rules';
import { TABLE_SOURCES } from '@cleanclaim/sources';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { data as bundled, shared } from './support/data.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'cleanclaim-tabular-'));
  folders.push(made);
  return made;
};
const add = (path: string, into: string) => addFiles(path, { folder: into, sources: TABLE_SOURCES, today: '2026-11-24', join: 'later' });
const on = (data: Data, date: string): Icd10cmEdition => {
  const icd = data.icd10cm(day(date));
  if (!icd) throw new Error(`nothing answers on ${date}`);
  return icd;
};
const billable = (icd: Icd10cmEdition): number => [...icd.rows()].filter((row) => icd.billable(row)).length;

describe('releases after the bundled ones', () => {
  const now = on(bundled, '2026-11-24');
  const data = folder();

  /** An order file of FY2028 made of the bundled codes: one code less, one more, one worded anew. */
  function orderFile(): string {
    const lines = [...now.rows()].flatMap((row) => {
      const code = now.code(row).replace('.', '');
      if (code === 'A001') return [];
      const title = code === 'A009' ? 'Cholera, worded anew' : (now.display(row) ?? `Heading ${code}`);
      const written = (each: string, text: string) =>
        `00001 ${each.padEnd(7)} ${now.billable(row) ? 1 : 0} ${text.slice(0, 60).padEnd(60)} ${text}`;
      return code === 'A000' ? [written(code, title), written('A002', 'Made-up cholera')] : [written(code, title)];
    });
    return `${lines.join('\n')}\n`;
  }

  it('an order file gives the codes of its year, the bundled year ends before it', async () => {
    const path = join(folder(), 'icd10cm_order_2028.txt');
    writeFileSync(path, orderFile());
    const [added] = await add(path, data);
    expect(added?.edition.id).toBe('icd10cm-codes-2027-10');
    const opened = openPacks(data);
    expect(on(opened, '2027-09-30').edition).toMatchObject({ id: 'icd10cm-2026-10', to: '2027-09-30' });
    const next = on(opened, '2027-10-01');
    expect(next.edition).toMatchObject({ id: 'icd10cm-2027-10', from: '2027-10-01', to: null });
    expect(billable(next)).toBe(billable(now));
    expect(next.inForce(next.row('A00.1'))).toBe(false);
    expect(next.display(next.row('A00.2'))).toBe('Made-up cholera');
    expect(next.display(next.row('A00.9'))).toBe('Cholera, worded anew');
    expect(on(opened, '2026-11-24').display(next.row('A00.9'))).toBe('Cholera, unspecified');
    expect(next.hasNotes).toBe(false);
    expect(next.mayBeSuperseded(day('2028-03-31'))).toBe(false);
    expect(next.mayBeSuperseded(day('2028-04-01'))).toBe(true);
    // Search keeps its documents: rows and notes have moved.
    const found = perform(search, { query: 'cholera', on: '2026-11-24' }, { data: opened, today: day('2026-11-24') });
    expect(JSON.stringify(found)).toContain('"A00.9"');
  });

  it('an addendum stands in for the order file of a year after them', async () => {
    const path = join(folder(), 'icd10cm_codes_addenda_2029.txt');
    writeFileSync(
      path,
      'Delete:      A002    Made-up cholera\r\nAdd:         A0021   First made-up cholera\r\nAdd:         A0022   Other made-up cholera\r\n',
    );
    await add(path, data);
    const opened = openPacks(data);
    const [before, after] = [on(opened, '2028-09-30'), on(opened, '2028-10-01')];
    expect(before.billable(before.row('A00.2'))).toBe(true);
    expect(after.billable(after.row('A00.2'))).toBe(false);
    expect(after.billable(after.row('A00.22'))).toBe(true);
    expect(billable(after)).toBe(billable(before) + 1);
    const changes = perform(diff, { from: '2028-09-30', to: '2028-10-01' }, { data: opened, today: day('2026-11-24') });
    expect(JSON.stringify(changes)).toContain('A00.21');
  });
});

const root = shared('data/icd10cm/tabular_xml');
describe.skipIf(root === undefined)('tabular lists of other years (skipped where ../shared/data is not there)', () => {
  const into = folder();
  let data: Data;
  const xml = (name: string): string => gunzipSync(readFileSync(join(root ?? '', name))).toString('utf8');
  beforeAll(async () => {
    for (const name of ['icd10cm_tabular_2021.xml.gz', 'icd10c-tabular-April-1-2026.xml.gz', 'icd10cm-tabular-April-2025.xml.gz'])
      await add(join(root ?? '', name), into);
    await add(shared('data/icd10cm/index_xml/ICD10CM_FY2017_Full_XML.zip') ?? '', into);
    rejoin(into);
    data = openPacks(into);
  }, 600_000);

  it('give the codes of their year too, as many as the order files have', () => {
    expect(on(data, '2021-06-01').edition).toMatchObject({ id: 'icd10cm-2021-01', rows: 95_358, notesAsOf: null });
    expect(billable(on(data, '2021-06-01'))).toBe(72_621);
    expect(on(data, '2017-01-01').edition).toMatchObject({ id: 'icd10cm-2016-10', rows: 93_830, notesAsOf: null });
    expect(billable(on(data, '2017-01-01'))).toBe(71_486);
    expect(data.icd10cm(day('2019-01-01'))).toBeUndefined();
  });

  it('add no note where the bundled pack has the very list', () => {
    for (const date of ['2025-06-01', '2026-06-01']) {
      const [joined, own] = [on(data, date), on(bundled, date)];
      for (const code of ['E11.22', 'I12.9', 'J44.0', 'S72.001A', 'Z38.00', 'F45.8'])
        expect(joined.notes(joined.row(code)).map(({ text }) => text)).toEqual(own.notes(own.row(code)).map(({ text }) => text));
    }
  });

  it.each([
    ['2021-06-01', 'icd10cm_tabular_2021.xml.gz'],
    ['2026-06-01', 'icd10c-tabular-April-1-2026.xml.gz'],
  ])('of %s, every code has the notes that stand at it in %s, in their order', (date, name) => {
    const icd = on(data, date);
    const wrong: string[] = [];
    const visit = (node: TabularNode): void => {
      if (node.tag === 'diag') {
        const own = icd.notes(icd.row(node.id)).filter(({ holder }) => holder.level === 'code' && holder.id === node.id);
        const stated = node.notes.map(({ kind, text }) => `${kind} ${text}`).sort();
        // Notes of a block that is drawn otherwise today stand at its categories.
        const found = own.map(({ kind, text }) => `${kind} ${text}`).sort();
        if (node.id.includes('.') ? found.join('\n') !== stated.join('\n') : stated.some((each) => !found.includes(each)))
          wrong.push(node.id);
      }
      node.under.forEach(visit);
    };
    readTabular(xml(name)).forEach(visit);
    expect(NOTE_KINDS).toHaveLength(10);
    expect(wrong).toEqual([]);
  });

  it('rules that rest on notes hold on their days, by the notes of the year', () => {
    const check = (from: string, codes: readonly string[]) => {
      const claim: Claim = {
        type: 'professional',
        payer: { id: 'X', kind: 'commercial' },
        patient: { birthDate: '1970-01-01', sex: 'female' },
        diagnoses: codes.map((code) => ({ code })),
        lines: [{ from, code: 'G0108', pos: '11', units: 1, charge: '10.00', pointers: [1] }],
      };
      return makeEngine(RULES, data).check(claim, { received: day('2026-11-24') });
    };
    const found = (from: string, codes: readonly string[]) => check(from, codes).findings.map(({ rule }) => rule);
    expect(found('2021-02-01', ['E11.9', 'E10.9'])).toContain('icd10cm/excludes1');
    expect(found('2017-02-01', ['E11.9', 'E10.9'])).toContain('icd10cm/excludes1');
    expect(check('2021-02-01', ['E11.9']).notChecked.map(({ rule }) => rule)).not.toContain('icd10cm/excludes1');
  });
});
