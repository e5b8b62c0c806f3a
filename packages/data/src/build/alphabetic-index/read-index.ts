import { codeKey } from '@cleanclaim/core';
import { SaxesParser } from 'saxes';

/** The four parts that NCHS publishes as files of their own. */
export type IndexPartName = 'main' | 'neoplasm' | 'drugs' | 'externalCauses';

/** One code as the index prints it. */
export interface IndexCode {
  /** `code`, `manifestation` (printed in brackets), or the number of a table's column, 2–7. */
  readonly column: 'code' | 'manifestation' | number;
  /** Without the dash that asks for more characters; with its dot. */
  readonly code: string;
  /** Printed with a dash, or as a category or subcategory to look in: more characters are needed. */
  readonly more: boolean;
}

export interface IndexReference {
  readonly kind: 'see' | 'seeAlso';
  readonly text: string;
}

/** A main term or subterm with what stands under it. */
export interface IndexTerm {
  /** Without its nonessential modifiers. */
  readonly title: string;
  /** Nonessential modifiers as printed, in round brackets; empty when there are none. */
  readonly modifiers: string;
  readonly codes: readonly IndexCode[];
  readonly references: readonly IndexReference[];
  readonly under: readonly IndexTerm[];
}

export interface IndexPart {
  readonly name: IndexPartName;
  /** The fiscal year the file states. */
  readonly version: string;
  /** Titles of a table's columns by their number; empty for the parts that are lists. */
  readonly columns: ReadonlyMap<number, string>;
  readonly terms: readonly IndexTerm[];
  /** Texts that stand where a code belongs and are none. */
  readonly unread: readonly string[];
}

interface OpenTerm {
  title: string;
  modifiers: string;
  codes: IndexCode[];
  references: IndexReference[];
  under: OpenTerm[];
}

/**
 * Reads one file of the ICD-10-CM Alphabetic Index as NCHS publishes it. Throws when the text is not well-formed XML
 * or is not one of the four parts: a half-read index must not become a pack.
 */
export function readIndex(xml: string): IndexPart {
  const parser = new SaxesParser();
  const terms: OpenTerm[] = [];
  const open: OpenTerm[] = [];
  const path: string[] = [];
  const columns = new Map<number, string>();
  const unread: string[] = [];
  let root = '';
  let version = '';
  let heading = '';
  let column = 0;
  let text = '';
  let title = '';

  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length === 0) root = name;
    // A title's own words go on after the modifiers that stand within it.
    if (name === 'nemod') title = text;
    path.push(name);
    text = '';
    if (name === 'mainTerm' || name === 'term') {
      const term: OpenTerm = { title: '', modifiers: '', codes: [], references: [], under: [] };
      (name === 'mainTerm' ? terms : (open.at(-1)?.under ?? terms)).push(term);
      open.push(term);
    } else if (name === 'cell' || name === 'head') column = Number(attributes['col'] ?? 0);
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    path.pop();
    const term = open.at(-1);
    const said = fold(text);
    text = '';
    if (name === 'mainTerm' || name === 'term') open.pop();
    else if (name === 'version') version = said;
    else if (name === 'head') columns.set(column, said);
    else if (name === 'title' && !term) heading += ` ${said}`;
    else if (!term) return;
    else if (name === 'nemod') {
      term.modifiers = fold(`${term.modifiers} ${said}`);
      text = `${title} `;
    } else if (name === 'title') term.title = said;
    else if ((name === 'see' || name === 'seeAlso') && said !== '') term.references.push({ kind: name, text: said });
    else if (name === 'manif' && !isPrintedCode(said)) {
      // One line of the table of neoplasms explains its term where a manifestation code would stand.
      term.modifiers = fold(`${term.modifiers} [${said}]`);
    } else if (name in COLUMN_OF || name === 'cell') {
      const printed = readCode(said, name === 'cell' ? column : (COLUMN_OF[name] ?? 'code'), name === 'subcat' || name === 'seecat');
      if (printed) term.codes.push(printed);
      else if (!NO_CODE.test(said)) unread.push(`${open.map((each) => each.title).join(', ')}: ${said}`);
    }
  });
  parser.write(xml).close();
  if (root !== 'ICD10CM.index' || terms.length === 0) throw new Error('this is not a part of the ICD-10-CM Alphabetic Index');
  return { name: partName(columns, heading), version, columns, terms, unread };
}

const COLUMN_OF: Readonly<Record<string, 'code' | 'manifestation'>> = {
  code: 'code',
  subcat: 'code',
  seecat: 'code',
  manif: 'manifestation',
};

/** A table's cell for which there is no code. */
const NO_CODE = /^-*$/;

function partName(columns: ReadonlyMap<number, string>, heading: string): IndexPartName {
  const first = columns.get(1) ?? '';
  if (/substance/i.test(first)) return 'drugs';
  if (/neoplasm/i.test(first)) return 'neoplasm';
  if (/external cause/i.test(heading)) return 'externalCauses';
  if (/index to diseases/i.test(heading)) return 'main';
  throw new Error('this part of the Alphabetic Index is not one of the four that are known');
}

function readCode(printed: string, column: IndexCode['column'], look: boolean): IndexCode | undefined {
  const code = printed.replace(/[.\s-]+$/, '').toUpperCase();
  return codeKey(code) < 0 ? undefined : { column, code, more: look || printed.trimEnd().endsWith('-') };
}

function isPrintedCode(printed: string): boolean {
  return readCode(printed, 'manifestation', false) !== undefined;
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
