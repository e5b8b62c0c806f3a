import { documentTokens, letterSet, NO_TERM, PLACE, SEVERAL, type TextTable, termWeight } from '@cleanclaim/core';
import type { Sections } from '../write-pack.ts';
import type { Document } from './documents.ts';
import { wordListSections } from './word-list-sections.ts';

interface Posting {
  readonly document: number;
  readonly place: number;
}

/** Lays out the postings: for each term its documents as distances in variable-length bytes, the lowest two bits tell the place. */
export function indexSections(
  documents: readonly Document[],
  knowledgeWords: ReadonlySet<string>,
  extension: ReadonlySet<string>,
  texts?: TextTable,
): Sections {
  const postings = gatherPostings(documents);
  for (const term of extension) if (!postings.has(term)) postings.set(term, []);
  const terms = [...postings.keys()].sort();
  const number = new Map(terms.map((term, at) => [term, at]));
  const weight = Float32Array.from(terms, (term) => termWeight(documents.length, postings.get(term)?.length ?? 0));
  const own = Float32Array.from(documents, ({ tokens }) => {
    const counted = new Set(tokens.filter((token) => !token.exempt).map((token) => token.term));
    return [...counted].reduce((sum, term) => sum + (weight[number.get(term) ?? 0] ?? 0), 0);
  });
  const lists = terms.map((term) => encode(postings.get(term) ?? []));
  const start = new Uint32Array(terms.length + 1);
  lists.forEach((list, at) => (start[at + 1] = (start[at] ?? 0) + list.length));
  return {
    ...wordListSections('search.term', terms),
    'search.term.weight': ['u32', new Uint32Array(weight.buffer)],
    'search.posting.start': ['u32', start],
    'search.posting.bytes': ['u8', Uint8Array.from(lists.flat())],
    'search.document.row': ['u32', Uint32Array.from(documents, (document) => document.row)],
    'search.document.note': ['u16', Uint16Array.from(documents, (document) => document.note)],
    'search.document.own': ['u32', new Uint32Array(own.buffer)],
    'search.extension': ['u16', Uint16Array.from([...extension].map((term) => number.get(term) ?? 0)).sort()],
    ...(texts ? { 'search.word.term': ['u16' as const, wordTerms(texts, number)] as const } : {}),
    ...surfaceSections(documents, number, knowledgeWords),
  };
}

function gatherPostings(documents: readonly Document[]): Map<string, Posting[]> {
  const postings = new Map<string, Posting[]>();
  documents.forEach(({ tokens, inherited }, document) => {
    const places = new Map<string, number>();
    for (const token of tokens) {
      const place = token.exempt ? PLACE.exempt : PLACE.own;
      places.set(token.term, Math.min(place, places.get(token.term) ?? place));
    }
    for (const term of inherited) if (!places.has(term)) places.set(term, PLACE.inherited);
    for (const [term, place] of places) {
      const list = postings.get(term);
      if (list) list.push({ document, place });
      else postings.set(term, [{ document, place }]);
    }
  });
  return postings;
}

function wordTerms(texts: TextTable, number: ReadonlyMap<string, number>): Uint16Array {
  return Uint16Array.from({ length: texts.wordCount }, (_, word) => {
    const terms = documentTokens(texts.word(word)).map((token) => number.get(token.term) ?? NO_TERM);
    return terms.length > 1 ? SEVERAL : (terms[0] ?? NO_TERM);
  });
}

function encode(postings: readonly Posting[]): number[] {
  const bytes: number[] = [];
  let before = -1;
  for (const { document, place } of postings) {
    let value = ((document - before - 1) << 2) | place;
    before = document;
    while (value >= 128) {
      bytes.push((value & 127) | 128);
      value >>>= 7;
    }
    bytes.push(value);
  }
  return bytes;
}

function surfaceSections(
  documents: readonly Document[],
  number: ReadonlyMap<string, number>,
  knowledgeWords: ReadonlySet<string>,
): Sections {
  const counts = new Map<string, { term: number; count: number }>();
  for (const { tokens } of documents) {
    for (const { word, term } of tokens) {
      const known = counts.get(word);
      if (known) known.count++;
      else counts.set(word, { term: number.get(term.replace('!', '')) ?? NO_TERM, count: 1 });
    }
  }
  for (const word of knowledgeWords) if (!counts.has(word)) counts.set(word, { term: NO_TERM, count: 1 });
  const surfaces = [...counts.keys()].sort();
  return {
    ...wordListSections('search.surface', surfaces),
    'search.surface.term': ['u16', Uint16Array.from(surfaces, (word) => counts.get(word)?.term ?? NO_TERM)],
    'search.surface.count': ['u8', Uint8Array.from(surfaces, (word) => Math.floor(Math.log2(counts.get(word)?.count ?? 1)))],
    'search.surface.signature': ['u32', Uint32Array.from(surfaces, letterSet)],
  };
}
