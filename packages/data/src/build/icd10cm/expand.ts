import type { TabularNode } from './read-tabular.ts';

export interface ListedCode {
  /** Undotted. */
  readonly code: string;
  readonly billable: boolean;
  /** Own title, or the extension's text when the title is composed. */
  readonly title: string;
  /** Undotted code whose title comes first, for a code made by a 7th character. */
  readonly under: string | undefined;
}

/** Codes that the 7th-character definitions would make but the official list does not have. */
export interface ExpansionException {
  readonly matches: RegExp;
  readonly only: string;
  readonly why: string;
}

/**
 * The complete code list of a tabular release: every code of the tree, and for each leaf under a 7th-character
 * definition the codes it makes, padded with X to six characters.
 */
export function expandTabular(chapters: readonly TabularNode[], exceptions: readonly ExpansionException[]): Map<string, ListedCode> {
  const codes = new Map<string, ListedCode>();
  const visit = (node: TabularNode, inherited: TabularNode['notes']): void => {
    const own = node.notes.filter((note) => note.kind === 'sevenCharacter');
    const sevenths = own.length > 0 ? own : inherited;
    if (node.tag === 'diag') {
      const code = node.id.replace('.', '');
      const leaf = node.under.length === 0;
      const expands = leaf && sevenths.length > 0 && code.length < 7;
      codes.set(code, { code, billable: leaf && !expands, title: plainTitle(node.title), under: undefined });
      if (expands) {
        const exception = exceptions.find((each) => each.matches.test(code));
        for (const { character = '', text } of sevenths) {
          if (exception && !exception.only.includes(character)) continue;
          const full = code.padEnd(6, 'X') + character;
          codes.set(full, { code: full, billable: true, title: plainTitle(text), under: code });
        }
      }
    }
    for (const below of node.under) visit(below, sevenths);
  };
  for (const chapter of chapters) visit(chapter, []);
  return codes;
}

/** The official long title is the tabular text without its accents. */
export function plainTitle(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}
