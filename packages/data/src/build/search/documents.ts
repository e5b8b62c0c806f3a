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
  return documents;
}

/** The terms of the titles of a row and of everything above it. */
function titleTerms(table: Icd10cmTable, row: number): ReadonlySet<string> {
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
