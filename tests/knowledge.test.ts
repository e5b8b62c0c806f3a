import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Day, documentTokens, Knowledge, Searcher, STOP_WORDS, writtenKey, writtenWords } from '@cleanclaim/core';
import { describe, expect, it } from 'vitest';
import { data } from './support/data.ts';

const folder = fileURLToPath(new URL('../packages/data/knowledge/', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsv'));

function lines(file: string): string[][] {
  return readFileSync(`${folder}${file}`, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

describe.each(files)('knowledge/%s', (file) => {
  it('has term, meaning, context and note on every line', () => {
    expect(lines(file).filter((line) => line.length !== 4 || !line[0]?.trim() || !line[1]?.trim())).toEqual([]);
  });

  it('says nothing twice', () => {
    const said = lines(file).map(([term, meaning, context]) => `${term} = ${meaning} (${context})`);
    expect(said.filter((each, at) => said.indexOf(each) !== at)).toEqual([]);
  });
});

describe('knowledge in the pack', () => {
  const table = data.icd10cmTable();
  const edition = data.icd10cm('2026-04-15' as Day);
  if (!table || !edition) throw new Error('the bundled ICD-10-CM is missing');

  it('is what the lists say', () => {
    const knowledge = new Knowledge(table.pack);
    for (const [term = '', meaning = '', , note] of lines('abbreviations.tsv').filter((_, at) => at % 50 === 0)) {
      if (note === 'class') continue;
      expect(knowledge.meanings(writtenKey(writtenWords(term))).map((each) => each.meaning)).toContain(meaning);
    }
  });

  it('gives an answer for every abbreviation', () => {
    const searcher = new Searcher(table);
    const terms = lines('abbreviations.tsv').filter(
      ([term = '', meaning = '']) => !STOP_WORDS.has(term) && documentTokens(meaning).some((token) => !token.exempt),
    );
    const silent = terms.filter(([term = '']) => searcher.search(term, { edition }).results.length === 0);
    expect(silent.map(([term]) => term)).toEqual([]);
  });
});

it('words for procedures are in their pack as the lists say', () => {
  const knowledge = data.procedureWords();
  for (const [term = '', meaning = '', , note] of lines('procedures/procedures.tsv')) {
    if (note !== 'class') expect(knowledge?.meanings(writtenKey(writtenWords(term))).map((each) => each.meaning)).toContain(meaning);
  }
});
