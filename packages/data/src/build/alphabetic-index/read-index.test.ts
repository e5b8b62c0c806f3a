import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readConversions } from './conversions.ts';
import { type IndexPart, type IndexTerm, readIndex } from './read-index.ts';

const shared = fileURLToPath(new URL('../../../../../../shared/data/icd10cm/index_xml/', import.meta.url));
const sample = (name: string): IndexPart =>
  readIndex(readFileSync(new URL(`../../../../../sources/icd10cm-index/sample/${name}`, import.meta.url), 'utf8'));

function count(terms: readonly IndexTerm[], what: (term: IndexTerm) => number): number {
  return terms.reduce((sum, term) => sum + what(term) + count(term.under, what), 0);
}

describe('the sample', () => {
  it('gives titles, nonessential modifiers and what stands under a term', () => {
    const [amyloidosis, diabetes] = sample('icd10cm_index_2017.xml').terms;
    expect(amyloidosis).toMatchObject({ title: 'Amyloidosis', modifiers: '(generalized) (primary)' });
    expect(amyloidosis?.under[0]?.codes).toEqual([
      { column: 'code', code: 'E85.4', more: false },
      { column: 'manifestation', code: 'J99', more: false },
    ]);
    expect(diabetes?.under[0]?.under[0]?.under.map((term) => term.title)).toEqual(['chronic kidney disease', 'gastroparesis']);
  });
  it('takes a dash for more characters and keeps "see"', () => {
    const terms = sample('icd10cm_index_2017.xml').terms;
    expect(terms[4]?.under[0]?.codes).toEqual([{ column: 'code', code: 'M54.4', more: true }]);
    expect(terms[5]?.references).toEqual([{ kind: 'see', text: 'Lumbago' }]);
  });
  it('reads tables by their columns; a cell of dashes has no code', () => {
    const drugs = sample('icd10cm_drug_2017.xml');
    expect(drugs.name).toBe('drugs');
    expect(drugs.columns.get(6)).toBe('Adverse effect');
    expect(drugs.terms.find((term) => term.title === '1-propanol')?.codes.map((code) => code.column)).toEqual([2, 3, 4, 5]);
    expect(sample('icd10cm_neoplasm_2022.xml').terms[0]?.under[0]?.codes[0]).toEqual({ column: 2, code: 'C63.1', more: true });
  });
});

describe('a title', () => {
  const title = (xml: string) =>
    readIndex(
      `<ICD10CM.index><version>2017</version><title>INDEX TO DISEASES</title><letter><mainTerm><title>${xml}</title></mainTerm></letter></ICD10CM.index>`,
    ).terms[0];
  it.each([
    ['vein<nemod>(peripheral)</nemod> NEC', 'vein NEC', '(peripheral)'],
    ['<nemod>(somatoform)</nemod> pain', 'pain', '(somatoform)'],
    ['<nemod>(taser)</nemod>', '', '(taser)'],
    ['plain', 'plain', ''],
  ])('%s', (xml, text, modifiers) => {
    expect(title(xml)).toMatchObject({ title: text, modifiers });
  });
});

describe('what is no index', () => {
  it.each([
    ['', 'empty'],
    ['<ICD10CM.index><version>2017</version></ICD10CM.index>', 'no term'],
    ['<other><mainTerm><title>x</title></mainTerm></other>', 'another root'],
    ['<ICD10CM.index><title>Poems</title><mainTerm><title>x</title></mainTerm></ICD10CM.index>', 'another part'],
    ['<ICD10CM.index><mainTerm>', 'cut off'],
  ])('%s is refused: %s', (xml) => {
    expect(() => readIndex(xml)).toThrow();
  });
  it('a text where a code belongs is named, not dropped', () => {
    const part = readIndex(
      '<ICD10CM.index><version>2017</version><title>INDEX TO DISEASES</title><mainTerm><title>A</title><code>see there</code></mainTerm></ICD10CM.index>',
    );
    expect(part.unread).toEqual(['A: see there']);
  });
});

describe('conversions', () => {
  it('reads every former code of a line, and no range', () => {
    const rows = [
      ['Current code assignment', 'Effective October 1', 'Previous'],
      ['A04.71', '2017', 'A04.7'],
      ['A04.72', '2017', 'A04.7, A04.8 and A04.9'],
      ['H02.151', '2018', 'H02.101-H02.106'],
    ];
    const conversions = readConversions(rows);
    expect(conversions.size).toBe(3);
    expect([...conversions.values()].map((to) => to.size)).toEqual([2, 1, 1]);
  });
  it('refuses another table', () => {
    expect(() => readConversions([['a', 'b', 'c']])).toThrow('not a conversion table');
  });
});

describe.skipIf(!existsSync(shared))('the official files', () => {
  const main = (): string =>
    execFileSync('unzip', ['-p', `${shared}ICD10CM_FY2017_Full_XML.zip`, 'icd10cm_index_2017.xml'], {
      maxBuffer: 1 << 25,
      encoding: 'utf8',
    });
  it('main: 7,973 main terms, 69,226 terms under them', () => {
    const part = readIndex(main());
    expect(part).toMatchObject({ name: 'main', version: '2017', unread: [] });
    expect(part.terms).toHaveLength(7_973);
    expect(count(part.terms, () => 1)).toBe(7_973 + 69_226);
    expect(count(part.terms, (term) => term.references.filter((each) => each.kind === 'see').length)).toBe(11_979);
    expect(count(part.terms, (term) => term.codes.filter((each) => each.column === 'manifestation').length)).toBe(746);
  });
  it.each([
    ['drug', 'drugs', 5_175, 2_248, 40_000],
    ['neoplasm', 'neoplasm', 1, 1_938, 9_018],
    ['eindex', 'externalCauses', 314, 7_486, 6_431],
  ] as const)('%s', (file, name, mains, under, codes) => {
    const part = readIndex(gunzipSync(readFileSync(`${shared}icd10cm_${file}_2022.xml.gz`)).toString('utf8'));
    expect(part).toMatchObject({ name, version: '2022', unread: [] });
    expect(part.terms).toHaveLength(mains);
    expect(count(part.terms, () => 1)).toBe(mains + under);
    expect(count(part.terms, (term) => term.codes.length)).toBe(codes);
  });
});
