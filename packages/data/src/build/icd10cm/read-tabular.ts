import { SaxesParser } from 'saxes';

/** The tabular list as its XML states it, before codes are expanded by their 7th characters. */
export interface TabularNote {
  readonly kind: string;
  /** The `char` of a 7th-character extension. */
  readonly character?: string;
  readonly text: string;
  /** Which element of the level it stands in: a heading speaks for the lines after it in the same element. */
  readonly element: number;
}

export interface TabularNode {
  readonly tag: 'chapter' | 'section' | 'diag';
  /** Chapter number, section id, or code with its dot. */
  id: string;
  title: string;
  readonly placeholder: boolean;
  readonly notes: TabularNote[];
  readonly under: TabularNode[];
}

const NOTE_ELEMENTS: Readonly<Record<string, string>> = {
  includes: 'includes',
  inclusionTerm: 'inclusionTerm',
  excludes1: 'excludes1',
  excludes2: 'excludes2',
  codeFirst: 'codeFirst',
  useAdditionalCode: 'useAdditionalCode',
  codeAlso: 'codeAlso',
  notes: 'notes',
  sevenChrNote: 'sevenCharacterNote',
  sevenChrDef: 'sevenCharacter',
};

/**
 * Reads the NCHS tabular XML. Returns the chapters in document order. Throws when the text is not well-formed XML
 * or holds no chapter: a half-read list must not become a pack.
 */
export function readTabular(xml: string): TabularNode[] {
  const parser = new SaxesParser();
  const chapters: TabularNode[] = [];
  const open: TabularNode[] = [];
  const path: string[] = [];
  let element = 0;
  let kind: string | undefined;
  let character: string | undefined;
  let text = '';

  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    text = '';
    if (name === 'chapter' || name === 'section' || name === 'diag') {
      const node: TabularNode = {
        tag: name,
        id: String(attributes['id'] ?? ''),
        title: '',
        placeholder: attributes['placeholder'] === 'true',
        notes: [],
        under: [],
      };
      (open.at(-1)?.under ?? chapters).push(node);
      open.push(node);
    } else if (name in NOTE_ELEMENTS && open.length > 0) {
      kind = NOTE_ELEMENTS[name];
      element++;
    } else if (name === 'extension') character = String(attributes['char'] ?? '');
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    path.pop();
    const node = open.at(-1);
    const parent = path.at(-1);
    if (node && kind && (name === 'note' || name === 'extension')) {
      // A <note> among the extensions continues a line; it defines no character.
      if (kind !== 'sevenCharacter' || name === 'extension') {
        node.notes.push({ kind, text: fold(text), element, ...(character === undefined ? {} : { character }) });
      }
      character = undefined;
    } else if (node && name === 'desc' && parent === node.tag) node.title = fold(text);
    else if (node && name === 'name' && parent === node.tag) node.id = fold(text);
    else if (name in NOTE_ELEMENTS) kind = undefined;
    else if (name === 'chapter' || name === 'section' || name === 'diag') open.pop();
    text = '';
  });
  parser.write(xml).close();
  if (chapters.length === 0) throw new Error('this is not a tabular list: no chapter in it');
  return chapters;
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
