import { documentTokens, KeyedTable, type Pack, TABLE_SEARCH_FORMAT, type TableSearchFacts, type Token } from '@cleanclaim/core';
import type { TableSearch } from '../../import/table-source.ts';
import { writePack } from '../write-pack.ts';
import type { Document } from './documents.ts';
import { indexSections } from './index-sections.ts';

/**
 * The search index of an installed table, as a pack of its own: each text of each row is a document. Keys tell the levels:
 * what stands in the row of a shorter beginning of a key ("0DT" of "0DTJ0ZZ") is inherited.
 */
export function tableSearchPack(pack: Pack, { texts, only }: TableSearch): Uint8Array {
  const table = new KeyedTable(pack);
  const documents: Document[] = [];
  const above: { readonly key: string; readonly terms: ReadonlySet<string> }[] = [];
  for (let row = 0; row < table.size; row++) {
    if (only && table.text(only.column, row) !== only.is) continue;
    const key = table.key(row);
    while (above.length > 0 && !isAbove(above.at(-1)?.key ?? '', key)) above.pop();
    const inherited = above.at(-1)?.terms ?? NO_TERMS;
    const own = new Set(inherited);
    const said = new Set<string>();
    texts.forEach((column, place) => {
      const text = table.text(column, row).replace(NUMBER, 'number ');
      const tokens = text === '' || said.has(text) ? [] : withoutFiller(documentTokens(text));
      said.add(text);
      if (tokens.length > 0) documents.push({ row, note: place, tokens, inherited });
      for (const { term } of tokens) own.add(term);
    });
    above.push({ key, terms: own });
  }
  const facts: TableSearchFacts = { of: pack.digest, format: TABLE_SEARCH_FORMAT, texts };
  const sections = indexSections(documents, new Set(), new Set());
  return writePack(`${pack.header.id}-search`, pack.header.manifest, pack.header.editions, { ...facts }, sections);
}

/** Modifiers of two characters are no level above codes that happen to begin so. */
const SHORTEST_LEVEL = 3;
const NO_TERMS: ReadonlySet<string> = new Set();

function isAbove(key: string, other: string): boolean {
  return key.length >= SHORTEST_LEVEL && key.length < other.length && other.startsWith(key);
}

/** "No. 2" is no denial. */
const NUMBER = /\bno\. ?(?=\d)/gi;

/** Words of quantity and form that descriptors add ("per 10 mg, each"); a query need not say them. */
const FILLER: ReadonlySet<string> = new Set(
  'each per includes including includ unit units mg mcg ml gram cc type any other specified unspecified approach use used'.split(' '),
);

function withoutFiller(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token) => (FILLER.has(token.word) || /^\d+$/.test(token.word) ? { ...token, exempt: true } : token));
}
