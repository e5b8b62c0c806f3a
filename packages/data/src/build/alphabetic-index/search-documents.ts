import { codeKey, documentTokens, type Icd10cmTable, type Token } from '@cleanclaim/core';
import { type Document, titleTerms } from '../search/documents.ts';
import { indexSections } from '../search/index-sections.ts';
import type { Sections } from '../write-pack.ts';
import type { IndexCode } from './read-index.ts';
import type { PlacedPart, PlacedTerm } from './reading-order.ts';
import type { Target } from './resolve-references.ts';

/** "See" leads to "see" a few times at most. */
const LONGEST_WAY = 4;

/**
 * The index as documents for search, laid out as those of the classification: each term of the main index with the code
 * it prints, or the code of the term its "see" names, where that term was found exactly. The tables and the external
 * causes are left out: their rows repeat one word for hundreds of codes, and answers get worse by them.
 */
export function searchDocumentSections(
  terms: readonly PlacedTerm[],
  parts: readonly PlacedPart[],
  targets: readonly (readonly Target[])[],
  keys: Float64Array,
  table: Icd10cmTable | undefined,
): Sections {
  const main = parts.find(({ part }) => part.name === 'main');
  if (!main) return {};
  const number = new Map(Array.from(keys, (key, at) => [key, at]));
  const documents: Document[] = [];
  const termOf: number[] = [];
  const inherited = new Map<number, ReadonlySet<string>>();
  const above: Token[][] = [];
  for (let at = main.first; at < main.after; at++) {
    const placed = terms[at];
    if (!placed) continue;
    const { term, level } = placed;
    above.length = level;
    above.push([...(above[level - 1] ?? []), ...termTokens(term.title, term.modifiers)]);
    const tokens = above[level] ?? [];
    const key = codeKey(codeFor(terms, targets, at)?.code ?? '');
    if (key < 0 || !tokens.some((token) => !token.exempt)) continue;
    let titles = inherited.get(key);
    if (!titles) inherited.set(key, (titles = table ? titleTerms(table, table.rowOfKey(key)) : new Set()));
    documents.push({ row: number.get(key) ?? 0, note: 0, tokens, inherited: titles });
    termOf.push(at);
  }
  const {
    'search.document.note': _note,
    'search.document.own': _own,
    'search.term.weight': _weight,
    'search.extension': _extension,
    ...sections
  } = indexSections(documents, new Set(), new Set());
  return { ...sections, 'search.document.term': ['u32', Uint32Array.from(termOf)] };
}

/** The code a term leads to, its own or by "see"; in the Table of Neoplasms that of the column meant. */
function codeFor(terms: readonly PlacedTerm[], targets: readonly (readonly Target[])[], from: number): IndexCode | undefined {
  let at = from;
  let column: IndexCode['column'] = 'code';
  for (let step = 0; step < LONGEST_WAY; step++) {
    const term = terms[at]?.term;
    const code = term?.codes.find((each) => each.column === column);
    if (code) return code;
    const see = term?.references.findIndex((each) => each.kind === 'see') ?? -1;
    const target = targets[at]?.[see];
    if (!target?.exact || target.term === at) return undefined;
    at = target.term;
    if (target.column > 0) column = target.column;
  }
  return undefined;
}

/** A title's words; modifiers, and other forms of a word already said ("failure, failed"), need not be asked for. */
function termTokens(title: string, modifiers: string): Token[] {
  const beginnings = new Set<string>();
  const own = documentTokens(title).map((token) => {
    const beginning = token.word.slice(0, SAME_BEGINNING);
    const again = beginning.length === SAME_BEGINNING && beginnings.has(beginning);
    beginnings.add(beginning);
    return again ? { ...token, exempt: true } : token;
  });
  return [...own, ...documentTokens(modifiers).map((token) => ({ ...token, exempt: true }))];
}

const SAME_BEGINNING = 4;
