import { COMPOSED, documentTokens, type Icd10cmTable, NO_TITLE, NOTE_KINDS, type Token } from '@cleanclaim/core';

export interface Document {
  readonly row: number;
  /** 0 for the title, else the number of the note plus one. */
  readonly note: number;
  readonly tokens: readonly Token[];
  /** Terms of the levels above: they may match, but the document need not have them. */
  readonly inherited: ReadonlySet<string>;
}

/** Lines that tell how to code and name no condition. */
const INSTRUCTION = /classifiable to|should be coded|not indicated as|not identified as|the following/i;

/** One document a string: each title that is not composed, each inclusion term and "includes" line. */
export function gatherDocuments(table: Icd10cmTable): Document[] {
  const { pack } = table;
  const titles = pack.section('code.title', 'u32');
  const holders = pack.section('note.holder', 'u32');
  const kinds = pack.section('note.kind', 'u8');
  const texts = pack.section('note.text', 'u32');
  const termKinds = new Set([NOTE_KINDS.indexOf('inclusionTerm'), NOTE_KINDS.indexOf('includes')]);
  const documents: Document[] = [];
  let note = 0;
  for (let row = 0; row < table.size; row++) {
    const ref = titles[row] ?? NO_TITLE;
    if (ref < COMPOSED) {
      const inherited = titleTerms(table, table.parent[row] ?? -1);
      documents.push({ row, note: 0, tokens: documentTokens(table.texts.text(ref)), inherited });
    }
    for (; holders[note] === row; note++) {
      const text = table.texts.text(texts[note] ?? 0).replace(/\s*\([A-Z][0-9A-Z.,\s-]*\)/g, '');
      if (!termKinds.has(kinds[note] ?? 0) || text.endsWith(':') || INSTRUCTION.test(text)) continue;
      documents.push({ row, note: note + 1, tokens: documentTokens(text), inherited: titleTerms(table, row) });
    }
  }
  documents.push(...namedElsewhere(table));
  return documents.sort((one, other) => one.row - other.row || one.note - other.note);
}

/**
 * Notes name conditions of other codes: "Excludes1: gestational diabetes (O24.4-)". What is said there of a code is
 * another wording of it; lines that point to several codes or to a range are not.
 */
function namedElsewhere(table: Icd10cmTable): Document[] {
  const { pack } = table;
  const kinds = pack.section('note.kind', 'u8');
  const texts = pack.section('note.text', 'u32');
  const naming = new Set((['excludes1', 'excludes2', 'codeFirst', 'codeAlso'] as const).map((kind) => NOTE_KINDS.indexOf(kind)));
  const documents: Document[] = [];
  const seen = new Set<string>();
  kinds.forEach((kind, note) => {
    if (!naming.has(kind)) return;
    const [, wording = '', code = ''] = NAMED.exec(table.texts.text(texts[note] ?? 0)) ?? [];
    const row = code === '' ? -1 : table.row(code.replace(/[.-]+$/, ''));
    const tokens = row < 0 ? [] : documentTokens(wording);
    const key = `${row} ${tokens.map((token) => token.term).join(' ')}`;
    if (row < 0 || tokens.length === 0 || tokens.length > 8 || NOT_A_NAME.test(wording) || seen.has(key)) return;
    seen.add(key);
    documents.push({ row, note: note + 1, tokens, inherited: titleTerms(table, row) });
  });
  return documents;
}

/** One code, written at the end. */
const NAMED = /^(.*?)\s*\(([A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]+)?[.-]*)\)$/;
const NOT_A_NAME = /\bcode\b|\bsuch as\b|[()]|\bexcept\b|\bidentify\b/i;

/** The terms of the titles of a row and of everything above it. */
export function titleTerms(table: Icd10cmTable, row: number): ReadonlySet<string> {
  const titles = table.pack.section('code.title', 'u32');
  const terms = new Set<string>();
  for (let at = row; at >= 0; at = table.parent[at] ?? -1) {
    const ref = titles[at] ?? NO_TITLE;
    if (ref < COMPOSED) for (const token of documentTokens(table.texts.text(ref))) terms.add(token.term);
  }
  return terms;
}

/** The terms that 7th characters mean. */
export function extensionTerms(table: Icd10cmTable): ReadonlySet<string> {
  const refs = new Set<number>();
  for (const ref of table.pack.section('code.title', 'u32')) if (ref >= COMPOSED && ref !== NO_TITLE) refs.add(ref - COMPOSED);
  return new Set([...refs].flatMap((ref) => documentTokens(table.texts.text(ref)).map((token) => token.term)));
}
